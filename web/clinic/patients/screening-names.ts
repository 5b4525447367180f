// The name of a screening question, from the one list that asks it. A key the list does not know is shown as it came.
import { healthCondition } from '#clinical/screening/conditions.ts';

const ownQuestions: Readonly<Record<string, string>> = {
  'takes-medicines': 'Takes any medicine',
  'has-allergies': 'Has any allergy',
  'tried-treatments': 'Tried other treatments',
  pregnancy: 'Pregnant, or may be',
};

export function screeningConditions(key: string): string {
  const plain = key.replaceAll('-', ' ');
  return ownQuestions[key] ?? healthCondition(key)?.name ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

// What the one who watches at home must not wait with. First whom to call: the local emergency number, or the clinic; the
// words are the screen's. General first aid, and no judgement about what it means.

import type { Confidence, SourceId } from '#clinical/sources.ts';

export type RedFlag = {
  readonly code:
    | 'not-breathing'
    | 'cannot-be-woken'
    | 'blue-or-grey'
    | 'chest-pain'
    | 'seizure'
    | 'vomiting'
    | 'wants-to-harm'
    | 'second-dose'
    | 'very-afraid';
  readonly call: 'emergency' | 'clinic';
  /** As it is written in the log of the session. */
  readonly symptom: string;
  readonly severity: 'moderate' | 'severe';
  readonly source: SourceId;
  readonly confidence: Confidence;
};

function flag(
  code: RedFlag['code'],
  call: RedFlag['call'],
  symptom: string,
  severity: RedFlag['severity'] = call === 'emergency' ? 'severe' : 'moderate',
): RedFlag {
  return { code, call, symptom, severity, source: 'T-GEN', confidence: 'G' };
}

/** In the order they are read out: what kills soonest first. */
export const redFlags: readonly RedFlag[] = [
  flag('not-breathing', 'emergency', 'Not breathing normally'),
  flag('cannot-be-woken', 'emergency', 'Cannot be woken'),
  flag('blue-or-grey', 'emergency', 'Lips or face blue or grey'),
  flag('chest-pain', 'emergency', 'Chest pain'),
  flag('seizure', 'emergency', 'Shaking that does not stop'),
  flag('wants-to-harm', 'clinic', 'Says they want to harm themselves or someone', 'severe'),
  flag('second-dose', 'clinic', 'Took more than was ordered', 'severe'),
  flag('vomiting', 'clinic', 'Vomiting'),
  flag('very-afraid', 'clinic', 'Very afraid or confused'),
];

// What was done with hands and voice, in the words the room, the note and a drill all use.
import type { CareAction } from './events.ts';

export const careActionWords: Readonly<Record<CareAction, string>> = {
  'help-called': 'Called a colleague in',
  'emergency-called': 'Called the emergency number',
  oxygen: 'Oxygen on',
  'jaw-thrust': 'Jaw lifted, pressed behind its angle',
  'airway-opened': 'Airway opened',
  'mask-breaths': 'Breaths with mask and bag',
  suction: 'Suction',
  'turned-to-side': 'Turned on the side',
  'legs-raised': 'Laid flat, legs up',
  woken: 'Woken by voice or touch',
  'basin-held': 'Basin held',
  'stayed-beside': 'Sat beside them',
  'calm-words': 'Said that it passes',
  'slow-breathing': 'Breathed slowly together',
  'eye-shade-off': 'Eye shade off',
  'screener-asked': 'Asked the risk screener',
};

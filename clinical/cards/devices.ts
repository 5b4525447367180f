// The cards of devices: what of their numbers is believed, and when a reading is of now.

import { heldOutside, mmHgPerKilopascal } from '#clinical/devices/device-units.ts';
import {
  clocksAgreeWithin,
  readingIsNowRule,
  sentAgainWithin,
  streamQuietAfter,
  waitedUntil,
} from '#clinical/devices/reading-is-now.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const deviceCards: readonly RuleCard[] = [
  {
    id: 'device-packet',
    stage: 'monitoring',
    question: 'Which numbers of what a device sent can be put in front of a person?',
    decides:
      'A packet whose length does not fit its own flags is refused as a whole. A number that is no number, that its device calls invalid, or that lies outside what is believed of a device, is said to be absent, with the reason.',
    inputs: ['bytes'],
    whenMissing: 'A packet with a byte missing says nothing at all. No value is filled in.',
    figures: { ...heldOutside, mmHgPerKilopascal },
    sources: ['T-GEN', 'H-HOUSE'],
  },
  {
    id: readingIsNowRule,
    stage: 'monitoring',
    question: 'Is a reading that came from a device of this person, now?',
    decides:
      'It is of now when the device was linked to this session before it came, did not keep it, and shows either no time or ours. With an older time of its own inside this session a person says whose it is and it is written at that time. Everything else is measured again or typed. Demonstrations and tests are of nobody.',
    inputs: ['reading', 'clock', 'stored', 'trial', 'deliveredAt', 'linkedAt', 'sessionFrom', 'zone'],
    whenMissing: 'When any of them is not known, nobody can say when the reading was taken: measure again.',
    figures: { waitedUntil, clocksAgreeWithin, sentAgainWithin, streamQuietAfter },
    sources: ['H-HOUSE'],
  },
];

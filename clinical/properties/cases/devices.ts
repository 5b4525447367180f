// What a device sends: a byte, a clock or a moment that is not there never makes a reading of now.

import { readPacket } from '#clinical/devices/read-packet.ts';
import { readingIsNow } from '#clinical/devices/reading-is-now.ts';
import { type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';

const deliveredAt = 1_796_000_000_000;
const asked = {
  reading: { clock: { kind: 'none' as const }, stored: false, trial: 'none' as const },
  deliveredAt,
  linkedAt: deliveredAt - 60_000,
  sessionFrom: deliveredAt - 3_600_000,
  zone: 'America/New_York',
};
const parts = [
  'reading',
  'reading.clock',
  'reading.stored',
  'reading.trial',
  'deliveredAt',
  'linkedAt',
  'sessionFrom',
  'zone',
];
/** 2026-11-30, seven minutes to nine at Greenwich and to four in the morning in New York. */
const clockShownAt = 1_796_028_800_000;
const cuff = [0x00, 0x76, 0x00, 0x4c, 0x00, 0x5a, 0x00];

export const deviceCases: readonly RuleCase[] = [
  ruleCase({
    id: 'device-packet',
    complete: { characteristic: 0x2a_35, bytes: cuff },
    removable: ['characteristic', 'bytes', ...cuff.map((_, index) => `bytes.${index}`)],
    impossible: [
      ['bytes.0', 256],
      ['bytes.1', -1],
      ['bytes.2', 0x07],
      ['bytes.4', 1.5],
    ],
    isFine: (question) => {
      const answer = readPacket(question);
      return (
        answer.kind === 'reading' &&
        Object.values(answer.reading.values).every((value) => value.kind === 'measured')
      );
    },
  }),
  ruleCase({
    id: 'reading-is-now',
    complete: asked,
    removable: parts,
    impossible: [['linkedAt', deliveredAt + 1]],
    isFine: (question) => readingIsNow(question).kind === 'now',
  }),
  ruleCase({
    id: 'reading-is-now',
    complete: {
      ...asked,
      reading: {
        ...asked.reading,
        clock: { kind: 'shows' as const, wallTime: '2026-11-30T03:53:20' },
      },
      deliveredAt: clockShownAt + 20_000,
      linkedAt: clockShownAt - 200_000,
      sessionFrom: clockShownAt - 3_200_000,
    },
    removable: [...parts, 'reading.clock.kind', 'reading.clock.wallTime'],
    isFine: (question) => readingIsNow(question).kind === 'now',
  }),
];

// The cards of the protocol itself, of both doors, and of what a person is told around the day. Their figures stand in
// the editions; here stand the floors and the ends that no edition holds.

import { homeCountEqualsBook } from '#clinical/home/supply.ts';
import { asaFasting } from '#clinical/preparation/fasting.ts';
import { minuteOfDayEnds, plausibleByUnit } from '#clinical/protocol/known-parts.ts';
import { injectionLabel, nasalLabel } from '#clinical/protocol/label-floors.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const protocolCards: readonly RuleCard[] = [
  {
    id: 'protocol-edition',
    stage: 'preparation',
    question: 'May this protocol be used?',
    decides:
      'Every part must be there, in its unit and with its source. Limits must lie in order, alerts outside what may start or leave, phases without a hole, windows forward in time. The version follows on the one before, and nothing may be asked less of than the label, the safety program or the lines nobody overrides.',
    inputs: ['each value by its path', 'the edition it was made from'],
    whenMissing:
      'A part that is missing, cannot be read or cannot be meant is unknown, and what is unknown cannot be signed.',
    figures: {
      ...Object.fromEntries(
        Object.entries(plausibleByUnit).map(([unit, ends]) => [`plausible ${unit}`, ends]),
      ),
      'plausible minute of the day': minuteOfDayEnds,
      'spray: food, at least': nasalLabel.foodMinutes,
      'spray: liquids, at least': nasalLabel.clearFluidMinutes,
      'spray: other nasal product, at least': nasalLabel.nasalProductMinutes,
      'spray: between devices, at least': nasalLabel.betweenDevicesMinutes,
      'spray: stay, at least': nasalLabel.stayMinutes,
      'spray: doses': nasalLabel.sessionMg,
      'spray: prescriber': nasalLabel.prescriber,
      'into a vein: at most': injectionLabel.mostMgPerKgPerMinute,
    },
    sources: ['H-HOUSE', 'L-PDR', 'L-MED', 'R-HCS'],
  },
  {
    id: 'fasting',
    stage: 'preparation',
    question: 'Is it long enough since they ate or drank?',
    decides:
      'Exactly the minutes of the edition are enough. The anaesthetists’ figures are what an edition for a moderately deep route begins with.',
    inputs: ['lastAt', 'at'],
    whenMissing: 'A meal nobody can place in time, or one still ahead, is unknown.',
    figures: asaFasting,
    sources: ['K-ASA', 'L-PDR'],
  },
  {
    id: 'open-dose-gate',
    stage: 'dosing',
    question: 'May this dose open?',
    decides:
      'Each line the route asks is met, not met, unknown or overridden by name with a reason. It opens when none is not met or unknown. Identity, consent and a stop are never overridden.',
    inputs: ['record', 'edition', 'now'],
    whenMissing: 'A fact nobody gave, or that has grown too old, is unknown and keeps the dose shut.',
    figures: {},
    sources: ['H-HOUSE', 'L-PDR', 'R-SET', 'K-HUL', 'N-PRAC'],
  },
  {
    id: 'looks-at-home',
    stage: 'monitoring',
    question: 'Is the person at home still being looked at?',
    decides:
      'Looks fall due by the edition. When as many as it says were missed in a row, the clinic calls; a look ends the count.',
    inputs: ['doseStartedAt', 'checksTakenAt', 'releasedAt'],
    whenMissing:
      'Without a dose on record no look can be due and it says unknown; looks that stay away are unknown too.',
    figures: {},
    sources: ['H-HOUSE'],
  },
  {
    id: 'home-supply',
    stage: 'medication-stock',
    question: 'Is what lies in the box at home what the book says?',
    decides:
      'What was sent, less what was taken, given back or destroyed, is held against the count made at home. A difference is asked about.',
    inputs: ['lines', 'takenAt', 'lastCount'],
    whenMissing: 'Without a count, or without a parcel on record, the box is unknown.',
    figures: { homeCountEqualsBook },
    sources: ['H-HOUSE'],
  },
  {
    id: 'release-gate',
    stage: 'discharge',
    question: 'May this person leave?',
    decides:
      'Each line the route asks is met from what was seen after the dose. The least stay is counted from the moments the edition names, and of several the latest counts. There is no greatest stay.',
    inputs: ['record', 'edition', 'now'],
    whenMissing: 'A fact nobody gave, that is too old or that was seen before the dose ended is unknown.',
    figures: {},
    sources: ['M-ALD', 'L-PDR', 'R-FDA', 'K-KRF', 'H-HOUSE'],
  },
  {
    id: 'driving',
    stage: 'integration',
    question: 'May they drive again?',
    decides:
      'Not before the next calendar day where they are, and not before they have slept; never so many hours later.',
    inputs: ['sessionEndedAt', 'slept', 'now', 'zone'],
    whenMissing: 'Without the end of the session, or without word of a night’s sleep, the answer stays no.',
    figures: {},
    sources: ['L-PDR', 'N-PRAC', 'H-HOUSE'],
  },
];

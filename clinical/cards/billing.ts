// The rule cards of the claim: which code, on which day, with what on record.

import { mostMinutes, watchingIsNotInfusion } from '#clinical/billing/billed-minutes.ts';
import {
  depressionNotActive,
  depressionUnspecified,
  diagnosesThatCarry,
  esketamineIndications,
} from '#clinical/billing/diagnosis-for-indication.ts';
import { medicareLowerUpToMg, milligramCodeFrom } from '#clinical/billing/esketamine-codes.ts';
import { evidenceIsGeneral } from '#clinical/billing/evidence.ts';
import { furtherHourBeyondMinutes, infusionFromMinutes } from '#clinical/billing/infusion-codes.ts';
import { codesKnownHere } from '#clinical/billing/procedure-codes.ts';
import { longSpanFrom, middleSpanFrom, shortSpanFrom } from '#clinical/billing/psychotherapy-codes.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const billingCards: readonly RuleCard[] = [
  {
    id: 'infusion-codes',
    stage: 'billing',
    question: 'Which codes does this infusion earn?',
    decides:
      'The first hour from sixteen minutes of running pump; each further hour when more than half of it was completed. Pauses and the watching afterwards do not count. A push is billed only where one was documented.',
    inputs: ['minutes', 'isDocumentedAsPush'],
    whenMissing:
      'Without the minutes there is no code, and for a short infusion not knowing about a push is unknown.',
    figures: { infusionFromMinutes, furtherHourBeyondMinutes, watchingIsNotInfusion, mostMinutes },
    sources: ['W-BILL', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: 'psychotherapy-codes',
    stage: 'billing',
    question: 'Which code does this psychotherapy earn?',
    decides: 'By three spans of completed minutes, alone or beside a medical visit; none below the first.',
    inputs: ['minutes'],
    whenMissing: 'Minutes that are missing or impossible give no code.',
    figures: { shortSpanFrom, middleSpanFrom, longSpanFrom, mostMinutes },
    sources: ['T-GEN', 'W-BILL', 'H-HOUSE'],
  },
  {
    id: 'esketamine-billing-code',
    stage: 'billing',
    question: 'Which code is this esketamine session billed by?',
    decides:
      'Medicare by the visit, with one code up to a dose and another above it. Others by the milligram, by the code of that day of service. Medicare plans run by insurers differ.',
    inputs: ['mg', 'payer', 'date', 'billed'],
    whenMissing: 'Without the dose, the payer or the day there is no code: it says unknown.',
    figures: { medicareLowerUpToMg, milligramCodeFrom },
    sources: ['W-BILL'],
  },
  {
    id: 'billing-code-date',
    stage: 'billing',
    question: 'May this code be used for this day of service?',
    decides: 'Between its first and its last day. A code that is not on the list is unknown, not wrong.',
    inputs: ['code', 'date'],
    whenMissing: 'A code not known here or a missing day is unknown.',
    figures: { codesKnownHere },
    sources: ['W-BILL', 'T-GEN'],
  },
  {
    id: 'billing-evidence',
    stage: 'billing',
    question: 'Is everything on record that this code needs?',
    decides: 'Each code has its list; what is not on record is named.',
    inputs: ['code', 'onRecord'],
    whenMissing: 'A record nobody looked at, and everything missing from one, is unknown.',
    figures: { evidenceIsGeneral, codesKnownHere },
    sources: ['T-GEN', 'W-BILL'],
  },
  {
    id: 'diagnosis-for-indication',
    stage: 'billing',
    question: 'Does the diagnosis carry the reason the treatment was given for?',
    decides:
      'The code must begin as the codes of that reason do. Remission, a depression without severity, and a reason the spray’s label does not name are pointed out.',
    inputs: ['icd10cm', 'indication', 'medicine'],
    whenMissing: 'A missing or unreadable diagnosis, reason or medicine is unknown.',
    figures: { diagnosesThatCarry, depressionNotActive, depressionUnspecified, esketamineIndications },
    sources: ['W-ICD', 'W-BILL', 'L-MED', 'T-GEN'],
  },
];

// Stock, law and billing: an amount, a day or a name nobody wrote down is not in order.

import { diagnosisIssues } from '#clinical/billing/diagnosis-for-indication.ts';
import { esketamineCode, esketamineCodeIssues } from '#clinical/billing/esketamine-codes.ts';
import { evidenceFor, evidenceIssues } from '#clinical/billing/evidence.ts';
import { infusionCodeIssues, infusionCodes, injectionCodes } from '#clinical/billing/infusion-codes.ts';
import { codeDateIssues } from '#clinical/billing/procedure-codes.ts';
import { psychotherapyCode, psychotherapyCodeIssues } from '#clinical/billing/psychotherapy-codes.ts';
import { consentContentIssues, consentTopicIds } from '#clinical/law/consent-content.ts';
import { licenceIssues } from '#clinical/law/licence-by-place.ts';
import { remoteVisitIssues } from '#clinical/law/remote-visit.ts';
import { isTelemedicineCovered, telemedicineIssues } from '#clinical/law/telemedicine.ts';
import { eveningCount } from '#clinical/medication-stock/evening-count.ts';
import { expiryAndLotIssues } from '#clinical/medication-stock/expiry-and-lot.ts';
import { inventoryIssues, nextInventory } from '#clinical/medication-stock/inventory-due.ts';
import { lossDates, lossIssues } from '#clinical/medication-stock/loss.ts';
import { drugRecordIssues } from '#clinical/medication-stock/record-completeness.ts';
import { recordRetentionIssues } from '#clinical/medication-stock/record-retention.ts';
import { vialBalance, vialBalanceIssues } from '#clinical/medication-stock/vial-balance.ts';
import { vialLedger } from '#clinical/medication-stock/vial-ledger.ts';
import { wasteWitnessIssues } from '#clinical/medication-stock/waste-witness.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';

const at = 1_796_000_000_000;
const witness = { personId: 'Dr N. Okafor', how: 'own-sign-in' as const, at: at + 20_000 };
const administered = [
  'substance',
  'form',
  'strength',
  'amount',
  'patientName',
  'patientAddress',
  'date',
  'givenBy',
];
const vial = { containerMg: 100, usedMg: 35, wastedMg: 65, remainingMg: 0 };
const vialParts = ['containerMg', 'usedMg', 'wastedMg', 'remainingMg'];

export const officeCases: readonly RuleCase[] = [
  ruleCase({
    id: 'vial-balance',
    complete: vial,
    removable: vialParts,
    impossible: [['usedMg', -35]],
    isFine: (amounts) => isQuiet(vialBalanceIssues(amounts)),
  }),
  ruleCase({
    id: 'vial-balance',
    complete: vial,
    removable: vialParts,
    isFine: (amounts) => {
      const balance = vialBalance(amounts);
      return balance.state === 'counted' && balance.balanced;
    },
  }),
  ruleCase({
    id: 'vial-ledger',
    complete: {
      containerMg: 100,
      entries: [
        { kind: 'drawn' as const, drawId: 'd1', mg: 100, at },
        { kind: 'given' as const, drawId: 'd1', mg: 35, at: at + 1_000 },
        { kind: 'wasted' as const, drawId: 'd1', mg: 65, at: at + 2_000, by: 'Maria Ruiz', witness },
      ],
      isClosed: true,
    },
    removable: [
      'containerMg',
      'entries',
      'entries.0.mg',
      'entries.1.mg',
      'entries.2.mg',
      'entries.2.witness',
    ],
    isFine: (question) => isQuiet(vialLedger(question).issues),
  }),
  ruleCase({
    id: 'waste-witness',
    complete: { wastedMg: 65, wastedBy: 'Maria Ruiz', wastedAt: at, witness, isWitnessRequired: true },
    removable: ['wastedMg', 'wastedBy', 'wastedAt', 'witness', 'witness.at'],
    isFine: (question) => isQuiet(wasteWitnessIssues(question)),
  }),
  ruleCase({
    id: 'evening-count',
    complete: {
      counts: [
        { counted: 10, shift: 'day', at, countedBy: ['Maria Ruiz', 'P. Lind'] },
        { counted: 9, shift: 'evening', at: at + 8 * 3_600_000, countedBy: ['Maria Ruiz', 'P. Lind'] },
      ],
      movements: [{ change: -1, shift: 'day', at: at + 3_600_000 }],
    },
    removable: ['counts', 'counts.0.counted', 'counts.1.counted', 'movements', 'movements.0.change'],
    isFine: (question) => {
      const verdict = eveningCount(question);
      return verdict.state === 'equal' && isQuiet(verdict.issues);
    },
  }),
  ruleCase({
    id: 'expiry-and-lot',
    complete: { lot: 'K1', expiry: '2028-01', today: '2026-11-23' },
    removable: ['lot', 'expiry', 'today'],
    isFine: (question) => isQuiet(expiryAndLotIssues(question)),
  }),
  ruleCase({
    id: 'theft-or-loss',
    complete: {
      discoveredOn: '2026-11-20',
      today: '2026-11-23',
      noticeSentOn: '2026-11-20',
      form106SentOn: '2026-11-21',
    },
    removable: ['discoveredOn', 'noticeSentOn', 'form106SentOn'],
    isFine: (question) => isQuiet(lossIssues(question)),
  }),
  ruleCase({
    id: 'theft-or-loss',
    complete: { discoveredOn: '2026-11-20' },
    removable: ['discoveredOn'],
    isFine: ({ discoveredOn }) => lossDates(discoveredOn) !== undefined,
  }),
  ruleCase({
    id: 'inventory-due',
    complete: {
      lastOn: '2026-06-01',
      state: 'TX',
      today: '2026-11-23',
      method: 'estimated' as const,
      largestContainerUnits: 10,
    },
    removable: ['lastOn', 'state', 'today', 'method', 'largestContainerUnits'],
    isFine: (question) => isQuiet(inventoryIssues(question)) && nextInventory(question) !== undefined,
  }),
  ruleCase({
    id: 'record-retention',
    complete: { kind: 'controlled-drug' as const, madeOn: '2026-06-01', state: 'TX' },
    removable: ['madeOn', 'state'],
    isFine: (question) => isQuiet(recordRetentionIssues(question)),
  }),
  ruleCase({
    id: 'drug-record-complete',
    complete: {
      kind: 'administration' as const,
      record: Object.fromEntries(administered.map((field) => [field, 'noted'])),
    },
    removable: ['record', ...administered.map((field) => `record.${field}`)],
    isFine: (question) => isQuiet(drugRecordIssues(question)),
  }),
  ruleCase({
    id: 'telemedicine-cover',
    complete: { date: '2026-11-23', seenInPerson: true, medicine: 'ketamine' as const },
    removable: ['date', 'seenInPerson', 'medicine'],
    isFine: (question) => isQuiet(telemedicineIssues(question)),
  }),
  ruleCase({
    id: 'telemedicine-cover',
    complete: { date: '2026-11-23' },
    removable: ['date'],
    isFine: (question) => isTelemedicineCovered(question) === true,
  }),
  ruleCase({
    id: 'licence-by-place',
    complete: {
      patientPlace: 'TX',
      placeAskedAt: at,
      patientAddress: '12 Elm Street, Austin',
      sessionStartsAt: at + 60_000,
      date: '2026-11-23',
      licences: [{ place: 'TX', validFrom: '2020-01-01', validUntil: '2027-12-31' }],
    },
    removable: [
      'patientPlace',
      'placeAskedAt',
      'patientAddress',
      'sessionStartsAt',
      'date',
      'licences',
      'licences.0.validUntil',
    ],
    isFine: (question) => isQuiet(licenceIssues(question)),
  }),
  ruleCase({
    id: 'remote-visit',
    complete: {
      now: at,
      startsAt: at,
      endsAt: at + 3_600_000,
      place: 'TX',
      address: '12 Elm Street, Austin',
      zone: 'America/Chicago',
      askedAt: at,
      licences: [{ place: 'TX', validUntil: '2027-12-31' }],
    },
    removable: ['place', 'address', 'zone', 'askedAt', 'licences', 'licences.0.validUntil'],
    isFine: (question) => isQuiet(remoteVisitIssues(question)),
  }),
  ruleCase({
    id: 'consent-content',
    complete: { covers: [...consentTopicIds], documentVersion: '2026-01' },
    removable: ['covers', 'documentVersion'],
    isFine: (question) => isQuiet(consentContentIssues(question)),
  }),
  ruleCase({
    id: 'infusion-codes',
    complete: { minutes: 40, isDocumentedAsPush: false },
    removable: ['minutes'],
    impossible: [['minutes', -40]],
    isFine: (question) => infusionCodes(question) !== undefined && isQuiet(infusionCodeIssues(question)),
  }),
  ruleCase({
    id: 'infusion-codes',
    complete: { minutes: 10, isDocumentedAsPush: true },
    removable: ['minutes', 'isDocumentedAsPush'],
    isFine: (question) => isQuiet(infusionCodeIssues(question)),
  }),
  ruleCase({
    id: 'infusion-codes',
    complete: { injections: 1 },
    removable: ['injections'],
    isFine: ({ injections }) => injectionCodes(injections) !== undefined,
  }),
  ruleCase({
    id: 'psychotherapy-codes',
    complete: { minutes: 45 },
    removable: ['minutes'],
    impossible: [['minutes', -45]],
    isFine: (question) =>
      psychotherapyCode(question).state === 'code' && isQuiet(psychotherapyCodeIssues(question)),
  }),
  ruleCase({
    id: 'esketamine-billing-code',
    complete: { mg: 84, payer: 'medicare', date: '2026-11-23' },
    removable: ['mg', 'payer', 'date'],
    isFine: (question) =>
      esketamineCode(question) !== undefined &&
      isQuiet(esketamineCodeIssues({ ...question, billed: esketamineCode(question) })),
  }),
  ruleCase({
    id: 'billing-code-date',
    complete: { code: '96365', date: '2026-11-23' },
    removable: ['code', 'date'],
    isFine: (question) => isQuiet(codeDateIssues(question)),
  }),
  ruleCase({
    id: 'billing-evidence',
    complete: { code: '96365', onRecord: evidenceFor('96365') ?? [] },
    removable: ['code', 'onRecord'],
    isFine: (question) => isQuiet(evidenceIssues(question)),
  }),
  ruleCase({
    id: 'diagnosis-for-indication',
    complete: {
      icd10cm: 'F33.2',
      indication: 'treatment-resistant-depression' as const,
      medicine: 'esketamine' as const,
    },
    removable: ['icd10cm', 'indication', 'medicine'],
    isFine: (question) => isQuiet(diagnosisIssues(question)),
  }),
];

// Minutes come from the pump with its pauses out, codes from the minutes and the day, and whatever is not on record is named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { highPressure } from '#dosing-session/examples/high-pressure.ts';
import { twoSprays } from '#dosing-session/examples/two-sprays.ts';
import { fold } from '#dosing-session/state.ts';
import { type BillingRecord, billingEvidence } from './billing-evidence.ts';

const record = (more: Partial<BillingRecord> = {}): BillingRecord => ({
  zone: 'America/New_York',
  openedAt: calmInfusion.startAt,
  diagnosisCodes: [],
  seenBefore: false,
  scored: [],
  talks: [],
  ...more,
});

test('an infusion of forty minutes earns the first hour, and names its missing diagnosis', () => {
  const told = billingEvidence(fold(calmInfusion.events), record());
  assert.match(told.minutes[0]?.value ?? '', /^40 minutes/);
  assert.deepEqual(
    told.codes.map(({ code, units }) => [code, units]),
    [
      ['96365', 1],
      ['J3490', undefined],
    ],
  );
  const missing = told.codes[0]?.evidence.filter(({ state }) => state === 'missing').map(({ id }) => id);
  assert.deepEqual(missing, ['order', 'diagnosis']);
  const held = billingEvidence(
    fold(calmInfusion.events),
    record({ diagnosisCodes: ['F33.2'], order: { signedAt: calmInfusion.startAt, signedBy: 'Dr Osei' } }),
  );
  assert.equal(held.codes[0]?.missing, 0);
});

test('a pause is not a minute of the infusion', () => {
  const told = billingEvidence(fold(highPressure.events), record());
  const whole = billingEvidence(
    fold(highPressure.events.filter(({ fact }) => fact.type !== 'InfusionPaused')),
    record(),
  );
  const minutes = (of: typeof told) => Number.parseInt(of.minutes[0]?.value ?? '', 10);
  assert.equal(minutes(whole) - minutes(told), 13);
  assert.ok(told.minutes.some(({ what }) => what === 'Pause'));
});

test('an infusion whose end nobody wrote down has no minutes, no units and says so', () => {
  const told = billingEvidence(
    fold(calmInfusion.events.filter(({ fact }) => fact.type !== 'DoseStopped')),
    record(),
  );
  assert.equal(told.minutes[0]?.state, 'missing');
  assert.equal(told.codes[0]?.units, undefined);
  assert.ok(told.findings.some(({ code }) => code === 'infusion-minutes-not-known'));
});

test('a spray is one visit or milligrams, by who pays and by the day, with the lot and without the form', () => {
  const told = billingEvidence(fold(twoSprays.events), record({ openedAt: twoSprays.startAt }));
  assert.deepEqual(
    told.codes.map(({ code, units, onlyIf }) => [code, units, onlyIf]),
    [
      ['G2082', 1, 'Medicare pays'],
      ['J0013', 56, 'another payer pays by the milligram'],
    ],
  );
  const line = (id: string) => told.codes[0]?.evidence.find((one) => one.id === id);
  assert.deepEqual([line('lot')?.state, line('lot')?.have], ['present', 'E-204']);
  assert.equal(line('monitoring-form')?.state, 'missing');
  assert.equal(line('two-hours-watched')?.state, 'missing');
});

test('a talk without a beginning and an end is told as that, and earns no code', () => {
  const told = billingEvidence(
    fold(calmInfusion.events),
    record({ talks: [{ kind: 'integration', heldAt: calmInfusion.startAt, by: 'Inés Alba' }] }),
  );
  const talk = told.minutes.find(({ what }) => what.startsWith('Psychotherapy'));
  assert.equal(talk?.state, 'missing');
  assert.ok(told.codes.every(({ code }) => !code.startsWith('908')));
});

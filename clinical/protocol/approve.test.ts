import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeExample } from '#clinical/examples/ready-records.ts';
import { signEdition } from './approve.ts';
import { type Edition, isExample } from './edition.ts';
import { checkEdition, isUsable } from './edition-check.ts';
import { editionChanges } from './edition-diff.ts';
import { exampleEditions } from './editions.ts';
import { nextEdition, type ValueChange } from './next-edition.ts';

const base = routeExample('iv').edition;
const clinician = { name: 'Dr Amara Osei', role: 'prescriber' } as const;

function draft(changes: readonly ValueChange[], from: Edition = base, id = 'clinic-2'): Edition {
  const made = nextEdition({ base: from, id, writtenOn: '2026-12-01', changes });
  assert.ok(made.kind === 'draft', JSON.stringify(made));
  return made.edition;
}

function refusals(changes: readonly ValueChange[]): readonly string[] {
  const made = nextEdition({ base, id: 'clinic-2', writtenOn: '2026-12-01', changes });
  return made.kind === 'refused' ? made.findings.map((found) => `${found.code} ${found.path}`) : [];
}

test('A clinician signs a draft by name, and it is no example any more', () => {
  const edition = draft([{ path: 'rest.minimumMinutes', value: 75, note: 'Stairs at our door.' }]);
  const signed = signEdition({ draft: edition, base, clinician, on: '2026-12-02' });
  assert.ok(signed.kind === 'signed');
  assert.equal(isExample(signed.edition), false);
  assert.deepEqual(signed.edition.approver, { name: 'Dr Amara Osei', on: '2026-12-02' });
  assert.equal(signed.edition.version, 2);
});

test('Nobody signs without a name, as another role, before the day it was written, or what something speaks against', () => {
  const edition = draft([]);
  const cases = [
    [{ clinician: { ...clinician, name: ' ' } }, 'nobody-signs'],
    [{ clinician: { ...clinician, role: 'nurse' } }, 'not-theirs-to-sign'],
    [{ on: '2026-11-30' }, 'signed-before-written'],
    [{ on: 'today' }, 'signed-before-written'],
    [{ draft: draft([{ path: 'overrideMinutes', value: 2_000 }]) }, 'override-beyond-the-visit'],
    [{ base: undefined }, 'version-not-next'],
    [{ draft: { ...edition, approver: { name: 'Someone', on: '2026-12-01' } } }, 'signed-already'],
  ] as const;
  for (const [change, code] of cases) {
    const signed = signEdition({ draft: edition, base, clinician, on: '2026-12-02', ...change });
    assert.ok(signed.kind === 'refused', code);
    assert.ok(
      signed.findings.some((found) => found.code === code),
      `${code}: ${signed.findings.map((found) => found.code).join(', ')}`,
    );
  }
});

test('One value changed in a signed edition is the next version, unsigned, and the signed one stays as it was', () => {
  const signed = signEdition({ draft: draft([]), base, clinician, on: '2026-12-02' });
  assert.ok(signed.kind === 'signed');
  const before = structuredClone(signed.edition);
  const next = draft([{ path: 'checkLateAfterMinutes', value: 4 }], signed.edition, 'clinic-3');
  assert.deepEqual(signed.edition, before);
  assert.equal(next.approver, undefined);
  assert.deepEqual(
    editionChanges(signed.edition, next).map(({ kind, path }) => `${kind} ${path}`),
    [
      'changed version',
      'changed id',
      'changed madeFrom',
      'removed approver.name',
      'removed approver.on',
      'changed checkLateAfterMinutes',
    ],
  );
  assert.ok(isUsable(checkEdition({ proposed: next, base: signed.edition })));
  const passedOff = { ...signed.edition, checkLateAfterMinutes: next.checkLateAfterMinutes };
  assert.equal(isUsable(checkEdition({ proposed: passedOff, base: signed.edition })), false);
});

test('A clinic’s own value is its own decision, with the reason beside it', () => {
  const { rest } = draft([{ path: 'rest.minimumMinutes', value: 75, note: 'Stairs at our door.' }]);
  assert.deepEqual(rest.minimumMinutes, {
    value: 75,
    unit: 'min',
    source: 'O-CLINIC',
    confidence: 'H',
    note: 'Stairs at our door.',
  });
});

test('Values are set by the path the difference names, in lists, in texts and where nothing stood', () => {
  const edition = draft([
    { path: 'holds.benzodiazepine.beforeHours', value: 24 },
    { path: 'limits.alert.systolicMmHg.above', value: 170 },
    { path: 'limits.start.spo2Percent.above', value: 100 },
    { path: 'limits.start.heartRatePerMin.below', value: undefined },
    { path: 'anchors.phq-9/after-last-dose.days', value: 14 },
    { path: 'phases.starting.toMinute', value: 6 },
    { path: 'phases.rising.fromMinute', value: 6 },
    { path: 'texts.stay.es', value: 'Usted se queda hasta que la enfermera le diga.' },
    { path: 'notOverridable.weight', value: 'weight' },
    { path: 'dose.excludeAboveSessionMg', value: 150 },
  ]);
  assert.deepEqual(
    editionChanges(base, edition)
      .filter(({ path }) => path.includes('.'))
      .map(({ kind, path }) => `${kind} ${path}`),
    [
      'added holds.benzodiazepine.beforeHours',
      'added dose.excludeAboveSessionMg',
      'changed phases.starting.toMinute',
      'changed phases.rising.fromMinute',
      'removed limits.start.heartRatePerMin.below',
      'added limits.start.spo2Percent.above',
      'changed limits.alert.systolicMmHg.above',
      'changed anchors.phq-9/after-last-dose.days',
      'changed texts.stay',
      'added notOverridable.weight',
    ],
  );
  assert.equal(edition.texts.stay.value.en, base.texts.stay.value.en);
  assert.ok(isUsable(checkEdition({ proposed: edition, base })));
  const without = draft([{ path: 'notOverridable.weight', value: undefined }], edition, 'clinic-3');
  assert.deepEqual(without.notOverridable, base.notOverridable);
});

test('A slip in a path sets nothing', () => {
  for (const path of [
    'rest.minimumMinute',
    'rest',
    'limits.alert.systolicMmHg',
    'limits.alert.systolicMmHg.abov',
    'holds.coffee.beforeHours',
    'anchors.phq-9.days',
    'texts.stay',
    'texts.stay.fr',
    'version',
    'id',
    'approver.name',
    'route',
    'timing.route',
    '',
    '__proto__.polluted',
    'constructor',
  ]) {
    assert.deepEqual(refusals([{ path, value: 1 }]), [`path-not-known ${path}`], path);
  }
  assert.deepEqual(refusals([{ path: 'rest.minimumMinutes', value: undefined }]), [
    'path-not-known rest.minimumMinutes',
  ]);
});

test('What was made from an example can be told back into it', () => {
  for (const edition of exampleEditions) {
    const there = draft([{ path: 'checkLateAfterMinutes', value: 3 }], edition, 'clinic-2');
    const { checkLateAfterMinutes } = edition;
    const back = draft([{ path: 'checkLateAfterMinutes', ...checkLateAfterMinutes }], there, 'clinic-3');
    assert.deepEqual(
      editionChanges(edition, back).map(({ path }) => path),
      ['version', 'id', 'madeFrom', 'writtenOn'],
      edition.id,
    );
  }
});

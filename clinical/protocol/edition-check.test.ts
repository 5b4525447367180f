import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { routeExample } from '#clinical/examples/ready-records.ts';
import type { Edition } from './edition.ts';
import { checkEdition, isUsable } from './edition-check.ts';
import { partsOf } from './edition-parts.ts';
import { exampleEditions } from './editions.ts';
import { markedValues } from './marked-values.ts';
import { nextEdition } from './next-edition.ts';

const on = '2026-12-01';

/** A next edition with one part replaced at a path, whatever the path; undefined takes it out. */
function withPart(edition: Edition, path: string, to: unknown): Edition {
  const drafted = nextEdition({ base: edition, id: 'clinic-2', writtenOn: on, changes: [] });
  assert.ok(drafted.kind === 'draft');
  const copy = structuredClone(drafted.edition) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Record<string, unknown>>(
    (part, name) => part[name] as Record<string, unknown>,
    copy,
  );
  const before = parent[last];
  const isValue = before !== null && typeof before === 'object' && 'value' in before;
  parent[last] = isValue && (typeof to !== 'object' || Array.isArray(to)) ? { ...before, value: to } : to;
  if (to === undefined) delete parent[last];
  return copy as unknown as Edition;
}

function codes(edition: Edition, path: string, to: unknown): readonly string[] {
  return checkEdition({ proposed: withPart(edition, path, to), base: edition }).map(
    (found) => `${found.code} ${found.path}`,
  );
}

const iv = routeExample('iv').edition;
const im = routeExample('im').edition;
const home = routeExample('home').edition;
const nasal = routeExample('nasal').edition;

test('What comes with the software is usable as it stands', () => {
  for (const proposed of exampleEditions) {
    assert.deepEqual(checkEdition({ proposed, base: undefined }), [], proposed.id);
  }
});

test('Each value out of order is found at its path', () => {
  const cases: readonly (readonly [Edition, string, unknown, string])[] = [
    [iv, 'limits.alert.systolicMmHg.above', 139, 'alert-inside limits.alert.systolicMmHg.above'],
    [iv, 'limits.alert.heartRatePerMin.below', 51, 'alert-inside limits.alert.heartRatePerMin.below'],
    [iv, 'limits.alert.spo2Percent.below', 95, 'alert-inside limits.alert.spo2Percent.below'],
    [iv, 'limits.start.heartRatePerMin.below', 100, 'out-of-order limits.start.heartRatePerMin.below'],
    [iv, 'limits.release.diastolicMmHg.above', 160, 'out-of-order limits.release.diastolicMmHg.above'],
    [iv, 'sedation.emergencyAtOrBelow', 2, 'out-of-order sedation.emergencyAtOrBelow'],
    [iv, 'sedation.releaseAtOrAbove', 3, 'out-of-order sedation.reviewAtOrBelow'],
    [iv, 'alert.escalateAgainAfterSeconds', 60, 'out-of-order alert.escalateAfterSeconds'],
    [iv, 'fasting.clearFluidMinutes', 361, 'out-of-order fasting.clearFluidMinutes'],
    [iv, 'dose.reviewAboveMgPerKg', 2.1, 'out-of-order dose.reviewAboveMgPerKg'],
    [iv, 'dose.confirmWeightBelowKg', 200, 'out-of-order dose.confirmWeightBelowKg'],
    [iv, 'integration.toHours', 12, 'out-of-order integration.fromHours'],
    [iv, 'pulse.closesAtMinuteOfDay', 540, 'out-of-order pulse.opensAtMinuteOfDay'],
    [iv, 'preparation.consentDueHoursBefore', 336, 'out-of-order preparation.consentDueHoursBefore'],
    [iv, 'checkLateAfterMinutes', 10, 'late-after-the-next checkLateAfterMinutes'],
    [iv, 'fasting.clockFromHoursBefore', 25, 'eating-times-shown-wrong fasting.clockFromHoursBefore'],
    [iv, 'fasting.clockFromHoursBefore', 7, 'eating-times-shown-wrong fasting.clockFromHoursBefore'],
    [iv, 'overrideMinutes', 1_441, 'override-beyond-the-visit overrideMinutes'],
    [iv, 'quietHours.toMinuteOfDay', 1_260, 'quiet-hours-empty quietHours.toMinuteOfDay'],
    [im, 'timing.secondPart.toMinutes', 9, 'out-of-order timing.secondPart.fromMinutes'],
    [iv, 'perceptualChange.askedMinutes', [40, 20], 'perception-out-of-order perceptualChange.askedMinutes'],
    [iv, 'perceptualChange.askedMinutes', [], 'perception-out-of-order perceptualChange.askedMinutes'],
    [iv, 'perceptualChange.askedMinutes', undefined, 'perception-out-of-order perceptualChange.askedMinutes'],
    [iv, 'perceptualChange.scale', undefined, 'perception-out-of-order perceptualChange.askedMinutes'],
    [im, 'timing.checkMinutes', [0, 15, 15, 30], 'rows-out-of-order timing.checkMinutes'],
    [im, 'timing.checkMinutes', [5, 15, 30], 'rows-out-of-order timing.checkMinutes'],
    [im, 'timing.checkMinutes', [0, 4, 30], 'late-after-the-next checkLateAfterMinutes'],
  ];
  for (const [edition, path, to, expected] of cases) {
    const found = codes(edition, path, to);
    assert.ok(found.includes(expected), `${path} = ${JSON.stringify(to)}: ${found.join(', ')}`);
  }
});

test('Exactly at its neighbour is allowed where equal means the same rule', () => {
  for (const [edition, path, to] of [
    [iv, 'limits.alert.systolicMmHg.above', 160],
    [iv, 'fasting.clearFluidMinutes', 360],
    [iv, 'dose.reviewAboveMgPerKg', 2],
    [iv, 'fasting.clockFromHoursBefore', 24],
    [iv, 'fasting.clockFromHoursBefore', 8],
    [iv, 'overrideMinutes', 1_440],
    [iv, 'checkLateAfterMinutes', 9],
    [iv, 'quietHours.toMinuteOfDay', 0],
    [nasal, 'rest.minimumMinutes', 120],
    [nasal, 'rest.minimumMinutes', 150],
  ] as const) {
    assert.deepEqual(codes(edition, path, to), [], `${path} = ${to}`);
  }
});

test('Nothing may be asked less of than a label or the safety program does', () => {
  const cases: readonly (readonly [Edition, string, unknown, string])[] = [
    [nasal, 'rest.minimumMinutes', 119, 'weaker-than-label rest.minimumMinutes'],
    [nasal, 'fasting.foodMinutes', 119, 'weaker-than-label fasting.foodMinutes'],
    [nasal, 'fasting.clearFluidMinutes', 29, 'weaker-than-label fasting.clearFluidMinutes'],
    [nasal, 'timing.nasalProductMinutes', 59, 'weaker-than-label timing.nasalProductMinutes'],
    [nasal, 'timing.betweenDevicesMinutes', 4, 'weaker-than-label timing.betweenDevicesMinutes'],
    [nasal, 'rest.countedFrom', ['first-part'], 'stay-not-from-both rest.countedFrom'],
    [nasal, 'dose.allowedSessionMg', [28, 56], 'dose-not-on-label dose.allowedSessionMg'],
    [nasal, 'dose.allowedSessionMg', undefined, 'dose-not-on-label dose.allowedSessionMg'],
    [nasal, 'staffing.prescriber', 'reachable', 'prescriber-not-on-site staffing.prescriber'],
    [iv, 'dose.excludeAboveMgPerKgPerMinute', 0.6, 'weaker-than-label dose.excludeAboveMgPerKgPerMinute'],
    [
      iv,
      'dose.excludeAboveMgPerKgPerMinute',
      undefined,
      'weaker-than-label dose.excludeAboveMgPerKgPerMinute',
    ],
    [home, 'companion.presence', 'takes-home', 'alone-at-home companion.presence'],
    [iv, 'ageLimitMinutes.blood-pressure', undefined, 'never-too-old ageLimitMinutes.blood-pressure'],
  ];
  for (const [edition, path, to, expected] of cases) {
    const found = codes(edition, path, to);
    assert.ok(found.includes(expected), `${path} = ${JSON.stringify(to)}: ${found.join(', ')}`);
  }
});

test('The lines nobody goes on without stay shut in every edition', () => {
  for (const edition of exampleEditions) {
    const found = codes(edition, 'notOverridable', []);
    for (const condition of ['identity', 'consent', 'no-stop', 'order', 'open-signals']) {
      assert.ok(found.includes(`floor-line-open notOverridable.${condition}`), `${edition.id} ${condition}`);
    }
  }
  const found = codes(iv, 'notOverridable', [...iv.notOverridable, 'sitter', 'identity']);
  assert.deepEqual(found, ['named-twice notOverridable.identity#2', 'line-not-asked notOverridable.sitter']);
});

test('A value that is missing, unreadable or impossible is unknown, and says what to do', () => {
  const value = { value: 60, unit: 'min', source: 'H-HOUSE', confidence: 'H' };
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['rest.minimumMinutes', undefined, 'part-missing rest.minimumMinutes'],
    ['rest', undefined, 'part-missing rest.minimumMinutes'],
    ['rest.minimumMinutes', Number.NaN, 'value-implausible rest.minimumMinutes'],
    ['rest.minimumMinutes', Number.POSITIVE_INFINITY, 'value-implausible rest.minimumMinutes'],
    ['rest.minimumMinutes', -1, 'value-implausible rest.minimumMinutes'],
    ['rest.minimumMinutes', 0, 'value-implausible rest.minimumMinutes'],
    ['rest.minimumMinutes', '60', 'value-not-readable rest.minimumMinutes'],
    ['limits.alert.systolicMmHg.above', 1_800, 'value-implausible limits.alert.systolicMmHg.above'],
    ['limits.start.spo2Percent.below', undefined, 'limit-missing limits.start.spo2Percent.below'],
    ['rest.minimumMinutes', { ...value, unit: 'h' }, 'unit-differs rest.minimumMinutes'],
    ['rest.minimumMinutes', { ...value, source: 'X-NONE' }, 'source-not-known rest.minimumMinutes'],
    ['rest.minimumMinutes', { ...value, confidence: 'sure' }, 'confidence-not-known rest.minimumMinutes'],
    ['rest.minimumMinutes', { ...value, asOf: '2026-02-30' }, 'date-not-readable rest.minimumMinutes'],
    ['rest.countedFrom', ['lunch'], 'value-not-readable rest.countedFrom'],
    ['driving.text', { en: 'Do not drive.' }, 'part-not-known driving.text.en'],
    [
      'driving.text',
      { ...value, unit: 'text', value: { en: 'No.', es: ' ' } },
      'value-not-readable driving.text',
    ],
    ['oximetry', 'never', 'value-not-readable oximetry'],
    ['restt', value, 'part-not-known restt'],
    ['ageLimitMinutes.moon', value, 'line-not-known ageLimitMinutes.moon'],
    ['anchors.2.when', 'at-full-moon', 'moment-not-known anchors.misuse/at-full-moon.when'],
    ['anchors.2.when', 'weeks-after-last', 'part-missing anchors.misuse/weeks-after-last.weeks'],
    ['anchors.2.when', 'weeks-after-last', 'part-not-known anchors.misuse/weeks-after-last.days'],
    ['anchors.4.everyDoses', 1.5, 'out-of-order anchors.phq-9/every-n-doses.everyDoses'],
    ['anchors.4.everyDoses', 0, 'value-implausible anchors.phq-9/every-n-doses.everyDoses'],
    ['anchors.7.weeks', [12, 4], 'out-of-order anchors.phq-9/weeks-after-last.weeks'],
    ['anchors.2.instrument', 'madrs', 'nobody-can-ask anchors.madrs/before-first-dose.instrument'],
    ['anchors.2.instrument', 'cgi-s', 'nobody-can-ask anchors.cgi-s/before-first-dose.instrument'],
    ['version', 1, 'version-not-next version'],
    ['id', 'iv-example-1', 'id-not-its-own id'],
    ['id', 'Clinic 2', 'id-not-its-own id'],
    ['madeFrom', 'another', 'made-from-another madeFrom'],
    ['writtenOn', '2026-11-20', 'written-before-its-base writtenOn'],
    ['writtenOn', 'soon', 'date-not-readable writtenOn'],
    ['asOf', '2027-01-01', 'looked-at-later asOf'],
    ['timing.route', 'im', 'clock-of-another-route timing.route'],
    ['consentEditionId', '', 'value-not-readable consentEditionId'],
    ['route', 'oral', 'route-not-known route'],
  ];
  for (const [path, to, expected] of cases) {
    const found = checkEdition({ proposed: withPart(iv, path, to), base: iv });
    const said = found.map((one) => `${one.code} ${one.path}`);
    assert.ok(said.includes(expected), `${path} = ${JSON.stringify(to)}: ${said.join(', ')}`);
    assert.equal(isUsable(found), false);
    for (const one of found) {
      assert.ok(one.title.endsWith('.') && one.wayOut.endsWith('.'), one.code);
      if (one.action === 'unknown') assert.ok(one.missing.length > 0, one.code);
    }
  }
});

test('Phases begin at the first minute, follow each other without a hole and do not end', () => {
  const phase = (name: string, fromMinute: unknown, toMinute?: unknown) => ({ name, fromMinute, toMinute });
  const cases = [
    [[phase('starting', 1)], 'phases-with-a-hole phases.starting.fromMinute'],
    [[phase('starting', 0, 5), phase('rising', 6)], 'phases-with-a-hole phases.rising.fromMinute'],
    [[phase('starting', 0, 5), phase('rising', 4)], 'phases-with-a-hole phases.rising.fromMinute'],
    [[phase('starting', 0), phase('rising', 5)], 'phase-without-time phases.starting.toMinute'],
    [[phase('starting', 0, 0), phase('rising', 0)], 'phase-without-time phases.starting.toMinute'],
    [[phase('starting', 0, 5)], 'phases-end phases.starting.toMinute'],
    [[phase('rising', 0, 5), phase('starting', 5)], 'phases-out-of-order phases.starting'],
    [[phase('floating', 0)], 'phases-out-of-order phases.floating'],
    [[], 'part-missing phases'],
    [undefined, 'part-missing phases'],
  ] as const;
  for (const [phases, expected] of cases) {
    const found = codes(iv, 'phases', phases);
    assert.ok(found.includes(expected), `${JSON.stringify(phases)}: ${found.join(', ')}`);
  }
  assert.deepEqual(codes(iv, 'phases', [phase('strongest', 0)]), []);
});

test('What was signed is still usable when it is opened again', () => {
  const signed = { ...iv, approver: { name: 'Dr Osei', on } };
  assert.deepEqual(checkEdition({ proposed: signed, base: undefined }), []);
});

test('Without an edition it was made from, the first version is 1', () => {
  const found = checkEdition({ proposed: { ...iv, version: 2 }, base: undefined });
  assert.deepEqual(
    found.map((one) => one.code),
    ['version-not-next'],
  );
});

test('A draft that is half written, or no draft at all, gets findings and never an error', () => {
  const junk = fc.oneof(
    fc.anything({ maxDepth: 4, withNullPrototype: true }),
    fc.record({ route: fc.constantFrom('iv', 'home', 'nasal') }, { requiredKeys: [] }),
  );
  fc.assert(
    fc.property(junk, (proposed) => {
      const found = checkEdition({ proposed: proposed as Edition, base: iv });
      assert.ok(found.length > 0 && !isUsable(found));
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...exampleEditions),
      fc.nat(),
      fc.anything({ maxDepth: 2, withNullPrototype: true }),
      (edition, pick, to) => {
        const sections = Object.keys(edition);
        const section = sections[pick % sections.length] ?? 'rest';
        const proposed = { ...edition, [section]: to } as Edition;
        assert.ok(Array.isArray(checkEdition({ proposed, base: undefined })));
      },
    ),
    { numRuns: 500 },
  );
});

test('Each required part of each example, once taken out, keeps the edition from being used', () => {
  for (const edition of exampleEditions) {
    for (const { path, kind } of partsOf(edition)) {
      if (
        kind !== 'value' ||
        /^(holds|anchors|dose|durations\.mainEffect|limits|steps|ageLimitMinutes|afterChecks|perceptualChange)\.|^durations\.(talk|turnover)Minutes$|^integration\.quietAfterDoseHours$/.test(
          path,
        )
      ) {
        continue;
      }
      const found = codes(edition, path, undefined);
      assert.ok(found.includes(`part-missing ${path}`), `${edition.id} ${path}`);
    }
  }
});

test('The questions after a dose follow each other, and an edition that is silent on them may be used', () => {
  const later = { value: [48, 72], unit: 'h', source: 'H-HOUSE', confidence: 'H' };
  const wrong = { later: [later, [72, 48]], early: [later, [30, 72]], long: [later, [48, 400]] } as const;
  for (const [of, value] of Object.values(wrong))
    assert.ok(
      codes(iv, 'afterChecks.laterHours', { ...of, value }).includes('out-of-order afterChecks.laterHours'),
    );
  assert.deepEqual(codes(iv, 'afterChecks.laterHours', later), codes(iv, 'afterChecks', undefined));
});

test('What rests on no source, or on sources that disagree, is listed for whoever signs', () => {
  const marked = markedValues(home);
  const why = Object.fromEntries(marked.map((one) => [one.path, one.why]));
  assert.equal(why['fasting.foodMinutes'], 'sources-disagree');
  assert.equal(why['limits.alert.heartRatePerMin.above'], 'general-knowledge');
  assert.equal(why['rest.minimumMinutes'], 'sources-disagree');
  assert.equal(why.overrideMinutes, undefined);
  assert.ok(marked.every(({ path }) => !path.includes('published')));
});

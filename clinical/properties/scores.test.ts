// What holds for every form and every recovery score, whatever the answers: order does not matter, a gap is never a
// zero, and each total lies in one band. A failing run prints the seed that repeats it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  aldrete,
  aldreteCirculationPoints,
  isRecoveryTotal,
  type Points,
  padss,
  padssItems,
  padssVitalPoints,
  recoveredBy,
} from '#clinical/discharge/recovery-score.ts';
import { askedItems, optionsOf, whetherAsked } from '#clinical/instruments/asking.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { type Answers, bandOf, phq9Pattern, score } from '#clinical/instruments/score.ts';
import { changeSince } from '#clinical/outcomes/response.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';

const numRuns = 200;

/** A form filled in from top to bottom, leaving out what its earlier answers make needless. */
function filled(instrument: Instrument, picks: readonly number[]): Answers {
  const answers: Record<string, number> = {};
  for (const [index, item] of instrument.items.entries()) {
    if (whetherAsked(instrument, item, answers) !== 'asked') continue;
    const options = optionsOf(instrument, item);
    answers[item.id] = options[(picks[index] ?? 0) % options.length]?.value ?? 0;
  }
  return answers;
}

const anyFilledForm = fc
  .record({
    instrument: fc.constantFrom(...instruments),
    picks: fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ instrument, picks }) => ({ instrument, answers: filled(instrument, picks) }));

const notAnOption = fc.oneof(
  fc.constantFrom(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e9),
  fc.double(),
);

test('The order in which answers arrive never changes a score', () => {
  fc.assert(
    fc.property(anyFilledForm, fc.infiniteStream(fc.nat()), ({ instrument, answers }, luck) => {
      const shuffled = Object.entries(answers)
        .map((entry) => ({ entry, place: luck.next().value }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ entry }) => entry);
      assert.deepEqual(score(instrument, Object.fromEntries(shuffled)), score(instrument, answers));
    }),
    { numRuns },
  );
});

test('Taking any answer away takes the total away, and the answer is named', () => {
  fc.assert(
    fc.property(anyFilledForm, fc.nat(), notAnOption, ({ instrument, answers }, at, instead) => {
      const asked = askedItems(instrument, answers);
      const item = asked[at % asked.length];
      assert.ok(item);
      fc.pre(!optionsOf(instrument, item).some((option) => option.value === instead));
      const given = score(instrument, { ...answers, [item.id]: instead });
      assert.ok(!given.complete);
      assert.ok([...given.missing, ...given.invalid].includes(item.id));
      const { [item.id]: _, ...rest } = answers;
      const without = score(instrument, rest);
      assert.ok(!without.complete);
      assert.deepEqual(without.missing, [item.id]);
    }),
    { numRuns },
  );
});

test('A whole form has a total inside its range and a band that holds it', () => {
  fc.assert(
    fc.property(anyFilledForm, ({ instrument, answers }) => {
      const given = score(instrument, answers);
      assert.ok(given.complete);
      assert.equal(given.total === undefined, instrument.scoring === 'triage');
      const { total } = given;
      if (total === undefined) return;
      assert.ok(total >= instrument.range.from && total <= instrument.range.to);
      const band = bandOf(instrument, total);
      assert.equal(given.band, band?.name);
      assert.equal(band === undefined, instrument.bands.length === 0);
    }),
    { numRuns },
  );
});

test('The bands of every form share its range out without a gap or an overlap', () => {
  for (const { id, bands, range } of instruments) {
    if (bands.length === 0) continue;
    const inOrder = bands.toSorted((a, b) => a.from - b.from);
    assert.equal(inOrder[0]?.from, range.from, id);
    assert.equal(inOrder.at(-1)?.to, range.to, id);
    for (const [index, band] of inOrder.entries()) {
      assert.ok(band.to >= band.from, `${id} ${band.name}`);
      const next = inOrder[index + 1];
      if (next) assert.equal(next.from, band.to + 1, `${id}: after ${band.name}`);
    }
    assert.equal(new Set(bands.map((band) => band.name)).size, bands.length, id);
  }
});

test('A total nobody can have lies in no band', () => {
  fc.assert(
    fc.property(fc.constantFrom(...instruments), fc.double(), (instrument, total) => {
      const band = bandOf(instrument, total);
      if (total < instrument.range.from || total > instrument.range.to || Number.isNaN(total)) {
        assert.equal(band, undefined);
      }
    }),
    { numRuns },
  );
});

test('The pattern of depression is not read from a form with a gap', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(answers, fc.nat(8), fc.constantFrom(null, undefined), (values, at, gap) => {
      assert.notEqual(phq9Pattern(values), undefined);
      assert.equal(phq9Pattern(values.with(at, gap as never)), undefined);
      assert.equal(phq9Pattern(values.toSpliced(at, 1)), undefined);
    }),
    { numRuns },
  );
});

const anyPoints = fc.constantFrom<Points>(0, 1, 2);
const notPoints = fc.constantFrom(undefined, null, -1, 3, 0.5, Number.NaN, '2') as fc.Arbitrary<never>;
const fivePoints = fc.array(anyPoints, { minLength: 5, maxLength: 5 });
const aldreteNames = ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen'] as const;

test('Any Aldrete item left out leaves no total, and no one is fit by it', () => {
  fc.assert(
    fc.property(fivePoints, fc.nat(4), notPoints, (points, at, instead) => {
      const items = Object.fromEntries(aldreteNames.map((name, index) => [name, points[index]]));
      const whole = aldrete(items);
      assert.ok(whole.complete);
      assert.equal(
        whole.total,
        points.reduce<number>((sum, value) => sum + value, 0),
      );
      const name = aldreteNames[at] ?? 'activity';
      const without = aldrete({ ...items, [name]: instead });
      assert.deepEqual(without, { complete: false, missing: [name] });
      for (const edition of exampleEditions) {
        assert.equal(recoveredBy('aldrete-modified', without, edition), 'unknown');
      }
    }),
    { numRuns },
  );
});

test('Any PADSS item left out leaves no total, in both prints', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('original' as const, 'modified' as const),
      fivePoints,
      fc.nat(4),
      notPoints,
      (version, points, at, instead) => {
        assert.ok(padss(version, points).complete);
        const without = padss(version, points.with(at, instead));
        assert.deepEqual(without, { complete: false, missing: [padssItems[version][at]] });
        for (const edition of exampleEditions) {
          assert.equal(recoveredBy(`padss-${version}`, without, edition), 'unknown');
        }
        assert.equal(padss(version, points.slice(0, at)).complete, false);
      },
    ),
    { numRuns },
  );
});

test('One more point never makes anyone less fit to leave', () => {
  fc.assert(
    fc.property(fivePoints, fc.nat(4), fc.constantFrom(...exampleEditions), (points, at, edition) => {
      const before = padss('modified', points);
      const more = points.with(at, Math.min((points[at] ?? 0) + 1, 2) as Points);
      if (recoveredBy('padss-modified', before, edition) === 'fit') {
        assert.equal(recoveredBy('padss-modified', padss('modified', more), edition), 'fit');
      }
    }),
    { numRuns },
  );
});

test('Points for a vital sign fall as it moves away from the start, the same up and down', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 110, max: 140 }),
      fc.nat(70),
      fc.nat(70),
      fc.constantFrom('mmHg' as const, 'percent' as const),
      (baseline, a, b, basis) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const points = (now: number) => aldreteCirculationPoints({ baseline, now, basis }) ?? Number.NaN;
        assert.ok(points(baseline + near) >= points(baseline + far));
        assert.equal(points(baseline + near), points(baseline - near));
        const vital = (now: number) => padssVitalPoints({ baseline, now }) ?? Number.NaN;
        assert.ok(vital(baseline + near) >= vital(baseline + far));
        assert.equal(vital(baseline + near), vital(baseline - near));
      },
    ),
    { numRuns },
  );
});

test('A total outside 0 to 10 is never a recovery score', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer({ min: -50, max: 50 })), (total) => {
      assert.equal(isRecoveryTotal(total), Number.isInteger(total) && total >= 0 && total <= 10);
    }),
    { numRuns },
  );
});

test('Better and worse are mirror images, and no baseline is no answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...instruments.flatMap(({ change }) => change ?? [])),
      fc.nat(27),
      fc.nat(27),
      (rules, baseline, now) => {
        const forth = changeSince({ baseline, now, rules });
        const back = changeSince({ baseline: now, now: baseline, rules });
        assert.ok(forth !== 'unknown' && back !== 'unknown');
        const mirrored = { better: 'worse', worse: 'better', neither: 'neither' };
        assert.equal(back.reliable, mirrored[forth.reliable]);
        for (const gap of [undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
          assert.equal(changeSince({ baseline: gap, now, rules }), 'unknown');
          assert.equal(changeSince({ baseline, now: gap, rules }), 'unknown');
        }
      },
    ),
    { numRuns },
  );
});

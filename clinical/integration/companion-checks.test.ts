import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { CareRecord, EveningCheck } from '#clinical/care-record.ts';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { sourced } from '#clinical/sourced.ts';
import type { Balance, LastDose } from './after-checks.ts';
import {
  type CompanionAnswer,
  type CompanionCheckName,
  type CompanionSaid,
  calledBy,
  companionCheckAt,
  companionChecksOf,
  companionLinkEndsAt,
  companionSaid,
  companionSigns,
  type PersonSaid,
  silenceCalls,
  type Unasked,
  unaskedNow,
} from './companion-checks.ts';

const zone = 'America/New_York';
const askedBy = { edition, zone };
const hour = 3_600_000;
const startedAt = instantOf('2027-03-02', 9 * 60, zone);
const releasedAt = startedAt + 2.5 * hour;
const evening = instantOf('2027-03-02', 19 * 60, zone);

function says(check: CompanionCheckName, word: CompanionAnswer['word'] = 'well'): CompanionAnswer {
  return { check, word, signs: [], at: evening, by: 'Luz' };
}

function doseWith(answers: readonly CompanionAnswer[] | 'nobody', more: Partial<LastDose> = {}): LastDose {
  return {
    cycleId: 'c',
    startedAt,
    releasedAt,
    checks: [],
    companion:
      answers === 'nobody'
        ? undefined
        : { name: 'Luz', linkEndsAt: companionLinkEndsAt(startedAt, askedBy), answers },
    ...more,
  };
}

test('the companion is asked in the evening, the morning after, and at the last hour the protocol asks at', () => {
  assert.deepEqual(
    companionChecksOf(doseWith([]), askedBy).map(({ check, askAt }) => [check, askAt]),
    [
      ['evening', evening],
      ['morning', instantOf('2027-03-03', 9 * 60, zone)],
      ['last', startedAt + 72 * hour],
    ],
  );
  assert.deepEqual(companionChecksOf(doseWith('nobody'), askedBy), []);
});

test('of two answers to one question the later counts, and only of that question', () => {
  const told = companionChecksOf(
    doseWith([says('evening', 'worried'), says('evening'), says('last')]),
    askedBy,
  );
  assert.deepEqual(
    told.map(({ answered }) => answered?.word),
    ['well', undefined, 'well'],
  );
});

test('which of the person’s own questions the companion is asked too', () => {
  const at = (hours: number) => companionCheckAt(doseWith([]), hours, askedBy);
  assert.deepEqual([4, 24, 48, 72].map(at), [undefined, 'morning', undefined, 'last']);
});

test('the link lives until the last question is over, and five whole days at least', () => {
  assert.equal(companionLinkEndsAt(startedAt, askedBy), instantOf('2027-03-08', 0, zone));
  const later = { afterChecks: { laterHours: sourced([48, 168], 'h', 'O-CLINIC', 'H') } };
  const ends = companionLinkEndsAt(startedAt, { edition: { ...edition, ...later }, zone });
  assert.equal(ends, instantOf('2027-03-12', 0, zone));
  const [, , last] = companionChecksOf(
    doseWith([], { companion: { name: 'Luz', linkEndsAt: ends, answers: [] } }),
    { edition: { ...edition, ...later }, zone },
  );
  assert.ok(last !== undefined && last.closesAt < ends);
});

for (const [word, signs, called] of [
  ['well', [], 'nobody'],
  ['not-sure', [], 'soon'],
  ['worried', [], 'ring'],
  ...companionSigns.flatMap((sign) => [
    ['not-sure', [sign], 'ring'] as const,
    ['worried', [sign], 'ring'] as const,
    // Nobody is well and hard to wake.
    ['well', [sign], 'ring'] as const,
  ]),
] as const)
  test(`a companion who says ${word}${signs.map((sign) => `, ${sign}`).join('')} calls ${called}`, () =>
    assert.equal(calledBy({ word, signs }), called));

for (const [person, companion, calls] of [
  ['nothing', 'not-asked', true],
  ['nothing', 'nothing', true],
  // Whoever sits beside them does not know how it is within.
  ['nothing', 'something', true],
  ['well', 'not-asked', false],
  ['well', 'nothing', false],
  ['well', 'something', false],
  ['hard', 'not-asked', false],
  ['hard', 'nothing', true],
  ['hard', 'something', false],
  // Their own answer has called someone.
  ['red', 'not-asked', false],
  ['red', 'nothing', false],
  ['red', 'something', false],
] as const satisfies readonly (readonly [PersonSaid, CompanionSaid, boolean])[])
  test(`where the person says ${person} and the companion ${companion}, silence ${calls ? 'calls' : 'calls nobody'}`, () =>
    assert.equal(silenceCalls({ person, companion }), calls));

function calls(at: number, dose: LastDose, eveningCheck?: EveningCheck): readonly string[] {
  const record: CareRecord = {
    patientId: 'p',
    zone,
    stage: 'integrating',
    cycle: { id: 'c', number: 1, eveningCheck },
    lastDose: dose,
  };
  return answer({ edition, record, now: at })
    .tasks.filter(({ kind }) => kind.startsWith('call-about'))
    .map(({ kind, subject }) => (subject === undefined ? kind : `${kind}/${subject}`));
}

test('a rough evening beside a silent companion calls someone an hour after it was asked, and not before', () => {
  const at = evening + 60 * 60_000;
  const said = (word: EveningCheck['answer']): EveningCheck => ({
    dueAt: evening,
    answeredAt: evening,
    answer: word,
  });
  const cases: readonly [EveningCheck, LastDose, readonly string[]][] = [
    [said('rough'), doseWith([]), ['call-about-evening']],
    [said('rough'), doseWith([says('evening')]), []],
    [said('rough'), doseWith('nobody'), []],
    [said('all-right'), doseWith([]), []],
    [{ dueAt: evening }, doseWith([]), ['call-about-evening']],
    [{ dueAt: evening }, doseWith([says('evening')]), ['call-about-evening']],
  ];
  for (const [check, dose, expected] of cases) {
    assert.deepEqual(calls(at, dose, check), expected, JSON.stringify([check.answer, dose.companion]));
    assert.deepEqual(calls(at - 1, dose, check), []);
  }
});

describe('where the patient has the companion not asked', () => {
  const rough: EveningCheck = { dueAt: evening, answeredAt: evening, answer: 'rough' };
  const by = 'June Ames';
  const from = (at: number, until?: number): readonly Unasked[] => [{ from: at, until, by }];
  const minute = 60_000;
  const unaskedDose = (unasked: readonly Unasked[], more: Partial<LastDose> = {}): LastDose => ({
    ...doseWith([]),
    companion: { name: 'Luz', linkEndsAt: companionLinkEndsAt(startedAt, askedBy), answers: [], unasked },
    ...more,
  });

  for (const [when, unasked, isJudged] of [
    ['the whole time', from(startedAt), false],
    ['from the moment before it would be judged', from(evening + 60 * minute - 1), false],
    ['only once it was judged', from(evening + 60 * minute), true],
    ['until the hour came, and asked from then on', from(startedAt, evening), true],
    ['until a moment after the hour came', from(startedAt, evening + 1), false],
    ['at no time', [], true],
  ] as const)
    test(`no word from them that evening is ${isJudged ? 'silence' : 'no silence'} where they are not asked ${when}`, () => {
      const dose = unaskedDose(unasked);
      assert.deepEqual(calls(evening + 60 * minute, dose, rough), isJudged ? ['call-about-evening'] : []);
      const [check] = companionChecksOf(dose, askedBy);
      assert.equal(check?.unasked === undefined, isJudged);
    });

  test('the person’s own silence calls as ever', () => {
    assert.deepEqual(calls(evening + 60 * minute, unaskedDose(from(startedAt)), { dueAt: evening }), [
      'call-about-evening',
    ]);
  });

  test('on the days after each question is taken by itself', () => {
    const checks = [24, 48, 72].map((hours) => ({
      hours,
      at: startedAt + hours * hour,
      balance: 'shaky' as const,
    }));
    const told = (unasked: readonly Unasked[]) =>
      calls(startedAt + 80 * hour, unaskedDose(unasked, { checks }), { ...rough, answer: 'all-right' });
    assert.deepEqual(told(from(startedAt)), []);
    assert.deepEqual(told(from(startedAt, startedAt + 60 * hour)), ['call-about-after-check/72']);
    assert.deepEqual(told(from(startedAt + 60 * hour)), ['call-about-after-check/24']);
  });

  test('a word of theirs counts all the same, and says who is not asked since when', () => {
    const spans = [...from(startedAt, evening), ...from(evening + hour)];
    const dose = doseWith([says('evening', 'worried')], {});
    const companion = dose.companion && { ...dose.companion, unasked: spans };
    assert.equal(companionSaid({ ...dose, companion }, 'evening', askedBy), 'something');
    assert.deepEqual(unaskedNow(companion), { from: evening + hour, until: undefined, by });
    assert.equal(unaskedNow({ name: 'Luz', linkEndsAt: 1, answers: [], unasked: from(1, 2) }), undefined);
  });
});

test('on the morning after and the last day the same holds, and on the day between only the person is asked', () => {
  const fine = { dueAt: evening, answeredAt: evening, answer: 'all-right' } as const;
  const given = (balance: Balance) =>
    [24, 48, 72].map((hours) => ({ hours, at: startedAt + hours * hour, balance }));
  const told = (balance: Balance, answers: readonly CompanionAnswer[] | 'nobody') =>
    calls(startedAt + 80 * hour, doseWith(answers, { checks: given(balance) }), fine);
  assert.deepEqual(told('shaky', []), ['call-about-after-check/24', 'call-about-after-check/72']);
  assert.deepEqual(told('shaky', [says('morning'), says('last')]), []);
  assert.deepEqual(told('shaky', 'nobody'), []);
  assert.deepEqual(told('steady', []), []);
});

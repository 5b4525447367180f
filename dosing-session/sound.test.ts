import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import type { SessionFact } from './events.ts';
import { atTablet, patientId } from './examples/people.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import {
  levelsInWords,
  type SoundPlan,
  samePlan,
  soundDue,
  soundInWords,
  soundLevels,
  soundNow,
  soundPartAt,
} from './sound.ts';
import { fold, type SessionState } from './state.ts';

const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000bd', patientId };
const startAt = 1_796_000_000_000;
const at = (minute: number): number => startAt + minute * 60_000;
const lot = { lot: null, expiry: null };
const pump = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 40,
  concentrationMgPerMl: 10,
  rateMgPerMin: 1,
  plannedMinutes: 40,
  ...lot,
});
const shot = factOf('DoseGiven', { route: 'im', doseMg: 20, ...lot });

const after = (facts: readonly (readonly [minute: number, fact: SessionFact])[]): SessionState => {
  const log = recorder({ ...session, startAt, nextId: idsFrom(59) });
  for (const [minute, fact] of facts) log.record(atTablet, minute, fact);
  return fold(log.events, session);
};

const iv = {
  strongest: ivExample1.phases.find(({ name }) => name === 'strongest'),
  resting: ivExample1.phases.find(({ name }) => name === 'resting'),
};
const peakFrom = iv.strongest?.fromMinute ?? Number.NaN;
const peakTo = iv.strongest?.toMinute ?? Number.NaN;
const restFrom = iv.resting?.fromMinute ?? Number.NaN;

describe('the part of the way the sound is for', () => {
  const rows: readonly (readonly [string, readonly (readonly [number, SessionFact])[], number, string])[] = [
    ['before the dose', [], 10, 'onset'],
    ['at the start of the pump', [[0, pump]], 0, 'onset'],
    ['just before the strongest time of the edition', [[0, pump]], peakFrom - 0.01, 'onset'],
    ['at its first minute', [[0, pump]], peakFrom, 'peak'],
    ['just before its last', [[0, pump]], peakTo - 0.01, 'peak'],
    ['when it eases', [[0, pump]], peakTo, 'return'],
    ['just before the resting time', [[0, pump]], restFrom - 0.01, 'return'],
    ['at the resting time, even unmarked', [[0, pump]], restFrom, 'rest'],
    [
      'a pump that ran its course leaves the strongest time as it is',
      [
        [0, pump],
        [peakFrom + 1, factOf('DoseStopped', { reason: 'complete' })],
      ],
      peakFrom + 2,
      'peak',
    ],
    [
      'a pump stopped because the patient asked goes to the return at once',
      [
        [0, pump],
        [peakFrom + 1, factOf('DoseStopped', { reason: 'patient-asked' })],
      ],
      peakFrom + 2,
      'return',
    ],
    [
      'recovery that was marked is rest, whatever the clock says',
      [
        [0, pump],
        [peakFrom, factOf('RecoveryStarted', {})],
      ],
      peakFrom + 1,
      'rest',
    ],
  ];
  for (const [words, facts, minute, part] of rows)
    test(`${words}: ${part}`, () => {
      assert.equal(soundPartAt(after(facts), ivExample1, at(minute)), part);
    });

  test('a second injection keeps the strongest time going from when it was given', () => {
    const strongest = imExample1.phases.find(({ name }) => name === 'strongest');
    const ends = strongest?.toMinute ?? Number.NaN;
    assert.equal(soundPartAt(after([[0, shot]]), imExample1, at(ends)), 'return');
    const twice = after([
      [0, shot],
      [12, shot],
    ]);
    assert.equal(soundPartAt(twice, imExample1, at(ends)), 'peak');
    assert.equal(soundPartAt(twice, imExample1, at(ends + 12)), 'return');
  });

  test('an edition that names no strongest time never guesses one', () => {
    assert.equal(soundPartAt(after([[0, pump]]), { phases: [] }, at(30)), 'onset');
  });
});

const ambient = { kind: 'ambient' } as const;
const silence = { kind: 'silence' } as const;
const track = { kind: 'track', trackId: '0a0a0a0a-0000-4000-8000-000000000099' } as const;
const plan: SoundPlan = { onset: ambient, peak: track, return: ambient, rest: silence };
const plays = (
  kind: 'track' | 'ambient' | 'silence',
  part: 'onset' | 'peak' | 'return' | 'rest',
  why: 'plan' | 'chosen' | 'patient-asked' = 'plan',
) => factOf('SoundPlayed', { kind, title: 'Low water', part, why });

describe('what the plan asks for when the part changes', () => {
  const rows: readonly (readonly [
    string,
    SessionFact | undefined,
    'onset' | 'peak' | 'return' | 'rest',
    SoundPlan | undefined,
    unknown,
  ])[] = [
    ['nothing begins by itself', undefined, 'peak', plan, undefined],
    ['nothing changes within a part', plays('ambient', 'peak'), 'peak', plan, undefined],
    ['the track of the peak follows the onset', plays('ambient', 'onset'), 'peak', plan, track],
    ['planned silence is played like a track', plays('track', 'return'), 'rest', plan, silence],
    ['planned silence ends when the plan says so', plays('silence', 'onset'), 'peak', plan, track],
    ['silence chosen by hand stays', plays('silence', 'onset', 'chosen'), 'peak', plan, undefined],
    [
      'silence asked for from the bed stays',
      plays('silence', 'onset', 'patient-asked'),
      'peak',
      plan,
      undefined,
    ],
    [
      'a track chosen by hand holds for its part only',
      plays('track', 'onset', 'chosen'),
      'peak',
      plan,
      track,
    ],
    [
      'without a plan the sound made here goes on',
      plays('ambient', 'onset', 'chosen'),
      'peak',
      undefined,
      ambient,
    ],
    [
      'a plan of silence alone is silence in every part',
      plays('ambient', 'onset', 'chosen'),
      'peak',
      samePlan(silence),
      silence,
    ],
  ];
  for (const [words, fact, part, planned, due] of rows)
    test(words, () => {
      const playing = fact === undefined ? undefined : soundNow(after([[1, fact]]));
      assert.deepEqual(soundDue({ playing, part, plan: planned }), due);
    });
});

describe('what is playing', () => {
  test('the newest fact says it, with who changed it', () => {
    const state = after([
      [1, plays('ambient', 'onset')],
      [9, plays('track', 'peak')],
    ]);
    assert.deepEqual(
      [soundNow(state)?.fact.kind, soundNow(state)?.since, soundNow(state)?.byName],
      ['track', at(9), 'Ines Moreau'],
    );
  });

  test('a change entered in error gives the one before it back', () => {
    const log = recorder({ ...session, startAt, nextId: idsFrom(60) });
    log.record(atTablet, 1, plays('ambient', 'onset'));
    const targetEventId = log.record(atTablet, 2, plays('silence', 'onset', 'chosen'));
    log.record(atTablet, 3, factOf('EnteredInError', { targetEventId, reason: 'Wrong room' }));
    assert.equal(soundNow(fold(log.events, session))?.fact.kind, 'ambient');
  });

  test('silence noted in the setting of the room hushes the player too, until something is played again', () => {
    const hushed = factOf('SettingChanged', { silence: true });
    const quiet = after([
      [1, plays('ambient', 'onset')],
      [2, hushed],
    ]);
    assert.deepEqual([soundNow(quiet)?.fact.kind, soundNow(quiet)?.fact.why], ['silence', 'chosen']);
    const again = after([
      [1, plays('ambient', 'onset')],
      [2, hushed],
      [3, plays('ambient', 'onset', 'chosen')],
    ]);
    assert.equal(soundNow(again)?.fact.kind, 'ambient');
  });

  test('the dials stand where they were last put, and in the middle before that', () => {
    assert.equal(levelsInWords(soundLevels(after([]))), 'Sound: volume 50 %, warmth 50 %');
    const set = after([[1, factOf('SoundLevelSet', { volumePercent: 30, warmthPercent: 80 })]]);
    assert.equal(levelsInWords(soundLevels(set)), 'Sound: volume 30 %, warmth 80 %');
  });

  test('a line says the title, the licence, the part and why', () => {
    assert.equal(
      soundInWords(
        factOf('SoundPlayed', {
          kind: 'track',
          title: 'Tide',
          licence: 'CC BY 4.0, A. Author',
          part: 'peak',
          why: 'chosen',
        }),
      ),
      'Plays “Tide” (CC BY 4.0, A. Author), peak, chosen here',
    );
    assert.equal(
      soundInWords(plays('silence', 'peak', 'patient-asked')),
      'Silence, peak, asked for from the bed',
    );
  });
});

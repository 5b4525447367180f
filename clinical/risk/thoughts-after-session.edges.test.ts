// What is said about thoughts of suicide after a session, by the hour, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { thoughtsAfterSession } from './thoughts-after-session.ts';

const hour = 3_600_000;
type Question = Parameters<typeof thoughtsAfterSession>[0];

test('Thoughts are told by what they are and when, from one to three days after the session in its own words', () => {
  const cases: readonly (readonly [Partial<Question>, readonly string[]])[] = [
    [{ thoughts: 'none' }, []],
    [
      { thoughts: undefined },
      ['thoughts-after-session/thoughts-not-asked unknown; missing: thoughts; H-HOUSE T-GEN H'],
    ],
    [
      { thoughts: 'fewer' },
      [
        'thoughts-after-session/thoughts-continue review; thoughts=fewer at 172800000, ageYears=30 at 172800000; H-HOUSE H',
      ],
    ],
    [
      { thoughts: 'same' },
      [
        'thoughts-after-session/thoughts-continue review; thoughts=same at 172800000, ageYears=30 at 172800000; H-HOUSE H',
      ],
    ],
    [
      { thoughts: 'worse' },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=worse at 172800000, ageYears=30 at 172800000; T-GEN G',
      ],
    ],
    [
      { thoughts: 'new' },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=new at 172800000, ageYears=30 at 172800000; T-GEN G',
      ],
    ],
    [
      { thoughts: 'new', ageYears: 24 },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=new at 172800000, ageYears=24 at 172800000; T-GEN L-US G',
      ],
    ],
    [
      { thoughts: 'new', ageYears: 25 },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=new at 172800000, ageYears=25 at 172800000; T-GEN G',
      ],
    ],
    [
      { thoughts: 'new', ageYears: undefined },
      ['thoughts-after-session/thoughts-after-session review; thoughts=new at 172800000; T-GEN G'],
    ],
    [
      { thoughts: 'worse', saidAt: 86400000 },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=worse at 86400000, ageYears=30 at 86400000; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', saidAt: 86399999 },
      [
        'thoughts-after-session/thoughts-new-or-worse review; thoughts=worse at 86399999, ageYears=30 at 86399999; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', saidAt: 259200000 },
      [
        'thoughts-after-session/thoughts-after-session review; thoughts=worse at 259200000, ageYears=30 at 259200000; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', saidAt: 259200001 },
      [
        'thoughts-after-session/thoughts-new-or-worse review; thoughts=worse at 259200001, ageYears=30 at 259200001; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', saidAt: 0 },
      ['thoughts-after-session/thoughts-new-or-worse review; thoughts=worse at 0, ageYears=30 at 0; T-GEN G'],
    ],
    [
      { thoughts: 'worse', saidAt: -1 },
      [
        'thoughts-after-session/thoughts-time-unknown unknown; missing: saidAt, sessionEndedAt; H-HOUSE H',
        'thoughts-after-session/thoughts-new-or-worse review; thoughts=worse at -1, ageYears=30 at -1; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', saidAt: undefined },
      [
        'thoughts-after-session/thoughts-time-unknown unknown; missing: saidAt, sessionEndedAt; H-HOUSE H',
        'thoughts-after-session/thoughts-new-or-worse review; thoughts=worse, ageYears=30; T-GEN G',
      ],
    ],
    [
      { thoughts: 'worse', sessionEndedAt: undefined },
      [
        'thoughts-after-session/thoughts-time-unknown unknown; missing: saidAt, sessionEndedAt; H-HOUSE H',
        'thoughts-after-session/thoughts-new-or-worse review; thoughts=worse at 172800000, ageYears=30 at 172800000; T-GEN G',
      ],
    ],
  ];
  for (const [change, lines] of cases) {
    const question = { thoughts: undefined, saidAt: 48 * hour, sessionEndedAt: 0, ageYears: 30, ...change };
    assert.deepEqual(inLines(thoughtsAfterSession(question)), lines, JSON.stringify(change));
  }
});

test('The boxed warning is named for the young, and only for them', () => {
  const title = (ageYears: number | undefined) =>
    thoughtsAfterSession({ thoughts: 'new', saidAt: hour, sessionEndedAt: 0, ageYears })[0]?.title ?? '';
  assert.match(title(24), /boxed warning/);
  assert.doesNotMatch(title(25), /boxed warning/);
  assert.doesNotMatch(title(undefined), /boxed warning/);
});

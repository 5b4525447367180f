// The course of the spray by week, and what is said of sessions too many, too few or missed, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import {
  esketamineSchedule,
  missedSessionIssues,
  scheduledSessions,
  scheduleIssues,
  weekOfCourse,
} from './esketamine-schedule.ts';

test('Each week has its number of sessions, and past the label there is none', () => {
  const usual: Parameters<typeof esketamineSchedule>[0] = { indication: 'trd', week: 1 };
  const cases: readonly (readonly [Partial<Parameters<typeof esketamineSchedule>[0]>, unknown])[] = [
    [{}, { state: 'per-week', sessionsPerWeek: 2 }],
    [{ week: 4 }, { state: 'per-week', sessionsPerWeek: 2 }],
    [{ week: 5 }, { state: 'per-week', sessionsPerWeek: 1 }],
    [{ week: 8 }, { state: 'per-week', sessionsPerWeek: 1 }],
    [{ week: 9 }, { state: 'choice', choices: ['every 1 week', 'every 2 weeks'] }],
    [
      { indication: 'mdd-si', week: 4 },
      { state: 'per-week', sessionsPerWeek: 2 },
    ],
    [
      { indication: 'mdd-si', week: 5 },
      { state: 'unknown', because: 'not-evaluated' },
    ],
    [{ week: 0 }, { state: 'unknown', because: 'week-implausible' }],
    [{ week: 1.5 }, { state: 'unknown', because: 'week-implausible' }],
    [{ week: Number.NaN }, { state: 'unknown', because: 'week-implausible' }],
    [{ week: undefined }, { state: 'unknown', because: 'week-not-known' }],
    [{ indication: undefined }, { state: 'unknown', because: 'indication-not-known' }],
    [
      { indication: undefined, week: undefined },
      { state: 'unknown', because: 'week-not-known' },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(esketamineSchedule({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('Sessions are counted up to the end of a week, and not where there is a choice', () => {
  const usual: Parameters<typeof scheduledSessions>[0] = { indication: 'trd', throughWeek: 1 };
  const cases: readonly (readonly [Partial<Parameters<typeof scheduledSessions>[0]>, unknown])[] = [
    [{}, 2],
    [{ throughWeek: 4 }, 8],
    [{ throughWeek: 8 }, 12],
    [{ throughWeek: 9 }, undefined],
    [{ indication: 'mdd-si', throughWeek: 4 }, 8],
    [{ indication: 'mdd-si', throughWeek: 5 }, undefined],
    [{ throughWeek: 0 }, undefined],
    [{ throughWeek: 2.5 }, undefined],
    [{ throughWeek: Number.POSITIVE_INFINITY }, undefined],
    [{ throughWeek: undefined }, undefined],
    [{ indication: undefined }, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(scheduledSessions({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A day lies in the week of its course', () => {
  const usual: Parameters<typeof weekOfCourse>[0] = { firstSessionOn: '2026-11-02', on: '2026-11-02' };
  const cases: readonly (readonly [Partial<Parameters<typeof weekOfCourse>[0]>, unknown])[] = [
    [{}, 1],
    [{ on: '2026-11-08' }, 1],
    [{ on: '2026-11-09' }, 2],
    [{ on: '2026-11-01' }, undefined],
    [{ firstSessionOn: undefined }, undefined],
    [{ firstSessionOn: 'x' }, undefined],
    [{ on: '2026-02-30' }, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(weekOfCourse({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('Too many sessions in a week, and a benefit nobody judged, are told', () => {
  const usual: Parameters<typeof scheduleIssues>[0] = { indication: 'trd', week: 2, sessionsThisWeek: 2 };
  const cases: readonly (readonly [Partial<Parameters<typeof scheduleIssues>[0]>, unknown])[] = [
    [{}, []],
    [
      { sessionsThisWeek: 3 },
      [
        'esketamine-schedule/more-often-than-scheduled review; indication=trd, week=2, sessionsThisWeek=3; L-MED V',
      ],
    ],
    [{ sessionsThisWeek: undefined }, []],
    [
      { sessionsThisWeek: -1 },
      [
        'esketamine-schedule/sessions-implausible unknown; indication=trd, week=2, sessionsThisWeek=-1; missing: sessionsThisWeek; H-HOUSE H',
      ],
    ],
    [
      { sessionsThisWeek: 0.5 },
      [
        'esketamine-schedule/sessions-implausible unknown; indication=trd, week=2, sessionsThisWeek=0.5; missing: sessionsThisWeek; H-HOUSE H',
      ],
    ],
    [{ sessionsThisWeek: 0 }, []],
    [{ week: 4 }, []],
    [
      { week: 5, sessionsThisWeek: 1 },
      [
        'esketamine-schedule/benefit-not-judged unknown; indication=trd, week=5, sessionsThisWeek=1; missing: benefit; L-MED V',
      ],
    ],
    [{ week: 5, sessionsThisWeek: 1, benefit: 'benefit' }, []],
    [
      { week: 5, sessionsThisWeek: 2, benefit: 'benefit' },
      [
        'esketamine-schedule/more-often-than-scheduled review; indication=trd, week=5, sessionsThisWeek=2; L-MED V',
      ],
    ],
    [
      { week: 5, sessionsThisWeek: 1, benefit: 'no-benefit' },
      [
        'esketamine-schedule/no-benefit-and-going-on review; indication=trd, week=5, sessionsThisWeek=1; L-MED V',
      ],
    ],
    [{ week: 9, sessionsThisWeek: 1, benefit: 'benefit' }, []],
    [
      { week: 9, sessionsThisWeek: 2, benefit: 'benefit' },
      [
        'esketamine-schedule/more-often-than-scheduled review; indication=trd, week=9, sessionsThisWeek=2; L-MED V',
      ],
    ],
    [
      { indication: undefined },
      ['esketamine-schedule/indication-not-known unknown; week=2; missing: indication; H-HOUSE H'],
    ],
    [
      { week: undefined },
      ['esketamine-schedule/week-not-known unknown; indication=trd; missing: week; H-HOUSE H'],
    ],
    [
      { week: 0 },
      ['esketamine-schedule/week-implausible unknown; indication=trd, week=0; missing: week; H-HOUSE H'],
    ],
    [
      { indication: undefined, sessionsThisWeek: 3 },
      ['esketamine-schedule/indication-not-known unknown; week=2; missing: indication; H-HOUSE H'],
    ],
    [
      { indication: undefined, sessionsThisWeek: Number.NaN },
      [
        'esketamine-schedule/indication-not-known unknown; week=2; missing: indication; H-HOUSE H',
        'esketamine-schedule/sessions-implausible unknown; week=2, sessionsThisWeek=NaN; missing: sessionsThisWeek; H-HOUSE H',
      ],
    ],
    [
      { indication: 'mdd-si', week: 5, sessionsThisWeek: 3, benefit: 'benefit' },
      ['esketamine-schedule/not-evaluated unknown; indication=mdd-si, week=5; missing: schedule; L-MED V'],
    ],
    [
      { indication: 'mdd-si', week: 5, sessionsThisWeek: 1 },
      [
        'esketamine-schedule/not-evaluated unknown; indication=mdd-si, week=5; missing: schedule; L-MED V',
        'esketamine-schedule/benefit-not-judged unknown; indication=mdd-si, week=5, sessionsThisWeek=1; missing: benefit; L-MED V',
      ],
    ],
    [
      { indication: 'mdd-si', week: 5, sessionsThisWeek: 1, benefit: 'benefit' },
      ['esketamine-schedule/not-evaluated unknown; indication=mdd-si, week=5; missing: schedule; L-MED V'],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(scheduleIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('What a missed session means depends on how they have been and on the week', () => {
  const usual: Parameters<typeof missedSessionIssues>[0] = { missed: 1, week: 6, depression: 'not-worse' };
  const cases: readonly (readonly [Partial<Parameters<typeof missedSessionIssues>[0]>, unknown])[] = [
    [
      {},
      ['esketamine-schedule/missed-and-not-worse inform; missed=1, week=6, depression=not-worse; L-PDR V'],
    ],
    [{ missed: 0 }, []],
    [{ missed: 0, week: undefined, depression: undefined }, []],
    [
      { missed: undefined },
      [
        'esketamine-schedule/missed-session-not-known unknown; week=6, depression=not-worse; missing: missed; H-HOUSE H',
      ],
    ],
    [
      { missed: -1 },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=-1, week=6, depression=not-worse; missing: missed; H-HOUSE H',
      ],
    ],
    [
      { missed: 1.5 },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=1.5, week=6, depression=not-worse; missing: missed; H-HOUSE H',
      ],
    ],
    [
      { depression: undefined },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=1, week=6; missing: depression; H-HOUSE H',
      ],
    ],
    [
      { depression: undefined, week: undefined },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=1; missing: depression, week; H-HOUSE H',
      ],
    ],
    [
      { week: undefined },
      ['esketamine-schedule/missed-and-not-worse inform; missed=1, depression=not-worse; L-PDR V'],
    ],
    [
      { depression: 'worse' },
      ['esketamine-schedule/missed-and-worse review; missed=1, week=6, depression=worse; L-PDR V2'],
    ],
    [
      { depression: 'worse', week: 5 },
      ['esketamine-schedule/missed-and-worse review; missed=1, week=5, depression=worse; L-PDR V2'],
    ],
    [
      { depression: 'worse', week: 4 },
      [
        'esketamine-schedule/missed-and-worse-in-induction review; missed=1, week=4, depression=worse; T-GEN G',
      ],
    ],
    [
      { depression: 'worse', week: undefined },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=1, depression=worse; missing: week; H-HOUSE H',
      ],
    ],
    [
      { depression: 'worse', week: 0 },
      [
        'esketamine-schedule/missed-session-not-known unknown; missed=1, week=0, depression=worse; missing: week; H-HOUSE H',
      ],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(missedSessionIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

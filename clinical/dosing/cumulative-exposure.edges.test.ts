// What was given so far by route, what could not be counted, and what rises or comes closer, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { sourced } from '#clinical/sourced.ts';
import { cumulativeExposure, exposureIssues, exposureLimits, type GivenDose } from './cumulative-exposure.ts';

test('Doses are counted by session and route, and each one that cannot be is told', () => {
  const usual: Parameters<typeof cumulativeExposure>[0] = {
    given: [
      { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
      { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 35 },
    ],
    now: 9504000000,
    zone: 'UTC',
  };
  const cases: readonly (readonly [Partial<Parameters<typeof cumulativeExposure>[0]>, unknown])[] = [
    [
      {},
      {
        sessions: 2,
        byRoute: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 70 }],
        inWindow: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 70 }],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [{ given: undefined }, undefined],
    [
      { given: [] },
      {
        sessions: 0,
        byRoute: [],
        inWindow: [],
        firstAt: undefined,
        monthsSinceStart: undefined,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 10 },
        ],
      },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 45 }],
        inWindow: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 45 }],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's103', at: 8899200000, route: 'sublingual', doseMg: 100 },
          { sessionId: 's104', at: 8985600000, route: 'buccal', doseMg: 100 },
        ],
      },
      {
        sessions: 3,
        byRoute: [
          { route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 },
          { route: 'sublingual', doses: 1, dosesOfUnknownMg: 0, knownMg: 100 },
          { route: 'buccal', doses: 1, dosesOfUnknownMg: 0, knownMg: 100 },
        ],
        inWindow: [
          { route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 },
          { route: 'sublingual', doses: 1, dosesOfUnknownMg: 0, knownMg: 100 },
          { route: 'buccal', doses: 1, dosesOfUnknownMg: 0, knownMg: 100 },
        ],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's101', at: 8726400000, route: 'iv', doseMg: 0 },
        ],
      },
      {
        sessions: 2,
        byRoute: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 1, knownMg: 35 }],
        inWindow: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 1, knownMg: 35 }],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 1, aheadOfNow: 0 },
        issues: [
          'cumulative-exposure/dose-without-milligrams unknown; doses=1, of=2; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { given: [{ sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 }] },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: '', at: 8726400000, route: 'iv', doseMg: 35 },
        ],
      },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 70 }],
        inWindow: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 70 }],
        firstAt: 8640000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 1, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [
          'cumulative-exposure/dose-without-session unknown; doses=1, of=2; missing: sessionId; H-HOUSE H',
        ],
      },
    ],
    [
      {
        given: [
          { sessionId: 's100', at: undefined, route: 'iv', doseMg: 35 },
          { sessionId: 's101', at: Number.NaN, route: 'iv', doseMg: 35 },
        ],
      },
      {
        sessions: 2,
        byRoute: [{ route: 'iv', doses: 2, dosesOfUnknownMg: 0, knownMg: 70 }],
        inWindow: [],
        firstAt: undefined,
        monthsSinceStart: undefined,
        unknown: { withoutSession: 0, withoutTime: 2, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: ['cumulative-exposure/dose-without-time unknown; doses=2, of=2; missing: at; H-HOUSE H'],
      },
    ],
    [
      {
        given: [
          { sessionId: 's110', at: 9504000000, route: 'iv', doseMg: 35 },
          { sessionId: 's111', at: 9504000001, route: 'iv', doseMg: 35 },
        ],
      },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        firstAt: 9504000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 1 },
        issues: ['cumulative-exposure/dose-ahead-of-now unknown; doses=1, of=2; missing: at; H-HOUSE H'],
      },
    ],
    [
      {
        given: [
          { sessionId: 's20', at: 1728000000, route: 'iv', doseMg: 35 },
          { sessionId: 's82', at: 7084800000, route: 'iv', doseMg: 35 },
          { sessionId: 's83', at: 7171200000, route: 'iv', doseMg: 35 },
        ],
      },
      {
        sessions: 3,
        byRoute: [{ route: 'iv', doses: 3, dosesOfUnknownMg: 0, knownMg: 105 }],
        inWindow: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        firstAt: 1728000000,
        monthsSinceStart: 3,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      { given: [{ sessionId: 's58', at: 5011200000, route: 'iv', doseMg: 35 }], now: 7689600000 },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [],
        firstAt: 5011200000,
        monthsSinceStart: 1,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      { given: [{ sessionId: 's58', at: 5011200000, route: 'iv', doseMg: 35 }], now: 7776000000 },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [],
        firstAt: 5011200000,
        monthsSinceStart: 1,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      { given: [{ sessionId: 's30', at: 2592000000, route: 'iv', doseMg: 35 }], now: 5097600000 },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [],
        firstAt: 2592000000,
        monthsSinceStart: 1,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
    [
      { given: [{ sessionId: 's30', at: 2592000000, route: 'iv', doseMg: 35 }], now: 5011200000 },
      {
        sessions: 1,
        byRoute: [{ route: 'iv', doses: 1, dosesOfUnknownMg: 0, knownMg: 35 }],
        inWindow: [],
        firstAt: 2592000000,
        monthsSinceStart: 0,
        unknown: { withoutSession: 0, withoutTime: 0, withoutRoute: 0, withoutDose: 0, aheadOfNow: 0 },
        issues: [],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(cumulativeExposure({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A dose that rises and gaps that shorten by more than a quarter are told', () => {
  const usual: Parameters<typeof exposureIssues>[0] = { given: [], now: 17280000000, zone: 'UTC' };
  const cases: readonly (readonly [Partial<Parameters<typeof exposureIssues>[0]>, unknown])[] = [
    [{ given: undefined }, ['cumulative-exposure/doses-not-known unknown; missing: given; H-HOUSE H']],
    [{}, []],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 40 },
          { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 40 },
          { sessionId: 's114', at: 9849600000, route: 'iv', doseMg: 40 },
          { sessionId: 's121', at: 10454400000, route: 'iv', doseMg: 50 },
          { sessionId: 's128', at: 11059200000, route: 'iv', doseMg: 50 },
          { sessionId: 's135', at: 11664000000, route: 'iv', doseMg: 50 },
        ],
      },
      [],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 40 },
          { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 40 },
          { sessionId: 's114', at: 9849600000, route: 'iv', doseMg: 40 },
          { sessionId: 's121', at: 10454400000, route: 'iv', doseMg: 50 },
          { sessionId: 's128', at: 11059200000, route: 'iv', doseMg: 50 },
          { sessionId: 's135', at: 11664000000, route: 'iv', doseMg: 51 },
        ],
      },
      [
        'cumulative-exposure/dose-rising review; route=iv, averageMg=50.3 mg at 11664000000, averageMgBefore=40 mg at 11664000000; H-HOUSE H',
      ],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 40 },
          { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 40 },
          { sessionId: 's114', at: 9849600000, route: 'iv', doseMg: 50 },
          { sessionId: 's121', at: 10454400000, route: 'iv', doseMg: 51 },
          { sessionId: 's128', at: 11059200000, route: 'iv', doseMg: 51 },
        ],
      },
      [],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'im', doseMg: 40 },
          { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 40 },
          { sessionId: 's114', at: 9849600000, route: 'im', doseMg: 40 },
          { sessionId: 's121', at: 10454400000, route: 'iv', doseMg: 50 },
          { sessionId: 's128', at: 11059200000, route: 'im', doseMg: 50 },
          { sessionId: 's135', at: 11664000000, route: 'iv', doseMg: 51 },
        ],
      },
      [],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's108', at: 9331200000, route: 'iv', doseMg: 35 },
          { sessionId: 's116', at: 10022400000, route: 'iv', doseMg: 35 },
          { sessionId: 's124', at: 10713600000, route: 'iv', doseMg: 35 },
          { sessionId: 's130', at: 11232000000, route: 'iv', doseMg: 35 },
          { sessionId: 's136', at: 11750400000, route: 'iv', doseMg: 35 },
          { sessionId: 's142', at: 12268800000, route: 'iv', doseMg: 35 },
        ],
      },
      [],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's108', at: 9331200000, route: 'iv', doseMg: 35 },
          { sessionId: 's116', at: 10022400000, route: 'iv', doseMg: 35 },
          { sessionId: 's124', at: 10713600000, route: 'iv', doseMg: 35 },
          { sessionId: 's130', at: 11232000000, route: 'iv', doseMg: 35 },
          { sessionId: 's136', at: 11750400000, route: 'iv', doseMg: 35 },
          { sessionId: 's141.9', at: 12260160000, route: 'iv', doseMg: 35 },
        ],
      },
      [
        'cumulative-exposure/gaps-shortening review; gapDays=6 d at 12260160000, gapDaysBefore=8 d at 12260160000; H-HOUSE H',
      ],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
          { sessionId: 's108', at: 9331200000, route: 'iv', doseMg: 35 },
          { sessionId: 's116', at: 10022400000, route: 'iv', doseMg: 35 },
          { sessionId: 's124', at: 10713600000, route: 'iv', doseMg: 35 },
          { sessionId: 's125', at: 10800000000, route: 'iv', doseMg: 35 },
          { sessionId: 's126', at: 10886400000, route: 'iv', doseMg: 35 },
        ],
      },
      [],
    ],
    [
      {
        given: [
          { sessionId: 's139', at: 12009600000, route: 'iv', doseMg: 35 },
          { sessionId: 's134', at: 11577600000, route: 'iv', doseMg: 35 },
          { sessionId: 's129', at: 11145600000, route: 'iv', doseMg: 35 },
          { sessionId: 's124', at: 10713600000, route: 'iv', doseMg: 35 },
          { sessionId: 's116', at: 10022400000, route: 'iv', doseMg: 35 },
          { sessionId: 's108', at: 9331200000, route: 'iv', doseMg: 35 },
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 35 },
        ],
      },
      [
        'cumulative-exposure/gaps-shortening review; gapDays=5 d at 12009600000, gapDaysBefore=8 d at 12009600000; H-HOUSE H',
      ],
    ],
    [
      {
        given: [
          { sessionId: 's100', at: 8640000000, route: 'iv', doseMg: 40 },
          { sessionId: 's107', at: 9244800000, route: 'iv', doseMg: 40 },
          { sessionId: 's114', at: 9849600000, route: 'iv', doseMg: 40 },
          { sessionId: 's121', at: 10454400000, route: 'iv', doseMg: 50 },
          { sessionId: 's128', at: 11059200000, route: 'iv', doseMg: 50 },
          { sessionId: 's135', at: 11664000000, route: 'iv', doseMg: 51 },
          { sessionId: 's142', at: 12268800000, route: 'iv', doseMg: 35 },
        ],
      },
      [],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(exposureIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

const day = 86_400_000;
/** A session on this day, at midnight unless said otherwise. */
const on = (number: number, doseMg: number | undefined, change: Partial<GivenDose> = {}): GivenDose => ({
  sessionId: `s${number}`,
  at: number * day,
  route: 'iv',
  doseMg,
  ...change,
});
/** Weekly sessions from day 100 on, each with its dose. */
const weekly = (...dosesMg: readonly (number | undefined)[]) =>
  dosesMg.map((doseMg, index) => on(100 + 7 * index, doseMg));
const found = (given: readonly GivenDose[], limits = exposureLimits) =>
  told(exposureIssues({ given, now: 300 * day, zone: 'UTC', limits }));
const rising = (averageMg: number, before: number, onDay: number) =>
  `cumulative-exposure/dose-rising review; route=iv, averageMg=${averageMg} mg at ${onDay * day}, averageMgBefore=${before} mg at ${onDay * day}; H-HOUSE H`;
const closer = (gapDays: number, before: number, onDay: number) =>
  `cumulative-exposure/gaps-shortening review; gapDays=${gapDays} d at ${onDay * day}, gapDaysBefore=${before} d at ${onDay * day}; H-HOUSE H`;
const uncounted = (code: string, field: string, doses: number, of: number) =>
  `cumulative-exposure/dose-without-${code} unknown; doses=${doses}, of=${of}; missing: ${field}; H-HOUSE H`;

test('A dose by a route nobody wrote down is told, and rises with no route', () => {
  const nowhere = [40, 40, 40, 60, 60, 60].map((doseMg, index) =>
    on(100 + 7 * index, doseMg, { route: undefined }),
  );
  assert.deepEqual(found(nowhere), [uncounted('route', 'route', 6, 6)]);
});

test('Only the last three are held against the three before them', () => {
  assert.deepEqual(found(weekly(10, 40, 40, 40, 50, 50, 50)), []);
  assert.deepEqual(found(weekly(40, 40, 40, 31, 50, 50, 51)), [rising(50.3, 37, 142)]);
  assert.deepEqual(found([100, 102, 110, 118, 126, 131, 136, 141].map((number) => on(number, 35))), [
    closer(5, 8, 141),
  ]);
});

test('A clinic may compare one with one, and a count that is none compares nothing', () => {
  const compared = (value: number) => ({ ...exposureLimits, compared: sourced(value, '1', 'H-HOUSE', 'H') });
  assert.deepEqual(found(weekly(40, 51), compared(1)), [rising(51, 40, 107)]);
  for (const none of [0, -1, Number.NaN]) {
    assert.deepEqual(found(weekly(40, 40, 40, 51, 51, 51), compared(none)), []);
  }
});

test('A session with a dose unknown has no sum of its own, and does not make the comparison younger', () => {
  const unknown = uncounted('milligrams', 'doseMg', 1, 7);
  assert.deepEqual(found(weekly(40, 40, 40, undefined, 51, 51, 51)), [unknown, rising(51, 40, 142)]);
  assert.deepEqual(found(weekly(40, 40, 40, 51, 51, 51, undefined)), [unknown, rising(51, 40, 135)]);
  // The second injection of the first session is not known: with what is left there are too few to compare.
  assert.deepEqual(found([...weekly(40, 40, 40, 51, 51, 51), on(100, undefined)]), [unknown]);
});

test('A session given by two routes counts for neither', () => {
  const mixed = on(100, 40, { sessionId: 's100', route: 'im' });
  assert.deepEqual(found([...weekly(1, 40, 40, 51, 51, 51), mixed]), []);
  assert.deepEqual(found([...weekly(1, 40, 40, 40, 51, 51, 51), mixed]), [rising(51, 40, 142)]);
});

test('Two injections in one session are one sum at the time of the first', () => {
  const later = { sessionId: 's135', at: 135 * day + 1 };
  assert.deepEqual(found([on(135, 31, later), ...weekly(40, 40, 40, 50, 50, 20)]), [rising(50.3, 40, 135)]);
});

test('Doses of no session, and sessions without a time, are no sessions to measure gaps between', () => {
  const even = [100, 108, 116, 124, 132, 140].map((number) => on(number, 35));
  const nobodys = [141, 142].map((number) => on(number, 35, { sessionId: undefined }));
  assert.deepEqual(found([...even, ...nobodys]), [uncounted('session', 'sessionId', 2, 8)]);
  const timeless = [141, 142].map((number) => on(number, 35, { at: undefined }));
  assert.deepEqual(found([...even, ...timeless]), [uncounted('time', 'at', 2, 8)]);
  // With gaps enough to compare, neither kind changes what is found.
  const close = [100, 108, 116, 124, 129, 134, 139].map((number) => on(number, 35));
  assert.deepEqual(found([...close, ...timeless]), [uncounted('time', 'at', 2, 9), closer(5, 8, 139)]);
});

test('Sessions at one and the same time have no gap to shorten', () => {
  const same = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((sessionId) => on(100, 35, { sessionId }));
  assert.deepEqual(found(same), []);
});

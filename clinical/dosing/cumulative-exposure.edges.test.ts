// What was given so far by route, what could not be counted, and what rises or comes closer, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { cumulativeExposure, exposureIssues } from './cumulative-exposure.ts';

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

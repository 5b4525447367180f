// Which two totals are compared, and what stands in the way, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { courseOf } from './course.ts';

test('The two totals are of the same form and version, and recent', () => {
  const usual: Parameters<typeof courseOf>[0] = {
    responses: [
      { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
      { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
    ],
    instrument: 'phq-9',
    firstDoseAt: 864000000,
    now: 3283200000,
    zone: 'UTC',
  };
  const cases: readonly (readonly [Partial<Parameters<typeof courseOf>[0]>, unknown])[] = [
    [
      {},
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        missing: [],
        setAside: [],
      },
    ],
    [
      { now: 3369600000 },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        missing: ['current-total'],
        setAside: [],
      },
    ],
    [
      { firstDoseAt: undefined },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: undefined,
        missing: ['first-dose'],
        setAside: [],
      },
    ],
    [
      { firstDoseAt: Number.NaN },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: undefined,
        missing: ['first-dose'],
        setAside: [],
      },
    ],
    [
      { firstDoseAt: 3456000000 },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: undefined,
        missing: ['first-dose'],
        setAside: [],
      },
    ],
    [
      { firstDoseAt: 3283200000 },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [],
      },
    ],
    [
      { now: Number.NaN },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: undefined,
        missing: ['first-dose'],
        setAside: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        ],
      },
    ],
    [
      { responses: [] },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: undefined,
        missing: ['baseline', 'total-since'],
        setAside: [],
      },
    ],
    [
      { responses: [{ instrument: 'phq-9', at: 777600000, total: 20, version: '1999' }] },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [],
      },
    ],
    [
      { responses: [{ instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' }] },
      {
        instrument: 'phq-9',
        version: undefined,
        baseline: undefined,
        latest: { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        missing: ['baseline'],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 864000000, total: 9, version: '1999' },
          { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 2073600000, total: 5, version: '1999' },
        missing: [],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2592000000, total: 4, version: '2' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['same-version'],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2160000000, total: 6, version: '1999' },
          { instrument: 'phq-9', at: 2592000000, total: 4, version: '2' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 2160000000, total: 6, version: '1999' },
        missing: ['same-version'],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2592000000, total: undefined, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2592000000, total: Number.NaN, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [{ instrument: 'phq-9', at: 2592000000, total: Number.NaN, version: '1999' }],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: Number.NaN, total: 3, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [{ instrument: 'phq-9', at: Number.NaN, total: 3, version: '1999' }],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 3369600000, total: 3, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [{ instrument: 'phq-9', at: 3369600000, total: 3, version: '1999' }],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'gad-7', at: 2592000000, total: 3, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 2592000000, total: 3, version: '1999' },
          { instrument: 'phq-9', at: 2419200000, total: 7, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 2592000000, total: 3, version: '1999' },
        missing: [],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 3283200000, total: 3, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: { instrument: 'phq-9', at: 3283200000, total: 3, version: '1999' },
        missing: [],
        setAside: [],
      },
    ],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
          { instrument: 'phq-9', at: 864000000, total: 3, version: '1999' },
        ],
      },
      {
        instrument: 'phq-9',
        version: '1999',
        baseline: { instrument: 'phq-9', at: 777600000, total: 20, version: '1999' },
        latest: undefined,
        missing: ['total-since'],
        setAside: [],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(courseOf({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

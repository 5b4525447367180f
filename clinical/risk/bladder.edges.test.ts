// What is said about the bladder for each symptom, new or lasting, and for each index at its limits, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { bladderIndexIssues, bladderIssues } from './bladder.ts';

type Question = Parameters<typeof bladderIssues>[0];
const none = {
  frequency: false,
  urgency: false,
  'pain-on-filling': false,
  burning: false,
  'visible-blood': false,
  'night-waking': false,
};

test('Blood stops, a new symptom and a lasting one are told apart, and what was not asked is named', () => {
  const cases: readonly (readonly [Partial<Question>, readonly string[]])[] = [
    [{}, []],
    [
      { now: undefined },
      [
        'bladder/bladder-not-asked unknown; missing: frequency, urgency, pain-on-filling, burning, visible-blood, night-waking; C-CYST H-HOUSE H',
      ],
    ],
    [
      {
        now: {
          frequency: false,
          urgency: undefined,
          'pain-on-filling': false,
          burning: false,
          'visible-blood': false,
          'night-waking': false,
        },
      },
      ['bladder/bladder-not-asked unknown; missing: urgency; C-CYST H-HOUSE H'],
    ],
    [
      {
        now: {
          frequency: true,
          urgency: true,
          'pain-on-filling': true,
          burning: true,
          'visible-blood': true,
          'night-waking': true,
        },
      },
      [
        'bladder/bladder-visible-blood exclude; visible-blood=true at 7; C-CYST H-HOUSE H',
        'bladder/bladder-new-symptom review; frequency=true at 7, urgency=true at 7, pain-on-filling=true at 7, burning=true at 7, night-waking=true at 7; C-CYST H-HOUSE H',
      ],
    ],
    [
      {
        now: {
          frequency: true,
          urgency: true,
          'pain-on-filling': true,
          burning: true,
          'visible-blood': true,
          'night-waking': true,
        },
        before: {
          frequency: true,
          urgency: true,
          'pain-on-filling': true,
          burning: true,
          'visible-blood': true,
          'night-waking': true,
        },
      },
      [
        'bladder/bladder-visible-blood exclude; visible-blood=true at 7; C-CYST H-HOUSE H',
        'bladder/bladder-lasting-symptom review; frequency=true at 7, urgency=true at 7, pain-on-filling=true at 7, burning=true at 7, night-waking=true at 7; C-CYST H-HOUSE H',
      ],
    ],
    [
      {
        now: {
          frequency: false,
          urgency: true,
          'pain-on-filling': false,
          burning: false,
          'visible-blood': false,
          'night-waking': false,
        },
        before: undefined,
      },
      ['bladder/bladder-new-symptom review; urgency=true at 7; C-CYST H-HOUSE H'],
    ],
    [
      {
        now: {
          frequency: false,
          urgency: true,
          'pain-on-filling': false,
          burning: true,
          'visible-blood': false,
          'night-waking': false,
        },
        before: { burning: true },
      },
      [
        'bladder/bladder-new-symptom review; urgency=true at 7; C-CYST H-HOUSE H',
        'bladder/bladder-lasting-symptom review; burning=true at 7; C-CYST H-HOUSE H',
      ],
    ],
    [
      { now: { 'visible-blood': true } },
      [
        'bladder/bladder-visible-blood exclude; visible-blood=true at 7; C-CYST H-HOUSE H',
        'bladder/bladder-not-asked unknown; missing: frequency, urgency, pain-on-filling, burning, night-waking; C-CYST H-HOUSE H',
      ],
    ],
  ];
  for (const [change, lines] of cases) {
    const question = { now: none, before: none, at: 7, ...change };
    assert.deepEqual(inLines(bladderIssues(question)), lines, JSON.stringify(change));
  }
});

test('Each index signals from six, and a sum it cannot have is not one', () => {
  const cases: readonly (readonly [Parameters<typeof bladderIndexIssues>[0], readonly string[]])[] = [
    [{ index: 'icsi', total: 5 }, []],
    [{ index: 'icsi', total: 6 }, ['bladder-index/icsi-signal review; icsi=6 points at 7; T-GEN C-BPS G']],
    [{ index: 'icsi', total: 20 }, ['bladder-index/icsi-signal review; icsi=20 points at 7; T-GEN C-BPS G']],
    [
      { index: 'icsi', total: 21 },
      ['bladder-index/icsi-implausible unknown; icsi=21 at 7; missing: icsi; C-BPS V'],
    ],
    [{ index: 'icpi', total: 16 }, ['bladder-index/icpi-signal review; icpi=16 points at 7; T-GEN C-BPS G']],
    [
      { index: 'icpi', total: 17 },
      ['bladder-index/icpi-implausible unknown; icpi=17 at 7; missing: icpi; C-BPS V'],
    ],
    [
      { index: 'icpi', total: -1 },
      ['bladder-index/icpi-implausible unknown; icpi=-1 at 7; missing: icpi; C-BPS V'],
    ],
    [
      { index: 'icpi', total: 2.5 },
      ['bladder-index/icpi-implausible unknown; icpi=2.5 at 7; missing: icpi; C-BPS V'],
    ],
    [{ index: 'icpi', total: undefined }, ['bladder-index/icpi-missing unknown; missing: icpi; C-BPS V']],
    [{ index: 'icpi', total: null }, ['bladder-index/icpi-missing unknown; missing: icpi; C-BPS V']],
    [{ index: 'icpi', total: 0 }, []],
  ];
  for (const [question, lines] of cases) {
    assert.deepEqual(inLines(bladderIndexIssues({ ...question, at: 7 })), lines, JSON.stringify(question));
  }
});

// How long each dose held, when a next date is put forward and when it is not, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { durabilityOf } from './durability.ts';
import { pulseDurabilityRules } from './durability-rules.ts';

const day = 86_400_000;

/** One answer a day: good for the first days of every so many, and as before for the rest. */
function waves(count: number, every = 14, good = 6) {
  return Array.from({ length: count }, (_, index) => ({
    at: index * day + 3_600_000,
    value: index % every < good ? 3 : 8,
  }));
}

test('A next date needs three ends on the same route and a benefit that still holds', () => {
  const usual: Parameters<typeof durabilityOf>[0] = {
    doses: [0, 14, 28, 42].map((days) => ({ at: days * day, route: 'iv' })),
    answers: waves(46),
    baseline: 8,
    range: { from: 0, to: 10 },
    betterIs: 'lower',
    now: 46 * day,
    zone: 'UTC',
    rules: pulseDurabilityRules,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof durabilityOf>[0]>, unknown])[] = [
    [
      {},
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: undefined },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=baseline',
          '1970-01-15 iv: benefit=unknown, missing=baseline',
          '1970-01-29 iv: benefit=unknown, missing=baseline',
          '1970-02-12 iv: benefit=unknown, missing=baseline',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: baseline; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: 11 },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=baseline',
          '1970-01-15 iv: benefit=unknown, missing=baseline',
          '1970-01-29 iv: benefit=unknown, missing=baseline',
          '1970-02-12 iv: benefit=unknown, missing=baseline',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: baseline; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { doses: [] },
      {
        cycles: [],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: doses; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
        ],
        now: 3456000000,
        answers: waves(40),
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: undefined,
        issues: [
          'durability/benefit-lost review; latestDose=1970-01-29 at 2419200000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
        ],
        now: 2764800000,
        answers: waves(32),
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 2,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-01-29 at 2419200000, endsSeen=2 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'im' },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 im: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: undefined },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 undefined apart: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: route; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
          { at: 3632400000, route: 'im' },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv apart: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 undefined apart: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3632400000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: route; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3632400000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
          { at: 4320000000, route: 'iv' },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/dose-implausible unknown; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; missing: doses; H-HOUSE K-AN17 H',
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
          { at: Number.NaN, route: 'iv' },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/dose-implausible unknown; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; missing: doses; H-HOUSE K-AN17 H',
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(56), now: 4838400000 },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
        ],
        endsSeen: 4,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: undefined,
        issues: [
          'durability/benefit-lost review; latestDose=1970-02-12 at 3628800000, endsSeen=4 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(46), now: 4320000000 },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/next-date-past review; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(46), now: 5184000000 },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; missing: recent-answer; H-HOUSE K-AN17 H',
          'durability/next-date-past review; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(60), now: 3974400000 },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/answer-implausible unknown; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; missing: answers; H-HOUSE K-AN17 H',
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: [] },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=answers-after-dose',
          '1970-01-15 iv: benefit=unknown, missing=answers-after-dose',
          '1970-01-29 iv: benefit=unknown, missing=answers-after-dose',
          '1970-02-12 iv: benefit=unknown, missing=answers-after-dose',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers-after-dose; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { now: Number.NaN },
      {
        cycles: [],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/answer-implausible unknown; endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers; H-HOUSE K-AN17 H',
          'durability/dose-implausible unknown; endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: doses; H-HOUSE K-AN17 H',
          'durability/benefit-not-known unknown; endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: doses; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { betterIs: 'higher', baseline: 2 },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=6, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=held, gainPoints=6, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-29 iv: benefit=held, gainPoints=6, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-02-12 iv: benefit=no-gain, bestGainPoints=1',
        ],
        endsSeen: 0,
        dosesWithoutGain: 1,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=1 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
          'durability/no-gain review; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=1 {cycles}; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: 4 },
      {
        cycles: [
          '1970-01-01 iv: benefit=no-gain, bestGainPoints=1',
          '1970-01-15 iv: benefit=no-gain, bestGainPoints=1',
          '1970-01-29 iv: benefit=no-gain, bestGainPoints=1',
          '1970-02-12 iv: benefit=no-gain, bestGainPoints=1',
        ],
        endsSeen: 0,
        dosesWithoutGain: 4,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=4 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
          'durability/no-gain review; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=4 {cycles}; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(46, 14, 14) },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-29 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { answers: waves(44, 21, 12) },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=11, lostByDays=12',
          '1970-01-15 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=4, lostByDays=5',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=1, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 2,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 4, toDays: 5 },
        allEnds: { fromDays: 4, toDays: 12, isOpenAbove: true },
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=2 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=4 d, soonestEndTo=5 d, latestEndBy=12 d, hasHeldLonger=true; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: 10 },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=7, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=7, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=7, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=7, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: 0, betterIs: 'higher' },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=8, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=held, gainPoints=8, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-29 iv: benefit=held, gainPoints=8, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-02-12 iv: benefit=held, gainPoints=3, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: -1 },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=baseline',
          '1970-01-15 iv: benefit=unknown, missing=baseline',
          '1970-01-29 iv: benefit=unknown, missing=baseline',
          '1970-02-12 iv: benefit=unknown, missing=baseline',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: baseline; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { baseline: Number.NaN },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=baseline',
          '1970-01-15 iv: benefit=unknown, missing=baseline',
          '1970-01-29 iv: benefit=unknown, missing=baseline',
          '1970-02-12 iv: benefit=unknown, missing=baseline',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: baseline; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        answers: [
          { at: 86400000, value: 10 },
          { at: 172800000, value: 0 },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=8, heldAtLeastDays=2, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=unknown, missing=answers-after-dose',
          '1970-01-29 iv: benefit=unknown, missing=answers-after-dose',
          '1970-02-12 iv: benefit=unknown, missing=answers-after-dose',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers-after-dose; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        answers: [
          { at: 86400000, value: -1 },
          { at: 172800000, value: Number.NaN },
          { at: 259200000, value: 10.5 },
          { at: Number.NaN, value: 3 },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=unknown, missing=answers-after-dose',
          '1970-01-15 iv: benefit=unknown, missing=answers-after-dose',
          '1970-01-29 iv: benefit=unknown, missing=answers-after-dose',
          '1970-02-12 iv: benefit=unknown, missing=answers-after-dose',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/answer-implausible unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers; H-HOUSE K-AN17 H',
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers-after-dose; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      { doses: [{ at: 3974400000, route: 'iv' }], answers: [{ at: 3974400000, value: 3 }] },
      {
        cycles: ['1970-02-16 iv: benefit=unknown, missing=answers-after-dose'],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-16 at 3974400000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: answers-after-dose; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-16 at 3974400000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 172800000, route: 'iv' },
        ],
        answers: [
          { at: 86400000, value: 3 },
          { at: 172800000, value: 3 },
          { at: 259200000, value: 3 },
        ],
        now: 345600000,
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=5, heldAtLeastDays=1, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-03 iv: benefit=held, gainPoints=5, heldAtLeastDays=1, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-01-03 at 172800000, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 86400060, route: 'iv' },
          { at: 86400000, route: 'iv' },
        ],
        answers: [
          { at: 86400030, value: 1 },
          { at: 172800000, value: 3 },
        ],
        now: 345600000,
      },
      {
        cycles: [
          '1970-01-02 iv: benefit=held, gainPoints=5, heldAtLeastDays=1, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 0,
        dosesWithoutGain: 0,
        soonestEnd: undefined,
        allEnds: undefined,
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-01-02 at 86400060, endsSeen=0 {cycles}, dosesWithoutGain=0 {cycles}; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 2419200000, route: 'iv' },
          { at: 0, route: 'iv' },
          { at: 3628800000, route: 'iv' },
          { at: 1209600000, route: 'iv' },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=3, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 3,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: { from: '1970-02-17', to: '1970-02-18' },
        issues: [
          'durability/next-date inform; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
        ],
        answers: [
          { at: 3600000, value: 3 },
          { at: 90000000, value: 3 },
          { at: 176400000, value: 3 },
          { at: 262800000, value: 3 },
          { at: 349200000, value: 3 },
          { at: 435600000, value: 3 },
          { at: 522000000, value: 8 },
          { at: 608400000, value: 8 },
          { at: 694800000, value: 8 },
          { at: 781200000, value: 8 },
          { at: 867600000, value: 8 },
          { at: 954000000, value: 8 },
          { at: 1040400000, value: 8 },
          { at: 1126800000, value: 8 },
          { at: 1213200000, value: 3 },
          { at: 1299600000, value: 3 },
          { at: 1386000000, value: 3 },
          { at: 1472400000, value: 3 },
          { at: 1558800000, value: 3 },
          { at: 1645200000, value: 3 },
          { at: 1731600000, value: 8 },
          { at: 1818000000, value: 8 },
          { at: 1904400000, value: 8 },
          { at: 1990800000, value: 8 },
          { at: 2077200000, value: 8 },
          { at: 2163600000, value: 8 },
          { at: 2250000000, value: 8 },
          { at: 2336400000, value: 8 },
          { at: 2422800000, value: 3 },
          { at: 2509200000, value: 3 },
          { at: 2595600000, value: 3 },
          { at: 2682000000, value: 3 },
          { at: 2768400000, value: 3 },
          { at: 2854800000, value: 3 },
          { at: 2941200000, value: 8 },
          { at: 3027600000, value: 8 },
          { at: 3114000000, value: 8 },
          { at: 3200400000, value: 8 },
          { at: 3286800000, value: 8 },
          { at: 3373200000, value: 8 },
          { at: 3459600000, value: 8 },
          { at: 3546000000, value: 8 },
          { at: 3715200000, value: 8 },
          { at: 3801600000, value: 8 },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=no-gain, bestGainPoints=0',
        ],
        endsSeen: 3,
        dosesWithoutGain: 1,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: false },
        nextDate: undefined,
        issues: [
          'durability/no-gain review; latestDose=1970-02-12 at 3628800000, endsSeen=3 {cycles}, dosesWithoutGain=1 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=false; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
        ],
        answers: [
          { at: 3600000, value: 3 },
          { at: 90000000, value: 3 },
          { at: 176400000, value: 3 },
          { at: 262800000, value: 3 },
          { at: 349200000, value: 3 },
          { at: 435600000, value: 3 },
          { at: 522000000, value: 3 },
          { at: 608400000, value: 3 },
          { at: 694800000, value: 3 },
          { at: 781200000, value: 3 },
          { at: 867600000, value: 3 },
          { at: 954000000, value: 3 },
          { at: 1040400000, value: 3 },
          { at: 1126800000, value: 3 },
          { at: 1213200000, value: 3 },
          { at: 1299600000, value: 3 },
          { at: 1386000000, value: 3 },
          { at: 1472400000, value: 3 },
          { at: 1558800000, value: 3 },
          { at: 1645200000, value: 3 },
          { at: 1731600000, value: 8 },
          { at: 1818000000, value: 8 },
          { at: 1904400000, value: 8 },
          { at: 1990800000, value: 8 },
          { at: 2077200000, value: 8 },
          { at: 2163600000, value: 8 },
          { at: 2250000000, value: 8 },
          { at: 2336400000, value: 8 },
          { at: 2422800000, value: 3 },
          { at: 2509200000, value: 3 },
          { at: 2595600000, value: 3 },
          { at: 2682000000, value: 3 },
          { at: 2768400000, value: 3 },
          { at: 2854800000, value: 3 },
          { at: 2941200000, value: 8 },
          { at: 3027600000, value: 8 },
          { at: 3114000000, value: 8 },
          { at: 3200400000, value: 8 },
          { at: 3286800000, value: 8 },
          { at: 3373200000, value: 8 },
          { at: 3459600000, value: 8 },
          { at: 3546000000, value: 8 },
          { at: 3715200000, value: 3 },
          { at: 3801600000, value: 3 },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=held, gainPoints=5, heldAtLeastDays=2, endedBy=last-answer, isLossUnconfirmed=false',
        ],
        endsSeen: 2,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: true },
        nextDate: undefined,
        issues: [
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=2 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=true; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
    [
      {
        doses: [
          { at: 0, route: 'iv' },
          { at: 1209600000, route: 'iv' },
          { at: 2419200000, route: 'iv' },
          { at: 3628800000, route: 'iv' },
        ],
        answers: [
          { at: 3600000, value: 3 },
          { at: 90000000, value: 3 },
          { at: 176400000, value: 3 },
          { at: 262800000, value: 3 },
          { at: 349200000, value: 3 },
          { at: 435600000, value: 3 },
          { at: 522000000, value: 3 },
          { at: 608400000, value: 4 },
          { at: 694800000, value: 4 },
          { at: 781200000, value: 4 },
          { at: 867600000, value: 4 },
          { at: 954000000, value: 4 },
          { at: 1040400000, value: 4 },
          { at: 1126800000, value: 4 },
          { at: 1213200000, value: 3 },
          { at: 1299600000, value: 3 },
          { at: 1386000000, value: 3 },
          { at: 1472400000, value: 3 },
          { at: 1558800000, value: 3 },
          { at: 1645200000, value: 3 },
          { at: 1731600000, value: 8 },
          { at: 1818000000, value: 8 },
          { at: 1904400000, value: 8 },
          { at: 1990800000, value: 8 },
          { at: 2077200000, value: 8 },
          { at: 2163600000, value: 8 },
          { at: 2250000000, value: 8 },
          { at: 2336400000, value: 8 },
          { at: 2422800000, value: 3 },
          { at: 2509200000, value: 3 },
          { at: 2595600000, value: 3 },
          { at: 2682000000, value: 3 },
          { at: 2768400000, value: 3 },
          { at: 2854800000, value: 3 },
          { at: 2941200000, value: 8 },
          { at: 3027600000, value: 8 },
          { at: 3114000000, value: 8 },
          { at: 3200400000, value: 8 },
          { at: 3286800000, value: 8 },
          { at: 3373200000, value: 8 },
          { at: 3459600000, value: 8 },
          { at: 3546000000, value: 8 },
        ],
      },
      {
        cycles: [
          '1970-01-01 iv: benefit=held, gainPoints=5, heldAtLeastDays=13, endedBy=next-dose, isLossUnconfirmed=false',
          '1970-01-15 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-01-29 iv: benefit=lost, gainPoints=5, heldAtLeastDays=5, lostByDays=6',
          '1970-02-12 iv: benefit=unknown, missing=answers-after-dose',
        ],
        endsSeen: 2,
        dosesWithoutGain: 0,
        soonestEnd: { fromDays: 5, toDays: 6 },
        allEnds: { fromDays: 5, toDays: 6, isOpenAbove: true },
        nextDate: undefined,
        issues: [
          'durability/benefit-not-known unknown; latestDose=1970-02-12 at 3628800000, endsSeen=2 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=true; missing: answers-after-dose; H-HOUSE K-AN17 H',
          'durability/too-few-ends unknown; latestDose=1970-02-12 at 3628800000, endsSeen=2 {cycles}, dosesWithoutGain=0 {cycles}, soonestEndFrom=5 d, soonestEndTo=6 d, latestEndBy=6 d, hasHeldLonger=true; missing: ends-seen; H-HOUSE K-AN17 H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(durabilityOf({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

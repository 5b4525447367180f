import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill } from './language.ts';
import {
  clockText,
  exampleRouteDayFigures as figures,
  placeSteps,
  routeDays,
  routeIds,
} from './route-days.ts';

describe('the example day', () => {
  for (const route of routeIds) {
    it(`gives every step by ${route} an hour, in order, and a night without a clock`, () => {
      const steps = placeSteps(route, figures);
      const minutes = steps.map((step) => step.minuteOfDay);
      assert.equal(minutes.at(-1), null);
      const timed = minutes.filter((minute) => minute !== null);
      assert.equal(timed.length, steps.length - 1);
      assert.deepEqual(
        timed,
        [...timed].sort((a, b) => a - b),
      );
      assert.equal(timed.length, Object.keys(figures.routes[route].minutes).length);
    });

    it(`tells ${route} in both languages, with no figure left open`, () => {
      const { doseMinutes, checkEveryMinutes } = figures.routes[route];
      for (const step of routeDays[route].steps)
        for (const words of [step.title, step.text, step.short, step.post])
          if (words)
            for (const text of [words.en, words.es]) {
              assert.ok(text.length > 0);
              assert.doesNotMatch(fill(text, { doseMinutes, checkEveryMinutes }), /[{}]/);
            }
    });
  }

  it('stops the drip as many minutes after its start as the drip is long', () => {
    const { minutes, doseMinutes } = figures.routes.drip;
    assert.equal(minutes.stop - minutes.start, doseMinutes);
  });

  it('keeps the spray two full hours after its second device, as its rule asks', () => {
    const { minutes } = figures.routes.spray;
    assert.ok(minutes.watched - minutes.second >= 120);
    assert.ok(minutes.home >= minutes.watched);
  });

  it('moves when the clinic moves a step', () => {
    const later = { ...figures, arrivalMinuteOfDay: 9 * 60 };
    assert.equal(placeSteps('drip', later)[0]?.minuteOfDay, 540);
  });

  it('writes hours without a leading zero', () => {
    assert.equal(clockText(495), '8:15');
    assert.equal(clockText(630), '10:30');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tideLevel, tideShape } from './tide.ts';

// Worked values of the teaching model, each as a share of the level at the named minute (same model, same source).
const worked = [
  {
    route: 'drip',
    against: 40,
    shares: { 10: 71.7 / 187.7, 20: 121.4 / 187.7, 60: 113.2 / 187.7, 120: 64.5 / 187.7, 240: 37.3 / 187.7 },
  },
  {
    route: 'injection',
    against: 20,
    shares: { 10: 236 / 293.5, 60: 195.1 / 293.5, 120: 119.4 / 293.5, 240: 68.5 / 293.5 },
  },
  {
    route: 'lozenge',
    against: 50,
    shares: { 10: 85.6 / 159.3, 30: 150.1 / 159.3, 120: 124.1 / 159.3, 240: 72.7 / 159.3 },
  },
  {
    route: 'spray',
    against: 30,
    shares: { 10: 107.5 / 153.9, 60: 124.8 / 153.9, 120: 78.9 / 153.9, 240: 44.2 / 153.9 },
  },
] as const;

describe('the tide', () => {
  for (const { route, against, shares } of worked)
    it(`rises and eases by ${route} as the model says`, () => {
      for (const [minute, share] of Object.entries(shares)) {
        const level = tideLevel(route, Number(minute), 40) / tideLevel(route, against, 40);
        assert.ok(Math.abs(level - share) < 0.002, `${minute} min: ${level} against ${share}`);
      }
    });

  it('is flat before the dose', () => {
    assert.equal(tideLevel('drip', 0, 40), 0);
    assert.equal(tideLevel('spray', -5, 0), 0);
  });

  it('is drawn to its own top, so heights of two routes cannot be compared', () => {
    for (const route of ['drip', 'injection', 'lozenge', 'spray'] as const) {
      const heights = tideShape(route, 40, 200).map((point) => point.height);
      assert.equal(Math.max(...heights), 1, route);
      assert.equal(Math.min(...heights), 0, route);
    }
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PillarFacts, pillarsOf } from './pillars.ts';

const whole: PillarFacts = {
  now: 1_000,
  releasedAt: 500,
  integrationBy: 900,
  preparation: { intention: true, grounding: true, 'navigation-plan': true, 'day-plan': true, consent: true },
  support: { companion: true, released: true, checksAsked: 5, checksMet: 5 },
  integration: { booked: true, heldAt: 800 },
};

function states(facts: PillarFacts): readonly string[] {
  return pillarsOf(facts).map(({ pillar, state }) => `${pillar} ${state}`);
}

test('a cycle is whole when people got ready, were looked after and made use of it', () => {
  assert.deepEqual(states(whole), ['preparation whole', 'support whole', 'integration whole']);
});

test('what can still come is open; what can no longer come is missing', () => {
  const { preparation, support, integration } = whole;
  const cases: readonly [PillarFacts, readonly string[]][] = [
    [
      { ...whole, preparation: { ...preparation, intention: false } },
      ['preparation missing', 'support whole', 'integration whole'],
    ],
    [
      {
        ...whole,
        releasedAt: undefined,
        preparation: { ...preparation, 'day-plan': false },
        support: { companion: false, released: false, checksAsked: 0, checksMet: 0 },
        integrationBy: undefined,
        integration: { booked: true, heldAt: undefined },
      },
      ['preparation open', 'support open', 'integration open'],
    ],
    [
      { ...whole, support: { ...support, checksMet: 4 } },
      ['preparation whole', 'support missing', 'integration whole'],
    ],
    [
      { ...whole, now: 900, integration: { ...integration, heldAt: undefined } },
      ['preparation whole', 'support whole', 'integration open'],
    ],
    [
      { ...whole, now: 901, integration: { booked: false, heldAt: undefined } },
      ['preparation whole', 'support whole', 'integration missing'],
    ],
  ];
  for (const [facts, expected] of cases) assert.deepEqual(states(facts), expected);
});

// A cycle rests on three things: getting ready, being looked after, and making use of it. This says of one cycle what of
// each is there and what is not. It counts acts, never how anyone felt, and it closes no gate.

import type { Instant } from '#clinical/instant.ts';
import type { PreparationStep } from '#clinical/protocol/care-steps.ts';

export type PillarName = 'preparation' | 'support' | 'integration';

export type PillarFacts = {
  readonly now: Instant;
  readonly releasedAt: Instant | undefined;
  /** Until when an integration hour counts as in its time. */
  readonly integrationBy: Instant | undefined;
  /** The steps the protocol asks, and whether each is there. */
  readonly preparation: Readonly<Partial<Record<PreparationStep, boolean>>>;
  readonly support: {
    /** Someone said yes to taking them home, or at home to watching. */
    readonly companion: boolean;
    /** Someone of the clinic let them go by name. */
    readonly released: boolean;
    /** The evening and the days after: how many were asked by now, and how many brought an answer or a call. */
    readonly checksAsked: number;
    readonly checksMet: number;
  };
  readonly integration: {
    readonly booked: boolean;
    readonly heldAt: Instant | undefined;
  };
};

export type PillarPart = { readonly part: string; readonly state: 'there' | 'missing' | 'not-yet' };
export type Pillar = {
  readonly pillar: PillarName;
  readonly parts: readonly PillarPart[];
  /** 'open': what is not there can still come. */
  readonly state: 'whole' | 'open' | 'missing';
};

export function pillarsOf(facts: PillarFacts): readonly Pillar[] {
  const { preparation, support, integration, releasedAt, integrationBy, now } = facts;
  const isOver = releasedAt !== undefined;
  const before = (isThere: boolean): PillarPart['state'] =>
    isThere ? 'there' : isOver ? 'missing' : 'not-yet';
  const isTimeOver = integrationBy !== undefined && now > integrationBy;
  const inTime = (isThere: boolean): PillarPart['state'] =>
    isThere ? 'there' : isTimeOver ? 'missing' : 'not-yet';
  return [
    pillar(
      'preparation',
      Object.entries(preparation).map(([part, isThere]) => ({ part, state: before(isThere) })),
    ),
    pillar('support', [
      { part: 'companion', state: before(support.companion) },
      { part: 'released', state: support.released ? 'there' : 'not-yet' },
      {
        part: 'days-after',
        state:
          support.checksAsked === 0
            ? 'not-yet'
            : support.checksMet >= support.checksAsked
              ? 'there'
              : 'missing',
      },
    ]),
    pillar('integration', [
      { part: 'booked', state: inTime(integration.booked) },
      { part: 'held', state: inTime(integration.heldAt !== undefined) },
    ]),
  ];
}

function pillar(name: PillarName, parts: readonly PillarPart[]): Pillar {
  const states = parts.map((part) => part.state);
  const state = states.includes('missing') ? 'missing' : states.includes('not-yet') ? 'open' : 'whole';
  return { pillar: name, parts, state };
}

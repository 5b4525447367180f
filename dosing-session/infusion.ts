// How much has gone in, by the clock: the rates that were set, for as long as each was set. The pump may say
// otherwise, and what it says is kept beside this, never in place of it.
import { type Instant, millisecondsPerMinute, minutesBetween } from '#clinical/instant.ts';
import type { Infusion, SessionState } from './state.ts';

/** Milligrams delivered by `now`, and never more than was drawn up. */
export const infusedMg = (infusion: Infusion, now: Instant): number => {
  const delivered = infusion.segments.reduce((sum, { fromAt, rateMgPerMin }, index) => {
    const untilAt = Math.min(infusion.segments[index + 1]?.fromAt ?? now, now);
    return sum + rateMgPerMin * Math.max(0, minutesBetween(fromAt, untilAt));
  }, 0);
  const atOnce = infusion.boosts.reduce((sum, { at, mg }) => (at <= now ? sum + mg : sum), 0);
  return Math.min(delivered + atOnce, infusion.doseMg);
};

/** Everything given in this session by `now`, on every route. */
export const givenMg = (state: SessionState, now: Instant): number =>
  state.facts.DoseGiven.filter(({ at }) => at <= now).reduce(
    (sum, { fact }) => sum + fact.doseMg,
    state.infusion === null ? 0 : infusedMg(state.infusion, now),
  );

export type InfusionProgress = {
  readonly run: Infusion['run'];
  readonly givenMg: number;
  readonly remainingMg: number;
  readonly rateMgPerMin: number;
  readonly minutesSinceStart: number;
  readonly pausedMinutes: number;
  /** When the syringe will be empty at the rate now set. Unknown while it stands still. */
  readonly emptyAt: Instant | undefined;
};

export const infusionProgress = (state: SessionState, now: Instant): InfusionProgress | undefined => {
  const { infusion } = state;
  if (infusion === null) return undefined;
  const given = infusedMg(infusion, now);
  const remainingMg = infusion.doseMg - given;
  const endAt = Math.min(infusion.stoppedAt ?? now, now);
  const flows = infusion.run === 'running' && infusion.rateMgPerMin > 0;
  return {
    run: infusion.run,
    givenMg: given,
    remainingMg,
    rateMgPerMin: infusion.rateMgPerMin,
    minutesSinceStart: Math.max(0, minutesBetween(infusion.startedAt, now)),
    pausedMinutes: pausedMinutes(infusion, endAt),
    emptyAt: flows
      ? Math.round(now + (remainingMg / infusion.rateMgPerMin) * millisecondsPerMinute)
      : undefined,
  };
};

const pausedMinutes = ({ segments }: Infusion, endAt: Instant): number =>
  segments.reduce((sum, { fromAt, rateMgPerMin }, index) => {
    const untilAt = Math.min(segments[index + 1]?.fromAt ?? endAt, endAt);
    return rateMgPerMin === 0 ? sum + Math.max(0, minutesBetween(fromAt, untilAt)) : sum;
  }, 0);

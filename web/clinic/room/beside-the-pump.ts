// What asks for a look beside the pump, the most pressing first, in one line.
import { onset } from '#clinical/dosing/onset.ts';
import type { Instant } from '#clinical/instant.ts';
import { nextLineCheck } from '#clinical/monitoring/line-check.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { effectToNote } from '#dosing-session/titration.ts';
import type { SheetAsked } from './room-context.ts';

export interface Asked {
  readonly words: string;
  readonly opens: SheetAsked;
  /** Its time has come. */
  readonly due: boolean;
}

/** When the last of the dose went in, or the pump was started. Nothing before a dose. */
export function givenAt(state: SessionState): number | undefined {
  return latest(state, 'DoseGiven')?.at ?? state.infusion?.startedAt;
}

export function lastFelt(state: SessionState) {
  const from = givenAt(state);
  return from === undefined ? undefined : state.facts.OnsetSaid.findLast(({ at }) => at >= from);
}

export function lineDueAt(state: SessionState, edition: Edition): Instant | undefined {
  return nextLineCheck({
    edition,
    startedAt: state.infusion?.startedAt,
    stoppedAt: state.infusion?.stoppedAt ?? undefined,
    lookedAt: latest(state, 'LineChecked')?.at,
  });
}

export function askedBeside(
  { state, edition, now }: { readonly state: SessionState; readonly edition: Edition; readonly now: Instant },
  clock: (at: Instant) => string,
): Asked | undefined {
  const { infusion } = state;
  if (infusion === null) return undefined;
  const line = lineDueAt(state, edition);
  if (line !== undefined && line <= now)
    return { words: `Look at the line, due ${clock(line)}`, opens: { kind: 'line' }, due: true };
  const felt = lastFelt(state)?.fact.felt;
  const first = onset({ edition, givenAt: infusion.startedAt, felt, now });
  if (felt !== 'felt' && infusion.stoppedAt === null && first.clock !== 'before')
    return {
      words: `Is anything felt? Usually ${clock(first.from)} to ${clock(first.to)}`,
      opens: { kind: 'onset' },
      due: true,
    };
  const effect = effectToNote(state);
  if (effect !== undefined)
    return { words: `Changed ${clock(effect.at)}: what did it do?`, opens: { kind: 'effect' }, due: true };
  return line === undefined
    ? undefined
    : { words: `Line: look again ${clock(line)}`, opens: { kind: 'line' }, due: false };
}

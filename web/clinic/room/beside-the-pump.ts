// What asks for a look beside the pump, the most pressing first, in one line.
import { onset } from '#clinical/dosing/onset.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { lastFelt, lineDueAt } from '#dosing-session/due-checks.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { effectToNote } from '#dosing-session/titration.ts';
import type { SheetAsked } from './room-context.ts';

export interface Asked {
  readonly words: string;
  readonly opens: SheetAsked;
  /** Its time has come. */
  readonly due: boolean;
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

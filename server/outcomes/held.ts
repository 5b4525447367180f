// How long what each dose brought has held, by one question of the day: how heavy it was, or what it was good for.

import type { Held } from '#api/outcomes.ts';
import type { Pulse } from '#clinical/care-record.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { pulseBaseline } from '#clinical/outcomes/benefit-answer.ts';
import type { Direction } from '#clinical/outcomes/change-rules.ts';
import { type Durability, durabilityOf, type GivenDose } from '#clinical/outcomes/durability.ts';
import { pulseDurabilityRules } from '#clinical/outcomes/durability-rules.ts';

const range = { from: pulse.from, to: pulse.to };

type Question = {
  /** Oldest first. */
  readonly doses: readonly GivenDose[];
  readonly answers: readonly Pulse[];
  readonly betterIs: Direction;
  readonly now: Instant;
  readonly zone: ZoneId;
};

export function durabilityByDay(question: Question): Durability {
  const { doses, answers, zone } = question;
  return durabilityOf({
    ...question,
    range,
    baseline: pulseBaseline({ pulses: answers, firstDoseAt: doses[0]?.at, range, zone }),
    rules: pulseDurabilityRules,
  });
}

export function heldOf(question: Question): Held {
  const { issues: _, ...held } = durabilityByDay(question);
  return held;
}

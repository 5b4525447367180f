// Protocol, record and moment in; one answer out: what should happen now, what blocks, who owns it, what is unknown.
// Every surface shows this answer and none has a rule of its own.

import type { JourneyStage } from './care-record.ts';
import type { Gate } from './gate.ts';
import type { Instant } from './instant.ts';
import type { Task } from './task.ts';

export type { Condition, Gate, GateLine, Have, LineState } from './gate.ts';
export type { Task, TaskKind, TaskState } from './task.ts';

export type CheckSlot = {
  /** Minutes after the dose started that this row of vital signs belongs to. */
  readonly minute: number;
  readonly dueAt: Instant;
  readonly lateAt: Instant;
  /** When the next row opens; an untaken row is missed from here on. */
  readonly missedAt: Instant;
  readonly state: 'not-yet' | 'due' | 'late' | 'missed' | 'taken';
  readonly takenAt?: Instant | undefined;
};

export type FoodClock = { readonly eatUntil: Instant; readonly clearDrinksUntil: Instant; readonly startsAt: Instant };

/** Something that could not be told, as a code: 'open-dose/ride', 'edition', 'zone'. */
export type UnknownCode = string;

export type Answer = {
  readonly stage: JourneyStage;
  /** By deadline: late and due first, then what opens later, then what is done. */
  readonly tasks: readonly Task[];
  readonly gates: { readonly openDose: Gate; readonly release: Gate };
  readonly unknown: readonly UnknownCode[];
  /** The earliest moment at which time alone changes this answer. Until then it may be shown as it stands. */
  readonly nextAt?: Instant | undefined;
  readonly currentCheck?: CheckSlot | undefined;
  readonly nextCheck?: CheckSlot | undefined;
  readonly missedChecks: readonly CheckSlot[];
  readonly foodClock?: FoodClock | undefined;
};

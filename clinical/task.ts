// A task is one thing someone is asked to do, with its owner and its window. The patient's Today, the desk's list and
// the reminders all show these same tasks.

import type { Role } from './care-record.ts';
import type { Condition } from './gate.ts';
import type { Instant } from './instant.ts';

export type TaskKind =
  | 'answer-screening'
  | 'book-consult'
  | 'hold-consult'
  | 'decide-issue'
  | 'sign-order'
  | 'book-dose'
  | 'book-integration'
  | 'sign-consent'
  | 'set-intention'
  | 'practice-grounding'
  | 'write-navigation-plan'
  | 'write-day-plan'
  | 'write-letter'
  | 'prepare-step'
  | 'ask-companion'
  | 'answer-ride'
  | 'answer-baseline'
  | 'morning-check-in'
  | 'check-in'
  | 'settle-line'
  | 'pre-dose-review'
  | 'take-vital-signs'
  | 'make-look'
  | 'call-home'
  | 'recheck-alert'
  | 'answer-signal'
  | 'release'
  | 'answer-evening-check'
  | 'call-about-evening'
  | 'answer-after-check'
  | 'call-about-after-check'
  | 'answer-pulse'
  | 'answer-anchor'
  | 'attend-integration';

export type TaskState = 'late' | 'due' | 'not-yet' | 'done';

export type Task = {
  /** Stable within a record: the kind and what it is about. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly owner: Role;
  readonly state: TaskState;
  readonly opensAt?: Instant | undefined;
  readonly dueAt?: Instant | undefined;
  readonly doneAt?: Instant | undefined;
  /** What it is about: a screening section, a step of getting ready, an issue id, an instrument, a gate condition. */
  readonly subject?: string | undefined;
  /** The gate lines that stay shut until it is done. */
  readonly blocks?: readonly Condition[] | undefined;
};

// A rule as a clinician reads it: the question, how it is decided, what it looks at, what it says when something is
// missing, and every number it holds. The printed rule book is made of these cards, and the test that no rule calls a
// missing input fine goes through them one by one.

import type { Sourced } from './sourced.ts';
import type { SourceId } from './sources.ts';

export type CardStage =
  | 'screening'
  | 'instruments'
  | 'risk'
  | 'dosing'
  | 'preparation'
  | 'monitoring'
  | 'discharge'
  | 'integration'
  | 'outcomes'
  | 'safety-programs'
  | 'medication-stock'
  | 'law'
  | 'billing';

export type FigureValue = string | number | boolean | readonly (string | number)[];

export type RuleCard = {
  /** What its findings name in `rule`; unique in the book. */
  readonly id: string;
  readonly stage: CardStage;
  /** The question it answers, as one sentence. */
  readonly question: string;
  /** How it decides, in plain sentences. */
  readonly decides: string;
  /** What it must be given, by the names its findings use. */
  readonly inputs: readonly string[];
  /** What it says when one of them is missing. */
  readonly whenMissing: string;
  /** The very values the rule reads, never a copy. Those of a protocol edition are printed with the edition. */
  readonly figures: Readonly<Record<string, Sourced<FigureValue>>>;
  readonly sources: readonly SourceId[];
};

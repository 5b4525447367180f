// EMDR as the bench writes it down: the eight phases, the two scales, what a target is made of, and what must be answered
// before a sitting is closed. It says what is missing; it never says what anything means.

import type { Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

/** The standard eight. */
export const emdrPhases = sourced(
  [
    'history',
    'preparation',
    'assessment',
    'desensitization',
    'installation',
    'body-scan',
    'closure',
    'reevaluation',
  ],
  'phase',
  'T-GEN',
  'G',
);
export type EmdrPhase = (typeof emdrPhases.value)[number];

/** How much it troubles now: none to the most there could be. */
export const sudRange = sourced({ least: 0, most: 10 }, '{score}', 'T-GEN', 'G');
/** How true the wanted belief feels: not at all to wholly. */
export const vocRange = sourced({ least: 1, most: 7 }, '{score}', 'T-GEN', 'G');
/** Where practice goes on from one phase to the next: trouble near none, the belief near wholly true. */
export const goesOnAt = sourced({ sudAtMost: 1, vocAtLeast: 6 }, '{score}', 'T-GEN', 'G');

/** A sitting lasts an hour or an hour and a half; one that is still open this long after its start was walked away from. */
export const sittingClosedWithinHours = sourced(3, 'h', 'H-HOUSE', 'H');

export type EmdrReading = {
  readonly scale: 'sud' | 'voc';
  readonly value: number;
  readonly at: Instant;
  readonly phase: EmdrPhase;
};

export function isOnScale({ scale, value }: Pick<EmdrReading, 'scale' | 'value'>): boolean {
  const { least, most } = scale === 'sud' ? sudRange.value : vocRange.value;
  return Number.isInteger(value) && value >= least && value <= most;
}

export type EmdrTarget = {
  readonly image?: string | undefined;
  readonly negative?: string | undefined;
  readonly positive?: string | undefined;
  readonly feeling?: string | undefined;
  readonly body?: string | undefined;
};

/** What a target still lacks before it is worked on. */
export function missingInTarget(
  target: EmdrTarget,
  readings: readonly EmdrReading[],
): readonly (keyof EmdrTarget | 'sud' | 'voc')[] {
  const parts = (['image', 'negative', 'positive', 'feeling', 'body'] as const).filter(
    (part) => (target[part] ?? '').trim() === '',
  );
  const scales = (['voc', 'sud'] as const).filter(
    (scale) => !readings.some((reading) => reading.scale === scale && isOnScale(reading)),
  );
  return [...parts, ...scales];
}

/** Whether practice would go on from this phase; undefined where the reading for it is missing. */
export function goesOnFrom(phase: EmdrPhase, readings: readonly EmdrReading[]): boolean | undefined {
  const last = (scale: EmdrReading['scale']): number | undefined =>
    readings.findLast((reading) => reading.scale === scale && isOnScale(reading))?.value;
  if (phase === 'desensitization') {
    const sud = last('sud');
    return sud === undefined ? undefined : sud <= goesOnAt.value.sudAtMost;
  }
  if (phase === 'installation') {
    const voc = last('voc');
    return voc === undefined ? undefined : voc >= goesOnAt.value.vocAtLeast;
  }
  return true;
}

export const closureQuestions = ['here-and-now', 'calmed', 'next-days', 'knows-whom-to-call'] as const;
export type ClosureQuestion = (typeof closureQuestions)[number];
export type ClosureAnswer = 'yes' | 'no';
export type Closure = Partial<Record<ClosureQuestion, ClosureAnswer>> & {
  readonly sudNow?: number | undefined;
  /** What is done where an answer is no, or the trouble is still high. */
  readonly plan?: string | undefined;
};

/** What keeps a sitting open: a question not asked is not a yes, and a no needs its plan. */
export function holdsOpen(closure: Closure): readonly (ClosureQuestion | 'sud-now' | 'plan')[] {
  const unasked = closureQuestions.filter((question) => closure[question] === undefined);
  const sudUnknown =
    closure.sudNow === undefined || !isOnScale({ scale: 'sud', value: closure.sudNow })
      ? (['sud-now'] as const)
      : [];
  const isUnfinished =
    closureQuestions.some((question) => closure[question] === 'no') ||
    (closure.sudNow ?? 0) > goesOnAt.value.sudAtMost;
  const planMissing = isUnfinished && (closure.plan ?? '').trim() === '' ? (['plan'] as const) : [];
  return [...unasked, ...sudUnknown, ...planMissing];
}

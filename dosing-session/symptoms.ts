// What the patient felt, from first told to gone. A symptom with no end is still there.
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import type { SessionState } from './state.ts';

export type Symptom = {
  readonly symptomId: string;
  readonly symptom: string;
  readonly severity: 'mild' | 'moderate' | 'severe';
  readonly worst: 'mild' | 'moderate' | 'severe';
  readonly reportedAt: Instant;
  readonly reportedBy: string;
  readonly resolvedAt: Instant | undefined;
};

const severities = ['mild', 'moderate', 'severe'] as const;

/** Each symptom once, in the order it was first told. Telling it again changes its severity, or reopens it. */
export const symptoms = (state: SessionState): readonly Symptom[] => {
  const told = groupedBy(state.facts.SymptomReported, ({ fact }) => fact.symptomId);
  return [...told.values()].flatMap((reports) => {
    const first = reports[0];
    const last = reports.at(-1);
    if (first === undefined || last === undefined) return [];
    const { symptomId } = first.fact;
    const resolved = state.facts.SymptomResolved.findLast(({ fact }) => fact.symptomId === symptomId);
    const worst = Math.max(...reports.map(({ fact }) => severities.indexOf(fact.severity)));
    return [
      {
        symptomId,
        symptom: last.fact.symptom,
        severity: last.fact.severity,
        worst: severities[worst] ?? last.fact.severity,
        reportedAt: first.at,
        reportedBy: first.byName,
        resolvedAt: resolved !== undefined && resolved.at >= last.at ? resolved.at : undefined,
      },
    ];
  });
};

export const openSymptoms = (state: SessionState): readonly Symptom[] =>
  symptoms(state).filter(({ resolvedAt }) => resolvedAt === undefined);

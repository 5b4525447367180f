// The three pillars of each cycle: for who cares for the person, and in counts for who answers for the clinic.

import * as api from '#api/pillars.ts';
import { type Pillar, type PillarName, pillarsOf } from '#clinical/integration/pillars.ts';
import { type Route, route } from '#server/access';
import type { Ports } from '#server/ports';
import { cyclesWithDose } from './store.ts';

/** A year back, as the other counts of the clinic. */
const reportedMs = 365 * 24 * 60 * 60_000;

export function pillarRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getPillars,
      { resource: 'care-pillars', action: 'r', subject: 'patient' },
      { audit: 'pillars.read' },
      async ({ tx, params, now }) => ({
        now,
        cycles: (await cyclesWithDose(tx, { patientId: params['patientId'] ?? '', since: 0, now })).map(
          ({ id, number, doseAt, facts }) => ({ id, number, doseAt, pillars: [...pillarsOf(facts)] }),
        ),
      }),
    ),

    route(
      api.pillarsReport,
      { resource: 'pillars-report', action: 'r', subject: 'clinic' },
      { audit: 'pillars.report' },
      async ({ tx, now }) => {
        const since = now - reportedMs;
        const cycles = (await cyclesWithDose(tx, { since, now }))
          .filter(({ facts }) => facts.releasedAt !== undefined)
          .map(({ facts }) => pillarsOf(facts));
        return {
          since,
          cycles: cycles.length,
          allThree: cycles.filter((pillars) => pillars.every(({ state }) => state === 'whole')).length,
          pillars: {
            preparation: countedOf(cycles, 'preparation'),
            support: countedOf(cycles, 'support'),
            integration: countedOf(cycles, 'integration'),
          },
          missingParts: missingIn(cycles),
        };
      },
    ),
  ];
}

type Cycles = readonly (readonly Pillar[])[];

function countedOf(cycles: Cycles, name: PillarName) {
  const states = cycles.flatMap((pillars) => pillars.find(({ pillar }) => pillar === name)?.state ?? []);
  const count = (state: Pillar['state']): number => states.filter((one) => one === state).length;
  return { whole: count('whole'), open: count('open'), missing: count('missing') };
}

function missingIn(cycles: Cycles): { part: string; cycles: number }[] {
  const parts = cycles.flatMap((pillars) =>
    pillars.flatMap((pillar) => pillar.parts.filter(({ state }) => state === 'missing')),
  );
  return [...Map.groupBy(parts, ({ part }) => part)]
    .map(([part, found]) => ({ part, cycles: found.length }))
    .toSorted((a, b) => b.cycles - a.cycles || a.part.localeCompare(b.part));
}

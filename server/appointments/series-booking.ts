// A series is booked whole or not at all: every dose with the integration that belongs to it. The first slot that does
// not fit refuses them all.

import type { bookSeries } from '#api/appointments.ts';
import type { Series } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Refusal, refuse } from '#server/edge';
import { type Booker, book, hoursOfDose, spokenMoment } from './booking.ts';
import { cyclesOf, keepCycle } from './store.ts';

type Asked = BodyOf<typeof bookSeries>['cycles'][number];
type Numbered = {
  readonly asked: Asked;
  readonly index: number;
  readonly number: number;
  readonly isNew: boolean;
};

/** An integration is booked as an hour. */
const integrationMinutes = 60;

export async function bookWholeSeries(
  booker: Booker,
  plan: { readonly patientId: string; readonly series: Series; readonly edition: Edition },
  asked: readonly Asked[],
): Promise<Refusal | undefined> {
  const { patientId, series, edition } = plan;
  const numbered = await numberCycles(booker, plan, asked);
  if ('refused' in numbered) return numbered;
  for (const { asked: cycle, index, number, isNew } of numbered) {
    const misplaced = roomRefusal(edition, cycle, { index, number });
    if (misplaced !== undefined) return misplaced;
    const { integration } = cycle;
    const misses = hourRefusal(booker, integration, { index, number });
    if (misses !== undefined) return misses;
    const outside =
      integration && outsideWindow(booker, edition, { dose: cycle.dose, integration }, { index, number });
    if (outside !== undefined) return outside;
    if (isNew) await keepCycle(booker.tx, { id: cycle.cycleId, patientId, seriesId: series.id, number });
    const dose = {
      ...cycle.dose,
      patientId,
      cycleId: cycle.cycleId,
      kind: 'dose' as const,
      ...hoursOfDose(edition, cycle.dose.startsAt),
    };
    const refused =
      (await book(booker, dose, { path: `cycles.${index}.dose`, called: `Cycle ${number}, dose` })) ??
      (integration === undefined
        ? undefined
        : await book(
            booker,
            {
              ...integration,
              patientId,
              cycleId: cycle.cycleId,
              kind: 'integration',
              endsAt: addMinutes(integration.startsAt, integrationMinutes),
            },
            { path: `cycles.${index}.integration`, called: `Cycle ${number}, integration` },
          ));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Numbers follow the order of the doses; a cycle whose dose was cancelled keeps the number it had. */
async function numberCycles(
  booker: Booker,
  { patientId, series }: { readonly patientId: string; readonly series: Series },
  asked: readonly Asked[],
): Promise<readonly Numbered[] | Refusal> {
  const known = await cyclesOf(booker.tx, patientId, series.id);
  let last = Math.max(0, ...known.map((cycle) => cycle.number));
  const numbered: Numbered[] = [];
  const inOrder = asked
    .map((cycle, index) => ({ cycle, index }))
    .toSorted((a, b) => a.cycle.dose.startsAt - b.cycle.dose.startsAt);
  for (const { cycle, index } of inOrder) {
    const before = known.find((one) => one.id === cycle.cycleId);
    if (before?.isBooked) {
      return refuse(
        409,
        'cycle-booked',
        `Cycle ${before.number} already has its dose. Cancel that one first.`,
        [{ path: `cycles.${index}.cycleId`, message: 'Already booked.' }],
      );
    }
    if (before === undefined) last += 1;
    numbered.push({ asked: cycle, index, number: before?.number ?? last, isNew: before === undefined });
  }
  if (last > series.plannedCycles) {
    return refuse(
      422,
      'more-than-planned',
      `The plan has ${series.plannedCycles} cycles; this would make ${last}. A longer series needs a new plan with its reason.`,
      [{ path: 'cycles', message: `At most ${series.plannedCycles} in all.` }],
    );
  }
  return numbered;
}

/** A dose here takes a room; a dose at home takes none. */
function roomRefusal(
  edition: Edition,
  cycle: Asked,
  place: { index: number; number: number },
): Refusal | undefined {
  const isAtHome = edition.route === 'home';
  if (isAtHome === (cycle.dose.roomId === undefined)) return undefined;
  return refuse(
    422,
    'no-such-room',
    isAtHome
      ? `Cycle ${place.number}, dose: at home, so no room here. Nothing was booked.`
      : `Cycle ${place.number}, dose: needs a room. Nothing was booked.`,
    [{ path: `cycles.${place.index}.dose.roomId`, message: isAtHome ? 'Leave it empty.' : 'Choose a room.' }],
  );
}

/** A clinic that holds these hours itself books no dose without one. */
function hourRefusal(
  { clinic }: Booker,
  integration: Asked['integration'],
  place: { index: number; number: number },
): Refusal | undefined {
  if (integration !== undefined || clinic.settings.integration === 'outside') return undefined;
  return refuse(
    422,
    'integration-missing',
    `Cycle ${place.number}: the hour after the dose belongs to it. Nothing was booked.`,
    [{ path: `cycles.${place.index}.integration`, message: 'Choose its time and its therapist.' }],
  );
}

function outsideWindow(
  booker: Booker,
  edition: Edition,
  cycle: { readonly dose: Asked['dose']; readonly integration: NonNullable<Asked['integration']> },
  place: { index: number; number: number },
): Refusal | undefined {
  const fromAt = addMinutes(cycle.dose.startsAt, edition.integration.fromHours.value * 60);
  const toAt = addMinutes(cycle.dose.startsAt, edition.integration.toHours.value * 60);
  if (cycle.integration.startsAt >= fromAt && cycle.integration.startsAt <= toAt) return undefined;
  const { zone } = booker.clinic;
  return refuse(
    422,
    'integration-outside-window',
    `Cycle ${place.number}, integration: it belongs between ${spokenMoment(fromAt, zone)} and ${spokenMoment(toAt, zone)}. Nothing was booked.`,
    [
      {
        path: `cycles.${place.index}.integration.startsAt`,
        message: `Between ${spokenMoment(fromAt, zone)} and ${spokenMoment(toAt, zone)}.`,
      },
    ],
  );
}

// A few people of the demonstration chose further questions of the day, and answered in the days before their first dose too.
// What they say follows from how heavy the day was; no chance is drawn, so that everyone else's story stays as it was.

import { saveResponse } from '#api/questionnaires.ts';
import { instantOf, localDateOf } from '#clinical/instant.ts';
import { idFrom } from '#server/tasks';
import type { DemoPatient } from './cast.ts';
import type { Life } from './life.ts';

const askedFurther: readonly string[] = ['Dolores', 'Grace', 'Helen'];
const day = 86_400_000;
const daysBefore = [6, 4, 3, 1];

type Answerer = {
  readonly life: Life;
  readonly patient: DemoPatient;
  readonly patientId: string;
  readonly accountId: string;
  readonly zone: string;
};

function isAskedFurther({ patient }: Answerer): boolean {
  return askedFurther.includes(patient.given);
}

/** What the evening of one day was like besides its weight. */
export async function furtherAnswers(self: Answerer, evening: number, weight: number): Promise<void> {
  if (!isAskedFurther(self)) return;
  await tell(self, 'pulse-more', { distress: weight }, evening);
  await tell(self, 'pulse-more', { doing: Math.max(0, 9 - weight) }, evening);
}

/** The days before the first dose, for something to stand beside the days after. */
export async function daysBeforeFirst(self: Answerer, doseAt: number): Promise<void> {
  if (!isAskedFurther(self)) return;
  for (const before of daysBefore) {
    const evening = instantOf(localDateOf(doseAt - before * day, self.zone), 18 * 60 + 20, self.zone);
    await tell(self, 'pulse', { pulse: self.patient.course.from }, evening);
    await furtherAnswers(self, evening, self.patient.course.from);
  }
}

/** At four hours nothing yet, a day later a little. */
export async function onsetAnswers(
  self: Answerer,
  cycle: { readonly cycleId: string; readonly startsAt: number },
  until: number,
): Promise<void> {
  if (!isAskedFurther(self)) return;
  for (const [hours, effect] of [
    [4, 'not-sure'],
    [24, 'some'],
  ] as const) {
    const at = cycle.startsAt + (hours + 1) * (day / 24);
    if (at < until) await tell(self, 'after-check', { hours, effect }, at, cycle.cycleId);
  }
}

async function tell(
  { life, patientId, accountId }: Answerer,
  instrument: 'pulse' | 'pulse-more' | 'after-check',
  answers: Readonly<Record<string, string | number>>,
  at: number,
  cycleId?: string,
): Promise<void> {
  life.at(at);
  await life.ask(accountId, saveResponse, {
    params: { patientId, responseId: idFrom(`demo|${patientId}|${Object.keys(answers).join()}|${at}`) },
    body: { version: 0, instrument, answers: { ...answers }, complete: true, authoredAt: at, cycleId },
  });
}

// What a saved part of the preparation brings about: a low readiness brings a person, a gap in the questions back becomes
// something to talk about, and a morning that does not fit the protocol is told before the person is at the door.

import type { PreparationItem } from '#api/preparation.ts';
import { localDateOf } from '#clinical/instant.ts';
import { type MorningPoint, morningAgainst, opensALine } from '#clinical/preparation/morning.ts';
import { lowReadiness } from '#clinical/preparation/readiness.ts';
import { gapsOf } from '#clinical/preparation/teach-back.ts';
import { careRecordOf } from '#server/care-record';
import type { Tx } from '#server/postgres';
import { keepTalk } from '#server/questions';
import { idFrom, raiseTask } from '#server/tasks';

const talkedOverWithinMs = 5 * 24 * 60 * 60_000;

type Of = { readonly patientId: string; readonly askedBy: string };

export async function followsFrom(tx: Tx, item: PreparationItem, of: Of, now: number): Promise<void> {
  const { body, cycleId } = item;
  switch (body.kind) {
    case 'readiness': {
      const low = lowReadiness(body);
      if (low.length === 0) return;
      const doseAt = (await careRecordOf(tx, of.patientId, now, { cycleId }))?.record.cycle?.doseAppointment
        ?.startsAt;
      await raiseTask(
        tx,
        {
          // Rated low again on another day is another talk; twice on one day is one.
          id: idFrom(`${item.id}|low-readiness|${localDateOf(now, 'UTC')}`),
          patientId: of.patientId,
          kind: 'low-readiness',
          ownerRole: 'nurse',
          detail: { low: low.map((name) => `${name} ${body[name]} of 10`).join(', ') },
          priority: 'soon',
          dueAt: doseAt,
        },
        now,
      );
      return;
    }
    case 'teach-back': {
      const followed = await careRecordOf(tx, of.patientId, now, { cycleId });
      if (followed === undefined) return;
      await keepTalk(
        tx,
        {
          ...of,
          cycleId,
          topics: gapsOf(body.answers, followed.edition.route),
          // Talked over before the dose; with no dose booked yet, within some days.
          promisedBy: followed.record.cycle?.doseAppointment?.startsAt ?? now + talkedOverWithinMs,
        },
        now,
      );
      return;
    }
    case 'morning': {
      const followed = await careRecordOf(tx, of.patientId, now, { cycleId });
      const dose = followed?.record.cycle?.doseAppointment;
      if (followed === undefined || dose === undefined) return;
      const { edition, record } = followed;
      const told = morningAgainst(body, { edition, startsAt: dose.startsAt, zone: record.zone }).filter(
        opensALine,
      );
      if (told.length === 0) return;
      await raiseTask(
        tx,
        {
          id: idFrom(`${item.id}|morning|${item.version}`),
          patientId: of.patientId,
          kind: 'morning-differs',
          ownerRole: 'nurse',
          detail: { found: told.map(foundWords).join('. ') },
          priority: 'soon',
          dueAt: dose.startsAt,
        },
        now,
      );
      return;
    }
    case 'grounding':
    case 'navigation-plan':
    case 'limits':
    case 'comfort':
    case 'day-plan':
    case 'feelings':
    case 'expectation':
    case 'prepared-rating':
    case 'after-plan':
    case 'home-setup':
    case 'company':
    case 'slept':
      return;
  }
}

function foundWords({ what, state }: MorningPoint): string {
  return state === 'not-sure' ? notSure[what] : differs[what];
}

const differs = {
  food: 'Ate later than the protocol allows',
  drink: 'Drank later than the protocol allows',
  sleep: 'Slept little',
  medicines: 'Took something that is not on their list',
} as const;
const notSure = {
  food: 'Not sure when they last ate',
  drink: 'Not sure when they last drank',
  sleep: 'Not sure how they slept',
  medicines: 'Not sure about a medicine',
} as const;

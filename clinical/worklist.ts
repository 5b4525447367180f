// The day's work for everyone at once: each person's answer, kept until their record changes or until the moment at
// which time alone changes it. A new fact about one person asks again for that person and for nobody else.

import { type Answer, answer } from './answer.ts';
import type { CareRecord } from './care-record.ts';
import type { Gate } from './gate.ts';
import type { Instant } from './instant.ts';
import type { Edition } from './protocol/edition.ts';
import type { Task } from './task.ts';

export type Entry = { readonly record: CareRecord; readonly edition: Edition; readonly work: Work };

/** What a list shows of an answer. The lines of a door are asked for again when someone opens that person. */
export type Work = Omit<Answer, 'gates'> & {
  readonly doors: { readonly openDose: Door; readonly release: Door };
};

export type Door = Pick<Gate, 'open' | 'counts'>;

/** By patient id. */
export type Worklist = ReadonlyMap<string, Entry>;

export type Followed = { readonly record: CareRecord; readonly edition: Edition };

export function worklistOf(question: {
  readonly followed: Iterable<Followed>;
  readonly now: Instant;
}): Worklist {
  const { followed, now } = question;
  const entries = new Map<string, Entry>();
  for (const one of followed) entries.set(one.record.patientId, entryOf(one, now));
  return entries;
}

/** The same list with one person's new record in it; every other entry is the one it was. */
export function withRecord(list: Worklist, changed: Followed, now: Instant): Worklist {
  return new Map(list).set(changed.record.patientId, entryOf(changed, now));
}

/** The same list later: only those whose answer time itself has changed are asked again. */
export function atMoment(list: Worklist, now: Instant): Worklist {
  const due = [...list].filter(([, { work }]) => work.nextAt !== undefined && work.nextAt <= now);
  if (due.length === 0) return list;
  const later = new Map(list);
  for (const [patientId, entry] of due) later.set(patientId, entryOf(entry, now));
  return later;
}

export type AssignedTask = { readonly patientId: string; readonly task: Task };

/** What one kind of worker has to do now, the latest first; what opens later and what is done is left out. */
export function workOf(list: Worklist, owner: Task['owner']): readonly AssignedTask[] {
  const open = [...list].flatMap(([patientId, { work }]) =>
    work.tasks
      .filter((task) => task.owner === owner && (task.state === 'late' || task.state === 'due'))
      .map((task) => ({ patientId, task })),
  );
  return open.toSorted(
    (a, b) =>
      (a.task.dueAt ?? Number.POSITIVE_INFINITY) - (b.task.dueAt ?? Number.POSITIVE_INFINITY) ||
      (a.patientId < b.patientId ? -1 : 1),
  );
}

function entryOf({ record, edition }: Followed, now: Instant): Entry {
  const { gates, ...shown } = answer({ edition, record, now });
  const doors = { openDose: doorOf(gates.openDose), release: doorOf(gates.release) };
  return { record, edition, work: { ...shown, doors } };
}

function doorOf({ open, counts }: Gate): Door {
  return { open, counts };
}

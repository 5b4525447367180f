// The book held against the room. What a session says was given or wasted has its line, exactly one, by the id of the fact;
// what has none is open work of whoever wrote it, and no count passes over it.

import type { CountOutcome, RoomUseOpen } from '#api/medication-stock.ts';
import { localTime, type ZoneId } from '#clinical/instant.ts';
import { drugUses } from '#dosing-session/drug-uses.ts';
import { fold } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import { eventsAfter } from '#server/dosing-sessions';
import { describeError } from '#server/log';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';
import type { Book } from './book.ts';
import { type Match, matchOf, type RoomUse } from './room-match.ts';
import { holdBook, keepLine, peopleIn } from './store.ts';

/** How far back a use without its line is looked for. */
const lookBackMs = 45 * 86_400_000;
const drugFacts = ['DoseStarted', 'DoseStopped', 'DoseGiven', 'RescueMedicationGiven', 'DrugWasted'];

export const touchesTheCupboard = (types: readonly string[]): boolean =>
  types.some((type) => drugFacts.includes(type));

/** Uses without a line, oldest first. A book that has not begun is held against nothing; a box at home has its own book. */
export async function openUses(tx: Tx, book: Book, now: number): Promise<readonly RoomUse[]> {
  const begun = book.lines[0]?.recordedAt;
  if (begun === undefined) return [];
  const since = Math.max(begun, now - lookBackMs);
  const { rows } = await tx.query<{ id: string; patient_id: string; settled: string[] | null }>(
    `select d.id, d.patient_id,
            (select array_agg(u.session_event_id::text) from drug_ledger_room_uses u
              where u.clinic_id = d.clinic_id and u.session_id = d.id) as settled
       from dosing_sessions d
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where d.clinic_id = $1 and s.route <> 'home'
        and exists (select 1 from dosing_session_events e
                     where e.clinic_id = d.clinic_id and e.session_id = d.id and e.type = any ($2::text[])
                       and e.effective_at >= $3
                       and not exists (select 1 from drug_ledger_room_uses u
                                        where u.clinic_id = e.clinic_id and u.session_event_id = e.event_id))
      order by d.opened_at`,
    [tx.clinicId, drugFacts, iso(since)],
  );
  const uses: RoomUse[] = [];
  for (const { id: sessionId, patient_id: patientId, settled } of rows) {
    const state = fold(await eventsAfter(tx, sessionId, 0), { sessionId, patientId });
    for (const use of drugUses(state, now))
      if (use.at >= since && settled?.includes(use.eventId) !== true)
        uses.push({ ...use, sessionId, patientId });
  }
  return uses.sort((one, other) => one.at - other.at);
}

async function linkedLines(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.query<{ entry_id: string }>(
    'select entry_id from drug_ledger_room_uses where clinic_id = $1 and entry_id is not null',
    [tx.clinicId],
  );
  return new Set(rows.map((row) => row.entry_id));
}

type Settler = { readonly id: string; readonly name: string; readonly role: string };

/** Gives each use the line that can only be its own; the others become work for a nurse, once. */
export async function settleUses(
  tx: Tx,
  zone: ZoneId,
  now: number,
  readAgain: (tx: Tx) => Promise<Book>,
): Promise<number> {
  await holdBook(tx);
  let book = await readAgain(tx);
  let settled = 0;
  for (const use of await openUses(tx, book, now)) {
    const match = matchOf(use, book, { linked: await linkedLines(tx), zone });
    if (match === undefined) {
      await raiseTask(
        tx,
        {
          id: taskIdOf(use.eventId),
          patientId: use.patientId,
          kind: 'drug-use-without-line',
          ownerRole: 'nurse',
          priority: 'soon',
          detail: { note: `${inWords(use)}. Written in the room by ${use.byName}.` },
        },
        now,
      );
      continue;
    }
    await linkUse(tx, use, match, {
      book,
      now,
      by: { id: use.byId, name: use.byName, role: use.actingRole },
    });
    settled += 1;
    book = await readAgain(tx);
  }
  return settled;
}

export async function linkUse(
  tx: Tx,
  use: RoomUse,
  match: Match,
  { book, now, by }: { readonly book: Book; readonly now: number; readonly by: Settler },
): Promise<void> {
  const entryId = match.kind === 'line' ? match.entryId : await writeUse(tx, use, match, { book, now, by });
  await keepSettled(tx, use, { entryId }, { now, by });
}

/** The line of a use, and before it the draw where nobody wrote one: both at the time and under the name of the room. */
async function writeUse(
  tx: Tx,
  use: RoomUse,
  match: Exclude<Match, { readonly kind: 'line' }>,
  { book, now, by }: { readonly book: Book; readonly now: number; readonly by: Settler },
): Promise<string> {
  const about = { happenedAt: use.at, sessionId: use.sessionId, corrects: undefined };
  const pen = { actor: by, role: by.role, now };
  const drawn =
    match.kind === 'draw'
      ? undefined
      : await keepLine(
          tx,
          {
            ...about,
            id: idFrom(`drug-use|${use.eventId}|drawn`),
            patientId: use.patientId,
            fact: { kind: 'drawn', containerId: match.containerId, mg: match.mg },
          },
          { ...pen, after: book.lines.at(-1) },
        );
  const drawId = match.kind === 'draw' ? match.drawId : (drawn?.id ?? '');
  const line = await keepLine(
    tx,
    {
      ...about,
      id: idFrom(`drug-use|${use.eventId}`),
      patientId: undefined,
      fact:
        use.kind === 'waste'
          ? { kind: 'wasted', drawId, mg: match.mg, manner: use.manner ?? 'in the room' }
          : { kind: 'given', drawId, mg: match.mg },
    },
    { ...pen, after: drawn ?? book.lines.at(-1) },
  );
  return line.id;
}

export async function isSettled(tx: Tx, eventId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from drug_ledger_room_uses where clinic_id = $1 and session_event_id = $2',
    [tx.clinicId, eventId],
  );
  return rows.length > 0;
}

export async function keepSettled(
  tx: Tx,
  use: RoomUse,
  how: { readonly entryId: string } | { readonly notFromHere: string },
  { now, by }: { readonly now: number; readonly by: Settler },
): Promise<void> {
  await tx.query(
    `insert into drug_ledger_room_uses
       (clinic_id, session_event_id, session_id, patient_id, entry_id, not_from_here, settled_at, settled_by, settled_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      use.eventId,
      use.sessionId,
      use.patientId,
      'entryId' in how ? how.entryId : null,
      'entryId' in how ? '' : how.notFromHere,
      iso(now),
      by.id,
      by.name,
    ],
  );
  await tx.query(
    'update tasks set done_at = $3, done_by = $4 where clinic_id = $1 and id = $2 and done_at is null',
    [tx.clinicId, taskIdOf(use.eventId), iso(now), by.id],
  );
}

const taskIdOf = (eventId: string): string => idFrom(`drug-use-without-line|${eventId}`);

/** Follows what is written in the rooms. What could not be matched now is on view all the same, because it is asked for anew. */
export function followRooms(ports: Ports, readAgain: (tx: Tx, zone: ZoneId) => Promise<Book>): void {
  ports.bus.subscribe(({ change }) => {
    const facts = (change.events ?? []) as readonly { readonly fact?: { readonly type?: string } }[];
    if (change.topic !== 'session' || !touchesTheCupboard(facts.map(({ fact }) => fact?.type ?? ''))) return;
    withTenant(ports.pool, { clinicId: change.clinicId }, async (tx) => {
      // A book that has not begun is held against nothing, and nobody waits for it.
      const { rows } = await tx.query<{ zone: string }>(
        'select zone from clinics where id = $1 and exists (select 1 from drug_ledger_entries where clinic_id = $1)',
        [tx.clinicId],
      );
      const zone = rows[0]?.zone;
      if (zone === undefined) return 0;
      return await settleUses(tx, zone, ports.clock.now(), (again) => readAgain(again, zone));
    }).then(
      () => ports.bus.publish([{ clinicId: change.clinicId, topic: 'floor' }]),
      (error: unknown) => ports.log('error', 'drug uses not matched', describeError(error)),
    );
  });
}

export function inWords({ kind, mg, substance }: RoomUse): string {
  const amount = mg === undefined ? 'an amount not given in mg' : `${mg} mg`;
  return kind === 'waste' ? `${amount} of ${substance} wasted` : `${amount} of ${substance} given`;
}

export async function openInWords(tx: Tx, uses: readonly RoomUse[]): Promise<RoomUseOpen[]> {
  const people = await peopleIn(tx, [...new Set(uses.map(({ patientId }) => patientId))]);
  return uses.map((use) => ({
    eventId: use.eventId,
    sessionId: use.sessionId,
    patientId: use.patientId,
    patientName: people.get(use.patientId)?.name ?? '',
    kind: use.kind,
    what: inWords(use),
    mg: use.mg,
    at: use.at,
    byName: use.byName,
  }));
}

/** A shift in which book and cupboard part says which session of it has no line. */
export function withSessions(
  counts: readonly CountOutcome[],
  open: readonly RoomUseOpen[],
  zone: ZoneId,
): CountOutcome[] {
  return counts.map((count) => {
    const { shift } = count;
    if (shift === undefined) return count;
    const within = open.filter(
      ({ at }) => (shift.from === undefined || at > shift.from) && at <= shift.until,
    );
    if (within.length === 0) return count;
    return {
      ...count,
      shift: {
        ...shift,
        sessions: within.map(({ patientName, what, at }) => {
          const { date, minuteOfDay } = localTime(at, zone);
          const two = (value: number) => String(value).padStart(2, '0');
          return `${patientName}, ${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}: ${what} in the room, with no line in the book`;
        }),
      },
    };
  });
}

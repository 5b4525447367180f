// A saved row of the bedside becomes facts: what was read, what could not be read, how awake, and which check it answers.
import type { Instant } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from '#dosing-session/alerts.ts';
import type { FactOf, SessionFact } from '#dosing-session/events.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { SavedRow } from '#web/kit/check-row-entry.ts';

export interface RowQuestion {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly now: Instant;
}

/** The check a row taken at this moment would answer, by the schedule's own windows. */
export function slotMinuteOf(takenAt: Instant, { state, edition, now }: RowQuestion): number | undefined {
  const session = { ...sessionFacts(state, edition), checksTakenAt: [takenAt] };
  const schedule = checkSchedule({ edition, session, now: Math.max(now, takenAt) });
  return schedule?.slots.find((slot) => slot.takenAt === takenAt)?.minute;
}

type Context = FactOf<'VitalSignsMeasured'>['context'];

export function contextOf(
  takenAt: Instant,
  slotMinute: number | undefined,
  { state, edition }: RowQuestion,
): Context {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined || takenAt < startedAt) return 'baseline';
  const isAnswered = alerts(state, edition).some(
    (alert) => alert.recheckDueAt !== undefined && alert.raisedAt < takenAt,
  );
  if (isAnswered) return 'recheck';
  const stoppedAt = state.infusion?.stoppedAt ?? state.facts.RecoveryStarted[0]?.at;
  if (stoppedAt !== undefined && stoppedAt !== null && takenAt >= stoppedAt) return 'recovery';
  return slotMinute === undefined ? 'unscheduled' : 'scheduled';
}

export function factsOfRow(row: SavedRow, question: RowQuestion): readonly SessionFact[] {
  const slotMinute = slotMinuteOf(row.takenAt, question);
  const slot = slotMinute === undefined ? {} : { slotMinute: Math.round(slotMinute) };
  const facts: SessionFact[] = [];
  if (Object.keys(row.readings).length > 0 || row.couldNotRead.length > 0) {
    facts.push(
      factOf('VitalSignsMeasured', {
        ...row.readings,
        couldNotRead: [...row.couldNotRead],
        ...slot,
        context: contextOf(row.takenAt, slotMinute, question),
        source: row.source,
      }),
    );
  }
  if (row.moaas !== undefined) facts.push(factOf('SedationRated', { moaas: row.moaas, ...slot }));
  return facts;
}

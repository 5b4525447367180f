// Readings that someone must come and look at. The clinical rules say which; this follows each from the reading
// that raised it, through who answered and when to measure again, to how it ended.
import type { BloodPressure, Fact, OpenAlert } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue, issueActions } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Escalation, escalationOf, recheckDueAt } from '#clinical/monitoring/alert.ts';
import { bloodPressureDuringSession } from '#clinical/monitoring/blood-pressure.ts';
import { distressIssues } from '#clinical/monitoring/distress.ts';
import { breathingIssues, heartRateIssues, oxygenIssues } from '#clinical/monitoring/heart-and-breath.ts';
import { limitIssues } from '#clinical/monitoring/limits.ts';
import { lineIssues } from '#clinical/monitoring/line-check.ts';
import { sedationIssues } from '#clinical/monitoring/sedation.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { FactOf } from './events.ts';
import { baselineBloodPressure, bloodPressureOf, doseStartedAt, said } from './readings.ts';
import { type RingTime, ringTimeIn } from './ring-time.ts';
import { earliest, secondsBetween } from './signals.ts';
import type { Entry, EntryOf, SessionState } from './state.ts';

export type AlertSubject =
  | 'blood-pressure'
  | 'heart-rate'
  | 'oxygen'
  | 'breathing'
  | 'sedation'
  | 'distress'
  | 'line'
  /** Raised by time and not by a reading: nobody of the team was in the room. */
  | 'presence';

export type AlertReading = {
  readonly eventId: string;
  readonly at: Instant;
  readonly byName: string;
  /** What the rules found, most urgent first. Empty when the reading lies inside the limits again. */
  readonly issues: readonly DetectedIssue[];
};

export type Alert = {
  /** Stable while the log grows: the subject and the reading that raised it. */
  readonly key: string;
  readonly subject: AlertSubject;
  /** When the reading was, and never later than the clinic had it. */
  readonly raisedAt: Instant;
  /** The reading that raised it and every one of the same sign since, until it closed. */
  readonly readings: readonly AlertReading[];
  readonly issues: readonly DetectedIssue[];
  readonly acknowledgedAt: Instant | undefined;
  readonly acknowledgedBy: string | undefined;
  readonly answerSeconds: number | undefined;
  readonly recheckDueAt: Instant | undefined;
  /** The first later reading inside the limits. */
  readonly settledAt: Instant | undefined;
  readonly resolvedAt: Instant | undefined;
  readonly resolvedBy: string | undefined;
  readonly how: string | undefined;
  /** An alert closes when someone closed it, or when it was seen by someone and the reading came back. */
  readonly closedAt: Instant | undefined;
};

/** Every alert of the session, oldest first. Before the dose it is the gate that speaks, not an alert. */
export const alerts = (state: SessionState, edition: Edition): readonly Alert[] => {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined) return [];
  const answers: Answers = {
    acknowledged: state.facts.AlertAcknowledged,
    resolved: state.facts.AlertResolved,
    edition,
    ringTime: ringTimeIn(state),
  };
  const read = new Map<AlertSubject, AlertReading[]>();
  const note = (subject: AlertSubject, entry: Entry, issues: readonly DetectedIssue[]): void => {
    const { eventId, at, byName } = entry;
    const readings = read.get(subject) ?? [];
    readings.push({ eventId, at, byName, issues: byUrgency(issues) });
    read.set(subject, readings);
  };
  const baseline = baselineBloodPressure(state);
  for (const entry of state.facts.VitalSignsMeasured)
    if (entry.at >= startedAt) noteVitalSigns({ entry, baseline, edition, note });
  for (const entry of state.facts.SedationRated)
    if (entry.at >= startedAt)
      note('sedation', entry, sedationIssues({ score: said(entry, entry.fact.moaas), edition }));
  for (const entry of state.facts.DistressRated)
    if (entry.at >= startedAt)
      note('distress', entry, distressIssues({ score: said(entry, entry.fact.score), edition }));

  for (const entry of state.facts.LineChecked)
    if (entry.at >= startedAt) note('line', entry, lineIssues(said(entry, entry.fact.found)));

  return [...read.entries()]
    .flatMap(([subject, readings]) => episodes(subject, readings, answers))
    .sort((one, other) => one.raisedAt - other.raisedAt || (one.key < other.key ? -1 : 1));
};

export const openAlerts = (state: SessionState, edition: Edition): readonly OpenAlert[] =>
  alerts(state, edition)
    .filter(({ closedAt }) => closedAt === undefined)
    .map((alert) => ({
      id: alert.key,
      code: alert.subject,
      raisedAt: alert.raisedAt,
      acknowledgedAt: alert.acknowledgedAt,
      recheckDueAt: alert.recheckDueAt,
    }));

/** Whom an alert that nobody has answered must reach by now, and when the next person is called. */
export const alertEscalation = (
  alert: Alert,
  edition: Edition,
  now: Instant,
): { readonly level: Escalation; readonly nextAt?: Instant | undefined } =>
  escalationOf({ alert, edition, now });

type Note = (subject: AlertSubject, entry: Entry, issues: readonly DetectedIssue[]) => void;

const noteVitalSigns = (question: {
  readonly entry: EntryOf<'VitalSignsMeasured'>;
  readonly baseline: Fact<BloodPressure> | undefined;
  readonly edition: Edition;
  readonly note: Note;
}): void => {
  const { entry, baseline, edition, note } = question;
  const { fact } = entry;
  const pressure = bloodPressureOf(entry);
  if (pressure !== undefined) {
    const issues = bloodPressureDuringSession({ reading: pressure, baseline, edition });
    // A baseline that was never taken is missing once, at the gate; it is not a new finding at every reading.
    note(
      'blood-pressure',
      entry,
      issues.filter(({ code }) => code !== 'baseline-blood-pressure-missing'),
    );
  } else if (isNamed(fact, 'systolicMmHg') || isNamed(fact, 'diastolicMmHg')) {
    const sides = (['systolicMmHg', 'diastolicMmHg'] as const).flatMap((key) =>
      limitIssues({
        rule: 'blood-pressure-alert',
        key,
        reading: readingOf(entry, key),
        limit: edition.limits.alert[key],
      }),
    );
    note('blood-pressure', entry, sides);
  }
  const single = { moment: 'alert', edition } as const;
  if (isNamed(fact, 'heartRatePerMin'))
    note('heart-rate', entry, heartRateIssues({ ...single, reading: readingOf(entry, 'heartRatePerMin') }));
  if (isNamed(fact, 'spo2Percent'))
    note('oxygen', entry, oxygenIssues({ ...single, reading: readingOf(entry, 'spo2Percent') }));
  if (isNamed(fact, 'respiratoryRatePerMin'))
    note(
      'breathing',
      entry,
      breathingIssues({ ...single, reading: readingOf(entry, 'respiratoryRatePerMin') }),
    );
};

type Measured = FactOf<'VitalSignsMeasured'>;
type Sign = Measured['couldNotRead'][number];

// Someone tried: there is a value, or they said there was none to read.
const isNamed = (fact: Measured, sign: Sign): boolean =>
  fact[sign] !== undefined || fact.couldNotRead.includes(sign);

const readingOf = (entry: EntryOf<'VitalSignsMeasured'>, sign: Sign): Fact<number> | undefined => {
  const value = entry.fact[sign];
  return value === undefined ? undefined : said(entry, value);
};

type Answers = {
  readonly acknowledged: readonly EntryOf<'AlertAcknowledged'>[];
  readonly resolved: readonly EntryOf<'AlertResolved'>[];
  readonly edition: Edition;
  readonly ringTime: RingTime;
};

// One alert runs from the first reading outside the limits until it closes; only then can the next begin.
const episodes = (subject: AlertSubject, readings: readonly AlertReading[], answers: Answers): Alert[] => {
  const closed: Alert[] = [];
  let open: AlertReading[] = [];
  for (const reading of readings) {
    if (mayHaveClosed(open, answers)) {
      const soFar = alertOf(subject, open, answers);
      if (soFar.closedAt !== undefined && soFar.closedAt <= reading.at) {
        closed.push(soFar);
        open = [];
      }
    }
    if (open.length > 0 || reading.issues.length > 0) open.push(reading);
  }
  return open.length > 0 ? [...closed, alertOf(subject, open, answers)] : closed;
};

// Nothing closes while the last reading is outside and nobody closed it, so there is nothing to work out.
const mayHaveClosed = (open: readonly AlertReading[], { acknowledged, resolved }: Answers): boolean =>
  open.length > 0 && (resolved.length > 0 || (acknowledged.length > 0 && open.at(-1)?.issues.length === 0));

const alertOf = (subject: AlertSubject, readings: readonly AlertReading[], answers: Answers): Alert => {
  const outside = readings.filter(({ issues }) => issues.length > 0);
  const first = readings[0] as AlertReading;
  const last = readings.at(-1) as AlertReading;
  const raised = mostUrgentSince(outside) ?? first;
  const raisedAt = answers.ringTime(raised);
  // A late entry may become the first reading, so an answer counts for the alert of any reading within it.
  const keys = new Set(outside.map(({ eventId }) => keyOf(subject, eventId)));
  const resolved = answers.resolved.find(({ fact }) => keys.has(fact.alertKey));
  const acknowledged = answers.acknowledged.find(
    ({ fact, at }) => keys.has(fact.alertKey) && (raised === first || at >= raisedAt),
  );
  const answered = earliest<Entry>([acknowledged, resolved]);
  const settledAt = last.issues.length === 0 ? firstWithinAfter(readings) : undefined;
  const seenAndSettledAt =
    answered !== undefined && settledAt !== undefined ? Math.max(answered.at, settledAt) : undefined;
  const closings = [resolved?.at, seenAndSettledAt].filter((closing) => closing !== undefined);
  const closedAt = closings.length > 0 ? Math.min(...closings) : undefined;
  const isOver = closedAt !== undefined || settledAt !== undefined;
  return {
    key: keyOf(subject, first.eventId),
    subject,
    raisedAt,
    readings,
    issues: byUrgency(outside.at(-1)?.issues ?? []),
    acknowledgedAt: answered?.at,
    acknowledgedBy: answered?.byName,
    answerSeconds: answered && secondsBetween(raisedAt, answered.at),
    recheckDueAt: isOver ? undefined : recheckDueAt(last.at, answers.edition),
    settledAt,
    resolvedAt: resolved?.at,
    resolvedBy: resolved?.byName,
    how: resolved?.fact.how,
    closedAt,
  };
};

const keyOf = (subject: AlertSubject, eventId: string): string => `${subject}@${eventId}`;

// A reading that the rules call more urgent than any before it rings again, even if someone answered the first.
const mostUrgentSince = (outside: readonly AlertReading[]): AlertReading | undefined =>
  outside.reduce<AlertReading | undefined>(
    (worst, reading) => (worst === undefined || urgency(reading) < urgency(worst) ? reading : worst),
    undefined,
  );

const urgency = ({ issues }: AlertReading): number =>
  Math.min(...issues.map(({ action }) => issueActions.indexOf(action)));

const firstWithinAfter = (readings: readonly AlertReading[]): Instant | undefined => {
  const lastOutside = readings.findLastIndex(({ issues }) => issues.length > 0);
  return readings[lastOutside + 1]?.at;
};

// What each person is asked to do, read from the same facts as the gates. Nothing here reminds for its own sake: a
// withdrawn consent is not asked for again, and a question not answered today is gone tomorrow, without a word.

import { groupedBy } from '#clinical/grouped.ts';
import type { CareRecord, Cycle, DoseAppointment } from './care-record.ts';
import { minimumStay } from './discharge/minimum-stay.ts';
import { type Condition, type Gate, isUnsettled } from './gate.ts';
import type { Asked } from './gate-line.ts';
import { looksAtHome } from './home/looks.ts';
import { addDays, addMinutes, daysBetween, type Instant, instantOf, localDateOf } from './instant.ts';
import { instrumentById } from './instruments/instruments.ts';
import { afterChecksOf, type Balance } from './integration/after-checks.ts';
import {
  companionCheckAt,
  companionSaid,
  type PersonSaid,
  silenceCalls,
} from './integration/companion-checks.ts';
import { eveningAskedAt } from './integration/evening.ts';
import { recheckDueAt } from './monitoring/alert.ts';
import type { CheckSchedule } from './monitoring/schedule.ts';
import { pathwayAnchors } from './pathways/pathways.ts';
import { isToldElsewhere, preparedSteps } from './preparation/prepared-steps.ts';
import { type DoseGone, isAskedBefore, isPutToPatient, opensAfter } from './protocol/anchors.ts';
import { isAsked, isShown, type PreparationStep } from './protocol/care-steps.ts';
import type { Anchor } from './protocol/edition.ts';
import type { Task, TaskKind, TaskState } from './task.ts';

type Drawn = Omit<Task, 'id' | 'state'>;

export function tasksOf(
  asked: Asked,
  record: CareRecord,
  found: {
    readonly openDose: Gate;
    readonly release: Gate;
    readonly schedule: CheckSchedule | undefined;
  },
): readonly Task[] {
  const isRunning = record.plan?.status === 'active' && !endedStages.includes(record.stage);
  const drawn = [
    ...screening(record),
    ...decisions(record),
    ...(isRunning ? beforeDose(asked, record, found.openDose) : []),
    ...duringSession(asked, record, found.schedule),
    ...release(asked, record, found.release),
    ...evening(asked, record),
    ...afterChecks(asked, record),
    ...(record.plan?.status === 'active' ? pulse(asked, record) : []),
    ...anchorsAfter(asked, record),
    ...integration(asked, record),
  ];
  return inOrder(drawn.map((task) => placed(asked, task)));
}

const endedStages: readonly CareRecord['stage'][] = ['stopped', 'paused', 'finished', 'spaced-out'];

function placed({ clock }: Asked, drawn: Drawn): Task {
  const id = drawn.subject === undefined ? drawn.kind : `${drawn.kind}/${drawn.subject}`;
  return { ...drawn, id, state: stateOf() };

  function stateOf(): TaskState {
    if (drawn.doneAt !== undefined) return 'done';
    if (drawn.opensAt !== undefined && !clock.reached(drawn.opensAt)) return 'not-yet';
    return drawn.dueAt !== undefined && clock.reached(drawn.dueAt) ? 'late' : 'due';
  }
}

const stateOrder: readonly TaskState[] = ['late', 'due', 'not-yet', 'done'];

function inOrder(tasks: readonly Task[]): readonly Task[] {
  const deadline = (task: Task): number =>
    task.state === 'not-yet'
      ? (task.opensAt ?? task.dueAt ?? Number.POSITIVE_INFINITY)
      : (task.dueAt ?? Number.POSITIVE_INFINITY);
  return tasks.toSorted(
    (a, b) =>
      stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
      compare(deadline(a), deadline(b)) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

// Two tasks without a deadline are equal; subtracting infinities would not say so.
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function screening(record: CareRecord): readonly Drawn[] {
  const asked = record.screening;
  const isAsked = record.stage === 'screening' || asked?.invitedAt !== undefined;
  if (!isAsked) return [];
  if (asked?.submittedAt === undefined) {
    const sections = asked?.sections ?? [];
    if (sections.length === 0) return [{ kind: 'answer-screening', owner: 'patient' }];
    const send: Drawn = { kind: 'answer-screening', owner: 'patient', subject: 'send' };
    const parts = sections.map(
      (section): Drawn => ({
        kind: 'answer-screening',
        owner: 'patient',
        subject: section.id,
        doneAt: section.doneAt,
      }),
    );
    return sections.every((section) => section.doneAt !== undefined) ? [...parts, send] : parts;
  }
  if (record.consult?.heldAt !== undefined || record.plan) return [];
  return record.consult?.bookedAt === undefined
    ? [{ kind: 'book-consult', owner: 'front-desk' }]
    : [{ kind: 'hold-consult', owner: 'prescriber' }];
}

function decisions(record: CareRecord): readonly Drawn[] {
  return (record.issues ?? [])
    .filter((issue) => issue.decision === undefined && needsDecision.includes(issue.action))
    .map((issue) => ({
      kind: 'decide-issue',
      owner: 'prescriber',
      subject: issue.id,
      blocks: ['issues-decided'],
    }));
}

const needsDecision: readonly string[] = ['exclude', 'review', 'unknown'];

function beforeDose(asked: Asked, record: CareRecord, gate: Gate): readonly Drawn[] {
  const { cycle, plan } = record;
  if (cycle?.session?.doseStartedAt !== undefined) return [];
  const order: readonly Drawn[] =
    plan?.order === undefined ? [{ kind: 'sign-order', owner: 'prescriber', blocks: ['order'] }] : [];
  const dose = cycle?.doseAppointment;
  if (!cycle || !dose) return [...order, { kind: 'book-dose', owner: 'front-desk' }];
  return [
    ...order,
    ...(record.namesOutside === undefined ? bookIntegration(cycle) : []),
    ...preparation(asked, record, dose),
    ...consent(asked, cycle, dose),
    ...ride(asked, cycle, dose),
    ...baseline(asked, record, dose),
    ...morning(asked, record, dose),
    ...arrival(asked, dose, gate),
  ];
}

function bookIntegration(cycle: Cycle): readonly Drawn[] {
  if (cycle.integrationAppointment) return [];
  return [{ kind: 'book-integration', owner: 'front-desk', blocks: ['integration-visit'] }];
}

function preparation({ edition }: Asked, record: CareRecord, dose: DoseAppointment): readonly Drawn[] {
  const window = {
    opensAt: addMinutes(dose.startsAt, -daysInMinutes(edition.preparation.opensDaysBefore.value)),
    dueAt: addMinutes(dose.startsAt, -hoursInMinutes(edition.preparation.dueHoursBefore.value)),
    blocks: ['preparation'],
  } as const;
  return preparedSteps(edition, record)
    .filter(({ step, isAsked }) => isAsked && !isToldElsewhere(step))
    .map(({ step, done }): Drawn => {
      const owner = step === 'talk' ? 'therapist' : 'patient';
      const kind = taskOfStep[step];
      const doneAt = step === 'intention' && isPutOff(record) ? undefined : done?.at;
      return kind === undefined
        ? { ...window, kind: 'prepare-step', subject: step, owner, doneAt }
        : { ...window, kind, owner, doneAt };
    });
}

/** A step without a name of its own here is the task `prepare-step`. */
const taskOfStep: Readonly<Partial<Record<PreparationStep, TaskKind>>> = {
  intention: 'set-intention',
  grounding: 'practice-grounding',
  'navigation-plan': 'write-navigation-plan',
  'day-plan': 'write-day-plan',
  letter: 'write-letter',
};

/** “Not yet” is a full answer at the door; until then there is still time to find words. */
function isPutOff({ cycle }: CareRecord): boolean {
  return cycle?.preparation?.intention?.value === 'not-yet' && cycle.preparation.talk === undefined;
}

function consent({ edition }: Asked, cycle: Cycle, dose: DoseAppointment): readonly Drawn[] {
  const signed = cycle.consent;
  if (signed?.withdrawnAt !== undefined) return [];
  const { opensDaysBefore, consentDueHoursBefore } = edition.preparation;
  return [
    {
      kind: 'sign-consent',
      owner: 'patient',
      opensAt: addMinutes(dose.startsAt, -daysInMinutes(opensDaysBefore.value)),
      dueAt: addMinutes(dose.startsAt, -hoursInMinutes(consentDueHoursBefore.value)),
      doneAt: signed?.editionId === edition.consentEditionId ? signed.signedAt : undefined,
      subject: edition.consentEditionId,
      blocks: ['consent'],
    },
  ];
}

/** In the clinic the companion takes them home; at home the same person watches. */
function ride({ edition }: Asked, cycle: Cycle, dose: DoseAppointment): readonly Drawn[] {
  const line: Condition = edition.route === 'home' ? 'sitter' : 'ride';
  const window = {
    opensAt: addMinutes(dose.startsAt, -daysInMinutes(edition.preparation.opensDaysBefore.value)),
    dueAt: addMinutes(dose.startsAt, -hoursInMinutes(edition.preparation.rideDueHoursBefore.value)),
    blocks: [line],
  };
  const asking = cycle.ride;
  if (!asking || asking.state === 'declined') {
    return [{ ...window, kind: 'ask-companion', owner: 'patient' }];
  }
  const isAnswered = asking.state !== 'asked';
  return [{ ...window, kind: 'answer-ride', owner: 'companion', doneAt: isAnswered ? asking.at : undefined }];
}

function baseline({ edition }: Asked, record: CareRecord, dose: DoseAppointment): readonly Drawn[] {
  const number = record.cycle?.number ?? 0;
  return anchorsOf(edition, record)
    .filter((anchor) => isAskedBefore(anchor, number))
    .map((anchor): Drawn => {
      const opensAt = addMinutes(dose.startsAt, -daysInMinutes(anchor.days.value));
      return {
        kind: 'answer-baseline',
        owner: 'patient',
        subject: anchor.instrument,
        opensAt,
        dueAt: addMinutes(dose.startsAt, -hoursInMinutes(edition.preparation.dueHoursBefore.value)),
        doneAt: answeredAt(record, anchor, opensAt),
      };
    });
}

/** What the protocol asks of the person, and what the condition asks on top. */
function anchorsOf(edition: Asked['edition'], record: CareRecord): readonly Anchor[] {
  const all = [...edition.anchors, ...pathwayAnchors(record.indications ?? [], edition.anchors)];
  // An edition signed long ago may name questions not held here; nobody is sent to a page that is not there.
  return all.filter(({ instrument }) => isPutToPatient(instrument));
}

function answeredAt(record: CareRecord, { instrument }: Anchor, fromAt: Instant): Instant | undefined {
  // Where single answers count, one that was left open is asked by a person, not by the same form again.
  const mayStayOpen = instrumentById(instrument)?.scoring === 'triage';
  return record.responses?.findLast(
    (response) =>
      response.instrument === instrument &&
      response.at >= fromAt &&
      (mayStayOpen || response.total !== undefined),
  )?.at;
}

/** Asked on the day alone. Nothing waits for it: what they say is asked again at the door. */
function morning(
  { edition, clock }: Asked,
  { cycle, zone }: CareRecord,
  dose: DoseAppointment,
): readonly Drawn[] {
  const day = localDateOf(dose.startsAt, zone);
  const isOver = clock.reached(instantOf(addDays(day, 1), 0, zone));
  if (isOver || !isShown(edition, 'morning')) return [];
  const arriveAt = addMinutes(dose.startsAt, -edition.preparation.arriveMinutesBefore.value);
  return [
    {
      kind: 'morning-check-in',
      owner: 'patient',
      opensAt: instantOf(day, 0, zone),
      dueAt: isAsked(edition, 'morning') ? arriveAt : undefined,
      doneAt: cycle?.morning?.at,
    },
  ];
}

function arrival({ edition }: Asked, dose: DoseAppointment, gate: Gate): readonly Drawn[] {
  const checkIn: Drawn = {
    kind: 'check-in',
    owner: 'front-desk',
    opensAt: addMinutes(dose.startsAt, -edition.preparation.arriveMinutesBefore.value),
    dueAt: dose.startsAt,
    doneAt: dose.arrivedAt,
  };
  if (dose.arrivedAt === undefined) return [checkIn];
  const toSettle = gate.lines
    .filter(isUnsettled)
    .filter((line) => settledOnTheDay.includes(line.condition))
    .map(
      (line): Drawn => ({
        kind: line.condition === 'pre-dose-review' ? 'pre-dose-review' : 'settle-line',
        owner: line.owner,
        subject: line.condition,
        dueAt: dose.startsAt,
        blocks: [line.condition],
      }),
    );
  return [checkIn, ...toSettle];
}

const settledOnTheDay: readonly Condition[] = [
  'identity',
  'preparation',
  'medicines',
  'last-food',
  'last-clear-fluid',
  'nasal-product',
  'no-substances',
  'risk',
  'call-device',
  'room-ready',
  'blood-pressure',
  'heart-rate',
  'oxygen',
  'weight',
  'intention',
  'sitter',
  'emergency-address',
  'nobody-to-care-for',
  'prescriber-on-site',
  'program-enrolment',
  'staffing',
  'pre-dose-review',
  'second-check',
];

const row = { kind: 'take-vital-signs', owner: 'nurse' } as const;
const look = { kind: 'make-look', owner: 'companion' } as const;

function duringSession(
  asked: Asked,
  record: CareRecord,
  schedule: CheckSchedule | undefined,
): readonly Drawn[] {
  const session = record.cycle?.session;
  const checks = [schedule?.current, schedule?.next]
    .filter((slot) => slot !== undefined && slot.state !== 'taken')
    .flatMap((slot) => slot ?? [])
    .map(
      (slot): Drawn => ({
        ...(asked.edition.route === 'home' ? look : row),
        subject: String(Math.round(slot.minute)),
        opensAt: slot.dueAt,
        dueAt: slot.lateAt,
      }),
    );
  const looks = schedule && looksAtHome(asked.edition, schedule);
  const isOver = session?.releasedAt !== undefined;
  const calls: readonly Drawn[] =
    looks?.callFrom === undefined || isOver
      ? []
      : [{ kind: 'call-home', owner: 'nurse', opensAt: looks.callFrom, dueAt: looks.callFrom }];
  const alerts = (session?.openAlerts ?? []).map(
    (alert): Drawn => ({
      kind: 'recheck-alert',
      owner: 'nurse',
      subject: alert.id,
      opensAt: alert.raisedAt,
      dueAt: alert.recheckDueAt ?? recheckDueAt(alert.raisedAt, asked.edition),
      blocks: ['open-alerts'],
    }),
  );
  const signals = (session?.openSignals ?? []).map(
    (signal): Drawn => ({
      kind: 'answer-signal',
      owner: 'nurse',
      subject: `${signal.kind}-${signal.at}`,
      dueAt: signal.at,
      blocks: ['open-signals'],
    }),
  );
  return [...checks, ...calls, ...alerts, ...signals];
}

function release({ edition }: Asked, record: CareRecord, gate: Gate): readonly Drawn[] {
  const session = record.cycle?.session;
  if (session?.doseStoppedAt === undefined || session.releasedAt !== undefined) return [];
  const stay = minimumStay(edition, session);
  return [
    {
      kind: 'release',
      owner: 'nurse',
      opensAt: stay.kind === 'known' ? stay.until : undefined,
      blocks: gate.lines.filter(isUnsettled).map((line) => line.condition),
    },
  ];
}

function evening({ edition, clock }: Asked, record: CareRecord): readonly Drawn[] {
  const cycle = record.cycle;
  const releasedAt = cycle?.session?.releasedAt;
  const check = cycle?.eveningCheck;
  const askedBy = { edition, zone: record.zone };
  const askAt = check?.dueAt ?? (releasedAt === undefined ? undefined : eveningAskedAt(releasedAt, askedBy));
  if (askAt === undefined) return [];
  const lateAt = addMinutes(askAt, edition.eveningCheck.lateAfterMinutes.value);
  const ask: Drawn = {
    kind: 'answer-evening-check',
    owner: 'patient',
    opensAt: askAt,
    dueAt: lateAt,
    doneAt: check?.answeredAt,
  };
  const call: Drawn = { kind: 'call-about-evening', owner: 'nurse', dueAt: check?.answeredAt ?? lateAt };
  if (check?.answer === 'need-help') return [ask, call];
  const dose = record.lastDose?.cycleId === cycle?.id ? record.lastDose : undefined;
  const isSilent = silenceCalls({
    person: check?.answeredAt === undefined ? 'nothing' : check.answer === 'all-right' ? 'well' : 'hard',
    companion: companionSaid(dose, 'evening', askedBy),
  });
  return isSilent && clock.reached(lateAt) ? [ask, { ...call, dueAt: lateAt }] : [ask];
}

/** On the days after: asked until the next is; where nothing was said in time, a person calls. */
function afterChecks({ edition, clock }: Asked, { lastDose, zone }: CareRecord): readonly Drawn[] {
  if (lastDose === undefined) return [];
  const askedBy = { edition, zone };
  const checks = afterChecksOf(lastDose, askedBy);
  const end = checks.at(-1)?.closesAt;
  if (end === undefined || clock.reached(end)) return [];
  return checks.flatMap(({ hours, askAt, closesAt, callAt, answered }): readonly Drawn[] => {
    const subject = String(hours);
    const call: Drawn = { kind: 'call-about-after-check', owner: 'nurse', subject, dueAt: callAt };
    const isCalled = silenceCalls({
      person: answered === undefined ? 'nothing' : afterWord[answered.balance ?? 'steady'],
      companion: companionSaid(lastDose, companionCheckAt(lastDose, hours, askedBy), askedBy),
    });
    const calls = isCalled && callAt !== undefined && clock.reached(callAt) ? [call] : [];
    if (answered !== undefined)
      return [
        { kind: 'answer-after-check', owner: 'patient', subject, opensAt: askAt, doneAt: answered.at },
        ...calls,
      ];
    const ask: Drawn = {
      kind: 'answer-after-check',
      owner: 'patient',
      subject,
      opensAt: askAt,
      dueAt: callAt ?? closesAt,
    };
    return [...(clock.reached(closesAt) ? [] : [ask]), ...calls];
  });
}

const afterWord: Readonly<Record<Balance, PersonSaid>> = { steady: 'well', shaky: 'hard', losing: 'red' };

const askedForPulse: readonly CareRecord['stage'][] = ['preparing', 'ready', 'integrating', 'spaced-out'];

function pulse({ edition, clock }: Asked, record: CareRecord): readonly Drawn[] {
  if (!askedForPulse.includes(record.stage) || !isAsked(edition, 'pulse')) return [];
  const { everyDays, opensAtMinuteOfDay, closesAtMinuteOfDay } = edition.pulse;
  const { zone } = record;
  const today = localDateOf(clock.now, zone);
  // Tomorrow asks its own question, so the answer changes at midnight whatever happens today.
  clock.reached(instantOf(addDays(today, 1), 0, zone));
  const given = (record.pulses ?? []).filter((one) => clock.reached(one.at)).toSorted((a, b) => a.at - b.at);
  const last = given.at(-1);
  const lastDay = last && localDateOf(last.at, zone);
  const opensAt = instantOf(today, opensAtMinuteOfDay.value, zone);
  if (last && lastDay === today) {
    return [{ kind: 'answer-pulse', owner: 'patient', subject: today, opensAt, doneAt: last.at }];
  }
  if (lastDay !== undefined && daysBetween(lastDay, today) < everyDays.value) return [];
  if (clock.reached(instantOf(today, closesAtMinuteOfDay.value, zone))) return [];
  return [{ kind: 'answer-pulse', owner: 'patient', subject: today, opensAt }];
}

/** After some doses, and weeks and months after the last. Of one form only the latest that is open is asked, else the next to open. */
function anchorsAfter({ edition, clock }: Asked, record: CareRecord): readonly Drawn[] {
  const gone = doseGone(record);
  if (gone === undefined) return [];
  const opening = anchorsOf(edition, record).flatMap((anchor) =>
    opensAfter(anchor, gone).map((opensAt) => ({ anchor, opensAt, isOpen: clock.reached(opensAt) })),
  );
  return [...groupedBy(opening, ({ anchor }) => anchor.instrument).values()].flatMap((ofForm) => {
    const inTime = ofForm.toSorted((a, b) => a.opensAt - b.opensAt);
    const asked = inTime.findLast(({ isOpen }) => isOpen) ?? inTime[0];
    if (asked === undefined) return [];
    const { anchor, opensAt } = asked;
    return [
      {
        kind: 'answer-anchor',
        owner: 'patient',
        subject: anchor.instrument,
        opensAt,
        doneAt: answeredAt(record, anchor, opensAt),
      },
    ];
  });
}

/** No dose is planned, and how it goes is still asked. */
const askedOnAfter: readonly CareRecord['stage'][] = ['stopped', 'finished', 'spaced-out'];

/** The latest dose from which they went home, while its series is the one being followed. */
function doseGone({ cycle, previousCycles, stage }: CareRecord): DoseGone | undefined {
  const last =
    cycle?.session?.releasedAt === undefined
      ? previousCycles?.findLast(({ session }) => session?.releasedAt !== undefined)
      : cycle;
  const releasedAt = last?.session?.releasedAt;
  // Of a series that rests nothing is asked, as its person was told.
  if (last === undefined || releasedAt === undefined || stage === 'paused') return undefined;
  // The first dose of a new series asks its own; what the old one would still ask is over.
  if (cycle !== last && cycle?.number !== last.number + 1) return undefined;
  const isLast = askedOnAfter.includes(stage) || (last.of !== undefined && last.number >= last.of);
  return { releasedAt, number: last.number, isLast };
}

function integration({ edition }: Asked, record: CareRecord): readonly Drawn[] {
  const cycle = record.cycle;
  const visit = cycle?.integrationAppointment;
  if (!visit || cycle?.session?.releasedAt === undefined) return [];
  const windowEndsAt = addMinutes(
    cycle.session.releasedAt,
    hoursInMinutes(edition.integration.toHours.value),
  );
  return [
    {
      kind: 'attend-integration',
      owner: 'therapist',
      opensAt: visit.startsAt,
      dueAt: Math.max(windowEndsAt, visit.startsAt),
      doneAt: visit.heldAt,
    },
  ];
}

function hoursInMinutes(hours: number): number {
  return hours * 60;
}

function daysInMinutes(days: number): number {
  return days * 1_440;
}

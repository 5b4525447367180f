// The note of one session, told from its log to the minute. Nothing is typed a second time, and what nobody wrote down
// is printed as missing.
import type { CareRecord, ConsentRecord, MedicationOrder } from '#clinical/care-record.ts';
import { clockAt } from '#clinical/clock.ts';
import { leavingTalkParts } from '#clinical/discharge/leaving-parts.ts';
import { leavingTalk } from '#clinical/discharge/leaving-talk.ts';
import { openDoseGate } from '#clinical/dosing/dose-gate.ts';
import { type Condition, type DoseCondition, doseConditionsOf, type GateLine } from '#clinical/gate.ts';
import { conditionWords, haveInWords, lineNameOf } from '#clinical/gate-words.ts';
import {
  type Instant,
  type LocalDate,
  localDateOf,
  millisecondsPerMinute,
  minutesBetween,
  type ZoneId,
} from '#clinical/instant.ts';
import { perceptionLooks } from '#clinical/monitoring/perceptual-change.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { careActionWords } from '#dosing-session/care-actions.ts';
import { wrongClocks } from '#dosing-session/device-clocks.ts';
import type { FactOf, LogEvent } from '#dosing-session/events.ts';
import { careFacts } from '#dosing-session/facts.ts';
import {
  experienceWords,
  feelsInWords,
  handOverInWords,
  interruptionsInWords,
  leavingTalkInWords,
  settingInWords,
  talkInWords,
} from '#dosing-session/felt-words.ts';
import { dosesGiven, type FlowsheetRow, flowsheetRows } from '#dosing-session/flowsheet.ts';
import { withRoom } from '#dosing-session/gates.ts';
import { infusedMg } from '#dosing-session/infusion.ts';
import { heavyInWords } from '#dosing-session/intake-words.ts';
import { presenceAlerts, stays } from '#dosing-session/presence.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { signals } from '#dosing-session/signals.ts';
import { levelsInWords, soundInWords } from '#dosing-session/sound.ts';
import { type Entry, fold, gaps, latest, type SessionState } from '#dosing-session/state.ts';
import { symptoms } from '#dosing-session/symptoms.ts';
import { type Titration, titrations } from '#dosing-session/titration.ts';
import { visitsMade } from '#dosing-session/visits.ts';
import { watches } from '#dosing-session/watch.ts';
import { watchWords } from '#dosing-session/watch-words.ts';
import {
  figure,
  missing,
  type PaperClock,
  type PaperLine,
  type PaperRow,
  type PaperSection,
  paperClock,
  plain,
} from './paper.ts';

/** What surrounds the log and was signed or kept on its own: who, where, the order, the consent. */
export type NoteSurroundings = {
  readonly zone: ZoneId;
  readonly clinicName: string;
  readonly patientName: string;
  readonly birthDate?: LocalDate | undefined;
  readonly roomName: string;
  readonly cycleNumber: number;
  readonly cyclesPlanned: number;
  readonly openedAt: Instant;
  /** As it stood when the dose began. */
  readonly order?:
    | (MedicationOrder & { readonly drug: string; readonly note?: string | undefined })
    | undefined;
  readonly consent?: ConsentRecord | undefined;
  /** Which lines the server found not met or unknown as the first fact of the dose arrived; kept then, never worked out again. */
  readonly stoodShut: readonly string[];
};

export type SessionNote = {
  readonly paper: 'session-note';
  readonly title: string;
  readonly clinicName: string;
  readonly patientName: string;
  readonly birthDate: LocalDate | undefined;
  readonly date: LocalDate;
  readonly protocol: string;
  readonly sections: readonly PaperSection[];
};

export type SignedContent = SessionNote & {
  /** What the one who signs adds in free words. */
  readonly words: string;
};

/** The bytes a signature speaks for. */
export const noteBytes = (note: SessionNote, words: string): string =>
  canonicalJson({ ...note, words: words.trim() } satisfies SignedContent);

export const sessionNote = (question: {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly around: NoteSurroundings;
}): SessionNote => {
  const { state, edition, around } = question;
  const date = localDateOf(around.openedAt, around.zone);
  const told: Told = {
    state,
    edition,
    around,
    clock: paperClock(around.zone, date),
    endAt: endOf(state, around),
  };
  return {
    paper: 'session-note',
    title: 'Session note',
    clinicName: around.clinicName,
    patientName: around.patientName,
    birthDate: around.birthDate,
    date,
    protocol: `${edition.name}, version ${edition.version}${edition.approver === undefined ? ', an example, not approved by a clinician' : `, approved by ${edition.approver.name}`}`,
    sections: [
      visit(told),
      people(told),
      identity(told),
      arrival(told),
      order(told),
      gate(told),
      dose(told),
      vitalSigns(told),
      alertsAndAnswers(told),
      calls(told),
      symptomsAndRescue(told),
      adverseEvents(),
      notesInTheRoom(told),
      recovery(told),
      release(told),
      ofTheRecord(told),
    ],
  };
};

type Told = {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly around: NoteSurroundings;
  readonly clock: PaperClock;
  readonly endAt: Instant;
};

/** A note knows no now: it ends with the release, or with the last thing that was written down. */
const endOf = (state: SessionState, { openedAt }: NoteSurroundings): Instant =>
  latest(state, 'PatientReleased')?.at ?? state.log.at(-1)?.effectiveAt ?? openedAt;

const section = (id: string, heading: string, lines: readonly PaperLine[]): PaperSection => ({
  id,
  heading,
  lines,
});

const by = ({ clock }: Told, entry: Entry): string => `${clock(entry.at)}, ${entry.byName}`;

const visit = (told: Told): PaperSection => {
  const { state, around, clock } = told;
  const arrived = state.facts.PatientArrived[0];
  const wrote = [...new Set(state.log.map(({ authorName, actingRole }) => `${authorName} (${actingRole})`))];
  return section('visit', 'Visit', [
    plain(`Session ${around.cycleNumber} of ${around.cyclesPlanned}, ${around.roomName}.`),
    arrived === undefined
      ? missing('Arrival is not written down.')
      : plain(`Arrived ${clock(arrived.at)}, received by ${arrived.byName}.`),
    plain(`Written by ${wrote.join(', ')}.`),
    ...state.facts.SessionCalledOff.map((entry) =>
      plain(`Called off ${clock(entry.at)} by ${entry.fact.deciderName}: ${entry.fact.reason}`),
    ),
  ]);
};

const people = (told: Told): PaperSection => {
  const { state, edition, clock, endAt } = told;
  const watched = watches(state);
  const there = stays(state);
  const backUp = latest(state, 'BackUpNamed');
  return section('people', 'Who was there', [
    ...(watched.length === 0
      ? [missing('Who watched is not written down.')]
      : watched.map((watch) => plain(`${clock(watch.since)} ${watchWords(watch)}.`))),
    ...(there.length === 0
      ? [missing('Who was in the room is not written down.')]
      : there.map(({ name, practitionerId, from, to }) =>
          plain(
            `${name}${practitionerId === undefined ? ' (not of the team)' : ''} in the room from ${clock(from)}${to === undefined ? '' : ` to ${clock(to)}`}.`,
          ),
        )),
    ...presenceAlerts(state, edition, endAt).map(({ readings, acknowledgedBy, settledAt }): PaperLine => {
      const since = clock(readings[0]?.at ?? endAt);
      return {
        text: `No one of the team in the room from ${since}${settledAt === undefined ? ' on' : ` to ${clock(settledAt)}`}. ${acknowledgedBy === undefined ? 'Nobody wrote down that they answered' : `Answered by ${acknowledgedBy}`}.`,
        mark: 'not-met',
      };
    }),
    ...(edition.route === 'home'
      ? []
      : [
          backUp === undefined
            ? missing('No medical back-up is named.')
            : plain(`Medical back-up: ${backUp.fact.name} (${by(told, backUp)}).`),
        ]),
  ]);
};

const identifierWords = {
  'full-name': 'full name',
  'birth-date': 'birth date',
  photo: 'photo',
  wristband: 'wristband',
} as const;

const identity = (told: Told): PaperSection => {
  const { state } = told;
  const checks = [...state.facts.IdentityConfirmed, ...state.facts.IdentityDidNotMatch].toSorted(
    (one, other) => one.at - other.at,
  );
  return section(
    'identity',
    'Identity',
    checks.length === 0
      ? [missing('No identity check is written down.')]
      : checks.map((entry): PaperLine => {
          if (entry.fact.type === 'IdentityConfirmed')
            return plain(
              `Confirmed by ${entry.fact.identifiers.map((one) => identifierWords[one]).join(' and ')} (${by(told, entry)}).`,
            );
          const { note } = entry.fact;
          return {
            text: `Did not match (${by(told, entry)})${note === undefined ? '.' : `: ${note}`}`,
            mark: 'not-met',
          };
        }),
  );
};

const intakeWords = (value: Instant | 'not-sure' | 'none', clock: PaperClock): string =>
  value === 'not-sure' ? 'not sure' : value === 'none' ? 'none' : clock(value);

const arrival = (told: Told): PaperSection => {
  const { state, edition, clock } = told;
  const asked = new Set<Condition>(doseConditionsOf(edition.route));
  const latestOf = <Type extends Parameters<typeof latest>[1]>(
    type: Type,
    name: string,
    say: (fact: FactOf<Type>) => string,
  ): PaperLine => {
    const entry = latest(state, type) as Entry<FactOf<Type>> | undefined;
    return entry === undefined
      ? missing(`${name}: not asked.`)
      : plain(`${name}: ${say(entry.fact)} (${by(told, entry)}).`);
  };
  return section('arrival', 'Asked at arrival', [
    latestOf(
      'LastIntakeReported',
      'Last food and drink',
      ({ lastFoodAt, lastFoodHeavy, lastClearFluidAt }) =>
        `food ${intakeWords(lastFoodAt, clock)}${heavyInWords(lastFoodHeavy)}, clear drinks ${intakeWords(lastClearFluidAt, clock)}`,
    ),
    latestOf('MedicinesReconfirmed', 'Medicines', ({ answer, note }) => withNote(answer, note)),
    latestOf('RiskQuestionAsked', 'Question about suicide', ({ answer }) => inWords(answer)),
    ...(asked.has('nasal-product')
      ? [latestOf('NasalProductReported', 'Nose spray before', ({ lastAt }) => intakeWords(lastAt, clock))]
      : []),
    ...(asked.has('program-enrolment')
      ? [latestOf('ProgramEnrolmentChecked', 'Safety program', ({ result }) => inWords(result))]
      : []),
    ...(asked.has('no-substances')
      ? [latestOf('SubstancesAsked', 'Alcohol, cannabis, other drugs', ({ answer }) => inWords(answer))]
      : []),
    ...(asked.has('sitter')
      ? [
          latestOf(
            'SitterConfirmed',
            'Person who watches',
            ({ name, answer }) => `${name}, ${inWords(answer)}`,
          ),
        ]
      : []),
    ...(asked.has('emergency-address')
      ? [latestOf('EmergencyAddressGiven', 'Address today', ({ address }) => address)]
      : []),
    ...(asked.has('nobody-to-care-for')
      ? [latestOf('DependantsAsked', 'Someone to care for', ({ answer }) => inWords(answer))]
      : []),
    latestOf('CallDeviceTested', 'Call button', ({ result }) => inWords(result)),
    ...(asked.has('room-ready') ? roomLines(told) : []),
    latestOf('ConsentReadBack', 'Consent', () => 'read back'),
    latestOf('LimitsReadBack', 'Limits', () => 'read back'),
    latestOf('IntentionConfirmed', 'Intention', (fact) => inWords(fact.state)),
    ...(asked.has('ride')
      ? [latestOf('EscortConfirmed', 'Way home', ({ name, how }) => `${name}, ${how}`)]
      : []),
  ]);
};

/** The room as it was gone through, a line for what was right and one for each thing that was not. */
const roomLines = (told: Told): readonly PaperLine[] => {
  const said = told.state.facts.RoomItemChecked;
  const newest = [...new Map(said.map((entry) => [entry.fact.item, entry])).values()];
  const last = said.at(-1);
  if (last === undefined) return [missing('The room was not gone through.')];
  const ready = newest.filter(({ fact }) => fact.ready);
  const words = ready.map(({ fact }) => `${fact.name.toLowerCase()} ${fact.said.toLowerCase()}`).join('; ');
  return [
    ...(ready.length === 0 ? [] : [plain(`Room: ${words} (${by(told, last)}).`)]),
    ...newest
      .filter(({ fact }) => !fact.ready)
      .map(
        (entry): PaperLine => ({
          text: `${entry.fact.name}: ${entry.fact.said.toLowerCase()} (${by(told, entry)}).`,
          mark: 'not-met',
        }),
      ),
  ];
};

const inWords = (code: string): string => code.replaceAll('-', ' ');
const withNote = (answer: string, note: string | undefined): string =>
  note === undefined ? inWords(answer) : `${inWords(answer)}: ${note}`;

const order = (told: Told): PaperSection => {
  const { state, around, clock } = told;
  const signed = around.order;
  const review = latest(state, 'PreDoseReviewSigned');
  const check = latest(state, 'SecondCheckDone');
  return section('order', 'Order and review', [
    signed === undefined
      ? missing('No signed order stood when the dose began.')
      : plain(
          `${signed.drug.charAt(0).toUpperCase()}${signed.drug.slice(1)}, ${figure(signed.doseMg)} mg${signed.weightKg === undefined ? '' : ` for ${figure(signed.weightKg)} kg`}${signed.infusionMinutes === undefined ? '' : ` over ${figure(signed.infusionMinutes)} minutes`}. Signed by ${signed.signedBy}, ${clock(signed.signedAt)}.${signed.note === undefined || signed.note === '' ? '' : ` ${signed.note}`}`,
        ),
    review === undefined
      ? missing('No review before the dose is written down.')
      : plain(
          `Reviewed: ${figure(review.fact.doseMg)} mg${review.fact.weightKg === null ? '' : `, ${figure(review.fact.weightKg)} kg`}. Signed by ${review.byName}, ${clock(review.at)}.`,
        ),
    ...checkLines(told),
    ...(check === undefined
      ? []
      : [
          plain(
            `Noted: ${check.fact.by} looked at ${figure(check.fact.doseMg)} mg, ${clock(check.at)}, written by ${check.byName}.`,
          ),
        ]),
  ]);
};

/** What each person worked out for themselves; whether they agree is said by the gate below. */
const checkLines = (told: Told): readonly PaperLine[] => {
  const newest = [...new Map(told.state.facts.DoseWorkedOut.map((entry) => [entry.byId, entry])).values()];
  if (newest.length < 2)
    return [
      missing(
        newest[0] === undefined
          ? 'Nobody worked the dose out for a second check.'
          : `No second check: ${newest[0].byName} alone worked the dose out.`,
      ),
    ];
  return newest.map((entry) => {
    const { doseMg, weightKg, concentrationMgPerMl, volumeMl, rateMlPerHour } = entry.fact;
    const figures = [
      `${figure(doseMg)} mg`,
      ...(weightKg === undefined ? [] : [`${figure(weightKg)} kg`]),
      ...(concentrationMgPerMl === undefined ? [] : [`${figure(concentrationMgPerMl)} mg/mL`]),
      ...(volumeMl === undefined ? [] : [`${figure(volumeMl)} mL`]),
      ...(rateMlPerHour === undefined ? [] : [`${figure(rateMlPerHour)} mL/h`]),
    ];
    return plain(`Worked out: ${figures.join(', ')} (${by(told, entry)}).`);
  });
};

/** Lines whose evidence lies in the log or on a signed paper: these can be told again, whenever they are asked. */
const evident: ReadonlySet<DoseCondition> = new Set<DoseCondition>([
  'identity',
  'consent',
  'protocol',
  'order',
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
  'pre-dose-review',
  'second-check',
  'sitter',
  'emergency-address',
  'nobody-to-care-for',
  'program-enrolment',
]);

const stateWords = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
  'overridden-not-met': 'not met, overridden',
  'overridden-unknown': 'unknown, overridden',
} as const;

const gate = (told: Told): PaperSection => {
  const { state, edition, around, clock } = told;
  const startedAt = doseStartedAt(state);
  const overridden = state.facts.ConditionOverridden.map(
    (entry): PaperLine => ({
      text: `${nameOfCondition(entry.fact.condition)}: overridden by ${entry.fact.deciderName}, ${clock(entry.at)}. Reason: ${entry.fact.reason}`,
      mark: 'overridden',
    }),
  );
  const heading = 'The gate when the dose opened';
  if (startedAt === undefined)
    return section('gate', heading, [missing('No dose is written down.'), ...overridden]);
  const room = fold(
    state.log.filter(({ effectiveAt, fact }) => effectiveAt <= startedAt && !isDose(fact.type)),
    state,
  );
  const lines = openDoseGate(
    { edition, clock: clockAt(startedAt) },
    withRoom({ record: recordAt(told), state: room, edition }),
  ).lines;
  return section('gate', heading, [
    plain(
      around.stoodShut.length === 0
        ? `Dose opened ${clock(startedAt)}. Every line was met or overridden when that was written down.`
        : `Dose opened ${clock(startedAt)}, with ${around.stoodShut.length} ${around.stoodShut.length === 1 ? 'line' : 'lines'} not met or unknown when that was written down.`,
    ),
    ...lines.map((line) => gateLine(told, line)).toSorted((one, other) => rank(one) - rank(other)),
    ...overridden,
  ]);
};

/** What was wrong or not known is read before what was met. */
const rank = ({ mark }: PaperLine): number =>
  mark === undefined ? 4 : ['not-met', 'unknown', 'late', 'overridden'].indexOf(mark);

const isDose = (type: string): boolean => type === 'DoseStarted' || type === 'DoseGiven';

const nameOfCondition = (condition: string): string =>
  conditionWords[condition as Condition]?.name ?? inWords(condition);

const gateLine = ({ around, clock }: Told, line: GateLine): PaperLine => {
  const { name } = conditionWords[line.condition];
  const stood = around.stoodShut.includes(line.condition);
  if (!evident.has(line.condition as DoseCondition))
    return stood
      ? { text: `${name}: not met or unknown when the dose was written down.`, mark: 'not-met' }
      : plain(`${name}: met or overridden when the dose was written down.`);
  const named = lineNameOf(line);
  const said = `${name}: ${stateWords[named]}. ${haveInWords(line, clock)}${line.at === undefined ? '' : ` (${clock(line.at)}${line.by === undefined ? '' : `, ${line.by}`})`}.`;
  const isMet = line.state === 'met' || line.state === 'overridden';
  return {
    text: isMet && stood ? `${said} It was not known when the dose was written down; it came later.` : said,
    mark: line.state === 'met' ? (stood ? 'late' : undefined) : line.state,
  };
};

const recordAt = ({ state, edition, around }: Told): CareRecord => ({
  patientId: state.patientId,
  birthDate: around.birthDate,
  zone: around.zone,
  stage: 'arrived',
  plan: {
    seriesId: '',
    route: edition.route,
    editionId: edition.id,
    status: 'active',
    order: around.order,
  },
  cycle: { id: '', number: around.cycleNumber, consent: around.consent },
});

const routeWords = {
  iv: 'into the vein',
  im: 'into the muscle',
  sublingual: 'under the tongue',
  nasal: 'spray into the nose',
} as const;

const stopWords = {
  complete: 'complete',
  'patient-asked': 'the patient asked',
  clinical: 'a clinical reason',
  equipment: 'the equipment',
  other: 'another reason',
} as const;

const dose = (told: Told): PaperSection => {
  const { state, clock, endAt } = told;
  const parts = dosesGiven(state, endAt);
  const changed = new Map(titrations(state).map((titration) => [titration.eventId, titration]));
  const begun = new Map(state.facts.DoseStarted.map((entry) => [entry.eventId, entry]));
  const given = new Map(state.facts.DoseGiven.map((entry) => [entry.eventId, entry]));
  const lines = parts.flatMap((part, index): PaperLine[] => {
    const pump = begun.get(part.eventId);
    const single = given.get(part.eventId);
    const who = (pump ?? single)?.byName;
    const detail = [
      `Part ${index + 1}`,
      ...(part.deviceNumber === undefined ? [] : [`device ${part.deviceNumber}`]),
      routeWords[part.route],
      ...(single?.fact.site === undefined ? [] : [single.fact.site]),
      pump === undefined
        ? `${figure(part.givenMg)} mg at ${clock(part.startedAt)}`
        : `pump started ${clock(part.startedAt)} with ${figure(part.preparedMg)} mg, ${figure(pump.fact.concentrationMgPerMl)} mg/mL, ${figure(pump.fact.rateMgPerMin)} mg/min, planned for ${figure(pump.fact.plannedMinutes)} minutes`,
      ...(part.lot === null ? [] : [`lot ${part.lot}`]),
      ...(part.expiry === null ? [] : [`expiry ${part.expiry}`]),
      `given by ${who ?? 'nobody named'}`,
    ];
    return [
      plain(`${detail.join(', ')}.`),
      ...(part.lot === null ? [missing(`Part ${index + 1}: the lot is not written down.`)] : []),
      ...(part.expiry === null ? [missing(`Part ${index + 1}: the expiry is not written down.`)] : []),
      ...effectLine(told, changed.get(part.eventId)),
    ];
  });
  const { InfusionRateChanged, InfusionBoosted, InfusionPaused, InfusionResumed, DoseStopped } = state.facts;
  const changes = [
    ...InfusionRateChanged,
    ...InfusionBoosted,
    ...InfusionPaused,
    ...InfusionResumed,
    ...DoseStopped,
  ]
    .toSorted((one, other) => one.at - other.at)
    .flatMap((entry) => [
      plain(`${clock(entry.at)} ${changeWords(entry.fact)} (${entry.byName}).`),
      ...effectLine(told, changed.get(entry.eventId)),
    ]);
  return section('dose', 'The dose', [
    ...(lines.length === 0 ? [missing('No dose is written down.')] : lines),
    ...changes,
    ...state.facts.OnsetSaid.map(({ at, byName, fact }) =>
      plain(`${clock(at)} ${onsetWords[fact.felt]} (${byName}).`),
    ),
    ...lineChecks(told),
    ...totals(
      told,
      parts.reduce((sum, part) => sum + part.givenMg, 0),
    ),
  ]);
};

const onsetWords = {
  'not-yet': 'Nothing felt yet',
  felt: 'Felt',
  'too-much': 'Too much',
} as const;

const effectLine = ({ clock }: Told, titration: Titration | undefined): readonly PaperLine[] => {
  if (titration === undefined) return [];
  const { effect } = titration;
  return effect === undefined
    ? [missing('What this change did is not written down.')]
    : [plain(`${clock(effect.at)} After the change: ${effect.words} (${effect.byName}).`)];
};

const lineChecks = ({ state, clock }: Told): readonly PaperLine[] => {
  if (state.infusion === null) return [];
  const looked = state.facts.LineChecked;
  if (looked.length === 0) return [missing('No look at the line is written down.')];
  return looked.map(
    ({ at, byName, fact }): PaperLine => ({
      text: `${clock(at)} Line at ${fact.site}: ${fact.found} (${byName}).`,
      ...(fact.found === 'fine' ? {} : { mark: 'not-met' }),
    }),
  );
};

const changeWords = (
  fact: FactOf<
    'InfusionRateChanged' | 'InfusionBoosted' | 'InfusionPaused' | 'InfusionResumed' | 'DoseStopped'
  >,
): string => {
  const by = (name: string | undefined): string => (name === undefined ? '' : `, ordered by ${name}`);
  switch (fact.type) {
    case 'InfusionBoosted':
      return `${figure(fact.mg)} mg at once${by(fact.orderedBy)}: ${fact.reason}`;
    case 'InfusionRateChanged':
      return `rate set to ${figure(fact.rateMgPerMin)} mg/min, ordered by ${fact.orderedBy}: ${fact.reason}`;
    case 'InfusionPaused':
      return `paused${by(fact.orderedBy)}: ${fact.reason}`;
    case 'InfusionResumed':
      return 'resumed';
    case 'DoseStopped':
      return `stopped${by(fact.orderedBy)}, ${stopWords[fact.reason]}${fact.note === undefined ? '' : `: ${fact.note}`}`;
  }
};

const totals = ({ state, endAt }: Told, givenMg: number): readonly PaperLine[] => {
  const { infusion } = state;
  if (infusion === null) return givenMg === 0 ? [] : [plain(`Given in all: ${figure(givenMg)} mg.`)];
  return [
    plain(`Given by the clock and the rates set: ${figure(infusedMg(infusion, endAt))} mg.`),
    infusion.pumpReadsMg === null
      ? missing('What the pump read at the end is not written down.')
      : plain(`The pump read ${figure(infusion.pumpReadsMg)} mg.`),
    ...(infusion.stoppedAt === null ? [missing('The end of the infusion is not written down.')] : []),
  ];
};

/** Four times stand beside each row: when it was due, when it was true, when it was written, when it was received. */
const vitalSigns = (told: Told): PaperSection => {
  const { state, edition, clock, endAt } = told;
  const events = new Map(state.log.map((event) => [event.eventId, event]));
  const slots =
    checkSchedule({ edition, session: careFacts(state, edition).session, now: endAt })?.slots ?? [];
  const rows = flowsheetRows(state).map((row) => {
    const named = slots.find((one) => one.minute === row.slotMinute);
    // What is due is a reading. A rating alone is not a late one where that reading was taken.
    const isBesideTheCheck = named?.takenAt !== undefined && !isReading(row);
    const slot = slots.find((one) => one.takenAt === row.at) ?? (isBesideTheCheck ? undefined : named);
    const event = events.get(row.eventIds[0] ?? '');
    const isLate =
      (slot !== undefined && row.at > slot.lateAt) ||
      minutesBetween(row.at, row.writtenAt) > edition.checkLateAfterMinutes.value;
    const mark = isLate ? ('late' as const) : undefined;
    return { at: row.at, row: { cells: cellsOf(told, row, { dueAt: slot?.dueAt, event }), mark } };
  });
  const untaken = slots
    .filter(({ state: taken }) => taken === 'missed' || taken === 'late')
    .map(({ minute, dueAt }) => ({
      at: dueAt,
      row: {
        cells: [String(Math.floor(minute)), clock(dueAt), 'not taken', '', '', '', '', '', '', ''],
        mark: 'missing',
      } satisfies PaperRow,
    }));
  const all = [...rows, ...untaken].toSorted((one, other) => one.at - other.at).map(({ row }) => row);
  return {
    ...section('vital-signs', 'Vital signs', [
      ...(rows.length === 0 ? [missing('No reading is written down.')] : []),
      plain(
        'Due by the protocol; taken, when it was true of the patient; written, when it was entered; received, when it reached the clinic.',
      ),
      ...perceptionNotRated(told),
      ...visitsLine(told),
    ]),
    table: {
      columns: [
        'Minute',
        'Due',
        'Taken',
        'Written',
        'Received',
        'Pressure',
        'Pulse',
        'SpO₂',
        'Besides',
        'By',
      ],
      rows: all,
    },
  };
};

const isReading = ({ signs, couldNotRead }: FlowsheetRow): boolean =>
  Object.keys(signs).length > 0 || couldNotRead.length > 0;

/** Only where the protocol asked for it. */
const perceptionNotRated = ({ state, edition, endAt }: Told): readonly PaperLine[] =>
  perceptionLooks({
    edition,
    startedAt: doseStartedAt(state),
    ratedAt: state.facts.PerceptionRated.map(({ at }) => at),
    now: endAt,
  })
    .filter(({ ratedAt, dueAt }) => ratedAt === undefined && dueAt <= endAt)
    .map(({ minute }) => missing(`Perceptual change at minute ${minute} is not written down.`));

const visitsLine = ({ state, edition }: Told): readonly PaperLine[] => {
  const made = visitsMade(state, edition.checkLateAfterMinutes.value);
  if (made === undefined) return [];
  const { checks, visits } = made;
  return [
    plain(
      `Few interruptions: ${checks} ${checks === 1 ? 'check' : 'checks'} in ${visits} ${visits === 1 ? 'visit' : 'visits'}.`,
    ),
  ];
};

const cellsOf = (
  { clock }: Told,
  row: FlowsheetRow,
  { dueAt, event }: { readonly dueAt: Instant | undefined; readonly event: LogEvent | undefined },
): readonly string[] => {
  const { signs, couldNotRead } = row;
  const unread = (...names: readonly (typeof couldNotRead)[number][]): string =>
    names.some((name) => couldNotRead.includes(name)) ? 'could not be read' : 'not measured';
  const taken = clock(row.at);
  const sameOr = (at: Instant | undefined): string =>
    at === undefined ? 'not known' : clock(at) === taken ? 'same minute' : clock(at);
  return [
    row.minute === undefined ? 'before' : row.minute < 0 ? 'before' : String(Math.floor(row.minute)),
    dueAt === undefined ? 'not set' : clock(dueAt),
    taken,
    sameOr(row.writtenAt),
    sameOr(event?.receivedAt),
    signs.systolicMmHg === undefined || signs.diastolicMmHg === undefined
      ? unread('systolicMmHg', 'diastolicMmHg')
      : `${figure(signs.systolicMmHg)}/${figure(signs.diastolicMmHg)}`,
    signs.heartRatePerMin === undefined ? unread('heartRatePerMin') : figure(signs.heartRatePerMin),
    signs.spo2Percent === undefined ? unread('spo2Percent') : `${figure(signs.spo2Percent)} %`,
    besides(row),
    row.source === 'device' ? `${row.byName}, from a device` : row.byName,
  ];
};

const besides = (row: FlowsheetRow): string => {
  const { signs } = row;
  const said = [
    signs.respiratoryRatePerMin === undefined
      ? ''
      : `${figure(signs.respiratoryRatePerMin)} breaths a minute`,
    row.oxygenLitresPerMin === undefined ? '' : `oxygen ${figure(row.oxygenLitresPerMin)} L/min`,
    row.moaas === undefined ? '' : `MOAA/S ${row.moaas}`,
    row.distress === undefined ? '' : `distress ${row.distress} of 10`,
    row.distressSaid === undefined ? '' : `distress ${row.distressSaid} of 10 (said)`,
    row.distressSeen === undefined ? '' : `distress ${row.distressSeen} of 10 (seen)`,
    row.dissociation === undefined ? '' : `dissociation ${row.dissociation}`,
    row.dissociationSaid === undefined ? '' : `dissociation ${row.dissociationSaid} (said)`,
    row.dissociationSeen === undefined ? '' : `dissociation ${row.dissociationSeen} (seen)`,
    row.experience === undefined ? '' : row.experience.map((tag) => experienceWords[tag]).join(', '),
    row.perception === undefined
      ? ''
      : `perceptual change ${row.perception === null ? 'could not be told' : `${row.perception} of 10`} (seen)`,
    row.nausea === undefined ? '' : `nausea ${row.nausea} of 3`,
    row.seen === undefined ? '' : `seen ${row.seen}`,
    signs.temperatureCel === undefined ? '' : `${figure(signs.temperatureCel)} °C`,
    signs.weightKg === undefined ? '' : `${figure(signs.weightKg)} kg`,
  ].filter((text) => text !== '');
  return said.length === 0 ? 'none' : said.join(', ');
};

const subjectWords = {
  'blood-pressure': 'Blood pressure',
  'heart-rate': 'Pulse',
  oxygen: 'Oxygen',
  breathing: 'Breathing',
  sedation: 'Sedation',
  distress: 'Distress',
  line: 'The line',
  presence: 'Nobody in the room',
} as const;

const alertsAndAnswers = (told: Told): PaperSection => {
  const { state, edition, clock } = told;
  const raised = alerts(state, edition);
  return section(
    'alerts',
    'Alerts',
    raised.length === 0
      ? [
          plain(
            state.facts.VitalSignsMeasured.length === 0
              ? 'No reading, so no alert could be raised.'
              : 'No reading that was taken lay outside the alert limits of the protocol.',
          ),
        ]
      : raised.flatMap((alert): PaperLine[] => [
          plain(
            `${clock(alert.raisedAt)} ${subjectWords[alert.subject]}: ${alert.readings[0]?.issues[0]?.title ?? 'outside the limits'} Read by ${alert.readings[0]?.byName ?? 'nobody named'}.`,
          ),
          alert.acknowledgedBy === undefined
            ? missing('Nobody wrote down that they answered.')
            : plain(`Answered by ${alert.acknowledgedBy} after ${alert.answerSeconds ?? 0} seconds.`),
          alert.settledAt === undefined
            ? missing('No later reading inside the limits is written down.')
            : plain(`Inside the limits again at ${clock(alert.settledAt)}.`),
          ...(alert.resolvedAt === undefined
            ? []
            : [plain(`Closed by ${alert.resolvedBy}, ${clock(alert.resolvedAt)}: ${alert.how ?? ''}`)]),
        ]),
  );
};

const signalWords = {
  adjust: 'asked for an adjustment',
  come: 'called for someone',
  worried: 'was worried',
  'not-sure': 'could not tell how they were',
  'back-up': 'called the medical back-up',
} as const;

const calls = (told: Told): PaperSection => {
  const { state, clock } = told;
  const heard = signals(state);
  return section(
    'calls',
    'Calls from the patient',
    heard.length === 0
      ? [plain('No call is written down.')]
      : heard.flatMap((signal): PaperLine[] => [
          plain(
            `${clock(signal.at)} ${signal.byName} ${signal.wish === 'silence' ? 'asked for silence' : signalWords[signal.kind]}.`,
          ),
          ...signal.passedOn.map((passed) =>
            plain(`${clock(passed.at)} ${passed.byName} was busy and passed it on.`),
          ),
          signal.answeredBy === undefined
            ? missing('Nobody wrote down that they answered.')
            : plain(`Answered by ${signal.answeredBy} after ${signal.answerSeconds ?? 0} seconds.`),
          signal.resolvedAt === undefined
            ? missing('What was done is not written down.')
            : plain(`Done by ${signal.resolvedBy}, ${clock(signal.resolvedAt)}: ${signal.what ?? ''}`),
        ]),
  );
};

const symptomsAndRescue = (told: Told): PaperSection => {
  const { state, clock } = told;
  const felt = symptoms(state);
  const asked = latest(state, 'SymptomsAsked');
  const rescue = state.facts.RescueMedicationGiven;
  const done = state.facts.CareActionTaken;
  const forSymptom = (symptomId: string | undefined): string => {
    const found = felt.find((symptom) => symptom.symptomId === symptomId);
    return found === undefined ? '' : `, for ${found.symptom.toLowerCase()}`;
  };
  return section('symptoms', 'Symptoms and rescue medicines', [
    asked === undefined
      ? missing('Nobody wrote down that symptoms were asked about.')
      : plain(`Last asked ${by(told, asked)}: ${asked.fact.answer}.`),
    ...felt.map((symptom): PaperLine => {
      const began = `${symptom.symptom}, ${symptom.worst} at worst, told ${clock(symptom.reportedAt)} to ${symptom.reportedBy}`;
      return symptom.resolvedAt === undefined
        ? missing(`${began}. Its end is not written down.`)
        : plain(`${began}, gone ${clock(symptom.resolvedAt)}.`);
    }),
    ...done.map(({ at, byName, fact }) =>
      plain(
        `${clock(at)} ${careActionWords[fact.action]}${forSymptom(fact.symptomId)} (${byName})${fact.note === undefined ? '' : `: ${fact.note}`}.`,
      ),
    ),
    ...(rescue.length === 0
      ? [plain('No rescue medicine is written down.')]
      : rescue.flatMap(({ eventId, at, byName, fact }): PaperLine[] => {
          const response = state.facts.RescueResponseNoted.findLast(
            (noted) => noted.fact.rescueEventId === eventId,
          );
          return [
            plain(
              `${clock(at)} ${fact.name}, ${fact.doseText}, ${fact.route}, for ${fact.indication}. Ordered by ${fact.orderedBy}, given by ${byName}.${fact.lot === undefined ? '' : ` Lot ${fact.lot ?? 'not readable'}.`}`,
            ),
            response === undefined
              ? missing(`How ${fact.name} worked is not written down.`)
              : plain(`Response ${clock(response.at)}: ${response.fact.response}`),
          ];
        })),
  ]);
};

const adverseEvents = (): PaperSection =>
  section('adverse-events', 'Adverse events', [
    missing('The log of a session holds no adverse event report. Whether there was one is not told here.'),
  ]);

const notesInTheRoom = ({ state, clock }: Told): PaperSection => {
  const { NoteAdded, LimitTightened, SettingChanged, InterruptionsSet, SoundPlayed, SoundLevelSet } =
    state.facts;
  const lines = [
    ...NoteAdded,
    ...LimitTightened,
    ...SettingChanged,
    ...InterruptionsSet,
    ...SoundPlayed,
    ...SoundLevelSet,
  ]
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, byName, fact }) => plain(`${clock(at)} ${byName}: ${roomWords(fact)}`));
  return section(
    'room',
    'Written in the room',
    lines.length === 0 ? [plain('Nothing is written down.')] : lines,
  );
};

type RoomFact = FactOf<
  'NoteAdded' | 'LimitTightened' | 'SettingChanged' | 'InterruptionsSet' | 'SoundPlayed' | 'SoundLevelSet'
>;

const roomWords = (fact: RoomFact): string => {
  switch (fact.type) {
    case 'NoteAdded':
      return fact.text;
    case 'LimitTightened':
      return `A limit was made tighter: ${fact.text}`;
    case 'SoundPlayed':
      return soundInWords(fact);
    case 'SoundLevelSet':
      return levelsInWords(fact);
    case 'InterruptionsSet':
      return `${interruptionsInWords(fact)}.`;
    case 'SettingChanged':
      return settingInWords(fact);
  }
};

const scoreItems = ['activity', 'respiration', 'circulation', 'consciousness', 'oxygenSaturation'] as const;

const recovery = (told: Told): PaperSection => {
  const { state, edition, clock } = told;
  const scores = state.facts.AldreteScored.map(({ at, byName, fact }): PaperLine => {
    const left = scoreItems.filter((item) => fact.items[item] === undefined);
    const points = scoreItems.reduce((sum, item) => sum + (fact.items[item] ?? 0), 0);
    return left.length === 0
      ? plain(`${clock(at)} Aldrete ${points} of 10 (${byName}).`)
      : missing(
          `${clock(at)} Aldrete without a total: ${left.map(itemWords).join(', ')} not scored (${byName}).`,
        );
  });
  const oriented = state.facts.OrientationChecked.map(({ at, byName, fact }) => {
    const knew = (['person', 'place', 'time', 'situation'] as const).filter((one) => fact[one]);
    return plain(
      `${clock(at)} Knows ${knew.length === 4 ? 'who, where, when and why' : knew.length === 0 ? 'none of who, where, when, why' : `${knew.join(', ')}, and not the rest`} (${byName}).`,
    );
  });
  const walked = state.facts.GaitChecked.map(({ at, byName, fact }) =>
    plain(`${clock(at)} Walking: ${inWords(fact.result)} (${byName}).`),
  );
  const single = (
    type: 'RecoveryStarted' | 'LineRemoved' | 'BelongingsReturned',
    name: string,
  ): PaperLine => {
    const entry = latest(state, type);
    return entry === undefined
      ? missing(`${name}: not written down.`)
      : plain(`${name}: ${by(told, entry)}.`);
  };
  return section('recovery', 'Recovery', [
    single('RecoveryStarted', 'Recovery began'),
    ...(scores.length === 0 ? [missing('No recovery score is written down.')] : scores),
    ...(oriented.length === 0 ? [missing('Orientation is not written down.')] : oriented),
    ...(walked.length === 0 ? [missing('Walking is not written down.')] : walked),
    ...state.facts.DrugWasted.map(({ at, byName, fact }) =>
      plain(
        fact.mg === 0
          ? `${clock(at)} Nothing of the drug was left (${byName}).`
          : `${clock(at)} ${figure(fact.mg)} mg wasted${fact.manner === undefined ? '' : `, ${fact.manner}`} (${byName}).`,
      ),
    ),
    ...state.facts.RefreshmentOffered.map(({ at, byName, fact }) =>
      plain(
        `${clock(at)} Water: ${offeredWords[fact.drink]}. Something light: ${offeredWords[fact.snack]} (${byName}).`,
      ),
    ),
    ...state.facts.TalkWishAsked.map(({ at, byName, fact }) =>
      plain(`${clock(at)} ${talkInWords(fact)} (${byName}).`),
    ),
    ...(state.facts.StateAfterSaid.length === 0
      ? [missing('How they were before they left is not written down.')]
      : state.facts.StateAfterSaid.map(({ at, byName, fact }) =>
          plain(`${clock(at)} ${feelsInWords(fact)} (${byName}).`),
        )),
    ...leavingTalkLines(told),
    ...(edition.route === 'iv' ? [single('LineRemoved', 'Line removed')] : []),
    single('BelongingsReturned', 'Belongings returned'),
  ]);
};

/** What was gone through, what was not reached, and what is still to be answered. */
const leavingTalkLines = ({ state, clock }: Told): readonly PaperLine[] => {
  const held = state.facts.LeavingTalkHeld;
  if (held.length === 0) return [missing('The talk before leaving is not written down.')];
  const covered = new Set(held.flatMap(({ fact }) => fact.covered));
  const notReached = leavingTalkParts.filter((part) => !covered.has(part));
  const names = notReached.map((part) => leavingTalk.value[part].name.toLowerCase());
  return [
    ...held.map(({ at, byName, fact }) => plain(`${clock(at)} ${leavingTalkInWords(fact)} (${byName}).`)),
    ...(names.length === 0 ? [] : [missing(`Not reached in the talk: ${names.join(', ')}.`)]),
    ...held.flatMap(({ fact: { openQuestion } }): readonly PaperLine[] =>
      openQuestion === undefined
        ? []
        : [{ text: `Asked, and still to be answered: ${openQuestion}`, mark: 'unknown' }],
    ),
  ];
};

const offeredWords = { taken: 'taken', 'not-wanted': 'not wanted' } as const;

const itemWords = (item: (typeof scoreItems)[number]): string =>
  item === 'oxygenSaturation' ? 'oxygen' : item;

const repeatedWords = { all: 'all of them', part: 'part of them', none: 'none of them' } as const;

const release = (told: Told): PaperSection => {
  const { state, edition, clock } = told;
  const repeated = latest(state, 'InstructionsRepeatedBack');
  const escort = latest(state, 'EscortArrived');
  const stays = latest(state, 'SitterStayAsked');
  const released = state.facts.PatientReleased;
  return section('release', 'Release', [
    repeated === undefined
      ? missing('Whether the instructions were said back is not written down.')
      : plain(`Instructions said back: ${repeatedWords[repeated.fact.result]} (${by(told, repeated)}).`),
    ...(edition.route === 'home'
      ? [
          stays === undefined
            ? missing('Whether someone stays is not written down.')
            : plain(`The person who watched ${stays.fact.answer} (${by(told, stays)}).`),
        ]
      : [
          escort === undefined
            ? missing('Who came to take them home is not written down.')
            : plain(
                `${escort.fact.name} at the door, code word ${escort.fact.codeWordMatched ? 'matched' : 'did not match'} (${by(told, escort)}).`,
              ),
          ...handOverLines(told),
        ]),
    ...(released.length === 0
      ? [missing('Release is not written down.')]
      : released.map((entry) =>
          plain(
            `Left ${clock(entry.at)} with ${entry.fact.toName} (${entry.fact.toRelation}), released by ${entry.byName}.`,
          ),
        )),
  ]);
};

const handOverLines = (told: Told): readonly PaperLine[] => {
  const briefed = told.state.facts.HandOverBriefed;
  if (briefed.length === 0)
    return [missing('Whether whoever took them home was briefed is not written down.')];
  return briefed.map((entry) => plain(`${handOverInWords(entry.fact)} (${by(told, entry)}).`));
};

const conflictWords = {
  'another-patient': 'A fact named another patient',
  'another-session': 'A fact named another session',
  'identity-disagrees': 'Identity was confirmed and also did not match',
  'id-used-twice': 'Two facts carry the same number',
  'device-count-used-twice': 'A device used one count twice',
  'dose-started-twice': 'The dose was started twice',
  'dose-maybe-recorded-twice': 'One dose may be written down twice',
  'dose-not-as-reviewed': 'The dose is not the one reviewed',
  'second-check-differs': 'The second check names another dose',
  'two-rates-at-once': 'Two rates were set at the same moment',
  'stopped-twice': 'The dose was stopped twice',
  'released-twice': 'The release is written down twice',
} as const;

const ofTheRecord = (told: Told): PaperSection => {
  const { state, edition, clock } = told;
  const late = state.log.filter(
    ({ effectiveAt, recordedAt, clockOffsetMs, fact }) =>
      fact.type !== 'VitalSignsMeasured' &&
      minutesBetween(effectiveAt, recordedAt + (clockOffsetMs ?? 0)) > edition.checkLateAfterMinutes.value,
  );
  const lines: readonly PaperLine[] = [
    ...state.struck.map(({ targetEventId, at, byName, reason }): PaperLine => {
      const target = state.log.find(({ eventId }) => eventId === targetEventId);
      return {
        text: `${target === undefined ? 'A fact that is not here' : `${nameOfFact(target)} of ${clock(target.effectiveAt)}`} was entered in error (${clock(at)}, ${byName}): ${reason}`,
        mark: 'struck',
      };
    }),
    ...late.map(
      (event): PaperLine => ({
        text: `${nameOfFact(event)} of ${clock(event.effectiveAt)} was written ${clock(event.recordedAt + (event.clockOffsetMs ?? 0))} by ${event.authorName}${event.receivedAt === undefined ? '' : `, received ${clock(event.receivedAt)}`}.`,
        mark: 'late',
      }),
    ),
    ...state.conflicts.map(({ kind }): PaperLine => ({ text: `${conflictWords[kind]}.`, mark: 'unknown' })),
    ...state.needsReview.map(
      ({ at, why }): PaperLine => ({
        text: `${clock(at)} To be looked at: ${inWords(why)}.`,
        mark: 'unknown',
      }),
    ),
    ...wrongClocks(state.log).map(({ aheadMs, facts, names }) =>
      plain(
        `The clock of a device of ${names.join(' and ')} was ${spanWords(aheadMs)}. Its ${facts} ${facts === 1 ? 'fact stands' : 'facts stand'} at the clinic’s time.`,
      ),
    ),
    ...gaps(state).map(({ from, to }) =>
      missing(
        `A device wrote ${to - from + 1} ${to === from ? 'fact that has' : 'facts that have'} not arrived.`,
      ),
    ),
  ];
  return section(
    'record',
    'Late, corrected and unsettled',
    lines.length === 0 ? [plain('Nothing was written late, corrected or left unsettled.')] : lines,
  );
};

const spanWords = (aheadMs: number): string => {
  const minutes = Math.round(Math.abs(aheadMs) / millisecondsPerMinute);
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${aheadMs > 0 ? 'fast' : 'slow'}`;
};

const nameOfFact = ({ fact }: LogEvent): string => {
  const words = fact.type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `“${words.charAt(0).toUpperCase()}${words.slice(1)}”`;
};

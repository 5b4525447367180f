// The paper that goes home, told from the log and the protocol edition: what was given and who watched, what to do tonight,
// whom to call, what comes next. One version for the person and one, which says less, for whoever takes them home.
// Plain data in finished words, so that what a nurse hands over is what is kept, printed and read on the phone.

import { afterCare, drivingDay } from '#clinical/discharge/after-care.ts';
import type { AfterCareTopic } from '#clinical/discharge/leaving-parts.ts';
import { type Instant, type LocalDate, localDateOf, localTime, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { sources } from '#clinical/sources.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { afterVisitSummary } from '#dosing-session/flowsheet.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { type AfterVisitWords, afterVisitWords } from './after-visit-words.ts';
import { clockWords, dateWords, type PaperLanguage } from './date-words.ts';
import { figure, type PaperLine } from './paper.ts';

/** A claim names its source; a line without one is a fact from the log or from the record. */
export type AfterVisitLine = PaperLine & { readonly source?: SourceId };

export const afterVisitParts = [
  'driving',
  'given',
  'tonight',
  'food',
  'normal',
  'call',
  'emergency',
  'reach',
  'medicines',
  'talked',
  'next',
  'said-back',
  'felt',
] as const;
export type AfterVisitPart = (typeof afterVisitParts)[number];

export type AfterVisitSection = {
  readonly id: AfterVisitPart;
  readonly heading: string;
  readonly lines: readonly AfterVisitLine[];
};

export type AfterVisitPaper = {
  readonly sections: readonly AfterVisitSection[];
  readonly sources: readonly {
    readonly id: SourceId;
    readonly title: string;
    readonly confidence: Confidence;
  }[];
};

/** What surrounds the log: from the record, the clinic's settings and the book of appointments. */
export type AfterVisitAround = {
  readonly zone: ZoneId;
  readonly firstName: string;
  readonly clinic: {
    readonly name: string;
    readonly phone: string;
    readonly openingHours: Readonly<Record<PaperLanguage, string>>;
  };
  readonly emergencyNumber: string | undefined;
  /** How the crisis line of this place is reached; undefined where none is known. */
  readonly crisisLine: { readonly name: string; readonly number: string } | undefined;
  readonly allergies: readonly string[] | undefined;
  /** Words a clinician wrote for this person about one medicine. */
  readonly medicines: readonly { readonly name: string; readonly instruction: string }[];
  readonly appointments: readonly { readonly kind: 'dose' | 'integration' | 'other'; readonly at: Instant }[];
};

export type AfterVisitQuestion = {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly around: AfterVisitAround;
  readonly now: Instant;
};

export type AfterVisitContent = {
  readonly protocol: { readonly id: string; readonly name: string; readonly approvedBy?: string };
  readonly date: LocalDate;
  /** The first day on which driving may be asked about. */
  readonly drivingFrom: LocalDate;
  readonly patient: Readonly<Record<PaperLanguage, AfterVisitPaper>>;
  readonly companion: Readonly<Record<PaperLanguage, AfterVisitPaper>>;
};

/** Both readers in both languages: one name at the door stands for all four. */
export const afterVisitContent = (question: AfterVisitQuestion): AfterVisitContent => {
  const { state, edition, around, now } = question;
  const paper = (reader: 'patient' | 'companion', language: PaperLanguage) =>
    paperOf(question, reader, language);
  const began = state.facts.PatientArrived[0]?.at ?? state.log[0]?.effectiveAt ?? now;
  return {
    protocol: {
      id: edition.id,
      name: edition.name,
      ...(edition.approver === undefined ? {} : { approvedBy: edition.approver.name }),
    },
    date: localDateOf(began, around.zone),
    drivingFrom: drivingDay(leftAt(state) ?? now, around.zone),
    patient: { en: paper('patient', 'en'), es: paper('patient', 'es') },
    companion: { en: paper('companion', 'en'), es: paper('companion', 'es') },
  };
};

/** The bytes a nurse answers for. */
export const afterVisitBytes = (content: AfterVisitContent): string => canonicalJson(content);

const leftAt = (state: SessionState): Instant | undefined => latest(state, 'PatientReleased')?.at;

const paperOf = (
  question: AfterVisitQuestion,
  reader: 'patient' | 'companion',
  language: PaperLanguage,
): AfterVisitPaper => {
  const { state, edition, around, now } = question;
  const say = afterVisitWords[language];
  const leavesAt = leftAt(state) ?? now;
  const care = afterCare(
    {
      edition,
      zone: around.zone,
      leavesAt,
      wasSick: wasSick(state),
      allergies: around.allergies,
      firstName: around.firstName,
    },
    reader,
  );
  const claims = (topic: AfterCareTopic): readonly AfterVisitLine[] =>
    care
      .filter((line) => line.topic === topic)
      .map(({ words: claim, isUnknown }) => ({
        text: claim.value[language],
        source: claim.source,
        ...(isUnknown ? { mark: 'unknown' as const } : {}),
      }));
  const drivingUntil: AfterVisitLine = {
    text: say.drivingFrom(
      dateWords(drivingDay(leavesAt, around.zone), language),
      reader === 'companion' ? around.firstName : undefined,
    ),
    source: edition.driving.text.source,
  };
  const own = reader === 'patient';
  const sections: readonly (AfterVisitSection | undefined)[] = [
    part('driving', say.headings.driving, [drivingUntil, ...claims('driving')]),
    part('given', own ? say.headings.given : say.headings.handedOver, [
      ...(own ? givenLines(question, say) : []),
      ...wayHomeLines(question, say, own),
    ]),
    part('tonight', say.headings.tonight, claims('tonight')),
    part('food', say.headings.food, claims('food')),
    part('normal', say.headings.normal, claims('normal')),
    part('call', say.headings.call, [...claims('call'), reachClinic(around, say)]),
    part('emergency', say.headings.emergency(around.emergencyNumber), claims('emergency')),
    part('reach', say.headings.reach, crisisLines(around, say)),
    own ? part('medicines', say.headings.medicines, medicineLines(around, say)) : undefined,
    own ? part('talked', say.headings.talked, talkedLines(question, say)) : undefined,
    own ? part('next', say.headings.next, nextLines(around, say, language)) : undefined,
    own ? part('said-back', say.headings.saidBack, saidBackLines(question, say)) : undefined,
    own ? part('felt', say.headings.felt, feltLines(question, say)) : undefined,
  ];
  const present = sections.filter((section) => section !== undefined);
  return { sections: present, sources: sourcesOf(present, care, edition) };
};

const part = (id: AfterVisitPart, heading: string, lines: readonly AfterVisitLine[]): AfterVisitSection => ({
  id,
  heading,
  // An hour in Spanish brings its own full stop.
  lines: lines.map((line) => ({ ...line, text: line.text.replace(/\.\.$/, '.') })),
});

const sourcesOf = (
  sections: readonly AfterVisitSection[],
  care: ReturnType<typeof afterCare>,
  edition: Edition,
): AfterVisitPaper['sources'] => {
  const confidences = new Map<SourceId, Confidence>([
    [edition.driving.text.source, edition.driving.text.confidence],
    ...care.map(({ words: claim }): [SourceId, Confidence] => [claim.source, claim.confidence]),
  ]);
  const named = sections.flatMap(({ lines }) => lines.flatMap(({ source }) => source ?? []));
  return [...new Set(named)].map((id) => ({
    id,
    title: sources[id],
    confidence: confidences.get(id) ?? 'G',
  }));
};

/** Sick or vomiting at any time: a rating above none, or a symptom by that name. Silence is not "was not sick". */
const wasSick = (state: SessionState): boolean | undefined => {
  const rated = state.facts.NauseaRated.map(({ fact }) => fact.score);
  const told = state.facts.SymptomReported.some(({ fact }) => sickness.test(fact.symptom));
  if (told || rated.some((score) => score > 0)) return true;
  const asked = rated.length > 0 || state.facts.SymptomsAsked.length > 0;
  return asked ? false : undefined;
};
// As the room's quick words and a typed word say it, in both languages.
const sickness = /nause|sick|vomit|retch|náusea|vómit/i;

type Say = AfterVisitWords;

const at = ({ zone }: AfterVisitAround, when: Instant, say: Say): string =>
  clockWords(localTime(when, zone).minuteOfDay, say.language);

const givenLines = (question: AfterVisitQuestion, say: Say): readonly AfterVisitLine[] => {
  const { state, edition, around, now } = question;
  const { doses, rescue } = afterVisitSummary(state, edition, leftAt(state) ?? now);
  const given = doses.map(
    ({ route, givenMg, startedAt, endedAt }): AfterVisitLine => ({
      text: say.dose({
        route,
        mg: figure(Math.round(givenMg * 10) / 10),
        from: at(around, startedAt, say),
        to: endedAt === undefined || endedAt === startedAt ? undefined : at(around, endedAt, say),
      }),
    }),
  );
  const other = rescue.map(
    ({ at: when, given: { name, doseText } }): AfterVisitLine => ({
      text: say.rescue(name, doseText, at(around, when, say)),
    }),
  );
  return [
    ...(given.length === 0 ? [{ text: say.noDose, mark: 'missing' as const }] : given),
    ...other,
    ...watchers(state, say),
  ];
};

const watchers = (state: SessionState, say: Say): readonly AfterVisitLine[] => {
  const names = new Set([
    ...state.facts.MonitorAssigned.map(({ fact }) => fact.name),
    ...state.facts.MonitorHandedOver.map(({ fact }) => fact.toName),
  ]);
  return names.size === 0
    ? [{ text: say.nobodyWatched, mark: 'missing' }]
    : [{ text: say.watched([...names].join(', ')) }];
};

/** How they left, for the person and for whoever took over from the nurse. */
const wayHomeLines = (
  { state, around }: AfterVisitQuestion,
  say: Say,
  own: boolean,
): readonly AfterVisitLine[] => {
  const released = latest(state, 'PatientReleased');
  if (released === undefined) return [{ text: say.notReleased, mark: 'missing' }];
  const when = at(around, released.at, say);
  const { toName } = released.fact;
  return [
    {
      text: own
        ? say.left(when, toName, released.byName)
        : say.handed(around.firstName, toName, when, released.byName),
    },
    ...(own ? [] : briefedLines(state, say)),
  ];
};

/** What was gone through with whoever drives; read by them, and nothing of the visit. */
const briefedLines = (state: SessionState, say: Say): readonly AfterVisitLine[] => {
  const entry = latest(state, 'HandOverBriefed');
  if (entry === undefined) return [{ text: say.notBriefed, mark: 'missing' }];
  const { covered } = entry.fact;
  return covered.length === 0
    ? [{ text: say.notBriefed, mark: 'missing' }]
    : [
        {
          text: say.briefed(
            entry.byName,
            covered.map((topic) => say.briefedTopics[topic]),
          ),
        },
      ];
};

const reachClinic = ({ clinic }: AfterVisitAround, say: Say): AfterVisitLine => ({
  text: say.callClinic(clinic.name, clinic.phone, clinic.openingHours[say.language]),
});

const crisisLines = (
  { crisisLine, emergencyNumber }: AfterVisitAround,
  say: Say,
): readonly AfterVisitLine[] => [
  crisisLine === undefined
    ? { text: say.noCrisisLine(emergencyNumber), mark: 'unknown' }
    : { text: say.crisisLine(crisisLine.name, crisisLine.number) },
  { text: say.notAlone },
];

const medicineLines = ({ medicines }: AfterVisitAround, say: Say): readonly AfterVisitLine[] =>
  medicines.length === 0
    ? [{ text: say.noMedicineWords, mark: 'missing' }]
    : medicines.map(({ name, instruction }) => ({ text: `${name}: ${instruction}` }));

const nextLines = (
  { appointments, zone }: AfterVisitAround,
  say: Say,
  language: PaperLanguage,
): readonly AfterVisitLine[] => {
  const booked = appointments.map(({ kind, at: when }): AfterVisitLine => {
    const { date, minuteOfDay } = localTime(when, zone);
    return {
      text: say.appointment(say.kinds[kind], dateWords(date, language), clockWords(minuteOfDay, language)),
    };
  });
  const hasTalk = appointments.some(({ kind }) => kind === 'integration');
  return [
    ...booked,
    ...(hasTalk ? [] : [{ text: say.noIntegration, mark: 'missing' as const }]),
    { text: say.asked },
  ];
};

/** What they went through together, and the question that is still theirs to have answered. */
const talkedLines = ({ state, around }: AfterVisitQuestion, say: Say): readonly AfterVisitLine[] => {
  const held = state.facts.LeavingTalkHeld;
  if (held.length === 0) return [{ text: say.notTalked, mark: 'missing' }];
  return held.flatMap(({ at: when, byName, fact: { wish, covered, openQuestion } }) => [
    {
      text:
        wish === 'no-talk-wanted'
          ? say.noTalkWanted
          : say.talked(
              at(around, when, say),
              byName,
              covered.map((one) => say.talkParts[one]),
            ),
    },
    ...(openQuestion === undefined
      ? []
      : [{ text: say.openQuestion(openQuestion), mark: 'unknown' as const }]),
  ]);
};

const saidBackLines = ({ state, around }: AfterVisitQuestion, say: Say): readonly AfterVisitLine[] => {
  const entry = latest(state, 'InstructionsRepeatedBack');
  if (entry === undefined) return [{ text: say.notSaidBack, mark: 'missing' }];
  const { result } = entry.fact;
  return [
    {
      text: say.saidBack[result](at(around, entry.at, say), entry.byName),
      ...(result === 'all' ? {} : { mark: 'not-met' as const }),
    },
  ];
};

const feltLines = (question: AfterVisitQuestion, say: Say): readonly AfterVisitLine[] => {
  const { state, edition, around, now } = question;
  const summary = afterVisitSummary(state, edition, now);
  const felt = summary.symptoms.map(
    ({ symptom, reportedAt, resolvedAt }): AfterVisitLine => ({
      text:
        resolvedAt === undefined
          ? say.stillFelt(symptom, at(around, reportedAt, say))
          : say.felt(symptom, at(around, reportedAt, say), at(around, resolvedAt, say)),
      ...(resolvedAt === undefined ? { mark: 'unknown' as const } : {}),
    }),
  );
  const { systolicMmHg, diastolicMmHg } = summary.signs;
  const pressure =
    systolicMmHg === undefined || diastolicMmHg === undefined
      ? []
      : [
          {
            text: say.pressure(
              systolicMmHg.last,
              diastolicMmHg.last,
              systolicMmHg.highest,
              diastolicMmHg.highest,
            ),
          },
        ];
  const refreshed = latest(state, 'RefreshmentOffered');
  return [
    ...(felt.length === 0 ? [{ text: say.nothingFelt }] : felt),
    ...pressure,
    ...(refreshed === undefined
      ? []
      : [{ text: say.refreshed(refreshed.fact.drink === 'taken', refreshed.fact.snack === 'taken') }]),
  ];
};

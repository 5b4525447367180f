// What grows quietly over months, put together for one person: the bladder, misuse, the liver, and how much was given. Each
// question has its own rule; this file only says when it is asked, and which answer a finding speaks of, so that a decision
// about one answer never covers the next.

import { aboutInput, type DetectedIssue } from '#clinical/detected-issue.ts';
import { cumulativeExposure, type GivenDose } from '#clinical/dosing/cumulative-exposure.ts';
import { addMinutes, type Instant, type ZoneId } from '#clinical/instant.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import { misuse } from '#clinical/instruments/misuse.ts';
import { isAskedBefore, liverTestAnchor } from '#clinical/protocol/anchors.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type BladderAnswers, bladderIssues } from './bladder.ts';
import { type AltTest, liverIssues } from './liver.ts';
import { type MisuseAnswers, misuseIssues, misuseQuestionNames } from './misuse.ts';

export type Said<A> = { readonly answers: A; readonly at: Instant };

/** What the prescriber looked up before a series; nobody else can answer it. */
export type PrescriptionCheck = {
  readonly earlyRefills: number;
  readonly monitoring: 'checked' | 'not-checked' | 'no-such-database';
  readonly at: Instant;
};

/** The dose that is booked and has not begun. */
export type ComingDose = {
  readonly cycleId: string;
  /** In its series. */
  readonly number: number;
  readonly startsAt: Instant;
};

export type WatchedPerson = {
  readonly edition: Pick<Edition, 'anchors' | 'preparation'>;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly coming: ComingDose | undefined;
  /** Oldest first. */
  readonly bladder: readonly Said<BladderAnswers>[];
  readonly misuse: readonly Said<MisuseAnswers>[];
  readonly prescriptionChecks: readonly PrescriptionCheck[];
  readonly liverAtRisk: boolean | undefined;
  readonly altTests: readonly AltTest[];
  readonly given: readonly GivenDose[];
};

export function longTermIssues(person: WatchedPerson): readonly DetectedIssue[] {
  return [...ofBladder(person), ...ofMisuse(person), ...ofLiver(person), ...ofExposure(person)];
}

/** When this form may be answered for the coming dose, and when it should have been. Undefined: it is not asked before it. */
export function askedFor(
  { edition, coming }: Pick<WatchedPerson, 'edition' | 'coming'>,
  instrument: string,
): { readonly opensAt: Instant; readonly dueAt: Instant } | undefined {
  if (coming === undefined) return undefined;
  const anchor = edition.anchors
    .filter((one) => isAskedBefore(one, coming.number))
    .find((one) => one.instrument === instrument);
  if (anchor === undefined) return undefined;
  return {
    opensAt: addMinutes(coming.startsAt, -anchor.days.value * 1_440),
    dueAt: addMinutes(coming.startsAt, -edition.preparation.dueHoursBefore.value * 60),
  };
}

/** The time to answer is over and nothing was said for this dose: from here on it is unknown, and not before. */
function isUnanswered(person: WatchedPerson, instrument: string, saidAt: Instant | undefined): boolean {
  const asked = askedFor(person, instrument);
  return (
    asked !== undefined && person.now >= asked.dueAt && !(saidAt !== undefined && saidAt >= asked.opensAt)
  );
}

function ofBladder(person: WatchedPerson): readonly DetectedIssue[] {
  const now = person.bladder.at(-1);
  const before = person.bladder.at(-2);
  return [
    ...(now === undefined
      ? []
      : about(now.at, bladderIssues({ now: now.answers, before: before?.answers, at: now.at }))),
    ...(isUnanswered(person, bladder.id, now?.at)
      ? about(person.coming?.cycleId, bladderIssues({ now: undefined, before: undefined }))
      : []),
  ];
}

/** A yes stands whenever it was said. What was not asked is unknown before a series, and is not asked again within it. */
function ofMisuse(person: WatchedPerson): readonly DetectedIssue[] {
  const { coming, now, prescriptionChecks } = person;
  const said = person.misuse.at(-1);
  const asked = askedFor(person, misuse.id);
  const isBeforeSeries = asked !== undefined && now >= asked.dueAt;
  const check = prescriptionChecks.findLast(({ at }) => asked === undefined || at >= asked.opensAt);
  const found = (answers: MisuseAnswers | undefined): readonly DetectedIssue[] =>
    misuseIssues({
      answers,
      earlyRefills: check?.earlyRefills,
      prescriptionMonitoring: check?.monitoring,
      at: said?.at,
    });
  const ofThisSeries = isUnanswered(person, misuse.id, said?.at) ? undefined : said?.answers;
  return [
    ...about(said?.at, found(said?.answers).filter(isSpokenOf)),
    ...(isBeforeSeries
      ? about(
          coming?.cycleId,
          found(ofThisSeries).filter((issue) => !isSpokenOf(issue)),
        )
      : []),
  ];
}

const isSpokenOf = ({ code }: DetectedIssue): boolean =>
  misuseQuestionNames.some((name) => code === `misuse-${name}`);

/** Tested where the person is at risk, and of everyone where the protocol, by its doses, asks for it. */
function ofLiver(person: WatchedPerson): readonly DetectedIssue[] {
  const { edition, altTests, liverAtRisk, given, now } = person;
  const times = given.flatMap(({ at }) => at ?? []);
  const latest = altTests.reduce((last, { at }) => Math.max(last, at), 0);
  return about(
    latest,
    liverIssues({
      atRisk: liverAtRisk,
      frequentHighDose: edition.anchors.some(({ instrument }) => instrument === liverTestAnchor),
      tests: altTests,
      firstDoseAt: times.length === 0 ? undefined : Math.min(...times),
      now,
    }),
  );
}

/** A rise is decided on until the next dose is counted; a dose that could not be counted, until there is another. */
function ofExposure({ given, now, zone }: WatchedPerson): readonly DetectedIssue[] {
  const { issues, sessions } = cumulativeExposure({ given, now, zone }) ?? { issues: [], sessions: 0 };
  return issues.flatMap((issue) =>
    about(issue.action === 'unknown' ? issue.inputs.find(({ name }) => name === 'doses')?.value : sessions, [
      issue,
    ]),
  );
}

function about(
  subject: string | number | boolean | undefined,
  issues: readonly DetectedIssue[],
): readonly DetectedIssue[] {
  return issues.map((issue) => ({
    ...issue,
    inputs: [{ name: aboutInput, value: subject ?? '' }, ...issue.inputs],
  }));
}

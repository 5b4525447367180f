// What a biller needs to know of one session: minutes the pump ran, codes those minutes would earn, and for each what is
// on record and what is not. It is evidence for a person to read and never a claim.

import { infusionMinutes, type Pause } from '#clinical/billing/billed-minutes.ts';
import { esketamineCode } from '#clinical/billing/esketamine-codes.ts';
import { evidenceIsGeneral } from '#clinical/billing/evidence.ts';
import { type EvidenceId, evidence } from '#clinical/billing/evidence-wanted.ts';
import {
  type BilledCode,
  infusionCodeIssues,
  infusionCodes,
  injectionCodes,
} from '#clinical/billing/infusion-codes.ts';
import { codeDateIssues, codeOnDay, procedureCode } from '#clinical/billing/procedure-codes.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { rulesAsOf } from '#clinical/law/rules-as-of.ts';
import { monitoringMinutes } from '#clinical/safety-programs/monitoring-minutes.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { dosesGiven } from '#dosing-session/flowsheet.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { figure, paperClock } from './paper.ts';

/** What the record holds beside the log, each only as what may be shown without words about health. */
export type BillingRecord = {
  readonly zone: ZoneId;
  readonly openedAt: Instant;
  readonly order?: { readonly signedAt: Instant; readonly signedBy: string } | undefined;
  /** Diagnosis codes on the record, as codes alone. */
  readonly diagnosisCodes: readonly string[];
  readonly seenBefore: boolean;
  readonly formSubmittedOn?: LocalDate | undefined;
  readonly noteSigned?:
    | { readonly at: Instant; readonly by: string; readonly isChanged: boolean }
    | undefined;
  /** Questionnaires completed and scored on the day of service. */
  readonly scored: readonly string[];
  /** Signed notes of talk on the cycle; their minutes are not held. */
  readonly talks: readonly { readonly kind: string; readonly heldAt: Instant; readonly by: string }[];
};

export type EvidenceLine = {
  readonly id: EvidenceId;
  readonly what: string;
  readonly state: 'present' | 'missing';
  /** What is on record; for what is missing, where it would have come from. */
  readonly have: string;
};

export type CodeEvidence = {
  readonly code: string;
  readonly units: number | undefined;
  readonly meaning: string;
  /** When it would be used, where that rests on something not held here. */
  readonly onlyIf: string | undefined;
  readonly onDay: 'usable' | 'retired' | 'not-yet' | undefined;
  readonly from: LocalDate | undefined;
  readonly until: LocalDate | undefined;
  readonly source: SourceId;
  readonly confidence: Confidence;
  readonly evidence: readonly EvidenceLine[];
  readonly missing: number;
};

export type BillingEvidence = {
  readonly paper: 'billing-evidence';
  readonly asOf: LocalDate;
  /** How sure the list of evidence is. */
  readonly evidenceConfidence: Confidence;
  readonly serviceDate: LocalDate;
  readonly minutes: readonly {
    readonly what: string;
    readonly value: string;
    readonly state: 'present' | 'missing';
  }[];
  readonly codes: readonly CodeEvidence[];
  readonly findings: readonly DetectedIssue[];
};

export const billingEvidence = (state: SessionState, record: BillingRecord): BillingEvidence => {
  const endAt = state.log.at(-1)?.effectiveAt ?? record.openedAt;
  const given = dosesGiven(state, endAt);
  const serviceDate = localDateOf(given[0]?.startedAt ?? record.openedAt, record.zone);
  const clock = paperClock(record.zone, serviceDate);
  const pumped = pumpMinutes(state);
  const told = { state, record, clock, endAt };
  const wanted = codesOf(state, pumped.minutes, serviceDate, record);
  const codes = wanted.map((one) => codeEvidence(told, one, serviceDate));
  return {
    paper: 'billing-evidence',
    asOf: rulesAsOf,
    evidenceConfidence: evidenceIsGeneral.confidence,
    serviceDate,
    minutes: [...minutesOfDose(state, pumped, clock), ...minutesOfTalk(record, clock)],
    codes,
    findings: [
      ...(state.infusion === null
        ? []
        : infusionCodeIssues({ minutes: pumped.minutes, isDocumentedAsPush: undefined })),
      ...codes.flatMap(({ code }) => codeDateIssues({ code, date: serviceDate })),
    ],
  };
};

type Pumped = { readonly minutes: number | undefined; readonly pauses: readonly Pause[] };

/** Minutes by the facts of the pump: from start to stop, less each pause. */
const pumpMinutes = (state: SessionState): Pumped => {
  const { infusion } = state;
  if (infusion === null) return { minutes: undefined, pauses: [] };
  const pauses: Pause[] = [];
  let stoodFrom: Instant | undefined;
  for (const { fromAt, rateMgPerMin } of infusion.segments) {
    if (rateMgPerMin === 0) stoodFrom ??= fromAt;
    else if (stoodFrom !== undefined) {
      pauses.push({ from: stoodFrom, to: fromAt });
      stoodFrom = undefined;
    }
  }
  // A pump that was stopped while it stood still stood still until the stop.
  if (stoodFrom !== undefined && infusion.stoppedAt !== null && stoodFrom < infusion.stoppedAt)
    pauses.push({ from: stoodFrom, to: infusion.stoppedAt });
  return {
    minutes: infusionMinutes({
      pumpStartedAt: infusion.startedAt,
      pumpStoppedAt: infusion.stoppedAt ?? undefined,
      pauses,
    }),
    pauses,
  };
};

type Clock = ReturnType<typeof paperClock>;

const minutesOfDose = (state: SessionState, pumped: Pumped, clock: Clock): BillingEvidence['minutes'] => {
  const { infusion } = state;
  const spray = state.facts.DoseGiven.filter(({ fact }) => fact.route === 'nasal');
  const watched = monitoringMinutes({
    firstDeviceAt: spray[0]?.at,
    endAt: latest(state, 'PatientReleased')?.at,
  });
  return [
    ...(infusion === null
      ? []
      : [
          {
            what: 'Infusion, pauses out',
            value:
              pumped.minutes === undefined
                ? 'The end of the infusion is not written down'
                : `${pumped.minutes} minutes, from ${clock(infusion.startedAt)} to ${infusion.stoppedAt === null ? 'an end that is not written down' : clock(infusion.stoppedAt)}`,
            state: pumped.minutes === undefined ? ('missing' as const) : ('present' as const),
          },
          ...pumped.pauses.map(({ from, to }) => ({
            what: 'Pause',
            value: `${from === undefined ? 'not known' : clock(from)} to ${to === undefined ? 'not known' : clock(to)}`,
            state: 'present' as const,
          })),
        ]),
    ...(spray.length === 0
      ? []
      : [
          {
            what: 'Watched after the first device',
            value:
              watched === undefined
                ? 'The end of the watching is not written down'
                : `${watched.minutes} minutes${watched.atLeast120 ? '' : ', less than two hours'}`,
            state: watched === undefined ? ('missing' as const) : ('present' as const),
          },
        ]),
  ];
};

const minutesOfTalk = ({ talks }: BillingRecord, clock: Clock): BillingEvidence['minutes'] =>
  talks.map(({ kind, heldAt, by }) => ({
    what: `Psychotherapy, ${kind} visit`,
    value: `Held ${clock(heldAt)}, note by ${by}. The note holds no beginning and no end, so no minutes are told`,
    state: 'missing' as const,
  }));

type Wanted = {
  readonly code: string;
  readonly units: number | undefined;
  readonly onlyIf?: string | undefined;
};

const codesOf = (
  state: SessionState,
  minutes: number | undefined,
  date: LocalDate,
  { scored }: BillingRecord,
): readonly Wanted[] => {
  const injections = state.facts.DoseGiven.filter(({ fact }) => fact.route === 'im').length;
  const sprays = state.facts.DoseGiven.filter(({ fact }) => fact.route === 'nasal');
  const mg = sprays.reduce((sum, { fact }) => sum + fact.doseMg, 0);
  const ketamine =
    state.infusion !== null || state.facts.DoseGiven.some(({ fact }) => fact.route !== 'nasal');
  const infused: readonly BilledCode[] =
    state.infusion === null ? [] : (infusionCodes({ minutes }) ?? [{ code: '96365', units: 0 }]);
  return [
    ...infused.map(({ code, units }) => ({
      code,
      units: units === 0 ? undefined : units,
      onlyIf: units === 0 ? 'the minutes of the infusion become known' : undefined,
    })),
    ...(injectionCodes(injections) ?? []),
    ...(ketamine ? [{ code: 'J3490', units: undefined }] : []),
    ...(sprays.length === 0
      ? []
      : [
          ...sprayCode(esketamineCode({ mg, payer: 'medicare', date }), 'Medicare pays'),
          ...sprayCode(esketamineCode({ mg, payer: 'another', date }), 'another payer pays by the milligram'),
        ]),
    ...(scored.length === 0 ? [] : [{ code: '96127', units: scored.length }]),
  ];
};

const sprayCode = (found: BilledCode | undefined, onlyIf: string): readonly Wanted[] =>
  found === undefined ? [] : [{ ...found, onlyIf }];

type ToldOf = {
  readonly state: SessionState;
  readonly record: BillingRecord;
  readonly clock: Clock;
  readonly endAt: Instant;
};

const codeEvidence = (told: ToldOf, wanted: Wanted, date: LocalDate): CodeEvidence => {
  const known = procedureCode(wanted.code);
  const lines = (known?.evidence ?? []).map((id): EvidenceLine => {
    const have = onRecord(told, id);
    return {
      id,
      what: evidence[id],
      state: have === undefined ? 'missing' : 'present',
      have: have ?? whereItWouldStand[id] ?? 'Not held here.',
    };
  });
  return {
    code: wanted.code,
    units: wanted.units,
    meaning: known?.meaning ?? 'Not known here',
    onlyIf: wanted.onlyIf,
    onDay: codeOnDay({ code: wanted.code, date }),
    from: known?.from,
    until: known?.until,
    source: known?.basis.source ?? 'T-GEN',
    confidence: known?.basis.confidence ?? 'G',
    evidence: lines.toSorted(
      (one, other) => Number(one.state === 'present') - Number(other.state === 'present'),
    ),
    missing: lines.filter(({ state }) => state === 'missing').length,
  };
};

const whereItWouldStand: Readonly<Partial<Record<EvidenceId, string>>> = {
  order: 'No order was signed before the dose began.',
  diagnosis: 'No condition on the record carries a diagnosis code.',
  'medicine-and-amount': 'No dose is written down.',
  route: 'No dose is written down.',
  'start-time': 'The start is not written down.',
  'stop-time': 'The end is not written down.',
  'given-by': 'No dose is written down.',
  'injection-site': 'The site of an injection is not written down.',
  'injection-time': 'No injection is written down.',
  'documented-as-push': 'Nothing says that it was a push.',
  'national-drug-code': 'The national drug code is not held here. It stands on the package.',
  'waste-recorded': 'What was discarded is not held with the session.',
  'established-patient': 'No earlier visit is on record here.',
  lot: 'The lot of a device is not written down.',
  'certified-site': 'The certificate of the site is not held here.',
  'two-hours-watched': 'Two hours between the first device and the release are not on record.',
  'monitoring-form': 'Nobody recorded that the form was sent.',
};

/** What is on record for one piece of evidence; undefined when nothing is. */
const onRecord = ({ state, record, clock, endAt }: ToldOf, id: EvidenceId): string | undefined => {
  const given = dosesGiven(state, endAt);
  const injections = state.facts.DoseGiven.filter(({ fact }) => fact.route === 'im');
  const sprays = state.facts.DoseGiven.filter(({ fact }) => fact.route === 'nasal');
  const first = given[0];
  switch (id) {
    case 'order':
      return record.order && `Signed by ${record.order.signedBy}, ${clock(record.order.signedAt)}`;
    case 'diagnosis':
      return record.diagnosisCodes.length === 0 ? undefined : record.diagnosisCodes.join(', ');
    case 'medicine-and-amount':
      return first && `${figure(given.reduce((sum, part) => sum + part.givenMg, 0))} mg`;
    case 'route':
      return first && [...new Set(given.map(({ route }) => routeWords[route]))].join(', ');
    case 'start-time':
      return first && clock(first.startedAt);
    case 'stop-time':
      return state.infusion?.stoppedAt == null ? undefined : clock(state.infusion.stoppedAt);
    case 'given-by': {
      const names = [...state.facts.DoseStarted, ...state.facts.DoseGiven].map(({ byName }) => byName);
      return names.length === 0 ? undefined : [...new Set(names)].join(', ');
    }
    case 'injection-site': {
      const sites = injections.flatMap(({ fact }) => (fact.site === undefined ? [] : [fact.site]));
      return injections.length > 0 && sites.length === injections.length ? sites.join(', ') : undefined;
    }
    case 'injection-time':
      return injections.length === 0 ? undefined : injections.map(({ at }) => clock(at)).join(', ');
    case 'established-patient':
      return record.seenBefore ? 'An earlier visit is on record' : undefined;
    case 'lot': {
      const lots = sprays.flatMap(({ fact }) => (fact.lot === null ? [] : [fact.lot]));
      return sprays.length > 0 && lots.length === sprays.length ? [...new Set(lots)].join(', ') : undefined;
    }
    case 'two-hours-watched': {
      const watched = monitoringMinutes({
        firstDeviceAt: sprays[0]?.at,
        endAt: latest(state, 'PatientReleased')?.at,
      });
      return watched?.atLeast120 === true ? `${watched.minutes} minutes` : undefined;
    }
    case 'monitoring-form':
      return record.formSubmittedOn && `Sent on ${record.formSubmittedOn}`;
    case 'instrument-and-score':
      return record.scored.length === 0 ? undefined : record.scored.join(', ');
    case 'session-note':
      return (
        record.noteSigned &&
        `Signed by ${record.noteSigned.by}, ${clock(record.noteSigned.at)}${record.noteSigned.isChanged ? ', changed since' : ''}`
      );
    case 'documented-as-push':
    case 'national-drug-code':
    case 'waste-recorded':
    case 'certified-site':
    case 'therapy-start-time':
    case 'therapy-stop-time':
    case 'visit-note':
    case 'total-visit-time':
      return undefined;
  }
};

const routeWords = {
  iv: 'Into a vein',
  im: 'Into muscle',
  sublingual: 'Under the tongue',
  nasal: 'Spray into the nose',
} as const;

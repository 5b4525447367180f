// May this dose open? Every line that must be settled before the first milligram, in the words of the gate sheet. The
// door rests shut: what nobody has said is unknown, and unknown does not open it.

import type {
  ArrivalFacts,
  CareRecord,
  CertifiedSite,
  Cycle,
  Fact,
  Role,
  Staffing,
} from '#clinical/care-record.ts';
import {
  type DoseCondition,
  doseConditionsOf,
  type Gate,
  type HaveValue,
  isAskedOn,
} from '#clinical/gate.ts';
import {
  type Asked,
  ageOf,
  fromFact,
  fromIssues,
  gateOf,
  have,
  settleLine,
  type Verdict,
} from '#clinical/gate-line.ts';
import {
  caringForLine,
  emergencyAddressLine,
  sitterLine,
  substancesLine,
} from '#clinical/home/home-lines.ts';
import { addDays, addMinutes, type Instant, instantOf, isLocalDate, type ZoneId } from '#clinical/instant.ts';
import { bloodPressureBeforeDose } from '#clinical/monitoring/blood-pressure.ts';
import { heartRateIssues, oxygenIssues } from '#clinical/monitoring/heart-and-breath.ts';
import { isPlausible } from '#clinical/monitoring/vital-signs.ts';
import { fastingRule } from '#clinical/preparation/fasting.ts';
import { nasalProductLine } from '#clinical/preparation/nasal-product.ts';
import { preparationLine } from '#clinical/preparation/preparation-line.ts';
import { roomReadyLine } from '#clinical/preparation/room-readiness.ts';
import { prescriberOnSite, settingMustBeCertified } from '#clinical/safety-programs/enrolment.ts';
import { isMoment } from '#clinical/timestamp.ts';
import { nextPlaceAt } from './next-place.ts';
import { secondCheckLine } from './second-check-line.ts';
import { ceilingOver } from './weight-dose.ts';

export const doseLineOwners: Readonly<Record<DoseCondition, Role>> = {
  identity: 'nurse',
  consent: 'patient',
  'no-stop': 'prescriber',
  protocol: 'prescriber',
  'issues-decided': 'prescriber',
  order: 'prescriber',
  preparation: 'nurse',
  medicines: 'prescriber',
  'last-food': 'nurse',
  'last-clear-fluid': 'nurse',
  'nasal-product': 'nurse',
  'no-substances': 'nurse',
  risk: 'prescriber',
  'call-device': 'nurse',
  'room-ready': 'nurse',
  'blood-pressure': 'nurse',
  'heart-rate': 'nurse',
  oxygen: 'nurse',
  weight: 'nurse',
  intention: 'nurse',
  'pre-dose-review': 'prescriber',
  'second-check': 'nurse',
  ride: 'front-desk',
  sitter: 'companion',
  'emergency-address': 'patient',
  'nobody-to-care-for': 'nurse',
  'integration-visit': 'front-desk',
  'certified-site': 'admin',
  'prescriber-on-site': 'prescriber',
  'program-enrolment': 'prescriber',
  staffing: 'nurse',
};

export function openDoseGate(asked: Asked, record: CareRecord): Gate {
  const verdicts = doseVerdicts(asked, record);
  return gateOf(
    'open-dose',
    doseConditionsOf(asked.edition.route).map((condition) =>
      settleLine(asked, {
        condition,
        owner: doseLineOwners[condition],
        verdict: verdicts[condition],
        overrides: record.cycle?.overrides,
      }),
    ),
  );
}

function doseVerdicts(asked: Asked, record: CareRecord): Readonly<Record<DoseCondition, Verdict>> {
  const { edition } = asked;
  const arrival = record.cycle?.arrival;
  return {
    identity: fromFact(asked, 'identity', arrival?.identity, (value) => ({
      state: value === 'name-and-birth-date-said' ? 'met' : 'not-met',
      have: have(value),
    })),
    consent: consent(asked, record.cycle),
    'no-stop': noStop(record),
    protocol: protocol(asked, record),
    'issues-decided': issuesDecided(asked, record),
    order: order(asked, record),
    preparation: preparationLine(asked, record),
    medicines: fromFact(asked, 'medicines', arrival?.medicines, (value) => ({
      state: value === 'no-change' ? 'met' : value === 'changed' ? 'not-met' : 'unknown',
      have: have(value),
    })),
    'last-food': lastFood(asked, arrival),
    'last-clear-fluid': fasted(asked, 'last-clear-fluid', arrival?.lastClearFluidAt),
    'nasal-product': nasalProductLine(asked, arrival?.lastNasalProductAt),
    'no-substances': substancesLine(asked, arrival?.substances),
    risk: fromFact(asked, 'risk', arrival?.risk, (value) => ({
      state: value === 'no-thoughts' ? 'met' : value === 'thoughts' ? 'not-met' : 'unknown',
      have: have(value),
    })),
    // Told to have been heard is not a press that was heard. At home there is no button of ours: the clinic hears them on the line.
    'call-device': fromFact(asked, 'call-device', arrival?.callDevice, (value) => ({
      state:
        value === 'heard' || (value === 'told' && edition.route === 'home')
          ? 'met'
          : value === 'not-heard'
            ? 'not-met'
            : 'unknown',
      have: have(value),
    })),
    'room-ready': roomReadyLine(asked, record.roomList, arrival?.roomItems),
    'blood-pressure': {
      ...fromFact(asked, 'blood-pressure', arrival?.bloodPressure, (value) =>
        fromIssues(
          bloodPressureBeforeDose({ reading: arrival?.bloodPressure, edition }),
          have('reading', { systolicMmHg: value.systolicMmHg, diastolicMmHg: value.diastolicMmHg }),
        ),
      ),
      rules: [edition.limits.start.systolicMmHg.above, edition.limits.start.diastolicMmHg.above],
    },
    'heart-rate': {
      ...fromFact(asked, 'heart-rate', arrival?.heartRatePerMin, (value) =>
        fromIssues(
          heartRateIssues({ moment: 'start', reading: arrival?.heartRatePerMin, edition }),
          have('reading', { heartRatePerMin: value }),
        ),
      ),
      rules: [edition.limits.start.heartRatePerMin.below, edition.limits.start.heartRatePerMin.above],
    },
    oxygen: {
      ...fromFact(asked, 'oxygen', arrival?.spo2Percent, (value) =>
        fromIssues(
          oxygenIssues({ moment: 'start', reading: arrival?.spo2Percent, edition }),
          have('reading', { spo2Percent: value }),
        ),
      ),
      rules: [edition.limits.start.spo2Percent.below],
    },
    weight: weight(asked, record),
    intention: fromFact(asked, 'intention', arrival?.intention, (value) => ({
      state: 'met',
      have: have(value),
    })),
    'pre-dose-review': preDoseReview(asked, record),
    'second-check': secondCheckLine(asked, record),
    ride: ride(asked, record.cycle),
    sitter: sitterLine(asked, arrival?.sitter),
    'emergency-address': emergencyAddressLine(asked, arrival?.emergencyAddress),
    'nobody-to-care-for': caringForLine(asked, arrival?.caringFor),
    'integration-visit': integrationVisit(asked, record),
    'certified-site': certifiedSiteLine(asked, record.certifiedSite, record.zone),
    'prescriber-on-site': prescriberOnSiteLine(record.staffing),
    'program-enrolment': fromFact(asked, 'program-enrolment', arrival?.programEnrolment, (value) => ({
      state: value === 'verified' ? 'met' : 'not-met',
      have: have(value),
    })),
    staffing: staffing(asked, record),
  };
}

function consent({ edition, clock }: Asked, cycle: Cycle | undefined): Verdict {
  const signed = cycle?.consent;
  if (!signed) return { state: 'unknown', have: have('nothing') };
  const values = { editionId: signed.editionId, signedAt: signed.signedAt };
  if (signed.withdrawnAt !== undefined) {
    return {
      state: 'not-met',
      have: have('withdrawn', { ...values, withdrawnAt: signed.withdrawnAt }),
      at: signed.withdrawnAt,
    };
  }
  const at = signed.signedAt;
  if (!isMoment(at))
    return { state: 'unknown', have: have('time-not-readable', { said: 'signed', ...values }) };
  if (!clock.reached(addMinutes(at, -edition.clockSkewMinutes.value))) {
    return { state: 'unknown', have: have('from-the-future', values), at };
  }
  if (signed.editionId !== edition.consentEditionId) {
    return {
      state: 'not-met',
      have: have('other-edition', { ...values, asked: edition.consentEditionId }),
      at,
    };
  }
  return { state: 'met', have: have('signed', values), at };
}

function noStop(record: CareRecord): Verdict {
  const stop = record.issues?.find((issue) => issue.decision?.value === 'stop')?.decision;
  if (stop) return { state: 'not-met', have: have('decided-to-stop'), at: stop.at, by: stop.by };
  if (record.stage === 'stopped' || record.stage === 'paused' || record.stage === 'finished') {
    return { state: 'not-met', have: have(`series-${record.stage}`) };
  }
  if (!record.plan) return { state: 'unknown', have: have('no-plan') };
  const { status } = record.plan;
  // A stop may have been decided on an issue we cannot see.
  if (status === 'active' && !record.issues) return { state: 'unknown', have: have('not-screened') };
  return { state: status === 'active' ? 'met' : 'not-met', have: have(`series-${status}`) };
}

function protocol({ edition }: Asked, record: CareRecord): Verdict {
  if (!record.plan) return { state: 'unknown', have: have('no-plan') };
  const values = { name: edition.name, version: edition.version };
  if (record.plan.editionId !== edition.id || record.plan.route !== edition.route) {
    return { state: 'not-met', have: have('other-protocol', { ...values, planned: record.plan.editionId }) };
  }
  const approver = edition.approver;
  if (!approver) return { state: 'met', have: have('example-protocol', values) };
  return { state: 'met', have: have('approved-protocol', { ...values, on: approver.on }), by: approver.name };
}

function issuesDecided({ edition, clock }: Asked, record: CareRecord): Verdict {
  const isPast = (at: Instant | undefined): at is Instant =>
    isMoment(at) && clock.reached(addMinutes(at, -edition.clockSkewMinutes.value));
  if (!record.issues) return { state: 'unknown', have: have('not-screened') };
  if (!isPast(record.screening?.submittedAt)) return { state: 'unknown', have: have('screening-not-sent') };
  const held = record.issues.filter((issue) => issue.decision?.value === 'hold');
  // A decision nobody can place in time, or one dated ahead of the clock, was not made.
  const undecided = record.issues.filter((issue) => !isPast(issue.decision?.at));
  const open = undecided.filter((issue) => issue.action === 'exclude' || issue.action === 'review');
  const unknown = undecided.filter((issue) => issue.action === 'unknown');
  const decided = record.issues.flatMap((issue) => issue.decision ?? []).filter(({ at }) => isPast(at));
  const last = decided.toSorted((a, b) => a.at - b.at).at(-1);
  const values = { open: open.length, unknown: unknown.length, held: held.length, decided: decided.length };
  const found = { at: last?.at, by: last?.by };
  if (held.length > 0) return { ...found, state: 'not-met', have: have('issues-held', values) };
  if (open.length > 0) return { ...found, state: 'not-met', have: have('issues-open', values) };
  if (unknown.length > 0) return { ...found, state: 'unknown', have: have('issues-unknown', values) };
  return { ...found, state: 'met', have: have('issues-decided', values) };
}

function order({ edition, clock }: Asked, record: CareRecord): Verdict {
  const signed = record.plan?.order;
  if (!signed) return { state: 'unknown', have: have('nothing') };
  const found = { at: signed.signedAt, by: signed.signedBy };
  const { doseMg, weightKg, signedAt } = signed;
  const values: Readonly<Record<string, HaveValue>> =
    weightKg === undefined ? { doseMg, signedAt } : { doseMg, weightKg, signedAt };
  // Where no weight is asked for, an order made without one is whole.
  const isWeightRight =
    weightKg === undefined ? !isAskedOn('weight', edition.route) : isPlausible('weightKg', weightKg);
  if (!(doseMg > 0 && Number.isFinite(doseMg)) || !isWeightRight) {
    return { ...found, state: 'not-met', have: have('order-not-readable', values) };
  }
  // Signing refuses such an order; one that came in another way, or under another edition, must not open a dose either.
  const ceiling = ceilingOver({ doseMg, weightKg, edition });
  if (ceiling !== undefined) {
    const limit = { limit: ceiling.value, unit: ceiling.unit };
    return {
      ...found,
      state: 'not-met',
      have: have('order-above-ceiling', { ...values, ...limit }),
      rules: [ceiling],
    };
  }
  if (!isMoment(signed.signedAt)) {
    return { state: 'unknown', have: have('time-not-readable', { said: 'signed', ...values }) };
  }
  if (!clock.reached(addMinutes(signed.signedAt, -edition.clockSkewMinutes.value))) {
    return { ...found, state: 'unknown', have: have('from-the-future', values) };
  }
  return { ...found, state: 'met', have: have('signed', values) };
}

/** Long enough after a light meal may be too soon after a fried or fatty one. Between the two, which it was decides. */
function lastFood(asked: Asked, arrival: ArrivalFacts | undefined): Verdict {
  const light = fasted(asked, 'last-food', arrival?.lastFoodAt);
  const lastAt = arrival?.lastFoodAt?.value;
  if (light.state !== 'met' || typeof lastAt !== 'number') return light;
  const rule = fastingRule('heavy-meal', asked.edition);
  const enoughAt = addMinutes(lastAt, rule.value);
  const heavy = arrival?.lastFoodHeavy?.value;
  if (heavy === 'no' || asked.clock.reached(enoughAt)) return light;
  const values = { lastAt, enoughAt };
  const rules = [...(light.rules ?? []), rule];
  return heavy === 'yes'
    ? { ...light, state: 'not-met', have: have('too-recent', values), rules }
    : { ...light, state: 'unknown', have: have('heavy-not-known', values), rules };
}

function fasted(
  asked: Asked,
  condition: 'last-food' | 'last-clear-fluid',
  fact: Fact<Instant | 'not-sure'> | undefined,
): Verdict {
  const rule = fastingRule(condition === 'last-food' ? 'food' : 'clear-fluid', asked.edition);
  const verdict = fromFact(asked, condition, fact, (lastAt): Verdict => {
    if (lastAt === 'not-sure') return { state: 'unknown', have: have('not-sure') };
    if (!isMoment(lastAt)) return { state: 'unknown', have: have('intake-not-readable') };
    const values = { lastAt, enoughAt: addMinutes(lastAt, rule.value) };
    // Nobody can report a meal that lies ahead of the moment they were asked.
    if (fact && lastAt > fact.at) return { state: 'unknown', have: have('from-the-future', values) };
    if (!asked.clock.reached(values.enoughAt)) return { state: 'not-met', have: have('too-recent', values) };
    return { state: 'met', have: have('long-enough', values) };
  });
  return { ...verdict, rules: [rule] };
}

function weight(asked: Asked, record: CareRecord): Verdict {
  const rule = asked.edition.dose.weightChangePercent;
  const ordered = record.plan?.order?.weightKg;
  const verdict = fromFact(asked, 'weight', record.cycle?.arrival?.weightKg, (weightKg): Verdict => {
    if (!isPlausible('weightKg', weightKg)) {
      return { state: 'unknown', have: have('weightKg-implausible', { weightKg }) };
    }
    if (ordered === undefined || !(ordered > 0)) {
      return { state: 'unknown', have: have('no-order-weight', { weightKg }) };
    }
    const values = { weightKg, orderWeightKg: ordered };
    const changePercent = (Math.abs(weightKg - ordered) / ordered) * 100;
    if (changePercent > rule.value) return { state: 'not-met', have: have('weight-changed', values) };
    return { state: 'met', have: have('weight-as-ordered', values) };
  });
  return { ...verdict, rules: [rule] };
}

function preDoseReview(asked: Asked, record: CareRecord): Verdict {
  const ordered = record.plan?.order?.doseMg;
  return fromFact(asked, 'pre-dose-review', record.cycle?.arrival?.preDoseReview, ({ doseMg }): Verdict => {
    if (ordered === undefined) return { state: 'unknown', have: have('no-order', { doseMg }) };
    const values = { doseMg, orderDoseMg: ordered };
    if (doseMg !== ordered) return { state: 'not-met', have: have('reviewed-other-dose', values) };
    return { state: 'met', have: have('reviewed', values) };
  });
}

function ride(asked: Asked, cycle: Cycle | undefined): Verdict {
  const asking = cycle?.ride;
  if (!asking) return { state: 'unknown', have: have('nothing') };
  const values = {
    companionName: asking.companionName,
    stateAt: asking.at,
    ...(asking.how === undefined ? {} : { how: asking.how }),
  };
  const found = { at: asking.at, by: asking.companionName };
  const age = ageOf(asked, 'ride', asking.at);
  if (age !== 'fresh')
    return { ...found, state: 'unknown', have: have(age, { ...values, said: `ride-${asking.state}` }) };
  if (asking.state === 'asked' || asking.state === 'declined') {
    return { ...found, state: 'not-met', have: have(`ride-${asking.state}`, values) };
  }
  // Home safe before the dose belongs to some other day.
  const state = asking.state === 'home-safe' ? 'unknown' : 'met';
  return { ...found, state, have: have(`ride-${asking.state}`, values) };
}

function integrationVisit({ edition }: Asked, { cycle, namesOutside }: CareRecord): Verdict {
  const { fromHours, toHours } = edition.integration;
  const rules = [fromHours, toHours];
  const visit = cycle?.integrationAppointment;
  if (!visit && namesOutside !== undefined && namesOutside > 0) {
    return { state: 'met', have: have('visit-outside-clinic', { namesOutside }), rules };
  }
  if (!visit) return { state: 'unknown', have: have('nothing'), rules };
  const dose = cycle.doseAppointment;
  if (!dose) return { state: 'unknown', have: have('no-dose-time', { startsAt: visit.startsAt }), rules };
  const values = {
    startsAt: visit.startsAt,
    fromAt: addMinutes(dose.startsAt, fromHours.value * 60),
    toAt: addMinutes(dose.startsAt, toHours.value * 60),
  };
  const isInside = visit.startsAt >= values.fromAt && visit.startsAt <= values.toAt;
  return isInside
    ? { state: 'met', have: have('visit-booked', values), rules }
    : { state: 'not-met', have: have('visit-outside-window', values), rules };
}

function staffing({ edition, clock }: Asked, record: CareRecord): Verdict {
  const rules = [edition.staffing.dosingPerNurse];
  const now = record.staffing;
  if (!now) return { state: 'unknown', have: have('nothing'), rules };
  const values = { nursesOnShift: now.nursesOnShift, dosingNow: now.dosingNow };
  if (!isCount(now.nursesOnShift) || !isCount(now.dosingNow)) {
    return { state: 'unknown', have: have('staffing-not-readable'), rules };
  }
  const places = now.nursesOnShift * edition.staffing.dosingPerNurse.value;
  const isAlreadyDosing = record.cycle?.session?.doseStartedAt !== undefined;
  const needed = now.dosingNow + (isAlreadyDosing ? 0 : 1);
  if (needed <= places) return { state: 'met', have: have('enough-nurses', values), rules };
  const nextAt = nextPlaceAt({
    staffing: now,
    dosingPerNurse: edition.staffing.dosingPerNurse.value,
    now: clock.now,
  });
  // The answer may change by itself when that time comes.
  const isKnown = nextAt !== undefined && !clock.reached(nextAt);
  return { state: 'not-met', have: have('too-few-nurses', isKnown ? { ...values, nextAt } : values), rules };
}

/** The spray is given only where its safety program has certified the place. It stands to the end of its last day. */
function certifiedSiteLine({ clock }: Asked, site: CertifiedSite | undefined, zone: ZoneId): Verdict {
  const rules = [settingMustBeCertified];
  if (site === undefined) return { ...nothingSaid, rules };
  const found = { by: site.enteredBy, rules };
  const values = { number: site.number, until: site.until };
  if (site.number.trim() === '' || !isLocalDate(site.until))
    return { ...found, state: 'unknown', have: have('certificate-not-readable') };
  const isOver = clock.reached(instantOf(addDays(site.until, 1), 0, zone));
  return {
    ...found,
    state: isOver ? 'not-met' : 'met',
    have: have(isOver ? 'certificate-over' : 'certified', values),
  };
}

/** Where the program asks for a prescriber in the house, being reachable is not enough. */
function prescriberOnSiteLine(now: Staffing | undefined): Verdict {
  const rules = [prescriberOnSite];
  const prescribersOnShift = now?.prescribersOnShift;
  if (prescribersOnShift === undefined || !isCount(prescribersOnShift)) return { ...nothingSaid, rules };
  return {
    state: prescribersOnShift > 0 ? 'met' : 'not-met',
    have: have(prescribersOnShift > 0 ? 'prescriber-here' : 'no-prescriber-here', { prescribersOnShift }),
    rules,
  };
}

const nothingSaid: Verdict = { state: 'unknown', have: have('nothing') };

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

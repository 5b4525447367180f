// What the room knows, put into the words of the care record, so that the one clinical answer can be asked.
// A thing nobody recorded stays undefined: the rules call that unknown, and so must every screen.
import type {
  ArrivalFacts,
  Fact,
  Override,
  RecoveryScore,
  Ride,
  SessionFacts,
  VitalSignFacts,
} from '#clinical/care-record.ts';
import type { EffectFacts } from '#clinical/consent/may-widen.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { openAlerts } from './alerts.ts';
import type { FactOf, SessionFactType, VitalSignName } from './events.ts';
import { oncePerState } from './once-per-state.ts';
import { beforeDose, doseStartedAt, latestBloodPressure, latestSign, said } from './readings.ts';
import { openSignals } from './signals.ts';
import { type EntryOf, inCanonicalOrderOfEntries, latest, type SessionState } from './state.ts';
import { openSymptoms } from './symptoms.ts';

export type CareFacts = {
  readonly arrivedAt: Instant | undefined;
  readonly arrival: ArrivalFacts;
  readonly session: SessionFacts;
  readonly overrides: readonly Override[];
  readonly ride: Ride | undefined;
};

export const careFacts = (state: SessionState, edition: Edition): CareFacts => ({
  arrivedAt: state.facts.PatientArrived[0]?.at,
  arrival: arrivalFacts(state),
  session: sessionFacts(state, edition),
  overrides: overrides(state),
  ride: ride(state),
});

export const arrivalFacts = (state: SessionState): ArrivalFacts => {
  const measured = beforeDose(state);
  return {
    identity: identity(state),
    medicines: told(state, 'MedicinesReconfirmed', ({ answer }) => answer),
    lastFoodAt: told(state, 'LastIntakeReported', ({ lastFoodAt }) => lastFoodAt),
    lastFoodHeavy: heavyTold(state),
    lastClearFluidAt: told(state, 'LastIntakeReported', ({ lastClearFluidAt }) => lastClearFluidAt),
    risk: told(state, 'RiskQuestionAsked', ({ answer }) => answer),
    callDevice: callDevice(state),
    roomItems: roomItems(state),
    bloodPressure: latestBloodPressure(measured),
    heartRatePerMin: latestSign(measured, 'heartRatePerMin'),
    spo2Percent: latestSign(measured, 'spo2Percent'),
    weightKg: latestSign(measured, 'weightKg'),
    intention: told(state, 'IntentionConfirmed', (fact) =>
      fact.state === 'dropped' ? 'none-wanted' : 'read-together',
    ),
    preDoseReview: told(state, 'PreDoseReviewSigned', ({ doseMg }) => ({ doseMg })),
    doseWorkedOut: doseWorkedOut(state),
    lastNasalProductAt: told(state, 'NasalProductReported', ({ lastAt }) => lastAt),
    programEnrolment: told(state, 'ProgramEnrolmentChecked', ({ result }) => result),
    sitter: told(state, 'SitterConfirmed', ({ name, phone, answer }) => ({ name, phone, answer })),
    emergencyAddress: told(state, 'EmergencyAddressGiven', ({ address }) => address),
    substances: told(state, 'SubstancesAsked', ({ answer }) => answer),
    caringFor: told(state, 'DependantsAsked', ({ answer }) => answer),
  };
};

/** What says whether the person is still under the effect. */
export const effectFacts = (state: SessionState): EffectFacts => ({
  doseStartedAt: doseStartedAt(state),
  partsGivenAt: state.facts.DoseGiven.map(({ at }) => at),
  recoveryStartedAt: state.facts.RecoveryStarted[0]?.at,
  releasedAt: state.facts.PatientReleased[0]?.at,
  orientation: told(state, 'OrientationChecked', ({ person, place, time, situation }) =>
    person && place && time && situation ? 'oriented' : 'not-oriented',
  ),
});

/** A wall, a list and a gate ask for the same facts of one state, again and again. */
export const sessionFacts = oncePerState(
  (state, edition: Edition): SessionFacts => ({
    ...effectFacts(state),
    doseStoppedAt: doseStoppedAt(state),
    paused: state.infusion === null ? undefined : state.infusion.run === 'paused',
    checksTakenAt: checksTaken(state).map(({ at }) => at),
    latest: latestVitalSigns(state),
    recoveryScore: recoveryScore(state),
    gait: told(state, 'GaitChecked', ({ result }) => result),
    symptomsUnresolved: symptomsUnresolved(state),
    escortAtDoor: told(state, 'EscortArrived', ({ codeWordMatched }) =>
      codeWordMatched ? 'present' : 'not-present',
    ),
    sitterStays: told(state, 'SitterStayAsked', ({ answer }) => answer),
    instructionsRepeatedBack: told(state, 'InstructionsRepeatedBack', ({ result }) =>
      result === 'all' ? 'repeated' : 'not-repeated',
    ),
    lineRemoved: told(state, 'LineRemoved', () => 'removed'),
    belongings: told(state, 'BelongingsReturned', () => 'returned'),
    openAlerts: openAlerts(state, edition),
    openSignals: openSignals(state),
  }),
);

export const overrides = (state: SessionState): readonly Override[] =>
  state.facts.ConditionOverridden.map(({ at, actingRole, fact }) => ({
    condition: fact.condition,
    reason: fact.reason,
    by: fact.deciderName,
    byRole: actingRole,
    at,
  }));

// A driver spoken to from the room is as good as one who answered by link. One without the code word is not there.
const ride = (state: SessionState): Ride | undefined => {
  const there = state.facts.EscortArrived.findLast(({ fact }) => fact.codeWordMatched);
  if (there !== undefined) return { companionName: there.fact.name, state: 'at-the-door', at: there.at };
  const promised = latest(state, 'EscortConfirmed');
  return promised && { companionName: promised.fact.name, state: 'accepted', at: promised.at };
};

/**
 * A full look: pressure and oxygen read, or said to be unreadable, in one measurement; at home, a look that could tell.
 * Half a row does not count as a row.
 */
export const checksTaken = (state: SessionState): readonly EntryOf<'VitalSignsMeasured' | 'LookMade'>[] => {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined) return [];
  const rows = state.facts.VitalSignsMeasured.filter(({ fact }) =>
    rowSigns.every((sign) => fact[sign] !== undefined || fact.couldNotRead.includes(sign)),
  );
  const looks = state.facts.LookMade.filter(({ fact }) => fact.seen !== 'not-sure');
  return [...rows, ...looks]
    .filter(({ fact, at }) => at >= startedAt || (fact.slotMinute !== undefined && fact.slotMinute >= 0))
    .sort(inCanonicalOrderOfEntries);
};
const rowSigns: readonly VitalSignName[] = ['systolicMmHg', 'diastolicMmHg', 'spo2Percent'];

const told = <Type extends SessionFactType, Value>(
  state: SessionState,
  type: Type,
  answerOf: (fact: FactOf<Type>) => Value,
): Fact<Value> | undefined => {
  const entry = latest(state, type);
  return entry && said(entry, answerOf(entry.fact as FactOf<Type>));
};

const heavyTold = (state: SessionState): ArrivalFacts['lastFoodHeavy'] => {
  const entry = latest(state, 'LastIntakeReported');
  const heavy = entry?.fact.lastFoodHeavy;
  return entry && heavy && said(entry, heavy);
};

// The care record asks for the name and the birth date said aloud; a wristband and a photo alone do not say that.
const identity = (state: SessionState): ArrivalFacts['identity'] => {
  const confirmed = state.facts.IdentityConfirmed.findLast(
    ({ fact }) => fact.identifiers.includes('full-name') && fact.identifiers.includes('birth-date'),
  );
  const mismatch = latest(state, 'IdentityDidNotMatch');
  const isMismatchLater =
    mismatch !== undefined && (confirmed === undefined || inCanonicalOrderOfEntries(mismatch, confirmed) > 0);
  if (isMismatchLater) return said(mismatch, 'does-not-match');
  return confirmed && said(confirmed, 'name-and-birth-date-said');
};

// A press counts as heard when it was the patient's own, and came in on a device that is not the one it was made on.
const callDevice = (state: SessionState): ArrivalFacts['callDevice'] => {
  const tried = latest(state, 'CallDeviceTested');
  if (tried === undefined || tried.fact.result === 'not-heard') return tried && said(tried, 'not-heard');
  const press = state.facts.PatientSignalled.find(({ eventId }) => eventId === tried.fact.signalEventId);
  const cameIn = press?.actingRole === 'patient' && press.deviceId !== tried.deviceId;
  return said(tried, cameIn || tried.paper !== undefined ? 'heard' : 'told');
};

const doseWorkedOut = (state: SessionState): ArrivalFacts['doseWorkedOut'] => {
  const { DoseWorkedOut, DoseWorkedOutUnseen } = state.facts;
  const worked: (EntryOf<'DoseWorkedOut'> | EntryOf<'DoseWorkedOutUnseen'>)[] = [
    ...DoseWorkedOut,
    ...DoseWorkedOutUnseen,
  ];
  if (worked.length === 0) return undefined;
  return worked.sort(inCanonicalOrderOfEntries).map((entry) => {
    // Somebody worked it out, and the clinic does not say here what they found.
    const { type: _type, v: _v, ...figures } = entry.fact;
    return said(entry, { byId: entry.byId, ...figures });
  });
};

const roomItems = (state: SessionState): ArrivalFacts['roomItems'] => {
  const checked = state.facts.RoomItemChecked;
  if (checked.length === 0) return undefined;
  return checked.map((entry) => {
    const { item, name, said: words, ready } = entry.fact;
    return said(entry, { item, name, said: words, ready });
  });
};

// A pump is stopped by someone. Other routes go in at once, and are over when the last part was given.
const doseStoppedAt = (state: SessionState): Instant | undefined =>
  state.infusion !== null
    ? (state.infusion.stoppedAt ?? undefined)
    : (state.facts.DoseStopped[0]?.at ?? state.facts.DoseGiven.at(-1)?.at);

const latestVitalSigns = (state: SessionState): VitalSignFacts => {
  const measured = state.facts.VitalSignsMeasured;
  return {
    bloodPressure: latestBloodPressure(measured),
    heartRatePerMin: latestSign(measured, 'heartRatePerMin'),
    respiratoryRatePerMin: latestSign(measured, 'respiratoryRatePerMin'),
    spo2Percent: latestSign(measured, 'spo2Percent'),
    moaas: told(state, 'SedationRated', ({ moaas }) => moaas),
  };
};

// A score with an item left out has no total.
const recoveryScore = (state: SessionState): Fact<RecoveryScore> | undefined => {
  const entry = latest(state, 'AldreteScored');
  if (entry === undefined) return undefined;
  const { activity, respiration, circulation, consciousness, oxygenSaturation } = entry.fact.items;
  const items = [activity, respiration, circulation, consciousness, oxygenSaturation];
  const scored = items.filter((item) => item !== undefined);
  if (scored.length < items.length) return undefined;
  return said(entry, { scale: 'aldrete-modified', total: scored.reduce((sum, item) => sum + item, 0) });
};

// "None" needs someone to have asked, or every symptom told to have gone. "Some" without a name stays open.
const symptomsUnresolved = (state: SessionState): Fact<readonly string[]> | undefined => {
  const asked = latest(state, 'SymptomsAsked');
  const spoken = [asked, latest(state, 'SymptomReported'), latest(state, 'SymptomResolved')]
    .filter((entry) => entry !== undefined)
    .sort(inCanonicalOrderOfEntries)
    .at(-1);
  if (spoken === undefined) return undefined;
  const open = openSymptoms(state).map(({ symptom }) => symptom);
  const unnamed = spoken === asked && asked.fact.answer === 'some' && open.length === 0;
  return said(spoken, unnamed ? ['not-named'] : open);
};

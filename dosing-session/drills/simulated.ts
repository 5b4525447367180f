// The made-up person of a drill. From a scenario, a seed and what those in the room did, always the same facts: readings of the
// monitor, calls from the bed, and what one sees and hears. There is no patient here, only the number of the drill.

import type { OrderedParts } from '#clinical/dosing/dose-order.ts';
import type { DrillScenario, Happening } from '#clinical/drills/scenarios.ts';
import { drillScenario } from '#clinical/drills/scenarios.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { CareAction, LogEvent, SessionFact } from '#dosing-session/events.ts';
import { randomFrom, uuidFrom, wholeBetween } from '#dosing-session/random.ts';
import { type Author, factOf } from '#dosing-session/recorder.ts';
import { type SimulatedRoom, simulateSession } from '#dosing-session/simulate.ts';
import { fold, type SessionState } from '#dosing-session/state.ts';

export type Drill = {
  readonly id: string;
  readonly scenario: string;
  readonly seed: number;
  readonly startedAt: Instant;
  readonly edition: Edition;
};

/** Shown wherever a name would stand, so that no screen of a drill reads as anyone's. */
export const drillPatientName = 'Drill patient';

const madeUpWeightKg = 80;

/** What was ordered for the made-up person, as the protocol begins. Of an injection a part is still to come. */
export const drillOrder = ({
  route,
  dose,
}: Edition): {
  readonly doseMg: number;
  readonly doseMgPerKg?: number;
  readonly weightKg: number;
  readonly parts?: OrderedParts;
} => {
  const [firstMg] = (dose.firstSessionMg ?? dose.allowedSessionMg)?.value ?? [];
  const doseMgPerKg = dose.referenceMgPerKg?.value ?? 0.5;
  const doseMg = firstMg ?? doseMgPerKg * madeUpWeightKg;
  const order = { weightKg: madeUpWeightKg, ...(firstMg === undefined ? { doseMgPerKg } : {}) };
  if (route !== 'im') return { ...order, doseMg };
  const parts = { firstMg: doseMg / 2, nextMg: doseMg / 2, atMost: 1 };
  return { ...order, doseMg, parts };
};

const secondsToNextCheck = 60;

/** The row that falls due first in a drill: once it is felt, and where the route still lets something be stopped. */
const firstRowMinute = ({ timing, durations }: Edition): number => {
  if (timing.route === 'iv') return 2 * timing.checkEveryMinutes.value;
  const felt = durations.onset.toMinutes.value;
  const rows = timing.checkMinutes.value;
  return rows.find((minute) => minute >= felt) ?? rows.at(-1) ?? felt;
};

/** What the monitor beside the bed shows. Undefined: it finds nothing to read. */
export type Monitor = {
  readonly systolicMmHg: number;
  readonly diastolicMmHg: number;
  readonly heartRatePerMin: number;
  readonly spo2Percent: number;
  readonly respiratoryRatePerMin: number | undefined;
};

export type DrillMoment = {
  readonly monitor: Monitor;
  /** What one sees and hears, newest last. */
  readonly seen: readonly string[];
  readonly link: 'up' | 'lost';
  readonly second: number;
  /** The story has nothing more to tell. */
  readonly isTold: boolean;
};

export const scenarioOf = (drill: Pick<Drill, 'scenario'>): DrillScenario => {
  const scenario = drillScenario(drill.scenario);
  if (scenario === undefined) throw new Error(`No scenario is called ${drill.scenario}`);
  return scenario;
};

/** When a happening of the scenario comes, or undefined where the scenario has none of it. */
export const happensAt = (drill: Drill, what: Happening): Instant | undefined => {
  const found = scenarioOf(drill).happens.find((one) => one.what === what);
  return found && drill.startedAt + found.atSecond * 1_000;
};

/** The log of the drill until `now`: the made-up person's facts, with what people wrote laid between them. */
export const drillState = (drill: Drill, made: readonly LogEvent[], now: Instant): SessionState => {
  const identity = { sessionId: drill.id, patientId: drill.id };
  const quiet = beforeTheDrill(drill);
  const before = fold([...quiet, ...made], identity);
  return fold([...quiet, ...theStory(drill, before, now), ...made], identity);
};

/** How the person is at this moment, for the panel beside the bed. */
export const drillMoment = (drill: Drill, state: SessionState, now: Instant): DrillMoment => {
  const did = deeds(state);
  const lost = happensAt(drill, 'link-lost');
  const back = happensAt(drill, 'link-back');
  return {
    monitor: monitorAt(drill, did, now),
    seen: seenUntil(drill, did, now),
    link: lost !== undefined && now >= lost && (back === undefined || now < back) ? ('lost' as const) : 'up',
    second: Math.max(0, Math.floor((now - drill.startedAt) / 1_000)),
    isTold: now >= drill.startedAt + scenarioOf(drill).lastsMinutes * 60_000,
  };
};

// The quiet part: settled in and dosed by a made-up nurse, cut off where the drill begins.
const beforeTheDrill = (drill: Drill): readonly LogEvent[] => {
  const random = randomFrom(drill.seed);
  const base = baselineOf(drill.seed);
  const { doseMg, weightKg, parts } = drillOrder(drill.edition);
  const simulate = (startAt: Instant): readonly LogEvent[] =>
    simulateSession({
      seed: drill.seed,
      startAt,
      edition: drill.edition,
      happenings: { highPressure: false, calls: false, nausea: false, lateEntry: false },
      devices: madeUpRoom(drill),
      patient: {
        sessionId: drill.id,
        patientId: drill.id,
        name: drillPatientName,
        orderId: uuidFrom(random),
        doseMg,
        weightKg,
        // A part that is still to come is the room's to give or to withhold.
        parts: parts && { ...parts, atMost: 0 },
        baseline: base,
        escort: { name: 'Drill driver', relation: 'nobody real' },
      },
    });
  const doseAt =
    simulate(0).find(({ fact }) => fact.type === 'DoseStarted' || fact.type === 'DoseGiven')?.effectiveAt ??
    0;
  const sinceDose = firstRowMinute(drill.edition) * 60_000 - secondsToNextCheck * 1_000;
  return simulate(drill.startedAt - sinceDose - doseAt).filter(
    ({ effectiveAt }) => effectiveAt < drill.startedAt,
  );
};

const baselineOf = (seed: number) => {
  const random = randomFrom(seed ^ 0x5eed);
  return {
    systolicMmHg: wholeBetween(random, 118, 130),
    diastolicMmHg: wholeBetween(random, 74, 82),
    heartRatePerMin: wholeBetween(random, 66, 78),
    spo2Percent: wholeBetween(random, 97, 99),
  };
};

// Facts the story adds once the drill runs. Each has an id of its own from the seed, so that it is the same on every device
// and after every late row; each comes from a device of its own, so that no count of any device has a gap.
const theStory = (drill: Drill, before: SessionState, now: Instant): readonly LogEvent[] => {
  const did = deeds(before);
  const events: LogEvent[] = [];
  const tell = (key: string, at: Instant | undefined, by: 'bed' | 'monitor', fact: SessionFact): void => {
    if (at === undefined || at > now) return;
    const random = randomFrom(drill.seed ^ hashOf(`${drill.id}/${key}`));
    const author = by === 'bed' ? bedOf(drill) : monitorAuthor(drill);
    events.push({
      eventId: uuidFrom(random),
      sessionId: drill.id,
      patientId: drill.id,
      deviceId: uuidFrom(random),
      deviceSeq: 1,
      effectiveAt: at,
      recordedAt: at,
      fact,
      authorId: author.id,
      authorName: author.name,
      actingRole: author.role,
    });
  };
  const reading = (at: Instant, context: 'scheduled' | 'unscheduled' = 'unscheduled'): SessionFact => {
    const shown = monitorAt(drill, did, at);
    return factOf('VitalSignsMeasured', {
      systolicMmHg: shown.systolicMmHg,
      diastolicMmHg: shown.diastolicMmHg,
      heartRatePerMin: shown.heartRatePerMin,
      spo2Percent: shown.spo2Percent,
      couldNotRead: [],
      context,
      source: 'device',
    });
  };
  const after = (what: Happening, seconds: number): Instant | undefined => {
    const at = happensAt(drill, what);
    return at === undefined ? undefined : at + seconds * 1_000;
  };

  tell('sick', after('feels-sick', 0), 'bed', factOf('PatientSignalled', { signal: 'adjust' }));
  const vomits = vomitsAt(drill, did);
  tell('vomits', vomits, 'bed', factOf('PatientSignalled', { signal: 'come' }));
  tell('afraid', after('afraid', 0), 'bed', factOf('PatientSignalled', { signal: 'come' }));
  const stillAfraid = after('afraid', untendedPanicSeconds);
  if (stillAfraid !== undefined && !isBefore(calmedAt(drill, did), stillAfraid))
    tell('still-afraid', stillAfraid, 'bed', factOf('PatientSignalled', { signal: 'come' }));
  const high = after('pressure-high', 0);
  if (high !== undefined) tell('high', high, 'monitor', reading(high, 'scheduled'));
  for (const seconds of [15, 30]) {
    const low = after('airway-closes', seconds);
    if (low !== undefined) tell(`low-${seconds}`, low, 'monitor', reading(low));
  }
  return events;
};

const madeUpRoom = (drill: Drill): SimulatedRoom => {
  const random = randomFrom(drill.seed ^ 0x0d21);
  const made = (name: string, role: Author['role']): Author => ({ id: uuidFrom(random), name, role });
  const device = () => ({ id: uuidFrom(random) });
  return {
    nurse: made('Drill nurse', 'nurse'),
    secondNurse: made('Drill second nurse', 'nurse'),
    prescriber: made('Drill prescriber', 'prescriber'),
    tablet: device(),
    phone: device(),
    desktop: device(),
    callButton: device(),
  };
};

const bedOf = (drill: Drill): Author => ({ id: drill.id, name: drillPatientName, role: 'patient' });
const monitorAuthor = (drill: Drill): Author => ({ ...madeUpRoom(drill).nurse, name: 'Drill monitor' });

const hashOf = (text: string): number => {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
};

// What people did, as far as the made-up person feels it.

type Deeds = {
  /** From when no more goes in. What has been injected or sprayed cannot be stopped. */
  readonly noMoreAt: Instant | undefined;
  readonly medicineAt: Instant | undefined;
  readonly helped: (...actions: readonly CareAction[]) => Instant | undefined;
};

const deeds = (state: SessionState): Deeds => {
  const { infusion, facts } = state;
  const off = infusion === null || infusion.run === 'running' ? undefined : infusion.changedAt;
  return {
    noMoreAt: off ?? facts.MouthEmptied[0]?.at,
    medicineAt: facts.RescueMedicationGiven[0]?.at,
    helped: (...actions) => facts.CareActionTaken.find(({ fact }) => actions.includes(fact.action))?.at,
  };
};

const isBefore = (one: Instant | undefined, other: Instant): boolean => one !== undefined && one < other;

const later = (...moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.every((moment) => moment !== undefined) ? Math.max(...moments) : undefined;

const untreatedNauseaSeconds = 300;
const untendedPanicSeconds = 240;

const vomitsAt = (drill: Drill, did: Deeds): Instant | undefined => {
  const sick = happensAt(drill, 'feels-sick');
  if (sick === undefined) return undefined;
  const at = sick + untreatedNauseaSeconds * 1_000;
  return isBefore(did.medicineAt, at) ? undefined : at;
};

/** Someone is there and has said that it passes. */
const calmedAt = (drill: Drill, did: Deeds): Instant | undefined =>
  happensAt(drill, 'afraid') === undefined
    ? undefined
    : later(did.helped('stayed-beside'), did.helped('calm-words', 'slow-breathing'));

/** Oxygen on and the airway held open. */
const openedAt = (did: Deeds): Instant | undefined =>
  later(did.helped('oxygen'), did.helped('jaw-thrust', 'mask-breaths', 'airway-opened'));

// The courses below are for practice and for the eye; none is a prediction for anyone.

const monitorAt = (drill: Drill, did: Deeds, at: Instant): Monitor => {
  const base = baselineOf(drill.seed);
  const random = randomFrom(drill.seed ^ Math.floor(at / 5_000));
  const wobble = (): number => wholeBetween(random, -1, 1);
  const high = happensAt(drill, 'pressure-high');
  const afraid = happensAt(drill, 'afraid');
  const closes = happensAt(drill, 'airway-closes');
  let systolicMmHg = base.systolicMmHg + 10 + wobble();
  let diastolicMmHg = base.diastolicMmHg + 6 + wobble();
  let heartRatePerMin = base.heartRatePerMin + 6 + wobble();
  let spo2Percent = Math.min(100, base.spo2Percent + wobble());
  let respiratoryRatePerMin: number | undefined = 14 + wobble();
  if (high !== undefined && at >= high) {
    const minutesOf = (from: Instant | undefined, most: number): number =>
      from === undefined || at < from ? 0 : Math.min(most, (at - Math.max(from, high)) / 60_000);
    const fall = 2 * minutesOf(did.noMoreAt, 8) + 6 * minutesOf(did.medicineAt, 8);
    // The first reading is always the one the drill is named for.
    systolicMmHg = Math.max(base.systolicMmHg + 8, Math.round(200 - fall));
    diastolicMmHg = Math.max(base.diastolicMmHg + 4, Math.round(118 - fall * 0.55));
    heartRatePerMin += 14;
  }
  if (afraid !== undefined && at >= afraid) {
    const calm = calmedAt(drill, did);
    const eased = calm === undefined || at < calm ? 0 : Math.min(1, (at - calm) / 180_000);
    heartRatePerMin += Math.round(38 * (1 - eased));
    systolicMmHg += Math.round(16 * (1 - eased));
    respiratoryRatePerMin += Math.round(14 * (1 - eased));
  }
  if (closes !== undefined && at >= closes) {
    const opened = openedAt(did);
    const fallsUntil = opened === undefined ? at : Math.min(at, Math.max(opened, closes) + 20_000);
    const lowest = Math.max(58, base.spo2Percent - Math.floor((fallsUntil - closes) / 2_500));
    const rises = fallsUntil < at ? Math.floor((at - fallsUntil) / 3_000) : 0;
    spo2Percent = Math.min(base.spo2Percent, lowest + rises);
    respiratoryRatePerMin = rises > 0 ? 12 : undefined;
    heartRatePerMin += spo2Percent < 70 ? -18 : 24;
  }
  return { systolicMmHg, diastolicMmHg, heartRatePerMin, spo2Percent, respiratoryRatePerMin };
};

const seenUntil = (drill: Drill, did: Deeds, now: Instant): readonly string[] => {
  const seen: [Instant, string][] = [[drill.startedAt, 'Lies still, eyes closed, breathes evenly.']];
  const tell = (at: Instant | undefined, words: string): void => {
    if (at !== undefined && at <= now) seen.push([at, words]);
  };
  const plus = (at: Instant | undefined, seconds: number): Instant | undefined =>
    at === undefined ? undefined : at + seconds * 1_000;

  const sick = happensAt(drill, 'feels-sick');
  tell(sick, '“I feel sick.” Pale, swallows often.');
  if (sick !== undefined) {
    tell(vomitsAt(drill, did), 'Vomits.');
    tell(plus(did.medicineAt, 480), '“It is better now.”');
  }
  const high = happensAt(drill, 'pressure-high');
  tell(high, 'The cuff has finished. “My head pounds a little.”');
  if (high !== undefined) tell(plus(did.medicineAt, 420), '“The pounding is gone.”');

  const afraid = happensAt(drill, 'afraid');
  tell(afraid, '“I am dying. Make it stop.” Breathes fast, grips the chair.');
  if (afraid !== undefined) {
    const calm = calmedAt(drill, did);
    const untended = plus(afraid, untendedPanicSeconds);
    if (untended !== undefined && !isBefore(calm, untended)) tell(untended, 'Sits up and pulls at the line.');
    tell(plus(calm, 60), '“Stay here.” Breathes a little slower.');
    tell(plus(calm, 180), '“It is passing.” Lies back.');
  }
  const closes = happensAt(drill, 'airway-closes');
  tell(closes, 'A high crowing noise with each breath. The chest pulls in.');
  if (closes !== undefined) {
    const opened = openedAt(did);
    const silent = plus(closes, 40);
    if (silent !== undefined && !isBefore(opened, silent))
      tell(silent, 'No sound of breath. The chest moves, no air comes. Lips blue.');
    tell(plus(opened, 20), 'Air moves again. A long breath in.');
    tell(plus(opened, 60), 'Coughs, opens the eyes.');
  }
  tell(happensAt(drill, 'link-lost'), 'The link of this device is gone. What you save stays here.');
  tell(happensAt(drill, 'link-back'), 'The link is back.');
  return seen.toSorted(([one], [other]) => one - other).map(([, words]) => words);
};

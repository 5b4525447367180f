// What the five example editions truly have in common, each value once. An edition that differs in one of these says so
// in its own file. No clinician has approved any of it.

import { promptAboveDiastolicMmHg, promptAboveSystolicMmHg } from '#clinical/dosing/pressure-prompt.ts';
import { lozengeStartMg, publishedRanges } from '#clinical/dosing/published-range.ts';
import { neverOverridden } from '#clinical/gate.ts';
import { houseAfterChecks } from '#clinical/integration/after-check-rules.ts';
import { quietAfterDoseHours } from '#clinical/integration/looking-back.ts';
import { distressCallsFrom } from '#clinical/monitoring/distress.ts';
import { mayBeAloneMinutes } from '#clinical/monitoring/presence.ts';
import { asaFasting } from '#clinical/preparation/fasting.ts';
import { holdPracticesFor } from '#clinical/screening/hold-windows.ts';
import { sourced as of } from '#clinical/sourced.ts';
import { allStepsSaid } from './care-steps.ts';
import type { Edition, EditionValue, MedicineHold, PeopleWords, VitalLimits } from './edition.ts';

const breaths = {
  below: of(10, '/min', 'T-GEN', 'G'),
  above: of(24, '/min', 'T-GEN', 'G'),
} as const;
const lowPressure = of(90, 'mm[Hg]', 'T-GEN', 'G');
const slowPulse = of(50, '/min', 'T-GEN', 'G');

const start: VitalLimits = {
  systolicMmHg: {
    below: lowPressure,
    above: {
      ...promptAboveSystolicMmHg,
      note: 'From the esketamine label: weigh the risk, not an automatic stop.',
      conflict: 'Many clinics wait only above 160/100.',
    },
  },
  diastolicMmHg: { above: { ...promptAboveDiastolicMmHg, note: 'From the esketamine label.' } },
  heartRatePerMin: { below: slowPulse, above: of(100, '/min', 'T-GEN', 'G') },
  respiratoryRatePerMin: breaths,
  spo2Percent: { below: of(94, '%', 'T-GEN', 'G') },
};

const alert: VitalLimits = {
  systolicMmHg: {
    below: lowPressure,
    above: {
      ...of(180, 'mm[Hg]', 'T-GEN', 'G', 'Clinics use many numbers; one treats above 180/110 when it lasts.'),
      conflict: 'A 2022 review found the usual advice too strict for a rise without symptoms.',
    },
  },
  diastolicMmHg: { above: of(110, 'mm[Hg]', 'T-GEN', 'G') },
  heartRatePerMin: { below: slowPulse, above: of(120, '/min', 'T-GEN', 'G') },
  respiratoryRatePerMin: breaths,
  spo2Percent: { below: of(92, '%', 'T-GEN', 'G') },
};

const release: VitalLimits = {
  systolicMmHg: {
    below: lowPressure,
    above: {
      ...of(160, 'mm[Hg]', 'T-GEN', 'G'),
      conflict: 'One clinic lets people leave below 150/95.',
    },
  },
  diastolicMmHg: { above: of(100, 'mm[Hg]', 'T-GEN', 'G') },
  heartRatePerMin: { below: slowPulse, above: of(110, '/min', 'T-GEN', 'G') },
  respiratoryRatePerMin: breaths,
  spo2Percent: {
    below: of(93, '%', 'M-ALD', 'V', 'Full recovery points need more than 92 % on room air.'),
  },
};

function note(text: string, source: EditionValue<string>['source'], confidence: 'V' | 'V2' | 'G') {
  return of(text, 'text', source, confidence);
}

/** What practices publish about the class, and what else was read about it. The hours are blank on purpose. */
function hold(
  medicineClass: MedicineHold['medicineClass'],
  ...read: readonly EditionValue<string>[]
): MedicineHold {
  const practices = holdPracticesFor(medicineClass).map(({ practice, says, source, confidence }) =>
    of(`${practice}: ${says}`, 'text', source, confidence),
  );
  return { medicineClass, beforeHours: undefined, afterHours: undefined, published: [...read, ...practices] };
}

const leftOutTheNightBefore = note('Left out the night before where that is safe.', 'T-GEN', 'G');

const holds: readonly MedicineHold[] = [
  hold('benzodiazepine', note('Never stopped suddenly.', 'I-VER', 'V')),
  hold(
    'z-hypnotic',
    leftOutTheNightBefore,
    note('Asked for on the monitoring form of the safety program.', 'R-PMF21', 'V'),
  ),
  hold('orexin-antagonist', leftOutTheNightBefore),
  hold('opioid'),
  hold(
    'opioid-antagonist',
    note('50 mg taken 45 minutes before took the benefit away in one trial.', 'I-WIL', 'V'),
    note('A depot cannot be held.', 'T-GEN', 'G'),
  ),
  hold('gabapentinoid', note('Held on the day where the prescriber agrees.', 'I-JC', 'V2')),
  hold('other-cns-depressant'),
  hold('psychostimulant'),
  hold('maoi', note('Case reports with tranylcypromine saw no change that mattered.', 'I-VER', 'V')),
  hold('lamotrigine'),
  hold(
    'glp1-ra',
    note('2023: one week for a weekly medicine, one day for a daily one.', 'K-ASA', 'V'),
    note('2024: most may go on, with liquids alone for a day and a shared decision.', 'K-ASA', 'V'),
  ),
  hold('alcohol', note('None on the day.', 'L-EU', 'V'), note('None for a day before.', 'T-GEN', 'G')),
  hold('cannabis'),
];

const aMoment = (minutes: number) => of(minutes, 'min', 'H-HOUSE', 'H');

/** For people, in words; never a number, which the screens take from the values. */
function told(en: string, es: string, source: EditionValue<string>['source'], confidence: 'V' | 'V2' | 'H') {
  return of<PeopleWords>({ en, es }, 'text', source, confidence);
}

export const sharedTexts = {
  medicines: told(
    'Do not stop or skip a medicine on your own. Ask your prescriber about each one.',
    'No deje ni se salte una medicina por su cuenta. Pregunte por cada una a quien le receta.',
    'I-VER',
    'V',
  ),
  takesHome: told(
    'An adult you trust takes you home. If no one can come, we do not start.',
    'Un adulto de confianza le lleva a casa. Si nadie puede venir, no empezamos.',
    'M-ALD',
    'V',
  ),
  stayHere: told(
    'You stay until it has worn off and a nurse says you can go. No one will rush you.',
    'Usted se queda hasta que pase el efecto y la enfermera le diga que puede irse. Nadie le apura.',
    'R-FDA',
    'V',
  ),
  afterwards: told(
    'Do not drink alcohol or use cannabis today or tomorrow. Have one person stay near you tonight.',
    'Nada de alcohol ni de cannabis hoy ni mañana. Alguien se queda cerca de usted esta noche.',
    'N-PRAC',
    'V2',
  ),
  foodTimes: told(
    'Stop eating and drinking at the times you see here. If you had something later, say so. It is fine to say.',
    'Deje de comer y beber a las horas que ve aquí. Si tomó algo después, dígalo. Está bien decirlo.',
    'K-ASA',
    'V',
  ),
} as const;

export const textOfALozenge = told(
  'Keep it in your mouth, with the saliva, until the time is up. Then spit or swallow, as your prescriber ordered.',
  'Manténgala en la boca, con la saliva, hasta que se cumpla el tiempo. Luego escupa o trague, según lo que le recetaron.',
  'K-KRF',
  'V',
);

export const clinicCompanion: Edition['companion'] = {
  presence: of('takes-home', 'rule', 'M-ALD', 'V'),
  mustBeAdult: of(true, 'rule', 'M-ALD', 'V'),
  taxiAloneCounts: of(false, 'rule', 'T-GEN', 'G', 'Many clinics do not accept a taxi alone.'),
};

/** One nurse, so many people dosing; the prescriber can be reached. */
export const clinicStaffing: Edition['staffing'] = {
  dosingPerNurse: of(2, 'patients', 'H-HOUSE', 'H'),
  prescriber: of('reachable', 'rule', 'N-PRAC', 'V2'),
};

/** Someone of the team is in the room while a dose works. */
export const clinicPresence: Edition['presence'] = { mayBeAloneMinutes };

/** Rated once, when the effect is strongest by the trials of the label; other protocols do not ask. */
export const perceptionAtForty: Edition['perceptualChange'] = {
  scale: of('seen-0-10', 'rule', 'H-HOUSE', 'H', 'Ours. The CADSS is its author’s own and is not embedded.'),
  askedMinutes: of([40], 'min', 'T-GEN', 'G', 'Trials ask before, at about 40 minutes and at the end.'),
};

/** Lines nobody goes on without, on every route. */
export const alwaysAsked: Edition['notOverridable'] = [
  ...neverOverridden,
  'protocol',
  'order',
  'pre-dose-review',
  'dose-ended',
  'open-signals',
];

/** A weight outside these is more often a slip between pounds and kilograms than a person. */
export const weightLimits = {
  confirmWeightBelowKg: of(35, 'kg', 'H-HOUSE', 'H'),
  confirmWeightAboveKg: of(200, 'kg', 'H-HOUSE', 'H'),
  weightChangePercent: of(10, '%', 'H-HOUSE', 'H'),
} as const;

export const clockFromHoursBefore = of(18, 'h', 'H-HOUSE', 'H', 'From about the evening before.');

/** For a dose in the mouth the sources do not agree; the figures of the anaesthetists stand in between. */
export const fastingForLozenges: Edition['fasting'] = {
  foodMinutes: {
    ...asaFasting.light,
    conflict: 'Two home services say 6 hours as well; one says 3 hours.',
  },
  clearFluidMinutes: { ...asaFasting.clear, conflict: 'One home service says 1 hour for liquids.' },
  heavyMealMinutes: asaFasting.fatty,
  clockFromHoursBefore,
};

export const heldInTheMouth = {
  holdMinutes: {
    ...of(15, 'min', 'K-KRF', 'V', 'The lozenge and the saliva stay in the mouth.'),
    conflict: 'A tablet that melts is gone in 1 to 2 minutes, a troche takes 5 or more.',
  },
  afterHold: {
    ...of('as-ordered', 'rule', 'H-HOUSE', 'H'),
    conflict: 'The guideline allows both; some services have it spat out, others swallowed.',
  },
} as const;

/** What the guideline says about a dose in the mouth, in the clinic and at home. */
export const lozengeDose: Edition['dose'] = {
  firstSessionMg: { ...lozengeStartMg.troche, note: 'A tablet that melts may start at half of it.' },
  excludeAboveSessionMg: publishedRanges.sublingual.maximumMg,
  ...weightLimits,
};

export const phasesOfALozenge: Edition['phases'] = [
  { name: 'starting', fromMinute: 0, toMinute: 10 },
  { name: 'rising', fromMinute: 10, toMinute: 25 },
  { name: 'strongest', fromMinute: 25, toMinute: 60 },
  { name: 'easing', fromMinute: 60, toMinute: 105 },
  { name: 'resting', fromMinute: 105, toMinute: undefined },
];

/** In the clinic, on every route. */
export const talkAndTurnover = {
  talkMinutes: of(20, 'min', 'H-HOUSE', 'H', 'Held before they go; nobody has to talk.'),
  turnoverMinutes: of(15, 'min', 'H-HOUSE', 'H', 'Clean, restock, look the room over.'),
} as const;

export const durationsOfALozenge: Edition['durations'] = {
  onset: { fromMinutes: of(7, 'min', 'K-KRF', 'V'), toMinutes: of(15, 'min', 'K-KRF', 'V') },
  mainEffect: {
    fromMinutes: of(45, 'min', 'K-KRF', 'V'),
    toMinutes: of(60, 'min', 'K-KRF', 'V', 'And a tail after it.'),
  },
  roomMinutes: of(180, 'min', 'H-HOUSE', 'H'),
};

/** Rows for a dose that goes in at once, by the default of the reference pages for injections and lozenges. */
export const rowsAfterOneDose = {
  checkMinutes: of(
    [0, 15, 30, 45, 60, 90, 120],
    'min',
    'H-HOUSE',
    'H',
    'No source gives an interval; a quarter of an hour is common.',
  ),
  thenEveryMinutes: of(30, 'min', 'H-HOUSE', 'H'),
} as const;

/** Two hours from the last part of the dose. */
export const twoHoursAfterTheLastPart: Edition['rest'] = {
  minimumMinutes: {
    ...of(120, 'min', 'K-KRF', 'V', 'Up to three hours is better.'),
    conflict: 'One clinic watches for about 30 minutes after an injection.',
  },
  countedFrom: of(['last-part'], 'rule', 'H-HOUSE', 'H', 'A second part starts the time again.'),
};

type Shared = Pick<
  Edition,
  | 'version'
  | 'writtenOn'
  | 'asOf'
  | 'phasesAre'
  | 'checkLateAfterMinutes'
  | 'limits'
  | 'alert'
  | 'sedation'
  | 'distress'
  | 'holds'
  | 'ageLimitMinutes'
  | 'overrideMinutes'
  | 'clockSkewMinutes'
  | 'recoveryScore'
  | 'steps'
  | 'preparation'
  | 'integration'
  | 'eveningCheck'
  | 'afterChecks'
  | 'pulse'
  | 'anchors'
  | 'driving'
  | 'quietHours'
>;

/** Asked again after the last dose, when nobody else would ask any more. */
const monthsAfter = of([4, 12, 26], 'wk', 'H-HOUSE', 'H', 'After one, three and six months.');

export const sharedExample: Shared = {
  version: 1,
  writtenOn: '2026-11-21',
  asOf: '2026-11-21',
  phasesAre: of(
    'typical-shape',
    'shape',
    'H-HOUSE',
    'H',
    'Onset, strongest part and easing as commonly described for the route.',
  ),
  checkLateAfterMinutes: of(5, 'min', 'H-HOUSE', 'H'),
  limits: { start, alert, release, systolicRisePercent: of(30, '%', 'T-GEN', 'G') },
  alert: {
    recheckAfterMinutes: of(5, 'min', 'T-GEN', 'G'),
    escalateAfterSeconds: of(60, 's', 'H-HOUSE', 'H'),
    escalateAgainAfterSeconds: of(120, 's', 'H-HOUSE', 'H'),
  },
  sedation: {
    reviewAtOrBelow: of(3, 'MOAA/S', 'H-HOUSE', 'H'),
    stopDoseAtOrBelow: of(2, 'MOAA/S', 'H-HOUSE', 'H'),
    emergencyAtOrBelow: of(1, 'MOAA/S', 'H-HOUSE', 'H'),
    releaseAtOrAbove: of(5, 'MOAA/S', 'H-HOUSE', 'H'),
  },
  distress: { callsFrom: distressCallsFrom },
  holds,
  ageLimitMinutes: {
    identity: aMoment(240),
    medicines: aMoment(240),
    'last-food': aMoment(240),
    'last-clear-fluid': aMoment(240),
    risk: aMoment(240),
    'call-device': aMoment(120),
    'room-ready': aMoment(240),
    'blood-pressure': aMoment(30),
    'heart-rate': aMoment(30),
    oxygen: aMoment(30),
    weight: aMoment(1_440),
    intention: aMoment(1_440),
    'pre-dose-review': aMoment(60),
    'second-check': aMoment(60),
    ride: of(10_080, 'min', 'H-HOUSE', 'H', 'A promise older than a week is asked again.'),
    'recovery-score': aMoment(30),
    orientation: aMoment(30),
    gait: aMoment(30),
    'settled-blood-pressure': aMoment(30),
    'settled-heart-rate': aMoment(30),
    'settled-oxygen': aMoment(30),
    awake: aMoment(30),
    symptoms: aMoment(30),
    instructions: aMoment(120),
    'escort-at-door': aMoment(30),
  },
  overrideMinutes: of(720, 'min', 'H-HOUSE', 'H'),
  clockSkewMinutes: of(
    5,
    'min',
    'H-HOUSE',
    'H',
    'A device whose clock runs ahead by more than this is not believed.',
  ),
  recoveryScore: {
    aldreteAtLeast: {
      ...of(9, 'points', 'M-ALD', 'V'),
      conflict: 'The Italian day-surgery rule takes 8 with no item at zero.',
    },
    padssAtLeast: of(9, 'points', 'M-ALD', 'V'),
  },
  steps: allStepsSaid({}),
  preparation: {
    opensDaysBefore: of(14, 'd', 'H-HOUSE', 'H'),
    dueHoursBefore: of(18, 'h', 'H-HOUSE', 'H'),
    consentDueHoursBefore: of(24, 'h', 'H-HOUSE', 'H'),
    rideDueHoursBefore: of(24, 'h', 'H-HOUSE', 'H'),
    arriveMinutesBefore: of(45, 'min', 'H-HOUSE', 'H'),
  },
  integration: {
    fromHours: of(12, 'h', 'H-HOUSE', 'H', 'Practice pages say 24; the next morning counts here.'),
    toHours: {
      ...of(72, 'h', 'N-PRAC', 'V2'),
      conflict: 'Other pages say 48 to 72 hours, or 7 to 10 days. The window rests on practice opinion.',
    },
    quietAfterDoseHours,
  },
  eveningCheck: {
    minuteOfDay: of(1_140, 'min', 'H-HOUSE', 'H', 'Seven in the evening, where the patient is.'),
    lateAfterMinutes: of(60, 'min', 'H-HOUSE', 'H'),
  },
  afterChecks: houseAfterChecks,
  pulse: {
    everyDays: of(1, 'd', 'H-HOUSE', 'H'),
    opensAtMinuteOfDay: of(540, 'min', 'H-HOUSE', 'H'),
    closesAtMinuteOfDay: of(1_260, 'min', 'H-HOUSE', 'H'),
  },
  anchors: [
    {
      instrument: 'phq-9',
      when: 'before-first-dose',
      days: of(14, 'd', 'Q-CAM', 'V', 'It asks about the last two weeks.'),
    },
    { instrument: 'gad-7', when: 'before-first-dose', days: of(14, 'd', 'Q-CAM', 'V') },
    {
      instrument: 'misuse',
      when: 'before-first-dose',
      days: of(14, 'd', 'H-HOUSE', 'H', 'Asked before each series: craving, use elsewhere, lost doses.'),
    },
    {
      instrument: 'bladder',
      when: 'before-each-dose',
      days: of(3, 'd', 'C-CYST', 'V', 'Asked at each visit; the days ahead are a house rule.'),
    },
    {
      instrument: 'phq-9',
      when: 'every-n-doses',
      everyDoses: of(2, '{doses}', 'H-HOUSE', 'H', 'So that a total stands before each planned decision.'),
      days: of(1, 'd', 'H-HOUSE', 'H'),
    },
    { instrument: 'phq-9', when: 'after-last-dose', days: of(7, 'd', 'H-HOUSE', 'H') },
    { instrument: 'gad-7', when: 'after-last-dose', days: of(7, 'd', 'H-HOUSE', 'H') },
    { instrument: 'phq-9', when: 'weeks-after-last', weeks: monthsAfter },
    { instrument: 'bladder', when: 'weeks-after-last', weeks: monthsAfter },
  ],
  driving: {
    text: of(
      {
        en: 'Do not drive until tomorrow, after a full night of sleep. The same goes for machines, ladders and big decisions.',
        es: 'No maneje hasta mañana, después de dormir toda la noche. Lo mismo vale para máquinas, escaleras y decisiones grandes.',
      },
      'text',
      'L-PDR',
      'V',
      'The esketamine label, used here for every route.',
    ),
  },
  quietHours: {
    fromMinuteOfDay: of(1_260, 'min', 'H-HOUSE', 'H'),
    toMinuteOfDay: of(480, 'min', 'H-HOUSE', 'H'),
  },
};

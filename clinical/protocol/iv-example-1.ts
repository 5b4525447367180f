// An example edition for an infusion of racemic ketamine in a clinic. No clinician has approved it: a clinic copies it,
// changes it, and signs its own. Each number says where it comes from and how sure that is.

import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';

export const ivExample1: Edition = {
  id: 'iv-example-1',
  name: 'IV infusion, example',
  route: 'iv',
  version: 1,
  writtenOn: '2026-11-21',
  consentEditionId: 'consent-iv-example-1',

  timing: {
    route: 'iv',
    infusionMinutes: of(40, 'min', 'K-AN17', 'V', 'The reference infusion is 0.5 mg/kg over 40 minutes.'),
    checkEveryMinutes: of(10, 'min', 'M-EMO', 'V'),
    recoveryCheckEveryMinutes: of(15, 'min', 'M-EMO', 'V'),
  },
  phases: [
    { name: 'starting', fromMinute: 0, toMinute: 5 },
    { name: 'rising', fromMinute: 5, toMinute: 20 },
    { name: 'strongest', fromMinute: 20, toMinute: 45 },
    { name: 'easing', fromMinute: 45, toMinute: 75 },
    { name: 'resting', fromMinute: 75, toMinute: undefined },
  ],
  checkLateAfterMinutes: of(5, 'min', 'H-HOUSE', 'H'),

  limits: {
    start: {
      systolicMmHg: {
        below: of(90, 'mm[Hg]', 'T-GEN', 'G'),
        above: of(
          140,
          'mm[Hg]',
          'L-PDR',
          'V',
          'From the esketamine label: weigh the risk, not an automatic stop.',
        ),
      },
      diastolicMmHg: { above: of(90, 'mm[Hg]', 'L-PDR', 'V', 'From the esketamine label.') },
      heartRatePerMin: { below: of(50, '/min', 'T-GEN', 'G'), above: of(100, '/min', 'T-GEN', 'G') },
      respiratoryRatePerMin: { below: of(10, '/min', 'T-GEN', 'G'), above: of(24, '/min', 'T-GEN', 'G') },
      spo2Percent: { below: of(94, '%', 'T-GEN', 'G') },
    },
    alert: {
      systolicMmHg: {
        below: of(90, 'mm[Hg]', 'T-GEN', 'G'),
        above: of(
          180,
          'mm[Hg]',
          'T-GEN',
          'G',
          'Clinics use many numbers; one treats above 180/110 when it lasts.',
        ),
      },
      diastolicMmHg: { above: of(110, 'mm[Hg]', 'T-GEN', 'G') },
      heartRatePerMin: { below: of(50, '/min', 'T-GEN', 'G'), above: of(120, '/min', 'T-GEN', 'G') },
      respiratoryRatePerMin: { below: of(10, '/min', 'T-GEN', 'G'), above: of(24, '/min', 'T-GEN', 'G') },
      spo2Percent: { below: of(92, '%', 'T-GEN', 'G') },
    },
    release: {
      systolicMmHg: { below: of(90, 'mm[Hg]', 'T-GEN', 'G'), above: of(160, 'mm[Hg]', 'T-GEN', 'G') },
      diastolicMmHg: { above: of(100, 'mm[Hg]', 'T-GEN', 'G') },
      heartRatePerMin: { below: of(50, '/min', 'T-GEN', 'G'), above: of(110, '/min', 'T-GEN', 'G') },
      respiratoryRatePerMin: { below: of(10, '/min', 'T-GEN', 'G'), above: of(24, '/min', 'T-GEN', 'G') },
      spo2Percent: {
        below: of(93, '%', 'M-ALD', 'V', 'Full recovery points need more than 92 % on room air.'),
      },
    },
    systolicRisePercent: of(30, '%', 'T-GEN', 'G'),
  },
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

  fasting: {
    foodMinutes: of(360, 'min', 'K-ASA', 'V', 'Light meal.'),
    clearFluidMinutes: of(120, 'min', 'K-ASA', 'V'),
    heavyMealMinutes: of(480, 'min', 'K-ASA', 'V', 'Fatty or fried food.'),
    clockFromHoursBefore: of(18, 'h', 'H-HOUSE', 'H', 'From about the evening before.'),
  },
  dose: {
    referenceMgPerKg: of(0.5, 'mg/kg', 'K-AN17', 'V'),
    reviewAboveMgPerKg: of(1, 'mg/kg', 'K-FAV', 'H', '1.0 mg/kg was not better and had more side effects.'),
    excludeAboveMgPerKg: of(2, 'mg/kg', 'K-KRF', 'H'),
    excludeAboveMgPerKgPerMinute: of(0.5, 'mg/kg/min', 'L-PDR', 'V'),
    confirmWeightBelowKg: of(35, 'kg', 'H-HOUSE', 'H', 'A slip between pounds and kilograms.'),
    confirmWeightAboveKg: of(200, 'kg', 'H-HOUSE', 'H', 'A slip between pounds and kilograms.'),
    weightChangePercent: of(10, '%', 'H-HOUSE', 'H'),
  },
  ageLimitMinutes: {
    identity: of(240, 'min', 'H-HOUSE', 'H'),
    medicines: of(240, 'min', 'H-HOUSE', 'H'),
    'last-food': of(240, 'min', 'H-HOUSE', 'H'),
    'last-clear-fluid': of(240, 'min', 'H-HOUSE', 'H'),
    risk: of(240, 'min', 'H-HOUSE', 'H'),
    'call-device': of(120, 'min', 'H-HOUSE', 'H'),
    'blood-pressure': of(30, 'min', 'H-HOUSE', 'H'),
    'heart-rate': of(30, 'min', 'H-HOUSE', 'H'),
    oxygen: of(30, 'min', 'H-HOUSE', 'H'),
    weight: of(1_440, 'min', 'H-HOUSE', 'H'),
    intention: of(1_440, 'min', 'H-HOUSE', 'H'),
    'pre-dose-review': of(60, 'min', 'H-HOUSE', 'H'),
    ride: of(10_080, 'min', 'H-HOUSE', 'H', 'A promise older than a week is asked again.'),
    'recovery-score': of(30, 'min', 'H-HOUSE', 'H'),
    orientation: of(30, 'min', 'H-HOUSE', 'H'),
    gait: of(30, 'min', 'H-HOUSE', 'H'),
    'settled-blood-pressure': of(30, 'min', 'H-HOUSE', 'H'),
    'settled-heart-rate': of(30, 'min', 'H-HOUSE', 'H'),
    'settled-oxygen': of(30, 'min', 'H-HOUSE', 'H'),
    awake: of(30, 'min', 'H-HOUSE', 'H'),
    symptoms: of(30, 'min', 'H-HOUSE', 'H'),
    instructions: of(120, 'min', 'H-HOUSE', 'H'),
    'escort-at-door': of(30, 'min', 'H-HOUSE', 'H'),
  },
  notOverridable: [
    'protocol',
    'order',
    'pre-dose-review',
    'dose-ended',
    'open-signals',
    'line-removed',
    'escort-at-door',
  ],
  overrideMinutes: of(720, 'min', 'H-HOUSE', 'H'),
  clockSkewMinutes: of(
    5,
    'min',
    'H-HOUSE',
    'H',
    'A device whose clock runs ahead by more than this is not believed.',
  ),

  staffing: { dosingPerNurse: of(2, 'patients', 'H-HOUSE', 'H') },
  rest: {
    minimumMinutes: of(60, 'min', 'H-HOUSE', 'H', 'Clinic consents say 20 to 30 minutes; many hold 60.'),
  },
  recoveryScore: {
    aldreteAtLeast: of(9, 'points', 'M-ALD', 'V'),
    padssAtLeast: of(9, 'points', 'M-ALD', 'V'),
  },

  preparation: {
    opensDaysBefore: of(14, 'd', 'H-HOUSE', 'H'),
    dueHoursBefore: of(18, 'h', 'H-HOUSE', 'H'),
    consentDueHoursBefore: of(24, 'h', 'H-HOUSE', 'H'),
    rideDueHoursBefore: of(24, 'h', 'H-HOUSE', 'H'),
    arriveMinutesBefore: of(45, 'min', 'H-HOUSE', 'H'),
  },
  integration: {
    fromHours: of(12, 'h', 'H-HOUSE', 'H', 'Practice pages say 24; the next morning counts here.'),
    toHours: of(72, 'h', 'N-PRAC', 'V2'),
  },
  eveningCheck: {
    minuteOfDay: of(1_140, 'min', 'H-HOUSE', 'H', 'Seven in the evening, where the patient is.'),
    lateAfterMinutes: of(60, 'min', 'H-HOUSE', 'H'),
  },
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
    { instrument: 'phq-9', when: 'after-last-dose', days: of(7, 'd', 'H-HOUSE', 'H') },
    { instrument: 'gad-7', when: 'after-last-dose', days: of(7, 'd', 'H-HOUSE', 'H') },
  ],
  driving: {
    text: of(
      'Do not drive until tomorrow, after a full night of sleep. The same goes for machines, ladders and big decisions.',
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

// The rule cards of dosing: from the weight on the scale to what a person has had over the months.

import {
  adjustedAbovePercent,
  adjustedShare,
  devineBaseKg,
  devineFromInches,
  devineKgPerInch,
  idealFromBmi,
} from '#clinical/dosing/body-weight.ts';
import { exposureLimits, exposureWindowDays } from '#clinical/dosing/cumulative-exposure.ts';
import { drawnDifferencePercent } from '#clinical/dosing/dose-volume.ts';
import { ordinaryBmi, slipTolerancePercent, unusualBmi } from '#clinical/dosing/entered-weight.ts';
import {
  adultFromYears,
  betweenDevicesMinutes,
  deviceMg,
  firstTrdSessionMg,
  labelledMg,
  olderDoseMg,
  olderFromYears,
  oldestYears,
  suicidalityDoseMg,
} from '#clinical/dosing/esketamine-dose.ts';
import {
  inductionPerWeek,
  inductionToWeek,
  maintenanceChoices,
  missedAndNotWorse,
  missedAndWorse,
  weeklyPerWeek,
  weeklyToWeek,
} from '#clinical/dosing/esketamine-schedule.ts';
import { promptAboveDiastolicMmHg, promptAboveSystolicMmHg } from '#clinical/dosing/pressure-prompt.ts';
import {
  intramuscularTiersMg,
  lozengeIncrementMg,
  lozengeIncrementsAtMost,
  lozengeStartMg,
  publishedRanges,
} from '#clinical/dosing/published-range.ts';
import { diluteFromMgPerMl, usualVialsMgPerMl } from '#clinical/dosing/pump-rate.ts';
import { checkTolerance, ownArithmeticPercent } from '#clinical/dosing/second-check.ts';
import {
  sprayFoodMinutes,
  sprayLiquidsMinutes,
  sprayNasalProductMinutes,
} from '#clinical/dosing/spray-timing.ts';
import { infusionStepMgPerKg, reconsiderFromSessions, spraySteps } from '#clinical/dosing/titration.ts';
import {
  absorptions,
  centralVolumeL,
  clearanceLPerHour,
  curveInfusionMinutes,
  curveMinutes,
  exchangeLPerMinute,
  lowBelowShare,
  nearHighestFromShare,
  peripheralVolumeL,
  typicalShapeLabel,
} from '#clinical/dosing/typical-curve.ts';
import { conversionFigures } from '#clinical/quantity.ts';
import type { FigureValue, RuleCard } from '#clinical/rule-card.ts';
import type { Sourced } from '#clinical/sourced.ts';

type Figures = Readonly<Record<string, Sourced<FigureValue>>>;

export const dosingCards: readonly RuleCard[] = [
  {
    id: 'entered-weight',
    stage: 'dosing',
    question: 'Is this weight what the scale showed?',
    decides:
      'Keeps the unit it was read in. Outside what a scale shows it is not used; outside the limits of the protocol it is confirmed. When the same digits in the other unit fit the last weight, or give an ordinary body mass index where the written ones do not, a slip between pounds and kilograms is named.',
    inputs: ['weight', 'weightUnit', 'lastWeightKg', 'heightCm'],
    whenMissing:
      'Without a number or a unit there is no weight. The last weight and the height only sharpen the question.',
    figures: { ...conversionFigures, slipTolerancePercent, unusualBmi, ordinaryBmi },
    sources: ['T-GEN', 'H-HOUSE'],
  },
  {
    id: 'weight-dose',
    stage: 'dosing',
    question: 'How much is this dose, and does it lie inside the ceilings of the protocol?',
    decides:
      'Multiplies the dose per kilogram by the weight and divides by the minutes and the concentration. Holds it against the ceilings of the protocol per kilogram, per minute and per session; strictly above is outside.',
    inputs: ['mgPerKg', 'weightKg', 'minutes', 'concentrationMgPerMl', 'doseMg'],
    whenMissing:
      'No dose at all. Where the protocol has a ceiling on the speed, missing minutes leave the speed unknown.',
    figures: {},
    sources: ['K-AN17', 'K-FAV', 'K-KRF', 'L-PDR', 'H-HOUSE'],
  },
  {
    id: 'body-weight',
    stage: 'dosing',
    question: 'Which weight would a dose use?',
    decides:
      'Shows actual, ideal and adjusted weight side by side with the dose each would give. Actual weight is used unless the clinic chose another policy. Ideal weight follows Devine; adjusted weight adds a share of what lies above it, for someone strictly above the stated percent of ideal.',
    inputs: ['weightKg', 'heightCm', 'sex', 'mgPerKg', 'policy'],
    whenMissing:
      'A policy that needs what is missing gives no weight. Ideal weight is unknown for a sex the formula was not made for.',
    figures: {
      devineMaleKg: devineBaseKg.male,
      devineFemaleKg: devineBaseKg.female,
      devineKgPerInch,
      devineFromInches,
      adjustedShare,
      adjustedAbovePercent,
      idealFromBmi,
    },
    sources: ['T-GEN', 'K-SAN', 'H-HOUSE'],
  },
  {
    id: 'dose-volume',
    stage: 'dosing',
    question: 'How many millilitres is this dose, and what can truly be drawn?',
    decides:
      'Divides the dose by the concentration, or multiplies back. With the lines of the syringe given, says what the nearest line holds and points out a drawn dose further from the ordered one than the stated percent.',
    inputs: ['doseMg', 'volumeMl', 'concentrationMgPerMl', 'graduationMl'],
    whenMissing: 'No volume, and no dose from a volume. A concentration is never supplied.',
    figures: { drawnDifferencePercent },
    sources: ['H-HOUSE'],
  },
  {
    id: 'pump-rate',
    stage: 'dosing',
    question: 'How is the bag or syringe made up, and how fast does the pump run?',
    decides:
      'From the dose, the minutes, the vial and the made-up container: what is drawn, the diluent, the volume to infuse, the rate, and what is left over. A container that holds less than the dose or cannot take the drawn volume, and a strength that must be diluted and was not, give no rate.',
    inputs: ['doseMg', 'minutes', 'vialMgPerMl', 'containerMg', 'containerMl'],
    whenMissing: 'No rate.',
    figures: { diluteFromMgPerMl, usualVialsMgPerMl },
    sources: ['L-PDR', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: 'published-range',
    stage: 'dosing',
    question: 'Does this dose lie inside what was published for its route?',
    decides:
      'Above the published maximum of a session is excluded; outside the reported range is reviewed; infusions are held per kilogram. Injections have published steps that overlap; lozenges a start, additions and a total. It looks for slips and outliers and orders nothing.',
    inputs: ['route', 'doseMg', 'weightKg', 'form', 'isFirstSession', 'dosesMg'],
    whenMissing:
      'Unknown. A route for which no maximum in milligrams was published is neither allowed nor refused.',
    figures: {
      ...rangeFigures(),
      ...Object.fromEntries(intramuscularTiersMg.map((tier, index) => [`IM step ${index + 1}`, tier])),
      lozengeStartTrocheMg: lozengeStartMg.troche,
      lozengeStartRapidDissolveMg: lozengeStartMg['rapid-dissolve'],
      lozengeIncrementMg,
      lozengeIncrementsAtMost,
    },
    sources: ['K-AN17', 'K-AN19', 'K-FAV', 'K-KRF', 'K-KTC', 'L-MED', 'H-HOUSE'],
  },
  {
    id: 'esketamine-dose',
    stage: 'dosing',
    question: 'Does the spray’s label hold this dose for this age and place, and how many devices is it?',
    decides:
      'The labelled doses are allowed for adults; one device alone only outside the United States and only from the stated age. Devices rest between one another. A high first dose, a large step for older people and doses unusual for the indication are allowed and pointed out.',
    inputs: ['doseMg', 'ageYears', 'jurisdiction', 'indication', 'isFirstSession', 'previousDoseMg'],
    whenMissing: 'Unknown, unless no label would allow it whatever the missing answer is.',
    figures: {
      deviceMg,
      betweenDevicesMinutes,
      labelledUsMg: labelledMg.US,
      labelledEuMg: labelledMg.EU,
      labelledUkMg: labelledMg.UK,
      olderDoseMg,
      olderFromYears,
      adultFromYears,
      firstTrdSessionMg,
      suicidalityDoseMg,
      oldestYears,
    },
    sources: ['L-MED', 'L-EU', 'L-US', 'L-HCP', 'L-LEXI', 'H-HOUSE'],
  },
  {
    id: 'esketamine-schedule',
    stage: 'dosing',
    question: 'How often is the spray given in this week, did it help, and what follows a missed session?',
    decides:
      'Twice a week, then weekly, then the least frequent that keeps the response; for suicidality four weeks only. After induction someone has to have written whether it helped. A missed session without worsening keeps the frequency; with worsening in maintenance the step before is considered.',
    inputs: ['indication', 'week', 'sessionsThisWeek', 'benefit', 'missed', 'depression'],
    whenMissing: 'Unknown. Past the weeks a label speaks of, the schedule is unknown too.',
    figures: {
      inductionToWeek,
      inductionPerWeek,
      weeklyToWeek,
      weeklyPerWeek,
      maintenanceChoices,
      missedAndNotWorse,
      missedAndWorse,
    },
    sources: ['L-MED', 'L-PDR', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: 'device-spacing',
    stage: 'dosing',
    question: 'When may the next device be given, which came too soon, and which lots were used?',
    decides:
      'Counts from the last device written down, in whatever order they were written; exactly the stated rest is enough. Names devices given too close, more devices than ordered, and a device without its lot.',
    inputs: ['given', 'orderedDevices', 'at', 'lot'],
    whenMissing: 'The next device is unknown when a device has no time, a time still to come, or no order.',
    figures: { betweenDevicesMinutes, deviceMg },
    sources: ['L-HCP', 'L-MED', 'H-HOUSE'],
  },
  {
    id: 'further-part',
    stage: 'dosing',
    question: 'May one more part of the ordered dose be given now, and which part came too soon or too late?',
    decides:
      'It needs an order with a part left and the protocol’s time after the part before; exactly the first and the last minute count. A part outside of that time is pointed out, and more than ordered is excluded. Nothing that was given is refused.',
    inputs: ['given', 'ordered', 'window'],
    whenMissing: 'Unknown, also when a part has no time or a time still to come.',
    figures: {},
    sources: ['H-HOUSE'],
  },
  {
    id: 'dose-order',
    stage: 'dosing',
    question: 'May this order of a spray, an injection or a lozenge be signed?',
    decides:
      'Asks the spray’s label, the published ranges and the protocol’s own doses and ceilings, and adds up the parts. One use of the label, and what follows the hold, must be said where they are asked.',
    inputs: ['doseMg', 'weightKg', 'parts', 'form', 'afterHold', 'indication', 'route'],
    whenMissing: 'Unknown; an order with an unknown is not signed.',
    figures: {},
    sources: ['H-HOUSE'],
  },
  {
    id: 'spray-timing',
    stage: 'dosing',
    question: 'Is it long enough since food, drink and another nasal product for the spray?',
    decides: 'Each is held against the label’s minutes; exactly the stated minutes pass, and so does "none".',
    inputs: ['minutesSinceFood', 'minutesSinceLiquids', 'minutesSinceNasalProduct'],
    whenMissing: 'Unknown. It never passes without an answer to each.',
    figures: { sprayFoodMinutes, sprayLiquidsMinutes, sprayNasalProductMinutes },
    sources: ['L-PDR'],
  },
  {
    id: 'pressure-prompt',
    stage: 'dosing',
    question: 'Does the spray’s label ask to weigh risk and benefit at this blood pressure?',
    decides:
      'Strictly above either number it does. It asks for a decision, not for a stop; a clinic’s own limits are in its protocol.',
    inputs: ['systolicMmHg', 'diastolicMmHg'],
    whenMissing: 'One high number is enough to ask. Without both, it never says that no weighing is needed.',
    figures: { promptAboveSystolicMmHg, promptAboveDiastolicMmHg },
    sources: ['L-PDR', 'T-GEN'],
  },
  {
    id: 'titration',
    stage: 'dosing',
    question: 'What do published steps offer for the next dose?',
    decides:
      'Well borne with a weak response: the next published step up, if there is one. Poorly borne: the step down, if there is one. Otherwise the dose may stay. No response over several sessions asks whether to go on. Every answer is for the prescriber, and none is taken here.',
    inputs: [
      'route',
      'lastDoseMg',
      'response',
      'tolerability',
      'sessionsGiven',
      'weightKg',
      'ageYears',
      'jurisdiction',
    ],
    whenMissing: 'No step at all.',
    figures: { infusionStepMgPerKg, spraySteps, reconsiderFromSessions },
    sources: ['T-GEN', 'K-KRF', 'K-FAV', 'L-MED', 'H-HOUSE'],
  },
  {
    id: 'second-check',
    stage: 'dosing',
    question: 'Did two people, each on their own sign-in, work out the same dose?',
    decides:
      'Compares weight, dose, concentration, volume, rate and lot within the stated tolerances, and holds each person’s dose against their own volume and concentration. A difference names the field and both values.',
    inputs: ['first', 'second', 'fields'],
    whenMissing:
      'Not agreed: one person, one sign-in, a missing check or a number missing on either side is unknown.',
    figures: {
      weightWithin: checkTolerance.weightKg,
      doseWithin: checkTolerance.doseMg,
      concentrationWithin: checkTolerance.concentrationMgPerMl,
      volumeWithin: checkTolerance.volumeMl,
      rateWithin: checkTolerance.rateMlPerHour,
      ownArithmeticPercent,
    },
    sources: ['H-HOUSE'],
  },
  {
    id: 'cumulative-exposure',
    stage: 'dosing',
    question: 'How much has this person had, for how long, and is it creeping up?',
    decides:
      'Counts sessions, and milligrams route by route, in all and in the window; never across routes. Shortening gaps and rising doses beyond the stated percents are put before someone; with too few sessions nothing is claimed.',
    inputs: ['given', 'sessionId', 'at', 'route', 'doseMg'],
    whenMissing:
      'Doses that are not known are not none; one without milligrams, route or time is counted as that.',
    figures: {
      exposureWindowDays,
      gapsOrDosesCompared: exposureLimits.compared,
      gapsShorterPercent: exposureLimits.shorterPercent,
      dosesHigherPercent: exposureLimits.higherPercent,
    },
    sources: ['H-HOUSE'],
  },
  {
    id: 'typical-curve',
    stage: 'dosing',
    question: 'What is the typical shape of this dose over time?',
    decides: `Draws one made-up average body for teaching, as shares of its own peak. ${typicalShapeLabel} No dose, gate or finding rests on it.`,
    inputs: ['route', 'doseMg', 'minute'],
    whenMissing: 'No curve, and none for a route without published absorption.',
    figures: {
      centralVolumeL,
      peripheralVolumeL,
      clearanceLPerHour,
      exchangeLPerMinute,
      curveInfusionMinutes,
      curveMinutes,
      nearHighestFromShare,
      lowBelowShare,
      ...absorptionFigures(),
    },
    sources: ['P-KAM', 'P-RT', 'P-SL', 'P-ESK', 'K-AN17', 'H-HOUSE'],
  },
];

function rangeFigures(): Figures {
  return Object.fromEntries(
    Object.entries(publishedRanges).flatMap(([route, range]) =>
      Object.entries(range).flatMap(([name, figure]) =>
        figure ? [[`${wordFor(route)}: ${name}`, figure]] : [],
      ),
    ),
  );
}

function absorptionFigures(): Figures {
  return Object.fromEntries(
    Object.entries(absorptions).flatMap(([route, { bioavailability, absorptionPerMinute }]) => [
      [`${wordFor(route)}: bioavailability`, bioavailability],
      [`${wordFor(route)}: absorptionPerMinute`, absorptionPerMinute],
    ]),
  );
}

function wordFor(route: string): string {
  return route.length === 2 ? route.toUpperCase() : route;
}

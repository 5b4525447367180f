// The cards of screening: may this person be treated, for this, by this route, in this place, with these medicines?

import {
  longestRecallBetweenDosesDays,
  measuredAfterLastDoseDays,
  measuredBeforeFirstDoseDays,
  measuredBetweenDays,
  measuredEveryDoses,
  pathwayRule,
} from '#clinical/pathways/pathways.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import {
  benzodiazepineRule,
  implausibleAboveMg,
  likeReferenceDiazepam,
  referenceDiazepamMg,
  trialExcludedAboveLorazepamMg,
  weakerResponseAboveMg,
} from '#clinical/screening/benzodiazepine-equivalent.ts';
import { holdWindowRule, longestHoldHours } from '#clinical/screening/hold-windows.ts';
import { adequateTrialsAtLeast, indicationRule, mostTrials } from '#clinical/screening/indications.ts';
import { adultFromYears, olderFromYears, oldestYears } from '#clinical/screening/screen-person.ts';
import { sensoryRule } from '#clinical/screening/sensory-changes.ts';

export const screeningCards: readonly RuleCard[] = [
  {
    id: pathwayRule,
    stage: 'screening',
    question: 'What is asked of this person because of what they come for?',
    decides:
      'The forms of the named condition before the first dose, every so many doses and after the last one, on top of the protocol; never twice. A form about a year is not asked between doses.',
    inputs: ['indications', 'anchors of the edition'],
    whenMissing: 'With no indication named, only the protocol asks.',
    figures: {
      measuredBeforeFirstDoseDays,
      measuredAfterLastDoseDays,
      measuredEveryDoses,
      measuredBetweenDays,
      longestRecallBetweenDosesDays,
    },
    sources: ['H-HOUSE'],
  },
  {
    id: 'age',
    stage: 'screening',
    question: 'Is this person of an age to be treated?',
    decides:
      'Whole years on the day where the patient lives. Under the adult age is excluded; older is managed.',
    inputs: ['birthDate', 'age'],
    whenMissing: 'A birth date that is missing, in the future or too far back is unknown.',
    figures: { adultFromYears, olderFromYears, oldestYears },
    sources: ['L-US', 'L-EU', 'M-YALE', 'H-HOUSE'],
  },
  {
    id: 'pregnancy',
    stage: 'screening',
    question: 'Could they be pregnant, or do they breast-feed?',
    decides: 'Pregnant and breast-feeding are excluded; possible asks for a test first.',
    inputs: ['pregnancy'],
    whenMissing: 'Not asked, and not sure, are unknown.',
    figures: {},
    sources: ['K-APNA', 'K-PAIN', 'K-ED', 'L-EU'],
  },
  {
    id: 'allergy',
    stage: 'screening',
    question: 'Are they allergic to ketamine, or to anything the clinic gives?',
    decides:
      'An allergy to ketamine or esketamine is excluded. Any other is told to everyone who gives a medicine.',
    inputs: ['allergy'],
    whenMissing: 'Not asked is unknown; a word spelled like ketamine is unknown until a person chooses.',
    figures: {},
    sources: ['L-US', 'K-USL', 'H-HOUSE'],
  },
  {
    id: 'health-condition',
    stage: 'screening',
    question: 'Do they live with something that bears on ketamine by this route in this place?',
    decides:
      'Each condition answered yes gives its strictest row for the drug and the place, and says whose list that is.',
    inputs: ['the id of the condition', 'route', 'jurisdiction', 'basis'],
    whenMissing: 'A question not answered, or answered with not sure, is unknown.',
    figures: {},
    sources: [
      'L-US',
      'L-MED',
      'L-EU',
      'L-PDR',
      'K-USL',
      'K-UK',
      'K-APNA',
      'K-PAIN',
      'K-ED',
      'N-PRAC',
      'T-GEN',
    ],
  },
  {
    id: 'medicine-interaction',
    stage: 'screening',
    question: 'Do the medicines they take matter for ketamine by this route?',
    decides:
      'Each name as typed is found by generic, brand, combination or other name, and gives the row of its class and traits for the route.',
    inputs: ['medicine', 'generic', 'route'],
    whenMissing:
      'Not asked, a name not listed, a near spelling, a word that was not read and a route without a row are unknown.',
    figures: {},
    sources: ['I-VER', 'I-CYP', 'I-JC', 'L-US', 'L-EU', 'K-USL', 'A-ATC', 'A-RX', 'A-OPI', 'T-GEN'],
  },
  {
    id: sensoryRule,
    stage: 'screening',
    question: 'Was a change in seeing or hearing the dose, or an aura or psychosis?',
    decides:
      'A change that was told, beside a history of migraine with aura or of psychosis, is reviewed before more is given.',
    inputs: ['term', 'migraine-with-aura', 'psychosis-now', 'psychosis-past'],
    whenMissing: 'A history not answered, or answered with not sure, is unknown.',
    figures: {},
    sources: ['T-GEN'],
  },
  {
    id: benzodiazepineRule,
    stage: 'screening',
    question: 'How much benzodiazepine do they take in a day, as diazepam?',
    decides:
      'Milligrams a day are turned into diazepam and added. Strictly above the trial’s number the prescriber reviews; nobody stops suddenly.',
    inputs: ['drug', 'mgPerDay', 'diazepamMgPerDay'],
    whenMissing:
      'A medicine without a place in the table or without a dose leaves the total unknown; what is known to be above stays above.',
    figures: {
      referenceDiazepamMg,
      ...likeReferenceDiazepam,
      weakerResponseAboveMg,
      trialExcludedAboveLorazepamMg,
      implausibleAboveMg,
    },
    sources: ['I-AND', 'K-ED', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: holdWindowRule,
    stage: 'screening',
    question: 'Has the prescriber said whether this medicine is spaced from the session?',
    decides:
      'Only hours set for this patient count. What practices publish is shown beside them and is no default.',
    inputs: ['holdWindowHours'],
    whenMissing: 'Hours not set are unknown wherever practices publish any.',
    figures: { longestHoldHours },
    sources: ['I-JC', 'I-KLA', 'I-MTL', 'N-PRAC', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: indicationRule,
    stage: 'screening',
    question: 'What is the treatment for, is it approved for that here, and what must be on paper?',
    decides:
      'The spray is approved for two indications; everything else is off-label. Weak evidence is reviewed. Burnout leads to a conversation.',
    inputs: ['indication', 'route', 'jurisdiction', 'adequateTrials'],
    whenMissing:
      'An indication not named or not listed, a count not given and a paper nobody looked for are unknown.',
    figures: { adequateTrialsAtLeast, mostTrials },
    sources: ['L-US', 'L-MED', 'L-LEXI', 'L-EU', 'K-SAN', 'K-APNA', 'K-PAIN', 'T-GEN', 'H-HOUSE'],
  },
];

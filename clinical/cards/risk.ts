// The cards of risk: does someone need to come now, and what grows quietly over months?

import { adverseEventRule } from '#clinical/risk/adverse-event.ts';
import {
  bladderIndexMost,
  bladderIndexRule,
  bladderRule,
  bladderSignalFrom,
} from '#clinical/risk/bladder.ts';
import { homeRiskRule } from '#clinical/risk/home-risk.ts';
import {
  implausibleAltAbove,
  liverRule,
  repeatAfterDays,
  reviewAboveTimesUpperLimit,
} from '#clinical/risk/liver.ts';
import { misuseRule, urineScreenRule } from '#clinical/risk/misuse.ts';
import { pregnancyTestRule, testMostDaysBefore } from '#clinical/risk/pregnancy-test.ts';
import { riskNumbers } from '#clinical/risk/suicide-risk.ts';
import {
  boxedWarningToYears,
  thoughtsRule,
  windowFromHours,
  windowToHours,
} from '#clinical/risk/thoughts-after-session.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const riskCards: readonly RuleCard[] = [
  {
    id: 'suicide-risk',
    stage: 'risk',
    question: 'Does what they answered about death or suicide bring a person today?',
    decides:
      'One answer above the lowest brings a person, whatever the total. The screener goes by its highest answer and is never added up.',
    inputs: ['the risk item of the instrument', 'qids-12', 'madrs-10', 'cssrs'],
    whenMissing: 'An answer left out is unknown; the highest level known so far is kept beside it.',
    figures: { qidsItemMost: riskNumbers['qids-12'].most, madrsItemMost: riskNumbers['madrs-10'].most },
    sources: ['Q-CSSRS', 'Q-CAM', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: thoughtsRule,
    stage: 'risk',
    question: 'Have thoughts of suicide come or grown since the session?',
    decides:
      'New or worse thoughts bring the prescriber at any time; one to three days after a session they are named.',
    inputs: ['thoughts', 'saidAt', 'sessionEndedAt', 'ageYears'],
    whenMissing: 'Not asked is unknown; a time that is missing is unknown beside the finding.',
    figures: { windowFromHours, windowToHours, boxedWarningToYears },
    sources: ['L-US', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: homeRiskRule,
    stage: 'risk',
    question: 'May a home dose start when the questions about suicide were answered with yes?',
    decides:
      'Alone with a positive screen is excluded; with someone there a clinician speaks with them first.',
    inputs: ['screen', 'monitor'],
    whenMissing: 'A screen without an answer, or company nobody knows of, is unknown.',
    figures: {},
    sources: ['K-HUL', 'H-HOUSE'],
  },
  {
    id: adverseEventRule,
    stage: 'risk',
    question: 'Is what went wrong written down whole, is it serious, and who must be told?',
    decides:
      'Serious is excluded until the prescriber decides; severe is reviewed. Whom to tell follows the route and the place.',
    inputs: [
      'term',
      'severity',
      'seriousness',
      'relatedness',
      'startedAt',
      'firstDoseAt',
      'resolved',
      'reportedTo',
    ],
    whenMissing: 'Each part left out, and a time that cannot be, is unknown.',
    figures: {},
    sources: ['R-SET', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: bladderRule,
    stage: 'risk',
    question: 'Is the bladder well at this visit?',
    decides: 'A new or lasting symptom is reviewed before the next dose; blood that can be seen stops.',
    inputs: ['frequency', 'urgency', 'pain-on-filling', 'burning', 'visible-blood', 'night-waking'],
    whenMissing: 'A symptom nobody asked about is unknown; one never asked about before counts as new.',
    figures: {},
    sources: ['C-CYST', 'H-HOUSE'],
  },
  {
    id: bladderIndexRule,
    stage: 'risk',
    question: 'Do the bladder indices give a signal?',
    decides: 'A total at or above the clinic’s number is reviewed.',
    inputs: ['icsi', 'icpi'],
    whenMissing: 'No total, or one the index cannot have, is unknown.',
    figures: { icsiMost: bladderIndexMost.icsi, icpiMost: bladderIndexMost.icpi, bladderSignalFrom },
    sources: ['C-BPS', 'T-GEN'],
  },
  {
    id: liverRule,
    stage: 'risk',
    question: 'Where the liver is at risk, is it tested, lately, and well?',
    decides:
      'ALT strictly above so many times the laboratory’s upper limit is reviewed. A baseline and repeats are asked for.',
    inputs: ['atRisk', 'frequentHighDose', 'alt', 'upperLimit'],
    whenMissing: 'A missing baseline, an old test and one that cannot be read are unknown.',
    figures: { reviewAboveTimesUpperLimit, repeatAfterDays, implausibleAltAbove },
    sources: ['K-PAIN', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: pregnancyTestRule,
    stage: 'risk',
    question: 'Where pregnancy is possible, is there a test that speaks for this series?',
    decides: 'A negative test from shortly before the series, or within it and with no period missed since.',
    inputs: ['pregnancy', 'pregnancyTest', 'seriesStartsAt', 'missedPeriodSinceTest'],
    whenMissing: 'Not tested, unclear, too old, from the future or not asked is unknown.',
    figures: { testMostDaysBefore },
    sources: ['K-APNA', 'H-HOUSE'],
  },
  {
    id: misuseRule,
    stage: 'risk',
    question: 'Before this series, is ketamine becoming something else for them?',
    decides: 'Each yes, an early refill and an unread monitoring database are reviewed.',
    inputs: [
      'craving',
      'use-outside-programme',
      'higher-dose-wanted',
      'lost-lozenges',
      'other-clinic',
      'early-refills',
    ],
    whenMissing: 'A question nobody asked is unknown.',
    figures: {},
    sources: ['K-ASA', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: urineScreenRule,
    stage: 'risk',
    question: 'What does the urine drug screen say, and does it look for ketamine at all?',
    decides: 'A positive one is reviewed. A standard panel says nothing about ketamine.',
    inputs: ['assay', 'result'],
    whenMissing: 'No result, a pending one and an assay nobody named are unknown.',
    figures: {},
    sources: ['K-APNA', 'T-GEN'],
  },
];

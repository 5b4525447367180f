// The rule cards of the law: telehealth, licence by place, and what a consent speaks about.

import { emdrNeedsTraining } from '#clinical/integration/emdr-licence.ts';
import { consentContentList } from '#clinical/law/consent-content.ts';
import { licenceWherePatientIs, placeAskedWithinMinutes } from '#clinical/law/licence-by-place.ts';
import { remoteVisitRule, visitOpensBeforeMinutes } from '#clinical/law/remote-visit.ts';
import {
  esketamineNeedsSite,
  telemedicineCoverEndsOn,
  telemedicineWarningDays,
} from '#clinical/law/telemedicine.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const lawCards: readonly RuleCard[] = [
  {
    id: 'telemedicine-cover',
    stage: 'law',
    question: 'May a controlled medicine be prescribed by telehealth on this day without a visit in person?',
    decides:
      'It may on any day up to and including the last day of the federal extension, by the clinic’s own calendar, or at any time once the prescriber has seen the person in person. The end is announced some weeks before. Esketamine is taken in a certified site in any case.',
    inputs: ['date', 'seenInPerson', 'medicine', 'endsOn'],
    whenMissing:
      'Without the day, the medicine or whether they were seen in person it says unknown. After the end of the cover, not knowing about a visit is also put before the prescriber.',
    figures: { telemedicineCoverEndsOn, telemedicineWarningDays, esketamineNeedsSite },
    sources: ['W-TELE', 'R-SET', 'H-HOUSE'],
  },
  {
    id: 'licence-by-place',
    stage: 'law',
    question: 'Is the practitioner licensed where the patient is now?',
    decides:
      'Care happens where the patient is. One of the practitioner’s licences must name that place and be valid on the day. The place and an address for help are asked anew for each remote session. Before EMDR, training in it must be stated as well.',
    inputs: ['patientPlace', 'placeAskedAt', 'patientAddress', 'sessionStartsAt', 'date', 'licences'],
    whenMissing:
      'A place, address, time of asking, licence list or last day of a licence that is not known is unknown; an empty list of licences is known to be empty.',
    figures: { licenceWherePatientIs, placeAskedWithinMinutes, emdrNeedsTraining },
    sources: ['W-STATE', 'H-HOUSE', 'T-GEN'],
  },
  {
    id: remoteVisitRule,
    stage: 'law',
    question: 'May this visit from elsewhere open now?',
    decides:
      'In its time, and only where a licence of the practitioner stands for the place the person is in at this moment, on the day it is there.',
    inputs: ['now', 'startsAt', 'endsAt', 'place', 'address', 'zone', 'askedAt', 'licences'],
    whenMissing: 'A place, address, zone, time of asking or licence that is not known is unknown.',
    figures: { visitOpensBeforeMinutes, placeAskedWithinMinutes },
    sources: ['W-STATE', 'H-HOUSE'],
  },
  {
    id: 'consent-content',
    stage: 'law',
    question: 'Does this consent speak about everything a consent to off-label ketamine should?',
    decides:
      'The topics someone found in the document are held against the list; those left out are named for review. A topic the list does not know is not counted as covered.',
    inputs: ['covers', 'documentVersion'],
    whenMissing: 'A document nobody has read for this, or without a version, is unknown.',
    figures: { consentContentList },
    sources: ['T-GEN'],
  },
];

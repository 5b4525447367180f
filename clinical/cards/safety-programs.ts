// The rule cards of the esketamine programme: before the dose, the two hours, the form and its seven days.

import { deviceMg } from '#clinical/dosing/esketamine-dose.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import { formAgreesWithItself } from '#clinical/safety-programs/check-monitoring-form.ts';
import {
  counselledBeforeDose,
  enrolledBeforeFirstDose,
  prescriberOnSite,
  settingMustBeCertified,
} from '#clinical/safety-programs/enrolment.ts';
import {
  clockFromFirstDevice,
  clockFromLastDevice,
  formDueDays,
  fortyMinuteReading,
  sedationAtOrBelowMoaas,
  watchedAtLeastMinutes,
} from '#clinical/safety-programs/spravato-program.ts';

export const safetyProgramCards: readonly RuleCard[] = [
  {
    id: 'safety-program-before-dose',
    stage: 'safety-programs',
    question: 'Does the esketamine programme allow a device to be opened here?',
    decides:
      'The setting is certified and the patient has been told about the programme. Outside a hospital the patient is also enrolled before the first dose and a prescriber is on site.',
    inputs: ['setting', 'isSettingCertified', 'isPatientEnrolled', 'isCounselled', 'isPrescriberOnSite'],
    whenMissing:
      'Each answer that is missing is unknown. A setting that is not known is asked the longer outpatient list.',
    figures: { settingMustBeCertified, enrolledBeforeFirstDose, counselledBeforeDose, prescriberOnSite },
    sources: ['R-SET', 'R-HCS'],
  },
  {
    id: 'esketamine-minimum-stay',
    stage: 'safety-programs',
    question: 'Are the two hours after esketamine over?',
    decides:
      'Elapsed minutes are counted from the first device and from the last; both are shown and the later one holds. When they are over, leaving is still a clinical decision.',
    inputs: ['firstDeviceAt', 'lastDeviceAt', 'now', 'zone'],
    whenMissing:
      'Without the time of either device or the time now it says unknown, and holds by the one it knows.',
    figures: { watchedAtLeastMinutes, clockFromFirstDevice, clockFromLastDevice },
    sources: ['L-PDR', 'R-PMF21', 'R-EHR'],
  },
  {
    id: 'monitoring-form-due',
    stage: 'safety-programs',
    question: 'By when is the monitoring form of this session due, and is it late?',
    decides:
      'The form is due at the end of the seventh calendar day after the day of administration by the clinic’s own calendar, and late the day after.',
    inputs: ['administeredAt', 'zone', 'today', 'submittedOn'],
    whenMissing:
      'Without the moment of administration, the place, today or whether it was sent it says unknown; a form not known to be sent still shows its due day.',
    figures: { formDueDays },
    sources: ['R-HCS'],
  },
  {
    id: 'monitoring-form-check',
    stage: 'safety-programs',
    question: 'Does the monitoring form agree with itself and with the session?',
    decides:
      'Dose against devices, two hours, sedation against the scores, sent in time, not sent before the treatment, always in that order; apart from these the time of the 40-minute pressure, a treatment in the future, dissociation against its scores, and readiness after the end.',
    inputs: [
      'doseMg',
      'devicesUsed',
      'totalMinutes',
      'lowestMoaas',
      'sedationReported',
      'treatmentDate',
      'submittedOn',
      'today',
      'pressureAtMinutes',
      'highestDissociation',
      'dissociationReported',
      'evaluationMinutes',
    ],
    whenMissing: 'A value that is missing or impossible is listed as unknown, apart from what was found.',
    figures: {
      deviceMg,
      watchedAtLeastMinutes,
      sedationAtOrBelowMoaas,
      formDueDays,
      fortyMinuteReading,
      formAgreesWithItself,
    },
    sources: ['L-MED', 'L-PDR', 'R-HCS', 'H-HOUSE'],
  },
];

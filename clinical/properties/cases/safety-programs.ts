// The esketamine program: what nobody checked is not checked, and a form without a day is not on time.

import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { checkMonitoringForm } from '#clinical/safety-programs/check-monitoring-form.ts';
import { dischargeEarliest, minimumStayIssues } from '#clinical/safety-programs/discharge-earliest.ts';
import { safetyProgramIssues } from '#clinical/safety-programs/enrolment.ts';
import {
  monitoringFormDue,
  monitoringFormDueIssues,
} from '#clinical/safety-programs/monitoring-form-clock.ts';

const now = 1_796_000_000_000;
const hour = 3_600_000;
const form = {
  doseMg: 56,
  devicesUsed: 2,
  totalMinutes: 130,
  lowestMoaas: 5,
  sedationReported: false,
  treatmentDate: '2026-11-20',
  submittedOn: '2026-11-21',
  today: '2026-11-23',
  pressureAtMinutes: 40,
  highestDissociation: 0,
  dissociationReported: false,
  evaluationMinutes: 120,
};

export const safetyProgramCases: readonly RuleCase[] = [
  ruleCase({
    id: 'safety-program-before-dose',
    complete: {
      setting: 'outpatient' as const,
      isSettingCertified: true,
      isPatientEnrolled: true,
      isCounselled: true,
      isPrescriberOnSite: true,
    },
    removable: ['setting', 'isSettingCertified', 'isPatientEnrolled', 'isCounselled', 'isPrescriberOnSite'],
    isFine: (question) => isQuiet(safetyProgramIssues(question)),
  }),
  ruleCase({
    id: 'esketamine-minimum-stay',
    complete: {
      firstDeviceAt: now - 3 * hour,
      lastDeviceAt: now - 2.9 * hour,
      now,
      zone: 'America/Chicago',
    },
    removable: ['firstDeviceAt', 'lastDeviceAt', 'now'],
    isFine: (question) => isQuiet(minimumStayIssues(question)),
  }),
  ruleCase({
    id: 'esketamine-minimum-stay',
    complete: { firstDeviceAt: now, lastDeviceAt: now },
    removable: ['firstDeviceAt', 'lastDeviceAt'],
    isFine: (question) => dischargeEarliest(question).earliestConservative !== undefined,
  }),
  ruleCase({
    id: 'monitoring-form-due',
    complete: {
      administeredAt: now,
      zone: 'America/Chicago',
      today: '2026-12-01',
      submittedOn: 'not-yet' as const,
    },
    removable: ['administeredAt', 'zone', 'today', 'submittedOn'],
    isFine: (question) => isQuiet(monitoringFormDueIssues(question)),
  }),
  ruleCase({
    id: 'monitoring-form-due',
    complete: { administeredAt: now, zone: 'America/Chicago' },
    removable: ['administeredAt', 'zone'],
    isFine: (question) => monitoringFormDue(question) !== undefined,
  }),
  ruleCase({
    id: 'monitoring-form-check',
    complete: form,
    removable: Object.keys(form),
    isFine: (values) => {
      const { issues, further, unanswered } = checkMonitoringForm(values);
      return isQuiet([...issues, ...further, ...unanswered]);
    },
  }),
];

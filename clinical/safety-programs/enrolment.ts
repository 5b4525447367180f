// What the esketamine programme asks before a device is opened: a certified setting, a patient enrolled before the first
// dose, counselling, and a prescriber on site. Hospitals and emergency rooms have fewer of these duties.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const rule = 'safety-program-before-dose';

export const settingMustBeCertified = sourced(true, 'rule', 'R-SET', 'V', asOf('Outpatient and inpatient.'));
export const enrolledBeforeFirstDose = sourced(true, 'rule', 'R-SET', 'V', asOf('Outpatient only.'));
export const counselledBeforeDose = sourced(true, 'rule', 'R-HCS', 'V', asOf());
export const prescriberOnSite = sourced(true, 'rule', 'R-HCS', 'V', asOf('Outpatient only.'));

export function safetyProgramIssues(question: {
  readonly setting: 'outpatient' | 'inpatient' | undefined;
  readonly isSettingCertified: boolean | undefined;
  readonly isPatientEnrolled: boolean | undefined;
  readonly isCounselled: boolean | undefined;
  readonly isPrescriberOnSite: boolean | undefined;
}): readonly DetectedIssue[] {
  const { setting } = question;
  const duties: readonly {
    readonly name: 'isSettingCertified' | 'isPatientEnrolled' | 'isCounselled' | 'isPrescriberOnSite';
    readonly inpatientToo: boolean;
    readonly unmet: string;
    readonly notKnown: string;
    readonly code: string;
    readonly basis: Sourced<boolean>;
  }[] = [
    {
      name: 'isSettingCertified',
      inpatientToo: true,
      unmet: 'This setting is not certified for esketamine.',
      notKnown: 'It is not known whether this setting is certified for esketamine.',
      code: 'setting-not-certified',
      basis: settingMustBeCertified,
    },
    {
      name: 'isPatientEnrolled',
      inpatientToo: false,
      unmet: 'The patient is not enrolled in the esketamine programme.',
      notKnown: 'It is not known whether the patient is enrolled in the esketamine programme.',
      code: 'patient-not-enrolled',
      basis: enrolledBeforeFirstDose,
    },
    {
      name: 'isCounselled',
      inpatientToo: true,
      unmet: 'The patient has not been told about the programme, the watching and the risks.',
      notKnown: 'It is not known whether the patient was told about the programme and its risks.',
      code: 'patient-not-counselled',
      basis: counselledBeforeDose,
    },
    {
      name: 'isPrescriberOnSite',
      inpatientToo: false,
      unmet: 'No prescriber is on site.',
      notKnown: 'It is not known whether a prescriber is on site.',
      code: 'prescriber-not-on-site',
      basis: prescriberOnSite,
    },
  ];
  const inputs = [
    ...given('setting', setting),
    ...duties.flatMap((duty) => given(duty.name, question[duty.name])),
  ];
  const settingIssues =
    setting !== 'outpatient' && setting !== 'inpatient'
      ? [
          datedFinding({
            rule,
            code: 'setting-not-known',
            title: 'It is not known whether this is an outpatient or an inpatient setting.',
            action: 'unknown',
            inputs,
            missing: ['setting'],
            basis: [settingMustBeCertified],
          }),
        ]
      : [];
  // A setting that is not known has the outpatient duties, which are the longer list.
  const asked = duties.filter((duty) => setting !== 'inpatient' || duty.inpatientToo);
  const dutyIssues = asked.flatMap((duty) => {
    const answer = question[duty.name];
    if (answer === true) return [];
    const isKnown = answer === false;
    return [
      datedFinding({
        rule,
        code: isKnown ? duty.code : `${duty.code}-or-not-known`,
        title: isKnown ? duty.unmet : duty.notKnown,
        action: isKnown ? 'exclude' : 'unknown',
        inputs,
        missing: isKnown ? [] : [duty.name],
        basis: [duty.basis],
      }),
    ];
  });
  return byUrgency([...settingIssues, ...dutyIssues]);
}

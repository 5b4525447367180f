// What someone may live with that bears on ketamine, and whose list says so. Only label rows may be called a label
// contraindication; the rest is another country, a trial, a checklist or a clinic, and is shown as that.

import type { Route } from '#clinical/care-record.ts';
import { type IssueAction, issueActions } from '#clinical/detected-issue.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

/** Whose label is read. The United Kingdom keeps to the European list of the nasal spray. */
export type Jurisdiction = 'US' | 'EU' | 'UK';

export type Basis =
  | 'label-contraindication'
  /** Another country's product text, never to be shown as a contraindication of the label here. */
  | 'other-country-label'
  | 'label-warning'
  | 'label-caution'
  | 'checklist'
  | 'trial'
  | 'clinic-rule'
  | 'common-practice';

export type ConditionRule = {
  /** Racemic is every route of ketamine itself; esketamine is the nasal spray. */
  readonly drug: 'esketamine' | 'racemic' | 'both';
  readonly jurisdiction: Exclude<Jurisdiction, 'UK'> | 'any';
  readonly basis: Basis;
  readonly action: IssueAction;
  readonly sources: readonly SourceId[];
  readonly confidence: Confidence;
  readonly advice?: string;
};

export type HealthCondition = {
  readonly id: string;
  readonly name: string;
  /** As asked of a patient. */
  readonly question: string;
  readonly rules: readonly ConditionRule[];
};

function rule(
  drug: ConditionRule['drug'],
  jurisdiction: ConditionRule['jurisdiction'],
  basis: Basis,
  action: IssueAction,
  sources: readonly SourceId[],
  confidence: Confidence,
  advice?: string,
): ConditionRule {
  const row = { drug, jurisdiction, basis, action, sources, confidence };
  return advice === undefined ? row : { ...row, advice };
}

/** The anaesthetic label speaks of people in whom a rise in pressure is a serious hazard; these are read as such. */
const pressureHazard = rule(
  'racemic',
  'any',
  'label-contraindication',
  'exclude',
  ['K-USL', 'L-PDR'],
  'V',
  'A rise in blood pressure would be a serious hazard.',
);

/** Asked of the patient, each in words of their own. */
export const healthConditions: readonly HealthCondition[] = [
  {
    id: 'aneurysmal-vascular-disease',
    name: 'Aneurysm',
    question: 'Has a doctor found a bulge in one of your blood vessels (an aneurysm)?',
    rules: [
      rule('esketamine', 'US', 'label-contraindication', 'exclude', ['L-US', 'L-MED'], 'V'),
      rule('esketamine', 'EU', 'label-contraindication', 'exclude', ['L-EU'], 'G'),
      pressureHazard,
    ],
  },
  {
    id: 'arteriovenous-malformation',
    name: 'Arteriovenous malformation',
    question:
      'Were you told that some of your blood vessels form a tangle? Its name is AVM, or arteriovenous malformation.',
    rules: [
      rule('esketamine', 'US', 'label-contraindication', 'exclude', ['L-US', 'L-MED'], 'V'),
      rule('esketamine', 'EU', 'label-contraindication', 'exclude', ['L-EU'], 'G'),
      pressureHazard,
    ],
  },
  {
    id: 'intracerebral-haemorrhage',
    name: 'Past bleeding in the brain',
    question: 'Have you ever had bleeding in the brain?',
    rules: [
      rule('esketamine', 'US', 'label-contraindication', 'exclude', ['L-US', 'L-MED'], 'V'),
      rule('esketamine', 'EU', 'label-contraindication', 'exclude', ['L-EU'], 'G'),
      pressureHazard,
    ],
  },
  {
    id: 'hypersensitivity',
    name: 'Allergy to ketamine or esketamine',
    question: 'Have you ever had an allergic reaction to ketamine or esketamine?',
    rules: [rule('both', 'any', 'label-contraindication', 'exclude', ['L-US', 'K-USL'], 'V')],
  },
  {
    id: 'major-cardiovascular-event-within-6-weeks',
    name: 'Heart attack or other major heart event in the last six weeks',
    question: 'In the last six weeks, did you have a heart attack, a stroke or another major heart problem?',
    rules: [
      rule('esketamine', 'EU', 'label-contraindication', 'exclude', ['L-EU'], 'V'),
      rule('esketamine', 'US', 'label-warning', 'review', ['L-US'], 'V'),
      rule('racemic', 'any', 'checklist', 'exclude', ['K-PAIN', 'K-APNA', 'K-UK'], 'V'),
    ],
  },
  {
    id: 'uncontrolled-hypertension',
    name: 'High blood pressure that is not under control',
    question: 'Is your blood pressure high even with treatment?',
    rules: [
      rule('both', 'any', 'checklist', 'exclude', ['K-APNA', 'K-PAIN'], 'V', 'Until it is under control.'),
    ],
  },
  {
    id: 'unstable-heart-disease',
    name: 'Unstable angina, poorly controlled heart disease or heart failure',
    question: 'Do you have chest pain at rest, heart failure, or heart disease that is not stable?',
    rules: [rule('both', 'any', 'checklist', 'exclude', ['K-PAIN', 'K-APNA', 'K-UK'], 'V', 'Record an ECG.')],
  },
  {
    id: 'stroke',
    name: 'Stroke',
    question: 'Have you ever had a stroke?',
    rules: [
      rule('racemic', 'any', 'other-country-label', 'exclude', ['K-UK'], 'V', 'From the UK product text.'),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'raised-intracranial-pressure',
    name: 'Raised pressure in the head',
    question: 'Were you told of raised pressure inside your head?',
    rules: [rule('both', 'any', 'label-warning', 'exclude', ['L-PDR', 'K-PAIN', 'K-APNA'], 'V')],
  },
  {
    id: 'raised-eye-pressure',
    name: 'Raised pressure in the eye or an open eye injury',
    question: 'Do you have glaucoma, or an eye injury that has not healed?',
    rules: [
      rule('racemic', 'any', 'checklist', 'exclude', ['K-PAIN'], 'V'),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'migraine-with-aura',
    name: 'Migraine with aura',
    question:
      'With or before a headache, do you ever see zigzags, shimmering or blind spots? This is called an aura.',
    rules: [
      rule(
        'both',
        'any',
        'common-practice',
        'manage',
        ['T-GEN'],
        'G',
        'Ketamine changes seeing too. Write down how their own aura goes, and how long, before the first dose.',
      ),
    ],
  },
  {
    id: 'psychosis-now',
    name: 'Psychosis now, or a schizophrenia-type illness',
    question: 'Do you hear or see things others do not, or were you told you have schizophrenia?',
    rules: [rule('both', 'any', 'checklist', 'exclude', ['K-PAIN', 'K-APNA', 'K-UK'], 'V')],
  },
  {
    id: 'psychosis-past',
    name: 'Psychosis in the past',
    question: 'Has that happened in the past?',
    rules: [
      rule(
        'both',
        'any',
        'label-warning',
        'review',
        ['L-US'],
        'V',
        'Treat if the benefit outweighs the risk.',
      ),
    ],
  },
  {
    id: 'mania-now',
    name: 'Mania now, or bipolar disorder without treatment',
    question:
      'Is your mood very high or driven now? Or do you have bipolar disorder and no treatment for it?',
    rules: [
      rule('both', 'any', 'checklist', 'exclude', ['K-APNA', 'K-ED', 'L-EU'], 'V', 'Until it is stable.'),
    ],
  },
  {
    id: 'bipolar-treated',
    name: 'Bipolar disorder with a mood stabilizer',
    question: 'Do you have bipolar disorder and take a medicine that keeps your mood steady?',
    rules: [rule('both', 'any', 'checklist', 'review', ['K-APNA'], 'V')],
  },
  {
    id: 'substance-use-now',
    name: 'Alcohol or drug problem now',
    question: 'Do you have trouble now from alcohol, cannabis or other drugs?',
    rules: [
      rule(
        'both',
        'any',
        'checklist',
        'exclude',
        ['K-APNA', 'K-PAIN'],
        'V',
        'Or treat inside a structured programme, with a urine drug screen first.',
      ),
    ],
  },
  {
    id: 'substance-use-past',
    name: 'Alcohol or drug problem in the past, or misuse of ketamine',
    question: 'Did you have such trouble in the past, or have you used ketamine on your own?',
    rules: [rule('both', 'any', 'label-warning', 'review', ['L-US', 'L-HCP'], 'V', 'Watch for dependence.')],
  },
  {
    id: 'severe-liver-disease',
    name: 'Severe liver disease',
    question: 'Do you have severe liver disease?',
    rules: [rule('both', 'any', 'checklist', 'exclude', ['K-PAIN', 'L-EU'], 'V')],
  },
  {
    id: 'moderate-liver-disease',
    name: 'Moderate liver disease',
    question: 'Do you have any other liver disease?',
    rules: [
      rule(
        'both',
        'any',
        'label-warning',
        'review',
        ['L-US', 'K-PAIN'],
        'V',
        'Higher levels in the blood: watch longer.',
      ),
    ],
  },
  {
    id: 'untreated-hyperthyroidism',
    name: 'Overactive thyroid without treatment',
    question: 'Is your thyroid too active, and is it not treated?',
    rules: [rule('both', 'any', 'label-caution', 'exclude', ['L-EU', 'K-UK'], 'V', 'Until it is treated.')],
  },
  {
    id: 'severe-lung-disease',
    name: 'Severe lung disease',
    question: 'Do you have severe lung disease, such as severe COPD?',
    rules: [rule('both', 'any', 'label-caution', 'review', ['L-EU'], 'V')],
  },
  {
    id: 'sleep-apnoea',
    name: 'Sleep apnoea',
    question: 'Do you stop breathing in your sleep?',
    rules: [rule('both', 'any', 'label-caution', 'review', ['L-EU'], 'V', 'Watch oxygen throughout.')],
  },
  {
    id: 'irregular-heartbeat',
    name: 'Irregular, very slow or very fast heartbeat',
    question: 'Do you have an irregular, very slow or very fast heartbeat?',
    rules: [rule('both', 'any', 'label-caution', 'review', ['L-EU'], 'V')],
  },
  {
    id: 'head-injury',
    name: 'Recent head injury or lasting effects of one',
    question: 'Have you had a head injury recently, or one you still feel?',
    rules: [
      rule('both', 'any', 'label-caution', 'review', ['L-EU'], 'V'),
      rule('racemic', 'any', 'other-country-label', 'exclude', ['K-UK'], 'V', 'From the UK product text.'),
    ],
  },
  {
    id: 'porphyria',
    name: 'Porphyria',
    question: 'Do you have porphyria?',
    rules: [
      rule('racemic', 'any', 'checklist', 'review', ['K-UK'], 'V'),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'bladder-trouble',
    name: 'Bladder trouble without a known cause',
    question: 'Do you often have pain, burning or blood when you pass urine?',
    rules: [rule('both', 'any', 'label-warning', 'review', ['K-USL', 'C-CYST'], 'V')],
  },
  {
    id: 'uncontrolled-seizures',
    name: 'Seizures that are not under control',
    question: 'Do you have seizures that are not under control?',
    rules: [rule('both', 'any', 'common-practice', 'review', ['T-GEN'], 'G')],
  },
  {
    id: 'bad-reaction',
    name: 'A bad reaction to ketamine before',
    question: 'Have you had ketamine before and it went badly?',
    rules: [rule('both', 'any', 'checklist', 'review', ['K-APNA'], 'V')],
  },
  {
    id: 'dissociative-disorder',
    name: 'Severe dissociative disorder',
    question: 'Were you told you have a dissociative disorder?',
    rules: [rule('both', 'any', 'common-practice', 'review', ['T-GEN'], 'G')],
  },
  {
    id: 'acute-suicidality',
    name: 'Thoughts of suicide now',
    question: 'Do you think about ending your life?',
    rules: [
      rule(
        'both',
        'any',
        'checklist',
        'review',
        ['K-APNA', 'L-MED'],
        'V',
        'Not a reason to turn someone away: treat where someone can respond.',
      ),
    ],
  },
];

/** What a clinician reads in the chart or finds on examination; no patient is asked this in so many words. */
export const chartConditions: readonly HealthCondition[] = [
  {
    id: 'pressure-rise-hazard',
    name: 'A rise in blood pressure would be a serious hazard',
    question: 'Is there any reason why a rise in blood pressure would be a serious hazard?',
    rules: [pressureHazard, rule('esketamine', 'any', 'label-warning', 'exclude', ['L-PDR'], 'V')],
  },
  {
    id: 'severe-coronary-or-myocardial-disease',
    name: 'Severe disease of the coronary arteries or the heart muscle',
    question: 'Is there severe disease of the coronary arteries or the heart muscle?',
    rules: [
      rule('racemic', 'any', 'other-country-label', 'exclude', ['K-UK'], 'V', 'From the UK product text.'),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'valve-disease',
    name: 'Heart valve disease that matters for the circulation',
    question: 'Is there valve disease that matters for the circulation?',
    rules: [rule('both', 'any', 'common-practice', 'review', ['T-GEN'], 'G')],
  },
  {
    id: 'acute-narrow-angle-glaucoma',
    name: 'Acute narrow-angle glaucoma',
    question: 'Is there acute narrow-angle glaucoma?',
    rules: [rule('both', 'any', 'common-practice', 'review', ['T-GEN'], 'G')],
  },
  {
    id: 'brain-injury-or-neurocognitive-disorder',
    name: 'Brain injury with symptoms, or a neurocognitive disorder',
    question: 'Are there symptoms of a brain injury, or a neurocognitive disorder?',
    rules: [rule('both', 'any', 'clinic-rule', 'exclude', ['N-PRAC'], 'V2', 'The rule of a clinic.')],
  },
  {
    id: 'pre-eclampsia',
    name: 'Eclampsia or pre-eclampsia',
    question: 'Is there eclampsia or pre-eclampsia?',
    rules: [
      rule('racemic', 'any', 'other-country-label', 'exclude', ['K-UK'], 'V', 'From the UK product text.'),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'liver-enzymes-or-bile-ducts',
    name: 'Raised liver enzymes or wide bile ducts under repeated high doses',
    question: 'Are liver enzymes raised, or bile ducts wide, under repeated high doses?',
    rules: [
      rule(
        'racemic',
        'any',
        'label-warning',
        'review',
        ['K-USL', 'K-PAIN', 'C-CYST'],
        'V',
        'Blood tests before and again later.',
      ),
      rule('esketamine', 'any', 'common-practice', 'review', ['T-GEN'], 'G'),
    ],
  },
  {
    id: 'thyroid-replacement',
    name: 'Thyroid hormone replacement',
    question: 'Do they take thyroid hormone?',
    rules: [rule('both', 'any', 'label-caution', 'manage', ['L-EU', 'K-UK'], 'V', 'Watch the pressure.')],
  },
  {
    id: 'personality-disorder',
    name: 'Personality disorder',
    question: 'Is there a personality disorder?',
    rules: [
      rule(
        'both',
        'any',
        'checklist',
        'manage',
        ['K-APNA'],
        'V',
        'Not a reason to turn someone away who can work with the clinic.',
      ),
    ],
  },
  {
    id: 'unable-to-consent',
    name: 'Not able to consent',
    question: 'Is there doubt that they can consent?',
    rules: [
      rule('both', 'any', 'common-practice', 'exclude', ['T-GEN'], 'G', 'Until there is lawful consent.'),
    ],
  },
];

export function healthCondition(id: string): HealthCondition | undefined {
  return [...healthConditions, ...chartConditions].find((condition) => condition.id === id);
}

/** Every rule that speaks for this route and place, the strictest first. */
export function conditionRules(question: {
  readonly condition: HealthCondition;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): readonly ConditionRule[] {
  const drug = question.route === 'nasal' ? 'esketamine' : 'racemic';
  const list = question.jurisdiction === 'UK' ? 'EU' : question.jurisdiction;
  return question.condition.rules
    .filter((one) => one.drug === drug || one.drug === 'both')
    .filter((one) => one.jurisdiction === 'any' || one.jurisdiction === list)
    .toSorted((a, b) => issueActions.indexOf(a.action) - issueActions.indexOf(b.action));
}

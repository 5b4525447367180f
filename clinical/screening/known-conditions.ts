// Which health question a condition from a brought record speaks to. It stands beside the question as what the record says;
// the person answers, because a record may be old, wrong or about something else.

const named: readonly (readonly [RegExp, string])[] = [
  [/aneurysm/i, 'aneurysmal-vascular-disease'],
  [/arteriovenous malformation/i, 'arteriovenous-malformation'],
  [/intracerebral|intracranial h[ae]+morrhage|subarachnoid/i, 'intracerebral-haemorrhage'],
  [/hypertension|high blood pressure/i, 'uncontrolled-hypertension'],
  [/heart failure|angina|cardiomyopathy|coronary/i, 'unstable-heart-disease'],
  [/\bstroke\b|cerebral infarct|cerebrovascular accident/i, 'stroke'],
  [/intracranial (hypertension|pressure)|hydrocephalus/i, 'raised-intracranial-pressure'],
  [/glaucoma/i, 'raised-eye-pressure'],
  [/migraine with aura/i, 'migraine-with-aura'],
  [/schizo|psychosis|psychotic/i, 'psychosis-past'],
  [/mania|manic|bipolar/i, 'bipolar-treated'],
  [/dissociative/i, 'dissociative-disorder'],
  [
    /(alcohol|opioid|cocaine|cannabis|stimulant|substance|drug) (use disorder|abuse|dependence)/i,
    'substance-use-past',
  ],
  [/cirrhosis|hepatitis|liver/i, 'moderate-liver-disease'],
  [/hyperthyroid|thyrotoxicosis|graves/i, 'untreated-hyperthyroidism'],
  [/chronic obstructive|\bcopd\b|emphysema/i, 'severe-lung-disease'],
  [/sleep apn/i, 'sleep-apnoea'],
  [/fibrillation|arrhythmia|bradycardia|tachycardia/i, 'irregular-heartbeat'],
  [/concussion|head injury|traumatic brain/i, 'head-injury'],
  [/porphyria/i, 'porphyria'],
  [/cystitis|bladder/i, 'bladder-trouble'],
  [/epilep|seizure/i, 'uncontrolled-seizures'],
  [/suicid/i, 'acute-suicidality'],
];

/** The names among these that speak to this question, as the record wrote them. */
export function conditionsNamedFor(questionId: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => named.some(([words, id]) => id === questionId && words.test(name)));
}

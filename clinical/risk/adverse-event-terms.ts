// The words an adverse event is kept in. On their own, so that a phone which only reports one need not hold the rule.

export const adverseEventTerms = [
  'dissociation',
  'sedation',
  'dizziness',
  'nausea',
  'vomiting',
  'headache',
  'blood-pressure-rise',
  'tachycardia',
  'anxiety',
  'agitation',
  'hallucination',
  'blurred-vision',
  'urinary',
  'cognitive',
  'mood-switch',
  'suicidal-thoughts',
  'fall',
  'respiratory-depression',
  'allergic',
  'loss-of-consciousness',
  'pregnancy-exposure',
  'other',
] as const;

export type AdverseEventTerm = (typeof adverseEventTerms)[number];

/** Mildest first. */
export const severities = ['mild', 'moderate', 'severe', 'life-threatening', 'fatal'] as const;
export type Severity = (typeof severities)[number];

/** What someone without training can say of it: a nuisance, in the way, or nothing else was possible. */
export const toldSeverities = ['mild', 'moderate', 'severe'] as const satisfies readonly Severity[];
export type ToldSeverity = (typeof toldSeverities)[number];

/** The regulators' list of what makes an event serious; severe is not the same as serious. */
export const seriousnessCriteria = [
  'death',
  'life-threatening',
  'hospitalization',
  'disability',
  'congenital-anomaly',
  'important-medical-event',
] as const;
export type SeriousnessCriterion = (typeof seriousnessCriteria)[number];

export const relatednessSteps = ['unlikely', 'possible', 'probable', 'definite'] as const;
export type Relatedness = (typeof relatednessSteps)[number];

export const reportedToPlaces = ['rems', 'medwatch', 'national-authority', 'pharmacy', 'sponsor'] as const;
export type ReportedTo = (typeof reportedToPlaces)[number];

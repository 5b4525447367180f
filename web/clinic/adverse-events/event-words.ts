// Side effects in the words of the clinic.
import type { ToldAdverseEvent } from '#api/adverse-events.ts';
import type {
  AdverseEventTerm,
  Relatedness,
  ReportedTo,
  SeriousnessCriterion,
  Severity,
} from '#clinical/risk/adverse-event-terms.ts';
import type { State } from '#web/kit/state-mark.tsx';

export const termWords: Readonly<Record<AdverseEventTerm, string>> = {
  dissociation: 'Dissociation',
  sedation: 'Sedation',
  dizziness: 'Dizziness',
  nausea: 'Nausea',
  vomiting: 'Vomiting',
  headache: 'Headache',
  'blood-pressure-rise': 'Blood pressure rise',
  tachycardia: 'Fast heart',
  anxiety: 'Anxiety',
  agitation: 'Agitation',
  hallucination: 'Hallucination',
  'blurred-vision': 'Blurred vision',
  urinary: 'Bladder and urine',
  cognitive: 'Memory and thinking',
  'mood-switch': 'Switch of mood',
  'suicidal-thoughts': 'Thoughts of suicide',
  fall: 'Fall',
  'respiratory-depression': 'Slow or shallow breathing',
  allergic: 'Allergic reaction',
  'loss-of-consciousness': 'Loss of consciousness',
  'pregnancy-exposure': 'Exposure in pregnancy',
  other: 'Something else',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
  'life-threatening': 'Life-threatening',
  fatal: 'Fatal',
};

export const seriousnessWords: Readonly<Record<SeriousnessCriterion, string>> = {
  death: 'Death',
  'life-threatening': 'Life was in danger',
  hospitalization: 'Admitted to hospital, or stayed longer',
  disability: 'Lasting disability',
  'congenital-anomaly': 'Birth defect',
  'important-medical-event': 'Treatment was needed to prevent one of these',
};

export const relatednessWords: Readonly<Record<Relatedness, string>> = {
  unlikely: 'Unlikely',
  possible: 'Possible',
  probable: 'Probable',
  definite: 'Definite',
};

export const placeWords: Readonly<Record<ReportedTo, string>> = {
  rems: 'The spray’s safety program',
  medwatch: 'MedWatch',
  'national-authority': 'The national authority',
  pharmacy: 'The pharmacy that made it',
  sponsor: 'The sponsor of the trial',
};

export const stateWords: Readonly<
  Record<ToldAdverseEvent['state'], { readonly state: State; readonly word: string }>
> = {
  reported: { state: 'due', word: 'Told, not graded yet' },
  graded: { state: 'unknown', word: 'Graded, not complete' },
  'to-sign': { state: 'alert', word: 'Waits for a prescriber’s signature' },
  closed: { state: 'checked', word: 'Graded and closed' },
  'entered-in-error': { state: 'not-met', word: 'Entered in error' },
};

const reporters: Readonly<Record<string, string>> = {
  patient: 'the patient',
  companion: 'companion',
  nurse: 'nurse',
  prescriber: 'prescriber',
  therapist: 'therapist',
  guide: 'guide',
};

export function reporterWords(role: string): string {
  return reporters[role] ?? role;
}

/** What a severity that was told is called; a rule's own word for what is missing. */
const missingWords: Readonly<Record<string, string>> = {
  term: 'what it was',
  severity: 'how bad',
  seriousness: 'whether serious',
  relatedness: 'whether from the dose',
  startedAt: 'when it began',
  firstDoseAt: 'a dose before it',
  resolved: 'whether it is over',
  reportedTo: 'who was told',
};

export function missingInWords(missing: readonly string[]): string {
  return missing.map((one) => missingWords[one] ?? one).join(', ');
}

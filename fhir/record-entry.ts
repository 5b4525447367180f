/** A line of the health record as it is told to other systems: the fields our own contract has, and no others. */
export type HealthRecordBody =
  | {
      readonly kind: 'medication-statement';
      readonly name: string;
      readonly dose?: string | undefined;
      readonly howOften?: string | undefined;
      readonly status: 'taking' | 'stopped' | 'not-sure';
    }
  | {
      readonly kind: 'condition';
      readonly name: string;
      readonly code?: { readonly system: string; readonly code: string } | undefined;
      readonly status: 'active' | 'past' | 'not-sure';
      readonly since?: string | undefined;
    }
  | {
      readonly kind: 'allergy';
      readonly name: string;
      readonly reaction?: string | undefined;
      readonly severity?: 'mild' | 'moderate' | 'severe' | 'not-sure' | undefined;
      readonly code?: { readonly system: string; readonly code: string } | undefined;
    }
  | { readonly kind: 'goal'; readonly words: string; readonly measure?: string | undefined }
  | { readonly kind: 'indication'; readonly indication: string; readonly diagnosisCode?: string | undefined }
  | { readonly kind: 'scale-total' }
  | { readonly kind: 'pain-map' }
  | { readonly kind: 'headache-day' }
  | { readonly kind: 'liver-test' }
  | { readonly kind: 'prescription-check' }
  | { readonly kind: 'prior-treatment' }
  | { readonly kind: 'history-answer' };

export type HealthRecordEntry = {
  readonly id: string;
  readonly body: HealthRecordBody;
  readonly status: 'reported' | 'confirmed' | 'dismissed' | 'entered-in-error';
  readonly recordedAt: number;
};

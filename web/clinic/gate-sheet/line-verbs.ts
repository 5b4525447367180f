// The one verb of each line of the gate sheet, and where it is done: a fact written here, or a page that settles it.
import { type Condition, type GateLine, isUnsettled } from '#clinical/gate.ts';

export type LineForm =
  | 'identity'
  | 'consent'
  | 'medicines'
  | 'intake'
  | 'risk'
  | 'vital-signs'
  | 'intention'
  | 'nasal-product'
  | 'program-enrolment'
  | 'sitter'
  | 'emergency-address'
  | 'no-substances'
  | 'nobody-to-care-for'
  | 'pre-dose-review'
  | 'ride';

export type LinePlace = 'preparation' | 'consult' | 'plan' | 'book' | 'room';

export type LineVerb = {
  readonly verb: string;
  readonly form?: LineForm | undefined;
  readonly place?: LinePlace | undefined;
};

const verbs: Readonly<Partial<Record<Condition, LineVerb>>> = {
  identity: { verb: 'Ask', form: 'identity' },
  consent: { verb: 'Read it', form: 'consent' },
  'no-stop': { verb: 'Open the plan', place: 'plan' },
  protocol: { verb: 'Open the plan', place: 'plan' },
  'issues-decided': { verb: 'Decide', place: 'consult' },
  order: { verb: 'Open the order', place: 'plan' },
  preparation: { verb: 'Go through it', place: 'preparation' },
  medicines: { verb: 'Ask', form: 'medicines' },
  'last-food': { verb: 'Ask', form: 'intake' },
  'last-clear-fluid': { verb: 'Ask', form: 'intake' },
  'nasal-product': { verb: 'Ask', form: 'nasal-product' },
  'no-substances': { verb: 'Ask', form: 'no-substances' },
  risk: { verb: 'Ask', form: 'risk' },
  'call-device': { verb: 'Try it', place: 'room' },
  'room-ready': { verb: 'Go through it', place: 'room' },
  'blood-pressure': { verb: 'Take reading', form: 'vital-signs' },
  'heart-rate': { verb: 'Take reading', form: 'vital-signs' },
  oxygen: { verb: 'Take reading', form: 'vital-signs' },
  weight: { verb: 'Weigh', form: 'vital-signs' },
  intention: { verb: 'Ask', form: 'intention' },
  'pre-dose-review': { verb: 'Review', form: 'pre-dose-review' },
  'second-check': { verb: 'Work it out', place: 'room' },
  ride: { verb: 'Call them', form: 'ride' },
  sitter: { verb: 'Ask them', form: 'sitter' },
  'emergency-address': { verb: 'Ask', form: 'emergency-address' },
  'nobody-to-care-for': { verb: 'Ask', form: 'nobody-to-care-for' },
  'program-enrolment': { verb: 'Look it up', form: 'program-enrolment' },
  'integration-visit': { verb: 'Book it', place: 'book' },
};

export function verbOf(condition: Condition): LineVerb | undefined {
  return verbs[condition];
}

/** Lines that still keep the dose shut. */
export function toSettle(lines: readonly GateLine[]): number {
  return lines.filter(isUnsettled).length;
}

// How long before a session practices ask people to leave a medicine out. They disagree from "not at all" to three days,
// so none of these is a default: a prescriber sets the hours for one patient, and until then there are none.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import type { MedicineClass } from './medicines.ts';

export const holdWindowRule = 'hold-window';

/** What one practice publishes about one class; hours are before the session unless the note says otherwise. */
export type HoldPractice = {
  readonly practice: string;
  readonly classes: readonly MedicineClass[];
  /** Undefined: the practice says it in words only. Zero: it asks for no change. */
  readonly hoursBefore: Sourced<number> | undefined;
  readonly hoursBeforeAtMost?: Sourced<number>;
  readonly hoursAfter?: Sourced<number>;
  readonly says: string;
  readonly source: SourceId;
  readonly confidence: Confidence;
};

function practice(
  name: string,
  classes: readonly MedicineClass[],
  hours: readonly [from: number | undefined, to?: number | undefined, after?: number],
  says: string,
  source: SourceId = 'I-KLA',
  confidence: Confidence = 'V2',
): HoldPractice {
  const [from, to, after] = hours;
  const of = (value: number): Sourced<number> => sourced(value, 'h', source, confidence);
  return {
    practice: name,
    classes,
    hoursBefore: from === undefined ? undefined : of(from),
    ...(to === undefined ? {} : { hoursBeforeAtMost: of(to) }),
    ...(after === undefined ? {} : { hoursAfter: of(after) }),
    says,
    source,
    confidence,
  };
}

const benzodiazepine: readonly MedicineClass[] = ['benzodiazepine'];
const lamotrigine: readonly MedicineClass[] = ['lamotrigine'];
const stimulant: readonly MedicineClass[] = ['psychostimulant'];

export const holdPractices: readonly HoldPractice[] = [
  practice(
    'Journey Clinical',
    benzodiazepine,
    [24, 72],
    'A day, three if possible; not where withdrawal is feared.',
    'I-JC',
  ),
  practice('Ketamine Clinics Los Angeles', benzodiazepine, [6, undefined, 6], 'Only large doses are spaced.'),
  practice('findketamine', benzodiazepine, [12], 'Said about clonazepam.'),
  practice(
    'Mindbloom',
    benzodiazepine,
    [undefined],
    'Leave one out if that is safe; warns against stopping abruptly.',
  ),
  practice(
    'Wells Medicine',
    benzodiazepine,
    [0],
    'No change asked; says the effect may come slower or be shorter.',
  ),
  practice('Invita', benzodiazepine, [undefined], 'May be kept; high doses are lowered first.'),
  practice(
    'Montreal model',
    benzodiazepine,
    [undefined],
    'A slow taper is offered, ending days before the first treatment.',
    'I-MTL',
  ),
  practice(
    'Nervana',
    ['benzodiazepine', 'opioid'],
    [undefined, undefined, 4],
    'None for four hours after.',
    'N-PRAC',
  ),
  practice('Widely quoted', benzodiazepine, [8, 24], 'No primary source was found.', 'T-GEN', 'G'),
  practice('Journey Clinical', lamotrigine, [0], 'Continue.', 'I-JC'),
  practice('Ketamine Clinics Los Angeles', lamotrigine, [6, undefined, 6], 'Six hours on each side.'),
  practice('findketamine', lamotrigine, [12], 'Twelve hours before.'),
  practice('Journey Clinical', stimulant, [24], 'The day before and the day itself.', 'I-JC'),
  practice('Mindbloom', stimulant, [undefined], 'Not on the day until recovered.'),
  practice(
    'Journey Clinical',
    ['other-cns-depressant', 'opioid'],
    [undefined],
    'Not on the day itself.',
    'I-JC',
  ),
  practice('Ketamine Clinics Los Angeles', ['other-cns-depressant', 'opioid'], [0], 'No change.'),
  practice('Journey Clinical', ['alcohol', 'cannabis'], [48], 'Two days before.', 'I-JC'),
  practice(
    'Nervana',
    ['alcohol', 'cannabis'],
    [undefined, undefined, 24],
    'The rest of the day and a day more.',
    'N-PRAC',
  ),
  practice('Invita', ['maoi'], [336], 'Tapered over the two weeks before.'),
];

/** Everything published about one class, for the prescriber who decides. */
export function holdPracticesFor(medicineClass: MedicineClass): readonly HoldPractice[] {
  return holdPractices.filter((one) => one.classes.includes(medicineClass));
}

/** Said to the patient wherever a hold is spoken of. */
export const askYourPrescriber = 'Ask your prescriber. Do not stop any medicine by yourself.';

/** The sentence a patient reads; without hours set for them there is only the request to ask. */
export function holdForPatient(question: {
  readonly medicine: string;
  readonly holdWindowHours: number | undefined;
}): string {
  const { medicine, holdWindowHours } = question;
  if (!isHours(holdWindowHours)) return `${medicine}: ${askYourPrescriber}`;
  const agreed =
    holdWindowHours === 0
      ? 'your prescriber asks for no change.'
      : `your prescriber set ${holdWindowHours} hours before the session for you.`;
  return `${medicine}: ${agreed} ${askYourPrescriber}`;
}

/** A hold longer than this was not meant in hours. */
export const longestHoldHours = sourced(1_344, 'h', 'H-HOUSE', 'H', 'Eight weeks.');

/** Whether a prescriber has set a hold for this patient and medicine; zero is a decision too. */
export function holdWindowIssues(question: {
  readonly medicine: string;
  readonly medicineClass: MedicineClass;
  readonly holdWindowHours: number | undefined;
  readonly setAt?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { medicine, medicineClass, holdWindowHours, setAt } = question;
  const published = holdPracticesFor(medicineClass);
  if (published.length === 0 && holdWindowHours === undefined) return [];
  if (isHours(holdWindowHours)) {
    return [
      {
        rule: holdWindowRule,
        code: 'hold-set',
        title:
          holdWindowHours === 0
            ? `${medicine}: the prescriber asks for no change.`
            : `${medicine}: the prescriber set a hold of ${holdWindowHours} hours.`,
        action: 'manage',
        inputs: [{ name: 'holdWindowHours', value: holdWindowHours, unit: 'h', at: setAt }],
        missing: [],
        sources: ['H-HOUSE'],
        confidence: 'H',
      },
    ];
  }
  return [
    {
      rule: holdWindowRule,
      code: holdWindowHours === undefined ? 'hold-not-set' : 'hold-implausible',
      title:
        holdWindowHours === undefined
          ? `${medicine}: the prescriber has not said whether to space it. Practices disagree.`
          : `${medicine}: ${holdWindowHours} hours is not a time to hold a medicine. Ask the prescriber.`,
      action: 'unknown',
      inputs:
        holdWindowHours === undefined
          ? []
          : [{ name: 'holdWindowHours', value: holdWindowHours, unit: 'h', at: setAt }],
      missing: [`holdWindowHours: ${medicine}`],
      sources: ['H-HOUSE', ...new Set(published.map((one) => one.source))],
      confidence: 'H',
    },
  ];
}

function isHours(hours: number | undefined): hours is number {
  return hours !== undefined && Number.isFinite(hours) && hours >= 0 && hours <= longestHoldHours.value;
}

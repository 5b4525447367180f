// What the label of esketamine nasal spray forbids, by place: a closed list. A condition that is not on it may still be a
// reason not to treat, on somebody else's list, and must not be shown as a contraindication of the label.

import type { Confidence, SourceId } from '#clinical/sources.ts';
import type { Jurisdiction } from './conditions.ts';

export type LabelContraindication = {
  /** The id it has among the health conditions. */
  readonly id: string;
  readonly jurisdictions: readonly Jurisdiction[];
  /** The label of ketamine itself forbids it as well. */
  readonly alsoOfKetamine?: true;
  /** The same thing by other names, spelled the American way. */
  readonly alsoCalled: readonly string[];
  /** Names that say it happened but not when, where the label asks when. */
  readonly withoutTime: readonly string[];
  readonly sources: readonly SourceId[];
  readonly confidence: Confidence;
};

const everywhere: readonly Jurisdiction[] = ['US', 'EU', 'UK'];

export const labelContraindications: readonly LabelContraindication[] = [
  {
    id: 'aneurysmal-vascular-disease',
    jurisdictions: everywhere,
    alsoCalled: [
      'aneurysm',
      'aneurysms',
      'aneurysmal disease',
      'vascular aneurysm',
      'arterial aneurysm',
      'aortic aneurysm',
      'thoracic aneurysm',
      'abdominal aneurysm',
      'thoracic aortic aneurysm',
      'abdominal aortic aneurysm',
      'aaa',
      'cerebral aneurysm',
      'brain aneurysm',
      'intracranial aneurysm',
      'berry aneurysm',
      'peripheral aneurysm',
      'peripheral arterial aneurysm',
      'aneurysmal vascular disease thoracic aorta',
      'aneurysmal vascular disease abdominal aorta',
      'aneurysmal vascular disease intracranial',
      'aneurysmal vascular disease peripheral arterial',
    ],
    withoutTime: [],
    sources: ['L-US', 'L-MED', 'L-EU'],
    confidence: 'V',
  },
  {
    id: 'arteriovenous-malformation',
    // Read in the label of the United States; the European list was not read to the end and is taken to hold it as well.
    jurisdictions: everywhere,
    alsoCalled: [
      'arteriovenous malformations',
      'arterio venous malformation',
      'avm',
      'brain avm',
      'cerebral avm',
      'cerebral arteriovenous malformation',
      'intracranial arteriovenous malformation',
    ],
    withoutTime: [],
    sources: ['L-US', 'L-MED', 'L-EU'],
    confidence: 'V',
  },
  {
    id: 'intracerebral-haemorrhage',
    jurisdictions: everywhere,
    alsoCalled: [
      'intracerebral hemorrhage',
      'intracerebral bleed',
      'intracerebral bleeding',
      'cerebral hemorrhage',
      'brain hemorrhage',
      'brain bleed',
      'bleeding in the brain',
      'intracranial hemorrhage',
      'intraparenchymal hemorrhage',
      'hemorrhagic stroke',
      'ich',
    ],
    withoutTime: [],
    sources: ['L-US', 'L-MED', 'L-EU'],
    confidence: 'V',
  },
  {
    id: 'hypersensitivity',
    alsoOfKetamine: true,
    jurisdictions: everywhere,
    alsoCalled: [
      'hypersensitivity to esketamine',
      'hypersensitivity to ketamine',
      'hypersensitivity to excipients',
      'hypersensitivity to excipient',
      'hypersensitivity to esketamine ketamine or excipients',
      'hypersensitivity esketamine ketamine excipients',
      'hypersensitivity esketamine',
      'hypersensitivity ketamine',
      'hypersensitivity excipients',
      'esketamine hypersensitivity',
      'ketamine hypersensitivity',
      'excipient hypersensitivity',
      'esketamine allergy',
      'ketamine allergy',
      'excipient allergy',
      'allergy to esketamine',
      'allergy to ketamine',
      'allergy to excipients',
      'allergic to ketamine',
      'allergic to esketamine',
    ],
    withoutTime: [],
    sources: ['L-US', 'K-USL', 'L-EU'],
    confidence: 'V',
  },
  {
    id: 'major-cardiovascular-event-within-6-weeks',
    jurisdictions: ['EU', 'UK'],
    alsoCalled: [
      'major cardiovascular event in 6 weeks',
      'cardiovascular event within 6 weeks',
      'major cv event within 6 weeks',
      'cv event within 6 weeks',
      'myocardial infarction within 6 weeks',
      'mi within 6 weeks',
      'heart attack within 6 weeks',
      'mi or major cardiovascular event within 6 weeks',
      'myocardial infarction or major cardiovascular event within 6 weeks',
    ],
    withoutTime: [
      'major cardiovascular event',
      'cardiovascular event',
      'myocardial infarction',
      'mi',
      'heart attack',
      'recent major cardiovascular event',
      'recent cardiovascular event',
      'recent myocardial infarction',
      'recent mi',
      'recent heart attack',
    ],
    sources: ['L-EU'],
    confidence: 'V',
  },
];

/**
 * Whether the esketamine label of this place forbids the spray to someone with this condition (sources L-US, L-MED,
 * L-EU). Unknown: no condition named, a place whose label we do not hold, or an event whose time the label asks for.
 */
export function isLabelContraindicated(question: {
  readonly conditionId: string;
  readonly jurisdiction: string;
  /** Left out: the spray. */
  readonly drug?: 'esketamine' | 'ketamine' | undefined;
}): boolean | 'unknown' {
  const jurisdiction = jurisdictionOf(question.jurisdiction);
  const asked = plainName(question.conditionId);
  if (jurisdiction === undefined || asked === '') return 'unknown';
  const rows = labelContraindications
    .filter((row) => row.jurisdictions.includes(jurisdiction))
    .filter((row) => question.drug !== 'ketamine' || row.alsoOfKetamine);
  if (rows.some((row) => [row.id, ...row.alsoCalled].map(plainName).includes(asked))) return true;
  return rows.some((row) => row.withoutTime.map(plainName).includes(asked)) ? 'unknown' : false;
}

/** Which of these conditions the esketamine label of this place forbids, by the names they were given with. */
export function labelContraindicationsAmong(question: {
  readonly conditions: readonly string[];
  readonly jurisdiction: string;
  readonly drug?: 'esketamine' | 'ketamine' | undefined;
}): { readonly contraindicated: readonly string[]; readonly unknown: readonly string[] } {
  const { conditions, jurisdiction, drug } = question;
  const verdicts = conditions.map(
    (conditionId) => [conditionId, isLabelContraindicated({ conditionId, jurisdiction, drug })] as const,
  );
  const named = (verdict: boolean | 'unknown'): readonly string[] => [
    ...new Set(verdicts.filter(([, given]) => given === verdict).map(([conditionId]) => conditionId)),
  ];
  return { contraindicated: named(true), unknown: named('unknown') };
}

const places: Readonly<Record<string, Jurisdiction>> = { us: 'US', usa: 'US', eu: 'EU', uk: 'UK', gb: 'UK' };

function jurisdictionOf(place: string): Jurisdiction | undefined {
  return places[place.trim().toLowerCase()];
}

/** The same name however it is spelled, and whether or not it says that it lies in the past. */
function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/haemorrhag/g, 'hemorrhag')
    .split(/[^a-z0-9]+/)
    .map((word) => (word === 'six' ? '6' : word))
    .filter((word) => word !== '');
  const bare = words.filter((word) => !inThePast.has(word));
  return (bare.length > 0 ? bare : words).join(' ');
}

// "Family history" is another matter, and does not match once the word "family" is left standing.
const inThePast: ReadonlySet<string> = new Set(['history', 'of', 'past', 'prior', 'previous', 'known']);

// What else stands on a sheet: arrival, the dose, the waste, the way home. Pure: boxes in, one fact or the box at fault out.
import type { Route } from '#clinical/care-record.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';

export type Box = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'words' | 'number' | 'choice';
  readonly choices?: readonly (readonly [string, string])[] | undefined;
  /** An empty box on the paper that is kept as not written. */
  readonly mayBeEmpty?: boolean | undefined;
};

export type OtherKind =
  | 'arrived'
  | 'dose-started'
  | 'dose-given'
  | 'dose-stopped'
  | 'line-removed'
  | 'gait'
  | 'instructions'
  | 'belongings'
  | 'left'
  | 'waste'
  | 'words';

const lot: readonly Box[] = [
  { name: 'lot', label: 'Lot', kind: 'words', mayBeEmpty: true },
  { name: 'expiry', label: 'Expiry, as 2027-09', kind: 'words', mayBeEmpty: true },
];

export const otherKinds: Readonly<
  Record<OtherKind, { readonly label: string; readonly boxes: readonly Box[] }>
> = {
  arrived: { label: 'They arrived', boxes: [] },
  'dose-started': {
    label: 'Dose started, by pump',
    boxes: [
      { name: 'doseMg', label: 'Dose, mg', kind: 'number' },
      { name: 'concentrationMgPerMl', label: 'Strength, mg/mL', kind: 'number' },
      { name: 'rateMgPerMin', label: 'Rate, mg/min', kind: 'number' },
      { name: 'plannedMinutes', label: 'Planned, minutes', kind: 'number' },
      ...lot,
    ],
  },
  'dose-given': {
    label: 'Dose given',
    boxes: [{ name: 'doseMg', label: 'Dose, mg', kind: 'number' }, ...lot],
  },
  'dose-stopped': {
    label: 'Dose stopped',
    boxes: [
      {
        name: 'reason',
        label: 'Why',
        kind: 'choice',
        choices: [
          ['complete', 'Complete'],
          ['patient-asked', 'The patient asked'],
          ['clinical', 'Clinical'],
          ['equipment', 'Equipment'],
          ['other', 'Other'],
        ],
      },
      { name: 'pumpReadsMg', label: 'Pump reads, mg', kind: 'number', mayBeEmpty: true },
    ],
  },
  'line-removed': { label: 'Line removed', boxes: [] },
  gait: {
    label: 'Walking tried',
    boxes: [
      {
        name: 'result',
        label: 'How',
        kind: 'choice',
        choices: [
          ['steady', 'Steady'],
          ['unsteady', 'Unsteady'],
          ['needs-help', 'Needs help'],
        ],
      },
    ],
  },
  instructions: {
    label: 'Instructions said back',
    boxes: [
      {
        name: 'result',
        label: 'How much',
        kind: 'choice',
        choices: [
          ['all', 'All'],
          ['part', 'Part'],
          ['none', 'None'],
        ],
      },
    ],
  },
  belongings: { label: 'Belongings returned', boxes: [] },
  left: {
    label: 'They left',
    boxes: [
      { name: 'toName', label: 'With whom', kind: 'words' },
      { name: 'toRelation', label: 'Who is their', kind: 'words' },
    ],
  },
  waste: {
    label: 'Waste',
    boxes: [
      { name: 'wasteMg', label: 'Waste, mg', kind: 'number' },
      { name: 'witness', label: 'Witness, as written', kind: 'words' },
    ],
  },
  words: { label: 'Other words', boxes: [{ name: 'text', label: 'Words on the paper', kind: 'words' }] },
};

/** The kinds this route can have: a pump for a drip, and a dose at once for the others. */
export function kindsOf(route: Route): readonly OtherKind[] {
  const left = route === 'iv' ? 'dose-given' : 'dose-started';
  return (Object.keys(otherKinds) as OtherKind[]).filter((kind) => kind !== left);
}

export type Boxes = Readonly<Record<string, string>>;

export function boxFault(
  kind: OtherKind,
  boxes: Boxes,
): { readonly name: string; readonly message: string } | undefined {
  for (const { name, label, kind: holds, mayBeEmpty } of otherKinds[kind].boxes) {
    const text = boxes[name]?.trim() ?? '';
    if (text === '' && mayBeEmpty !== true)
      return { name, message: `${label}: type what stands on the paper.` };
    if (text === '') continue;
    if (holds === 'number' && numberIn(text) === undefined)
      return { name, message: `${label}: type a number, as 12.5.` };
    if (name === 'expiry' && !/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(text))
      return { name, message: 'Expiry: type year and month, as 2027-09.' };
  }
  return undefined;
}

/** Only after `boxFault` found nothing. */
export function factOfOther(kind: OtherKind, boxes: Boxes, route: Route): SessionFact {
  const words = (name: string): string => boxes[name]?.trim() ?? '';
  const number = (name: string): number => numberIn(words(name)) ?? Number.NaN;
  const vial = { lot: words('lot') || null, expiry: words('expiry') || null };
  switch (kind) {
    case 'arrived':
      return factOf('PatientArrived', {});
    case 'dose-started':
      return factOf('DoseStarted', {
        route: 'iv',
        doseMg: number('doseMg'),
        concentrationMgPerMl: number('concentrationMgPerMl'),
        rateMgPerMin: number('rateMgPerMin'),
        plannedMinutes: number('plannedMinutes'),
        ...vial,
      });
    case 'dose-given':
      return factOf('DoseGiven', {
        route: route === 'im' || route === 'nasal' ? route : 'sublingual',
        doseMg: number('doseMg'),
        ...vial,
      });
    case 'dose-stopped':
      return factOf('DoseStopped', {
        reason: words('reason') as 'complete',
        ...(words('pumpReadsMg') === '' ? {} : { pumpReadsMg: number('pumpReadsMg') }),
      });
    case 'line-removed':
      return factOf('LineRemoved', {});
    case 'gait':
      return factOf('GaitChecked', { result: words('result') as 'steady' });
    case 'instructions':
      return factOf('InstructionsRepeatedBack', { result: words('result') as 'all' });
    case 'belongings':
      return factOf('BelongingsReturned', {});
    case 'left':
      return factOf('PatientReleased', { toName: words('toName'), toRelation: words('toRelation') });
    case 'waste':
      return factOf('NoteAdded', {
        text: `Waste on the paper: ${words('wasteMg')} mg, witness ${words('witness')}`,
      });
    case 'words':
      return factOf('NoteAdded', { text: words('text') });
  }
}

function numberIn(text: string): number | undefined {
  const plain = text.replace(',', '.');
  return /^\d{1,4}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

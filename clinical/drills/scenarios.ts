// What may be practised in the drill room: what happens, what is expected of those in the room, and within how long. The
// moves are the first moves of the emergency lists; the seconds are house numbers until a named clinician approves them.

import type { Route } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const drillScenarioIds = [
  'calm',
  'nausea',
  'pressure',
  'panic',
  'laryngospasm',
  'network-loss',
] as const;
export type DrillScenarioId = (typeof drillScenarioIds)[number];

/** Routes with a room of the clinic to practise in. */
export const drillRoutes = ['iv', 'im', 'sublingual', 'nasal'] as const satisfies readonly Route[];
export type DrillRoute = (typeof drillRoutes)[number];

/** What the made-up person does, or what happens to the room. Times of expected actions are counted from one of these. */
export const happenings = [
  'check-due',
  'feels-sick',
  'pressure-high',
  'afraid',
  'airway-closes',
  'link-lost',
  'link-back',
] as const;
export type Happening = (typeof happenings)[number];

/** How the log shows that it was done. Anything else that was done well is told, and does not count. */
export type SeenAs =
  | { readonly kind: 'row' }
  | { readonly kind: 'sedation-rated' }
  | { readonly kind: 'alert-answered'; readonly subject: 'blood-pressure' | 'oxygen' }
  | { readonly kind: 'call-answered' }
  | { readonly kind: 'call-settled' }
  | { readonly kind: 'pump-paused-or-stopped' }
  | { readonly kind: 'dose-stopped' }
  | { readonly kind: 'mouth-emptied' }
  | { readonly kind: 'measured'; readonly sign: 'systolicMmHg' | 'spo2Percent' }
  | { readonly kind: 'symptom-noted' }
  | { readonly kind: 'medicine-given' }
  | { readonly kind: 'response-noted' }
  | { readonly kind: 'distress-rated' }
  | { readonly kind: 'setting-changed' }
  | { readonly kind: 'facts-arrived' }
  | {
      readonly kind: 'help';
      readonly anyOf: readonly (
        | 'help-called'
        | 'emergency-called'
        | 'oxygen'
        | 'jaw-thrust'
        | 'mask-breaths'
        | 'turned-to-side'
        | 'basin-held'
        | 'stayed-beside'
        | 'calm-words'
        | 'slow-breathing'
      )[];
    };

/** A limit of its own, or one the protocol of the drill already holds. */
export type Within =
  | { readonly kind: 'seconds'; readonly seconds: Sourced<number> }
  | { readonly kind: 'first-person' }
  | { readonly kind: 'recheck' }
  | { readonly kind: 'check' };

export type ExpectedAction = {
  readonly id: string;
  readonly words: string;
  /** What only this route can do. A spray that is in cannot be taken back, so nothing of the kind is asked for it. */
  readonly only?: DrillRoute;
  readonly from: Happening;
  readonly within: Within;
  readonly seenAs: SeenAs;
};

export type DrillScenario = {
  readonly id: DrillScenarioId;
  /** Raised with every change of what is expected: an approval is of one version. */
  readonly version: number;
  readonly name: string;
  readonly story: string;
  /** After this the story has nothing more to tell. */
  readonly lastsMinutes: number;
  /** When each happening comes, in seconds after the drill began. */
  readonly happens: readonly { readonly what: Happening; readonly atSecond: number }[];
  /** The list of first moves it practises. */
  readonly list: string | undefined;
  readonly expected: readonly ExpectedAction[];
};

const house = (seconds: number): Within => ({
  kind: 'seconds',
  seconds: sourced(
    seconds,
    's',
    'H-HOUSE',
    'H',
    'Chosen so that a drill can be timed. The clinic sets its own.',
  ),
});

const scenario = (made: Omit<DrillScenario, 'version'>, version = 1): DrillScenario => ({ version, ...made });

export const drillScenarios: readonly DrillScenario[] = [
  scenario({
    id: 'calm',
    name: 'A calm quarter of an hour',
    story: 'Nothing goes wrong. A check falls due while the person rests.',
    lastsMinutes: 8,
    happens: [{ what: 'check-due', atSecond: 60 }],
    list: undefined,
    expected: [
      {
        id: 'row',
        words: 'The row that is due is taken',
        from: 'check-due',
        within: { kind: 'check' },
        seenAs: { kind: 'row' },
      },
      {
        id: 'awake',
        words: 'How awake they are is rated',
        from: 'check-due',
        within: { kind: 'check' },
        seenAs: { kind: 'sedation-rated' },
      },
    ],
  }),
  scenario({
    id: 'nausea',
    name: 'Nausea',
    story: 'The person asks for someone and feels sick. Without help they vomit.',
    lastsMinutes: 20,
    happens: [{ what: 'feels-sick', atSecond: 30 }],
    list: 'vomiting',
    expected: [
      {
        id: 'answer',
        words: 'The call is answered',
        from: 'feels-sick',
        within: { kind: 'first-person' },
        seenAs: { kind: 'call-answered' },
      },
      {
        id: 'position',
        words: 'Turned on the side, or a basin held',
        from: 'feels-sick',
        within: house(120),
        seenAs: { kind: 'help', anyOf: ['turned-to-side', 'basin-held'] },
      },
      {
        id: 'symptom',
        words: 'The symptom is written down with its strength',
        from: 'feels-sick',
        within: house(180),
        seenAs: { kind: 'symptom-noted' },
      },
      {
        id: 'medicine',
        words: 'Medicine by the clinic’s own order',
        from: 'feels-sick',
        within: house(300),
        seenAs: { kind: 'medicine-given' },
      },
      {
        id: 'response',
        words: 'What followed the medicine is written down',
        from: 'feels-sick',
        within: house(1_080),
        seenAs: { kind: 'response-noted' },
      },
    ],
  }),
  scenario(
    {
      id: 'pressure',
      name: 'Pressure of 200',
      story: 'The cuff reads 200 over 118 and stays high until something is done.',
      lastsMinutes: 25,
      happens: [{ what: 'pressure-high', atSecond: 60 }],
      list: 'severe-hypertension',
      expected: [
        {
          id: 'answer',
          words: 'The alert is answered',
          from: 'pressure-high',
          within: { kind: 'first-person' },
          seenAs: { kind: 'alert-answered', subject: 'blood-pressure' },
        },
        {
          id: 'pump',
          words: 'The pump is paused or stopped',
          only: 'iv',
          from: 'pressure-high',
          within: house(120),
          seenAs: { kind: 'pump-paused-or-stopped' },
        },
        {
          id: 'no-more',
          words: 'The second injection is called off for today',
          only: 'im',
          from: 'pressure-high',
          within: house(120),
          seenAs: { kind: 'dose-stopped' },
        },
        {
          id: 'mouth',
          words: 'What is left of the lozenge is out of the mouth',
          only: 'sublingual',
          from: 'pressure-high',
          within: house(120),
          seenAs: { kind: 'mouth-emptied' },
        },
        {
          id: 'help',
          words: 'A colleague is called in',
          from: 'pressure-high',
          within: house(180),
          seenAs: { kind: 'help', anyOf: ['help-called', 'emergency-called'] },
        },
        {
          id: 'again',
          words: 'The pressure is measured again',
          from: 'pressure-high',
          within: { kind: 'recheck' },
          seenAs: { kind: 'measured', sign: 'systolicMmHg' },
        },
        {
          id: 'medicine',
          words: 'Medicine by the clinic’s own order',
          from: 'pressure-high',
          within: house(720),
          seenAs: { kind: 'medicine-given' },
        },
        {
          id: 'response',
          words: 'What followed the medicine is written down',
          from: 'pressure-high',
          within: house(1_320),
          seenAs: { kind: 'response-noted' },
        },
      ],
    },
    2,
  ),
  scenario({
    id: 'panic',
    name: 'Panic',
    story: 'The person calls and is sure they are dying. It passes when someone stays and says so.',
    lastsMinutes: 15,
    happens: [{ what: 'afraid', atSecond: 30 }],
    list: 'emergence-agitation',
    expected: [
      {
        id: 'answer',
        words: 'The call is answered',
        from: 'afraid',
        within: { kind: 'first-person' },
        seenAs: { kind: 'call-answered' },
      },
      {
        id: 'stay',
        words: 'Someone sits down beside them',
        from: 'afraid',
        within: house(90),
        seenAs: { kind: 'help', anyOf: ['stayed-beside'] },
      },
      {
        id: 'words',
        words: 'Calm words, or breathing together',
        from: 'afraid',
        within: house(120),
        seenAs: { kind: 'help', anyOf: ['calm-words', 'slow-breathing'] },
      },
      {
        id: 'quiet',
        words: 'Music or light is changed',
        from: 'afraid',
        within: house(240),
        seenAs: { kind: 'setting-changed' },
      },
      {
        id: 'distress',
        words: 'Distress is rated',
        from: 'afraid',
        within: house(420),
        seenAs: { kind: 'distress-rated' },
      },
      {
        id: 'settled',
        words: 'The call is settled, with what was done',
        from: 'afraid',
        within: house(840),
        seenAs: { kind: 'call-settled' },
      },
    ],
  }),
  scenario(
    {
      id: 'laryngospasm',
      name: 'Laryngospasm',
      story: 'A crowing breath, then none. Oxygen falls until the airway is opened.',
      lastsMinutes: 10,
      happens: [{ what: 'airway-closes', atSecond: 45 }],
      list: 'laryngospasm',
      expected: [
        {
          id: 'pump',
          words: 'The pump is stopped',
          only: 'iv',
          from: 'airway-closes',
          within: house(60),
          seenAs: { kind: 'dose-stopped' },
        },
        {
          id: 'mouth',
          words: 'What is left of the lozenge is out of the mouth',
          only: 'sublingual',
          from: 'airway-closes',
          within: house(60),
          seenAs: { kind: 'mouth-emptied' },
        },
        {
          id: 'help',
          words: 'A colleague is called in',
          from: 'airway-closes',
          within: house(30),
          seenAs: { kind: 'help', anyOf: ['help-called'] },
        },
        {
          id: 'oxygen',
          words: 'Oxygen is on',
          from: 'airway-closes',
          within: house(60),
          seenAs: { kind: 'help', anyOf: ['oxygen'] },
        },
        {
          id: 'jaw',
          words: 'The jaw is lifted',
          from: 'airway-closes',
          within: house(60),
          seenAs: { kind: 'help', anyOf: ['jaw-thrust'] },
        },
        {
          id: 'mask',
          words: 'Breaths are pushed in with mask and bag',
          from: 'airway-closes',
          within: house(120),
          seenAs: { kind: 'help', anyOf: ['mask-breaths'] },
        },
        {
          id: 'number',
          words: 'The emergency number is called',
          from: 'airway-closes',
          within: house(120),
          seenAs: { kind: 'help', anyOf: ['emergency-called'] },
        },
        {
          id: 'again',
          words: 'Oxygen is measured again',
          from: 'airway-closes',
          within: house(240),
          seenAs: { kind: 'measured', sign: 'spo2Percent' },
        },
      ],
    },
    2,
  ),
  scenario({
    id: 'network-loss',
    name: 'No network',
    story:
      'This device loses its link for four minutes while a check falls due. Rows are kept here and go later.',
    lastsMinutes: 10,
    happens: [
      { what: 'link-lost', atSecond: 30 },
      { what: 'check-due', atSecond: 60 },
      { what: 'link-back', atSecond: 270 },
    ],
    list: undefined,
    expected: [
      {
        id: 'row',
        words: 'The row that is due is taken all the same',
        from: 'check-due',
        within: { kind: 'check' },
        seenAs: { kind: 'row' },
      },
      {
        id: 'arrived',
        words: 'What was written without a link is with the clinic',
        from: 'link-back',
        within: house(120),
        seenAs: { kind: 'facts-arrived' },
      },
    ],
  }),
];

/** What is expected on this route, in the order it is read. */
export function expectedOn(scenario: DrillScenario, route: Route): readonly ExpectedAction[] {
  return scenario.expected.filter(({ only }) => only === undefined || only === route);
}

export function drillScenario(id: string): DrillScenario | undefined {
  return drillScenarios.find((one) => one.id === id);
}

/** Seconds from the happening, and the root of the number. */
export function limitOf(within: Within, edition: Edition): Sourced<number> {
  switch (within.kind) {
    case 'seconds':
      return within.seconds;
    case 'first-person':
      return edition.alert.escalateAfterSeconds;
    case 'recheck': {
      // Due after these minutes, and late as any check is late.
      const { recheckAfterMinutes } = edition.alert;
      const late = edition.checkLateAfterMinutes.value;
      return { ...recheckAfterMinutes, value: (recheckAfterMinutes.value + late) * 60, unit: 's' };
    }
    case 'check':
      return {
        ...edition.checkLateAfterMinutes,
        value: edition.checkLateAfterMinutes.value * 60,
        unit: 's',
      };
  }
}

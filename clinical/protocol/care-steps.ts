// The spine of every cycle: getting ready, the medicine, making use of it. The three phases and their order are fixed; which
// steps a phase has is said by the protocol, clinic by clinic and route by route. A step that a gate or a safety check rests
// on is always asked.

import { sourced } from '#clinical/sourced.ts';
import type { Edition, EditionValue } from './edition.ts';

export const carePhases = ['preparation', 'medicine', 'integration'] as const;
export type CarePhase = (typeof carePhases)[number];

/** asked: it has a deadline, and is missing until it is done. optional: offered, and never missing. left-out: not shown. */
export const stepSettings = ['asked', 'optional', 'left-out'] as const;
export type StepSetting = (typeof stepSettings)[number];

type StepRule = {
  /** What a protocol may say of it. */
  readonly settings: readonly StepSetting[];
  /** What counts where a protocol says nothing. */
  readonly usually: StepSetting;
};

/** A gate or a safety check rests on it. */
const always: StepRule = { settings: ['asked'], usually: 'asked' };
const asked: StepRule = { settings: stepSettings, usually: 'asked' };
const offered: StepRule = { settings: stepSettings, usually: 'optional' };
/** Nothing shows whether it was done, so that it cannot be missing. */
const onlyOffered: StepRule = { settings: ['optional', 'left-out'], usually: 'optional' };

/** Every step there is, in the order a person meets it. */
const catalogue = {
  preparation: {
    screening: always,
    consent: always,
    companion: always,
    talk: offered,
    'what-happens': offered,
    feelings: offered,
    intention: asked,
    grounding: asked,
    'navigation-plan': asked,
    limits: offered,
    comfort: offered,
    'day-plan': asked,
    'home-setup': offered,
    'evening-plan': offered,
    letter: offered,
    readiness: offered,
  },
  medicine: {
    'dose-gate': always,
    morning: asked,
    watch: always,
    release: always,
    'first-words': onlyOffered,
  },
  integration: {
    'evening-check': always,
    'days-after': always,
    visit: always,
    pulse: { settings: ['asked', 'left-out'], usually: 'asked' },
  },
} as const satisfies Readonly<Record<CarePhase, Readonly<Record<string, StepRule>>>>;

export type PreparationStep = keyof (typeof catalogue)['preparation'];
/** Steps with a place of their own on the record, and a line of their own at the door. */
export type StepToldElsewhere = 'screening' | 'consent' | 'companion';
export type CareStep = { [P in CarePhase]: keyof (typeof catalogue)[P] }[CarePhase];

/** What an edition says of each step. One it does not name is as it usually is. */
export type EditionSteps = {
  readonly [P in CarePhase]?: {
    readonly [S in keyof (typeof catalogue)[P]]?: EditionValue<StepSetting> | undefined;
  };
};

const rules: Readonly<Record<CarePhase, Readonly<Record<string, StepRule>>>> = catalogue;

// Asked for everyone on a day's list: read from a table, not looked for each time.
const stepsOf = new Map<CarePhase, readonly string[]>(
  carePhases.map((phase) => [phase, Object.keys(rules[phase])]),
);
const ruleOf = Object.fromEntries(
  carePhases.flatMap((phase) =>
    Object.entries(rules[phase]).map(([step, rule]) => [step, { ...rule, phase }]),
  ),
) as Readonly<Record<CareStep, StepRule & { readonly phase: CarePhase }>>;

export function stepsIn<P extends CarePhase>(phase: P): readonly (keyof (typeof catalogue)[P] & CareStep)[] {
  return stepsOf.get(phase) as readonly (keyof (typeof catalogue)[P] & CareStep)[];
}

/** What may stand at 'steps.preparation.letter'; undefined where no step has this path. */
export function settingsAt(path: string): readonly StepSetting[] | undefined {
  const [section, phase, step, ...rest] = path.split('.');
  if (section !== 'steps' || rest.length > 0 || step === undefined) return undefined;
  return carePhases.some((one) => one === phase) ? rules[phase as CarePhase][step]?.settings : undefined;
}

/** A setting the step cannot have is not followed: what keeps people safe does not hang on a draft. */
export function settingOf({ steps }: Pick<Edition, 'steps'>, step: CareStep): StepSetting {
  const { phase, settings, usually } = ruleOf[step];
  const ofPhase: Readonly<Record<string, EditionValue<StepSetting> | undefined>> = steps?.[phase] ?? {};
  const said = ofPhase[step]?.value;
  return said !== undefined && settings.includes(said) ? said : usually;
}

export function isAsked(edition: Pick<Edition, 'steps'>, step: CareStep): boolean {
  return settingOf(edition, step) === 'asked';
}

/** Asked or offered: it has its place on every list. */
export function isShown(edition: Pick<Edition, 'steps'>, step: CareStep): boolean {
  return settingOf(edition, step) !== 'left-out';
}

/** Every step said aloud: what an edition says stays, and what it left open is as it usually is, a rule of the house. */
export function allStepsSaid({ steps }: Pick<Edition, 'steps'>): EditionSteps {
  const said = (step: CareStep): EditionValue<StepSetting> =>
    sourced(ruleOf[step].usually, 'rule', 'H-HOUSE', 'H');
  return Object.fromEntries(
    carePhases.map((phase) => [
      phase,
      { ...Object.fromEntries(stepsIn(phase).map((step) => [step, said(step)])), ...steps?.[phase] },
    ]),
  );
}

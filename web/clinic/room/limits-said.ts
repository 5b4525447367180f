// What this person said before about touch, words, waking and afterwards, gathered for the room. Nothing is invented:
// what they left open stays "not said".
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import { carefulLimits } from '#clinical/pathways/careful-limits.ts';
import type { LimitTopic } from '#dosing-session/events.ts';
import { tightened } from '#dosing-session/limits.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { mindInOneLine } from '#web/clinic/preparation/prepared-words.ts';

export interface LimitsSaid {
  /** How they come today, in one line. */
  readonly mind: string | undefined;
  readonly touch: string | undefined;
  readonly say: string | undefined;
  readonly wakeMeIf: string | undefined;
  readonly people: string | undefined;
  readonly recording: string | undefined;
}

type BodyOf<Kind extends PreparationBody['kind']> = Extract<PreparationBody, { kind: Kind }>;

function bodyOf<Kind extends PreparationBody['kind']>(
  items: readonly PreparationItem[],
  kind: Kind,
): BodyOf<Kind> | undefined {
  return items.findLast((item) => item.body.kind === kind)?.body as BodyOf<Kind> | undefined;
}

function spoken(words: string | undefined): string | undefined {
  const trimmed = words?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}

const talk = { talk: 'Talk with me.', quiet: 'Quiet first.', 'ask-me': 'Ask me if I want to talk.' } as const;
const companyInTheRoom = {
  nobody: 'No one but the team.',
  'before-and-after': 'Their companion before and after, not while it works.',
  throughout: 'Their companion the whole time.',
} as const;
const recording: Readonly<Record<'no' | 'audio' | 'not-decided', string>> = {
  no: 'No recording.',
  audio: 'Sound may be recorded.',
  'not-decided': 'Recording not decided, so none.',
};

/** As they stand now: what was made tighter in the room in place of what was written before, with its time. */
export function limitsNow(
  items: readonly PreparationItem[],
  state: SessionState,
  time: (at: number) => string,
  indications?: readonly string[],
): LimitsSaid {
  const said = limitsSaid(items);
  const careful = carefulLimits(indications);
  const now = (topic: LimitTopic, before: string | undefined): string | undefined => {
    const entry = tightened(state, topic);
    return entry === undefined ? before : `${entry.fact.text} (tighter since ${time(entry.at)})`;
  };
  return {
    mind: said.mind,
    touch: now('touch', said.touch ?? careful?.touch),
    say: now('words', said.say ?? careful?.words),
    wakeMeIf: now('wake', said.wakeMeIf),
    people: now('people', said.people),
    recording: now('recording', said.recording),
  };
}

export function limitsSaid(items: readonly PreparationItem[]): LimitsSaid {
  const limits = bodyOf(items, 'limits');
  const plan = bodyOf(items, 'navigation-plan');
  const company = bodyOf(items, 'company');
  return {
    mind: mindInOneLine(items),
    touch: spoken(limits?.touch),
    say: spoken(plan?.wordsToSay),
    wakeMeIf: spoken(plan?.wakeMeIf),
    people: spoken(
      [
        company === undefined ? undefined : companyInTheRoom[company.wish],
        spoken(limits?.people),
        limits === undefined ? undefined : talk[limits.talkOrQuiet],
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
    recording: limits === undefined ? undefined : recording[limits.recording],
  };
}

/** What they wished beforehand about talk or quiet. */
export function talkAsked(items: readonly PreparationItem[]): string | undefined {
  const limits = bodyOf(items, 'limits');
  return limits === undefined ? undefined : talk[limits.talkOrQuiet];
}

/** Quiet asked for beforehand: once read back, it holds for the checks of this session too. */
export function wantsQuiet(items: readonly PreparationItem[]): boolean {
  return bodyOf(items, 'limits')?.talkOrQuiet === 'quiet';
}

export interface PlanSaid {
  readonly helps: string | undefined;
  readonly doesNotHelp: string | undefined;
  readonly anchor: string | undefined;
}

export function planSaid(items: readonly PreparationItem[]): PlanSaid {
  const plan = bodyOf(items, 'navigation-plan');
  return {
    helps: spoken(plan?.helps),
    doesNotHelp: spoken(plan?.doesNotHelp),
    anchor: spoken(bodyOf(items, 'grounding')?.anchor),
  };
}

/** What they asked of music, eyes and light beforehand, for the time before anything was changed. */
export function comfortAsked(items: readonly PreparationItem[]): string | undefined {
  const comfort = bodyOf(items, 'comfort');
  if (comfort === undefined) return undefined;
  const music = { music: 'music', silence: 'silence', 'ask-me': 'music: ask' }[comfort.music];
  const mask = { yes: 'eye mask', no: 'no eye mask', 'ask-me': 'eye mask: ask' }[comfort.eyeMask];
  const light = { low: 'low light', dark: 'dark', 'ask-me': 'light: ask' }[comfort.light];
  return `Asked for ${music}, ${mask}, ${light}`;
}

export interface TighterLimit {
  readonly eventId: string;
  readonly at: number;
  readonly text: string;
  readonly byName: string;
}

/** Made tighter in their own words, newest first; those of one topic stand in that topic's place. */
export function tighterLimits(state: SessionState): readonly TighterLimit[] {
  return state.facts.LimitTightened.filter(({ fact }) => fact.topic === undefined)
    .map(({ eventId, at, fact, byName }) => ({
      eventId,
      at,
      text: fact.text,
      byName,
    }))
    .toReversed();
}

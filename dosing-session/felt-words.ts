// What was felt and seen under the drug, and how someone says they are afterwards, in the words of the room and the note.
import { leavingTalk } from '#clinical/discharge/leaving-talk.ts';
import type { ExperienceTag, FactOf, FeelsNow } from './events.ts';

export const experienceWords: Readonly<Record<ExperienceTag, string>> = {
  'deeply-relaxed': 'deeply relaxed',
  'roomy-mind': 'a sense of inner space',
  images: 'inner images',
  'senses-changed': 'sees or hears things changed',
  floating: 'floating',
  detached: 'detached from the body',
  'watching-feelings': 'watches feelings from outside',
  tearful: 'tears',
  joyful: 'joy',
  restless: 'restless',
};

/** Each word beside its opposite, so that neither is the one to be expected. */
export const feelsPairs: readonly (readonly [FeelsNow, FeelsNow])[] = [
  ['calm', 'uneasy'],
  ['open', 'shut-off'],
  ['lighter', 'heavier'],
  ['clear', 'foggy'],
  ['tired', 'wide-awake'],
  ['thoughtful', 'empty'],
  ['back-here', 'still-away'],
];

export const feelsWords: Readonly<Record<FeelsNow, string>> = {
  calm: 'calm',
  uneasy: 'uneasy',
  open: 'open',
  'shut-off': 'shut off',
  lighter: 'lighter',
  heavier: 'heavier',
  clear: 'clear',
  foggy: 'foggy',
  tired: 'tired',
  'wide-awake': 'wide awake',
  thoughtful: 'thoughtful',
  empty: 'empty',
  'back-here': 'back, as from a journey',
  'still-away': 'not quite back',
};

export const talkWords: Readonly<Record<FactOf<'TalkWishAsked'>['answer'], string>> = {
  talk: 'wants to talk',
  quiet: 'wants quiet',
  'not-sure': 'does not know yet',
};

const levelWords = { none: 'not', mild: 'a little', strong: 'strongly' } as const;

const whoseWords = { said: ', in their own words', seen: ', as seen' } as const;

export const distressInWords = ({ score, whose }: FactOf<'DistressRated'>): string =>
  `Distress ${score} of 10${whose === undefined ? '' : whoseWords[whose]}`;

export const dissociationInWords = ({ level, whose }: FactOf<'DissociationRated'>): string =>
  `Far away: ${levelWords[level]}${whose === undefined ? '' : whoseWords[whose]}`;

export const experienceInWords = ({ tags }: FactOf<'ExperienceNoted'>): string =>
  `Noted: ${tags.map((tag) => experienceWords[tag]).join(', ')}`;

export const perceptionInWords = ({ score }: FactOf<'PerceptionRated'>): string =>
  `What they see and hear seems changed: ${score === null ? 'could not be told' : `${score} of 10`}`;

export const feelsInWords = ({ feels }: FactOf<'StateAfterSaid'>): string =>
  `Says they are: ${feels.map((one) => feelsWords[one]).join(', ')}`;

export const talkInWords = ({ answer }: FactOf<'TalkWishAsked'>): string =>
  `Asked about talk or quiet: ${talkWords[answer]}`;

const askedWords = { 'by-them': 'as they asked', 'by-the-team': 'as the team decided' } as const;

export const interruptionsInWords = ({ to, asked }: FactOf<'InterruptionsSet'>): string =>
  `${to === 'few' ? 'Few interruptions, checks gathered into one visit' : 'Each check by itself again'}, ${askedWords[asked]}`;

const leavingTalkWishes = {
  talked: 'Talked it over before leaving',
  'few-words': 'A few words before leaving',
  'no-talk-wanted': 'Wanted no talk before leaving',
} as const;

export const leavingTalkInWords = ({ wish, covered }: FactOf<'LeavingTalkHeld'>): string =>
  `${leavingTalkWishes[wish]}${covered.length === 0 ? '' : `: ${covered.map((part) => leavingTalk.value[part].name.toLowerCase()).join(', ')}`}`;

const cardWords = {
  'by-link': 'the card is on their phone',
  'on-paper': 'the card was given on paper',
  both: 'the card is on their phone and on paper',
  'not-given': 'no card was given',
} as const;

export const handOverInWords = ({ name, covered, card }: FactOf<'HandOverBriefed'>): string =>
  `Gone through with ${name}: ${covered.length === 0 ? 'nothing' : covered.join(', ')}; ${cardWords[card]}`;

/** One change of the room, whole. */
export const settingInWords = ({
  scene,
  music,
  light,
  silence,
  comfort,
}: FactOf<'SettingChanged'>): string => {
  const parts = [
    scene,
    silence === true ? 'silence' : undefined,
    silence === false && music === undefined ? 'silence ended' : undefined,
    music === undefined ? undefined : `music: ${music}`,
    light === undefined ? undefined : `light: ${light}`,
    comfort === undefined ? undefined : comfort.join(', '),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Room changed' : `Room: ${parts.join(', ')}`;
};

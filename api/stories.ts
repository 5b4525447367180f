// Stories of sessions, told with consent: by the person, read by someone here before they are shown, taken back at any time.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, language, optionalParagraph, paragraph } from './fields.ts';

export const storyKinds = ['good', 'neutral', 'hard'] as const;
export type StoryKind = (typeof storyKinds)[number];

const told = {
  id,
  language,
  kind: z.enum(storyKinds),
  words: z.string(),
  toldAt: instant,
};
export const ownStory = z.strictObject({
  ...told,
  state: z.enum(['waiting', 'shown', 'not-shown', 'withdrawn']),
  /** What the one who read it wrote to the teller. */
  note: z.string(),
});
export type OwnStory = z.output<typeof ownStory>;

export const listOwnStories = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/stories',
  summary: 'The stories this person told, and whether they are shown',
  response: z.strictObject({ stories: z.array(ownStory) }),
});
export const tellStory = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/stories',
  summary: 'Tell a story for the public page; the consent is to that and to nothing else',
  body: z.strictObject({
    id,
    language,
    kind: z.enum(storyKinds),
    words: paragraph,
    mayBeShown: z.literal(true),
  }),
  response: ownStory,
});
export const withdrawStory = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/stories/:storyId/withdraw',
  summary: 'Take a story back; its words are deleted here',
  body: z.strictObject({}),
  response: done,
});

export const storyToRead = z.strictObject({
  ...told,
  state: z.enum(['waiting', 'shown', 'not-shown']),
  isExample: z.boolean(),
  decidedByName: z.optional(z.string()),
});
export type StoryToRead = z.output<typeof storyToRead>;

export const listStories = endpoint({
  method: 'GET',
  path: '/api/stories',
  summary: 'Stories to read before they are shown, and those that are; without a name',
  response: z.strictObject({ stories: z.array(storyToRead) }),
});
export const decideStory = endpoint({
  method: 'POST',
  path: '/api/stories/:storyId/decision',
  summary: 'Show a story or do not, with a word to the one who told it',
  body: z.strictObject({ decision: z.enum(['shown', 'not-shown']), note: optionalParagraph }),
  response: storyToRead,
});

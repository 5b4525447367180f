// The patient’s own words: intention, journal, the letter to tonight, what feels stuck, what a sign means to them, what they
// mean to do. Private until shown to one person; taken back at will.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, localDate, longText, optionalParagraph, version } from './fields.ts';

const kind = z.enum(['journal', 'intention', 'letter', 'stuck', 'symbol', 'commitment']);
export type WordsKind = z.output<typeof kind>;

/** Marks a person may put on an entry. They sort; they say nothing about what it means. */
export const entryMarks = ['new-view', 'insight', 'connection'] as const;
/** Set aside: it is not brought back, and nobody opens it, until its author takes it out again. */
export const parkedMark = 'parked';
const anyMark = [...entryMarks, parkedMark] as const;
export type EntryMark = (typeof anyMark)[number];

export const mediaKinds = ['voice', 'drawing', 'photo'] as const;
export type MediaKind = (typeof mediaKinds)[number];
/** Large enough for three minutes of speech or a photo made smaller on the phone. */
export const mostMediaBytes = 1024 * 1024;
export const mostMediaOfAnEntry = 6;

/** A commitment looked back on. Letting go is an answer like any other. */
export const reviewOutcomes = ['did-it', 'in-part', 'not-yet', 'let-go'] as const;

const part = z.string().check(z.trim(), z.maxLength(8_000));
const medium = { id, kind: z.enum(mediaKinds), seconds: z.optional(z.int().check(z.gte(0), z.lte(600))) };
const besidesText = {
  /** What a sign of one’s own is called. */
  name: z.optional(line),
  seen: z.optional(part),
  felt: z.optional(part),
  thought: z.optional(part),
  marks: z.optional(z.array(z.enum(anyMark)).check(z.maxLength(anyMark.length))),
  /** Threads through the entries, named by the person. */
  themes: z.optional(z.array(line).check(z.maxLength(12))),
  /** The earlier entry these words look back on. */
  aboutId: z.optional(id),
  /** When what is told came, where that was before it was written down. */
  cameAt: z.optional(instant),
  dueOn: z.optional(localDate),
  review: z.optional(
    z.strictObject({ outcome: z.enum(reviewOutcomes), at: instant, words: z.optional(optionalParagraph) }),
  ),
};

export const wordsShare = z.strictObject({
  id,
  /** A person of the care team, or someone with a link. */
  withAccountId: z.optional(id),
  withLinkId: z.optional(id),
  withName: z.string(),
  sharedAt: instant,
  /** When they first opened it. */
  seenAt: z.optional(instant),
  /** The latest wording they opened, and since when; another version of the entry has not reached them yet. */
  seenVersion: z.optional(version),
  versionSeenAt: z.optional(instant),
  takenBackAt: z.optional(instant),
});
export const ownWords = z.strictObject({
  id,
  version,
  kind,
  cycleId: z.optional(id),
  /** Absent while a letter is closed until its hour. */
  text: z.optional(z.string()),
  ...besidesText,
  /** What hangs on the entry; one that has not arrived is still on the phone it was made on. */
  media: z.array(z.strictObject({ ...medium, hasArrived: z.boolean() })),
  state: z.optional(z.enum(['written', 'not-yet'])),
  openAt: z.optional(instant),
  writtenAt: instant,
  shares: z.array(wordsShare),
});
export type OwnWords = z.output<typeof ownWords>;

export const listOwnWords = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/own-words',
  summary: 'Everything this person wrote, for their eyes',
  query: z.strictObject({ kind: z.optional(kind) }),
  response: z.strictObject({ words: z.array(ownWords) }),
});
export const saveOwnWords = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/own-words/:wordsId',
  summary: 'Write or change an entry, an intention, a letter, what feels stuck, a sign or a commitment',
  body: z.strictObject({
    version,
    kind,
    text: z.union([longText, z.literal('')]),
    ...besidesText,
    media: z.optional(z.array(z.strictObject(medium)).check(z.maxLength(mostMediaOfAnEntry))),
    state: z.optional(z.enum(['written', 'not-yet'])),
    cycleId: z.optional(id),
    openAt: z.optional(instant),
    writtenAt: instant,
  }),
  response: ownWords,
});
export const deleteOwnWords = endpoint({
  method: 'DELETE',
  path: '/api/patients/:patientId/own-words/:wordsId',
  summary: 'Delete an entry; it cannot come back',
  body: z.strictObject({ version }),
  response: done,
});

const mediaFile = z.strictObject({
  kind: z.enum(mediaKinds),
  mediaType: z.string().check(z.maxLength(60)),
  /** The bytes as base64. */
  file: z.string().check(z.minLength(1), z.maxLength(Math.ceil((mostMediaBytes * 4) / 3) + 8)),
});
export type MediaFile = z.output<typeof mediaFile>;

export const saveWordsMedia = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/own-words/:wordsId/media/:mediaId',
  summary: 'Keep a recording, a drawing or a photo of an entry, sealed like its words',
  body: mediaFile,
  response: done,
});
export const readWordsMedia = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/own-words/:wordsId/media/:mediaId',
  summary: 'A recording, a drawing or a photo of an entry, for its author',
  response: mediaFile,
});

export const shareOwnWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/own-words/:wordsId/shares',
  summary: 'Show one entry to one person: of the care team, or with a link of their own',
  /** One of the two, never both: a share is with one person. */
  body: z.strictObject({ id, withAccountId: z.optional(id), withLinkId: z.optional(id) }),
  response: ownWords,
});
export const takeBackOwnWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/own-words/:wordsId/shares/:shareId/take-back',
  summary: 'Take a shared entry back; what was seen is said plainly',
  body: z.strictObject({}),
  response: ownWords,
});

export const sharedWords = z.strictObject({
  id,
  kind,
  cycleId: z.optional(id),
  text: z.string(),
  ...besidesText,
  media: z.array(z.strictObject({ ...medium, hasArrived: z.boolean() })),
  writtenAt: instant,
  sharedAt: instant,
  /** Where the reader has read another wording before this one: when that was, and when it was changed. */
  changed: z.optional(z.strictObject({ seenAt: instant, at: instant })),
});
export type SharedWords = z.output<typeof sharedWords>;

/** What this patient has shared with the person asking; reading it marks it as seen. */
export const readSharedWords = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/shared-words',
  summary: 'What this patient chose to show to me',
  response: z.strictObject({ words: z.array(sharedWords) }),
});
export const readSharedMedia = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/shared-words/:wordsId/media/:mediaId',
  summary: 'A recording, a drawing or a photo of an entry that was shown to me',
  response: mediaFile,
});

/** The same for someone with a link and no account; whose words they are follows from the link. */
export const readShownWords = endpoint({
  method: 'GET',
  path: '/api/companion/words',
  summary: 'What the person who sent this link chose to show to its holder; reading it marks it as seen',
  response: z.strictObject({ words: z.array(sharedWords) }),
});
export const readShownMedia = endpoint({
  method: 'GET',
  path: '/api/companion/words/:wordsId/media/:mediaId',
  summary: 'A recording, a drawing or a photo that was shown to the holder of this link',
  response: mediaFile,
});

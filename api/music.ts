// Music by phase: the clinic's own files with their licences, how loud a room may be, and what a person is to hear.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, localDate, paragraph, version } from './fields.ts';

/** What a file may hold before it is turned into text for the way: about 25 minutes at 128 kbit a second. */
export const mostFileBytes = 24 * 1024 * 1024;
export const longestSeconds = 3 * 60 * 60;

/** What must lie beside a file for it to be played here at all. */
export const licenceRecord = z.strictObject({
  title: line,
  author: line,
  licence: line,
  source: line,
  proof: paragraph,
  obtainedOn: localDate,
});
export type LicenceRecord = z.output<typeof licenceRecord>;

export const musicTrack = z.strictObject({
  id,
  ...licenceRecord.shape,
  mediaType: z.string(),
  lengthSeconds: z.number(),
  bytes: z.int(),
  addedAt: instant,
  addedByName: z.string(),
  retiredAt: z.optional(instant),
});
export type MusicTrack = z.output<typeof musicTrack>;

export const musicSettings = z.strictObject({
  ceilingPercent: z.int(),
  version,
  setByName: z.optional(z.string()),
  setAt: z.optional(instant),
});

export const getMusic = endpoint({
  method: 'GET',
  path: '/api/music',
  summary: 'The clinic’s tracks with their licences, and how loud a room may be',
  response: z.strictObject({ tracks: z.array(musicTrack), settings: musicSettings }),
});

export const addTrack = endpoint({
  method: 'POST',
  path: '/api/music/tracks',
  summary: 'Add a file; it is refused without the whole licence beside it',
  body: z.strictObject({
    id,
    licence: licenceRecord,
    lengthSeconds: z.number().check(z.gt(0), z.lte(longestSeconds)),
    file: z.base64(),
  }),
  response: musicTrack,
});

export const getTrackFile = endpoint({
  method: 'GET',
  path: '/api/music/tracks/:trackId/file',
  summary: 'The file itself, for the device in the room to keep',
  response: z.strictObject({ mediaType: z.string(), file: z.string() }),
});

export const retireTrack = endpoint({
  method: 'POST',
  path: '/api/music/tracks/:trackId/retire',
  summary: 'Take a track out of use; what was played under it stays in the logs',
  body: z.strictObject({}),
  response: done,
});

export const setMusicSettings = endpoint({
  method: 'PUT',
  path: '/api/music/settings',
  summary: 'How loud a room may be',
  body: z.strictObject({ version, ceilingPercent: z.int().check(z.gte(1), z.lte(100)) }),
  response: musicSettings,
});

export const listPlaying = endpoint({
  method: 'GET',
  path: '/api/music/playing',
  summary: 'What plays in which room, and under which licence',
  response: z.strictObject({
    rooms: z.array(
      z.strictObject({
        roomName: z.string(),
        title: z.string(),
        licence: z.optional(z.string()),
        since: instant,
      }),
    ),
  }),
});

export const soundChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('track'), trackId: id }),
  z.strictObject({ kind: z.literal('ambient') }),
  z.strictObject({ kind: z.literal('silence') }),
]);
export const musicPlanBody = z.strictObject({
  onset: soundChoice,
  peak: soundChoice,
  return: soundChoice,
  rest: soundChoice,
});
export const musicPlan = z.strictObject({
  version,
  plan: z.optional(musicPlanBody),
  setByName: z.optional(z.string()),
  setAt: z.optional(instant),
});

export const getMusicPlan = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/cycles/:cycleId/music-plan',
  summary: 'What this person is to hear in each part of the dose',
  response: musicPlan,
});

export const saveMusicPlan = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/cycles/:cycleId/music-plan',
  summary: 'Save the plan; the earlier one stays',
  body: z.strictObject({ version, plan: musicPlanBody }),
  response: musicPlan,
});

// Adding a file with its licence, reading it in the room, the ceiling, and a person's plan.

import type { AnswerOf } from '#api/endpoint.ts';
import * as api from '#api/music.ts';
import { soundNow } from '#dosing-session/sound.ts';
import { type Route, route } from '#server/access';
import { keptIn, type LiveSessions } from '#server/dosing-sessions';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { sha256 } from '#server/secrets';
import { isCycleOf } from '#server/series';
import { audioKindOf } from './audio-kind.ts';
import {
  fileOf,
  findTrack,
  keepPlan,
  keepTrack,
  listTracks,
  planOf,
  retire,
  runningRooms,
  setCeiling,
  settingsOf,
  titleOfSameFile,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(409, 'stale', 'This was changed somewhere else first. Open it again.');
/** The file as text is a third longer; the licence beside it is small. */
const mostBodyBytes = Math.ceil((api.mostFileBytes * 4) / 3) + 64 * 1024;

export function musicRoutes(_ports: Ports, live: LiveSessions): readonly Route[] {
  return [
    route(
      api.getMusic,
      { resource: 'music-library', action: 'r', subject: 'clinic' },
      { audit: 'music.read' },
      async ({ tx }) => ({ tracks: await listTracks(tx), settings: await settingsOf(tx) }),
    ),

    route(
      api.addTrack,
      { resource: 'music-library', action: 'c', subject: 'clinic' },
      { audit: 'music.add', maxBytes: mostBodyBytes },
      async ({ tx, body, actor, now }) => {
        const fault = (message: string) =>
          refuse(422, 'not-a-track', 'This file cannot be added. Nothing was saved.', [
            { path: 'file', message },
          ]);
        const file = Buffer.from(body.file, 'base64');
        if (file.byteLength > api.mostFileBytes)
          return fault(`The file is larger than ${api.mostFileBytes / 1024 / 1024} MB.`);
        const mediaType = audioKindOf(file);
        if (mediaType === undefined)
          return fault('This is not sound we can play. Choose an MP3, M4A, Ogg, FLAC or WAV file.');
        const fileSha256 = sha256(file);
        const same = await titleOfSameFile(tx, fileSha256);
        if (same !== undefined) return fault(`This file is already here, as “${same}”.`);
        await keepTrack(tx, { ...body, mediaType, file, fileSha256, now, by: actor });
        const track = await findTrack(tx, body.id);
        if (track === undefined) throw new Error('A track that was just kept is not there.');
        return track;
      },
    ),

    route(
      api.getTrackFile,
      { resource: 'music-library', action: 'r', subject: 'clinic' },
      { audit: 'music.read-file' },
      async ({ tx, params, audit }) => {
        const trackId = params['trackId'] ?? '';
        const found = await fileOf(tx, trackId);
        if (found === undefined) return absent;
        audit({ resourceId: trackId });
        return { mediaType: found.mediaType, file: found.file.toString('base64') };
      },
    ),

    route(
      api.retireTrack,
      { resource: 'music-library', action: 'u', subject: 'clinic' },
      { audit: 'music.retire' },
      async ({ tx, params, actor, now, audit }) => {
        const trackId = params['trackId'] ?? '';
        if (!(await retire(tx, trackId, now, actor.name))) return absent;
        audit({ resourceId: trackId });
        return { done: true } as const;
      },
    ),

    route(
      api.setMusicSettings,
      { resource: 'music-library', action: 'u', subject: 'clinic' },
      { audit: 'music.set-ceiling' },
      async (context) => {
        const { tx, body, actor, now } = context;
        if (!(await setCeiling(tx, { ...body, now, by: actor }))) return stale;
        context.publish({ topic: 'floor' });
        return await settingsOf(tx);
      },
    ),

    route(
      api.listPlaying,
      { resource: 'music-playing', action: 'r', subject: 'clinic' },
      { audit: 'music.playing' },
      async (context) => {
        const rooms: AnswerOf<typeof api.listPlaying>['rooms'] = [];
        const running = await runningRooms(context.tx, context.now);
        for (const room of running) {
          const state = await live.stateOf(keptIn(context.tx), { id: room.id, patientId: room.patient_id });
          const playing = soundNow(state);
          if (playing === undefined || playing.fact.kind === 'silence') continue;
          const { title, licence } = playing.fact;
          rooms.push({ roomName: room.room_name, title, licence, since: playing.since });
        }
        context.audit({ patientIds: running.map((room) => room.patient_id) });
        return { rooms };
      },
    ),

    route(
      api.getMusicPlan,
      { resource: 'music-plan', action: 'r', subject: 'patient' },
      { audit: 'music-plan.read' },
      async ({ tx, params }) => {
        const { patientId = '', cycleId = '' } = params;
        if (!(await isCycleOf(tx, patientId, cycleId))) return absent;
        return await planOf(tx, patientId, cycleId);
      },
    ),

    route(
      api.saveMusicPlan,
      { resource: 'music-plan', action: 'u', subject: 'patient' },
      { audit: 'music-plan.save' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', cycleId = '' } = params;
        if (!(await isCycleOf(tx, patientId, cycleId))) return absent;
        const before = await planOf(tx, patientId, cycleId);
        if (before.version !== body.version) return stale;
        for (const [part, choice] of Object.entries(body.plan)) {
          if (choice.kind !== 'track') continue;
          const track = await findTrack(tx, choice.trackId);
          if (track === undefined || track.retiredAt !== undefined)
            return refuse(422, 'no-such-track', 'A track of this plan is not in use. Choose another.', [
              { path: `plan.${part}`, message: 'This track is not in use any more.' },
            ]);
        }
        const next = before.version + 1;
        await keepPlan(tx, { patientId, cycleId, version: next, body: body.plan, now, by: actor });
        context.publish({ topic: 'patient', patientId, id: cycleId, version: next });
        return await planOf(tx, patientId, cycleId);
      },
    ),
  ];
}

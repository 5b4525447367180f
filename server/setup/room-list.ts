// The things a clinic goes through in a room before a dose, from a file it wrote: in place of the list it starts from.

import * as z from 'zod/mini';
import { type RoomItem, roomParts } from '#clinical/preparation/room-readiness.ts';
import { clinicNamed, type SetupPorts } from './clinic-setup.ts';
import { SetupRefusal } from './refusal.ts';
import { changeSettings } from './settings.ts';

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

const roomList = z
  .array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'needs small letters, digits and hyphens')),
      name: text,
      part: z.enum([...roomParts] as [RoomItem['part'], ...RoomItem['part'][]]),
      answers: z.array(z.strictObject({ said: text, ready: z.boolean() })).check(
        z.minLength(2),
        z.maxLength(6),
        z.refine((answers) => answers.some(({ ready }) => ready), 'needs an answer that is ready'),
        z.refine((answers) => answers.some(({ ready }) => !ready), 'needs an answer that is not ready'),
        z.refine(
          (answers) => new Set(answers.map(({ said }) => said)).size === answers.length,
          'has the same answer twice',
        ),
      ),
    }),
  )
  .check(
    z.minLength(1),
    z.maxLength(40),
    z.refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'has the same id twice'),
  );

export async function setRoomList(
  ports: SetupPorts,
  given: { readonly clinic: string | undefined; readonly list: unknown },
): Promise<{ readonly clinicName: string; readonly names: readonly string[] }> {
  const read = roomList.safeParse(given.list);
  if (!read.success) {
    const [fault] = read.error.issues;
    const place = fault?.path.join('.') || 'The list';
    throw new SetupRefusal(`${place}: ${fault?.message ?? 'cannot be read'}.`);
  }
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const about = { clinicId: clinic.id, action: 'setup.room-list', now: ports.clock.now() };
  await changeSettings(ports, about, (owner) =>
    owner.query(
      `update clinics set settings = settings || jsonb_build_object('roomList', $2::jsonb) where id = $1`,
      [clinic.id, JSON.stringify(read.data)],
    ),
  );
  return { clinicName: clinic.name, names: read.data.map(({ name }) => name) };
}

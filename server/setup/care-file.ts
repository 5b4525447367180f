// What a clinic says of its own ways of caring, from a file it wrote: who answers while it is closed, how soon a message is
// answered, whether the hours after a dose are held here. Each is kept as it is given; what the file does not name stays as it was.

import * as z from 'zod/mini';
import { phone } from '#api/fields.ts';
import { companyWishes } from '#clinical/preparation/company.ts';
import { clinicNamed, type SetupPorts } from './clinic-setup.ts';
import { SetupRefusal } from './refusal.ts';
import { changeSettings } from './settings.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const hours = z.number().check(z.gt(0), z.lte(200));

const minutes = z.number().check(z.gt(0), z.lte(120));
const ringMinutes = z
  .strictObject({ second: minutes, everyone: minutes, again: z.optional(minutes) })
  .check(z.refine(({ second, everyone }) => second <= everyone, 'everyone is called after the second'));

const careFile = z
  .strictObject({
    onCall: z.optional(z.strictObject({ phone, en: words, es: words })),
    openingHoursEs: z.optional(words),
    ringMinutes: z.optional(ringMinutes),
    company: z.optional(z.strictObject({ may: z.enum(companyWishes), en: words, es: words })),
    remoteVisits: z.optional(
      z.strictObject({ link: z.url({ protocol: /^https$/ }).check(z.maxLength(500)) }),
    ),
    integration: z.optional(z.enum(['here', 'outside'])),
    messageHours: z.optional(
      z.strictObject({
        today: z.optional(hours),
        soon: z.optional(hours),
        'can-wait': z.optional(hours),
      }),
    ),
  })
  .check(z.refine((file) => Object.keys(file).length > 0, 'says nothing'));

export async function setCare(
  ports: SetupPorts,
  given: { readonly clinic: string | undefined; readonly file: unknown },
): Promise<{ readonly clinicName: string; readonly named: readonly string[] }> {
  const read = careFile.safeParse(given.file);
  if (!read.success) {
    const [fault] = read.error.issues;
    throw new SetupRefusal(`${fault?.path.join('.') || 'The file'}: ${fault?.message ?? 'cannot be read'}.`);
  }
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const about = { clinicId: clinic.id, action: 'setup.care', now: ports.clock.now() };
  await changeSettings(ports, about, (owner) =>
    owner.query('update clinics set settings = settings || $2::jsonb where id = $1', [
      clinic.id,
      JSON.stringify(read.data),
    ]),
  );
  return { clinicName: clinic.name, named: Object.keys(read.data) };
}

// The certificate of the spray's safety program for this place. Without one, and after its last day, no spray is opened here.

import type { CertifiedSite } from '#clinical/care-record.ts';
import { isLocalDate, localDateOf } from '#clinical/instant.ts';
import { clinicNamed, type SetupPorts } from './clinic-setup.ts';
import { SetupRefusal } from './refusal.ts';
import { changeSettings } from './settings.ts';

export async function enterCertifiedSite(
  ports: SetupPorts,
  given: CertifiedSite & { readonly clinic: string | undefined },
): Promise<{ readonly clinicName: string }> {
  const number = given.number.trim();
  const enteredBy = given.enteredBy.trim();
  if (number === '' || enteredBy === '')
    throw new SetupRefusal('The number of the certificate and who enters it are needed.');
  if (!isLocalDate(given.until)) throw new SetupRefusal('The last day is written as 2027-06-30.');
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const now = ports.clock.now();
  if (given.until < localDateOf(now, 'UTC'))
    throw new SetupRefusal(`This certificate ended on ${given.until}. Enter the one that stands.`);
  const about = { clinicId: clinic.id, action: 'setup.certified-site', now };
  const site: CertifiedSite = { number, until: given.until, enteredBy };
  await changeSettings(ports, about, (owner) =>
    owner.query(
      `update clinics set settings = settings || jsonb_build_object('certifiedSite', $2::jsonb) where id = $1`,
      [clinic.id, JSON.stringify(site)],
    ),
  );
  return { clinicName: clinic.name };
}

// From an inquiry to a record of one's own: the person, their account, the people who may act, and one mailed link.

import type { Clinic } from '#server/access';
import { iso } from '#server/clock';
import { invitationLetter, writeMail } from '#server/communications';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { makeSignInLink } from '#server/sign-in';
import { nameFirstTeam } from './care-team.ts';

export type Invitation = {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly language: 'en' | 'es';
};

type InvitingContext = {
  readonly tx: Tx;
  readonly clinic: Pick<Clinic, 'name' | 'phone' | 'zone'>;
  readonly now: number;
  newId(): string;
};

const hour = 3_600_000;
// A stranger reads mail when they can; an invitation lasts longer than a sign-in link asked for a minute ago.
const invitationLastsMs = 72 * hour;

/** Undefined when the invitation is on its way. */
export async function invitePatient(
  { tx, clinic, now, newId }: InvitingContext,
  ports: Pick<Ports, 'random' | 'origin'>,
  invited: Invitation,
): Promise<Refusal | undefined> {
  if (await emailIsUsed(tx, invited.email)) {
    return refuse(
      409,
      'email-in-use',
      'This e-mail address already belongs to someone here. Use another one.',
      [{ path: 'email', message: 'Already in use here.' }],
    );
  }
  await tx.query(
    `insert into patients (clinic_id, id, given_name, family_name, phone, email, language, zone, stage, stage_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'screening', $9, $9)`,
    [
      tx.clinicId,
      invited.patientId,
      invited.givenName,
      invited.familyName,
      invited.phone ?? null,
      invited.email,
      invited.language,
      clinic.zone,
      iso(now),
    ],
  );
  const accountId = newId();
  await tx.query(
    `insert into accounts (clinic_id, id, kind, email, display_name, roles, patient_id, created_at)
     values ($1, $2, 'patient', $3, $4, '{patient}', $5, $6)`,
    [
      tx.clinicId,
      accountId,
      invited.email,
      `${invited.givenName} ${invited.familyName}`,
      invited.patientId,
      iso(now),
    ],
  );
  await nameFirstTeam(tx, invited.patientId, now);

  const link = await makeSignInLink(tx, ports, { accountId, lastsMs: invitationLastsMs }, now);
  const letter = invitationLetter(invited.language, clinic, link);
  await writeMail(tx, { id: newId(), to: invited.email, ...letter, kind: 'invitation' }, now);
  return undefined;
}

async function emailIsUsed(tx: Tx, email: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from accounts where clinic_id = $1 and lower(email) = lower($2)',
    [tx.clinicId, email],
  );
  return rows.length > 0;
}

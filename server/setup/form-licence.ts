// A named person says that this clinic may use a form whose licence is for some uses only. Until then nobody is asked it.

import { instruments } from '#clinical/instruments/instruments.ts';
import { canonicalEntry, laneOf } from '#server/audit';
import { iso } from '#server/clock';
import { withOwner } from '#server/postgres';
import { clinicNamed, entryOf, line, type SetupPorts } from './clinic-setup.ts';
import { SetupRefusal } from './refusal.ts';

export type FormConfirmed = {
  readonly clinicName: string;
  readonly formName: string;
  /** What they said yes to. */
  readonly conditions: readonly string[];
};

export async function confirmFormLicence(
  ports: SetupPorts,
  given: { readonly clinic: string | undefined; readonly form: string; readonly confirmedBy: string },
): Promise<FormConfirmed> {
  const askable = instruments.filter(({ licence }) => licence.clinicConfirms);
  const form = askable.find(({ id }) => id === given.form);
  if (form === undefined)
    throw new SetupRefusal(
      `--form is "${given.form}". Only these need a clinic to confirm their licence: ${askable.map(({ id }) => id).join(', ')}.`,
    );
  const confirmedBy = line('--confirmed-by', given.confirmedBy);
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const now = ports.clock.now();
  await withOwner(ports.ownerConnectionString, async (owner) => {
    await owner.query('begin');
    await owner.query(
      `update clinics
          set settings = settings || jsonb_build_object('formLicences',
                coalesce(settings -> 'formLicences', '{}') || jsonb_build_object($2::text, $3::jsonb))
        where id = $1`,
      [clinic.id, form.id, JSON.stringify({ confirmedBy, at: iso(now) })],
    );
    const entry = entryOf(ports, 'setup.form-licence', clinic.id, now);
    await owner.query(`select set_config('app.clinic', $1, true)`, [clinic.id]);
    await owner.query('select append_audit_event($1, $2, $3, null, null, $4)', [
      clinic.id,
      laneOf(entry),
      iso(now),
      canonicalEntry(entry),
    ]);
    await owner.query('commit');
  });
  return { clinicName: clinic.name, formName: form.name, conditions: form.licence.conditions };
}

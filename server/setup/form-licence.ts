// A named person says that this clinic may use a form whose licence is for some uses only. Until then nobody is asked it.

import { instruments } from '#clinical/instruments/instruments.ts';
import { iso } from '#server/clock';
import { clinicNamed, line, type SetupPorts } from './clinic-setup.ts';
import { SetupRefusal } from './refusal.ts';
import { changeSettings } from './settings.ts';

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
  const about = { clinicId: clinic.id, action: 'setup.form-licence', now };
  await changeSettings(ports, about, (owner) =>
    owner.query(
      `update clinics
          set settings = settings || jsonb_build_object('formLicences',
                coalesce(settings -> 'formLicences', '{}') || jsonb_build_object($2::text, $3::jsonb))
        where id = $1`,
      [clinic.id, form.id, JSON.stringify({ confirmedBy, at: iso(now) })],
    ),
  );
  return { clinicName: clinic.name, formName: form.name, conditions: form.licence.conditions };
}

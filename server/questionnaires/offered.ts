// Which published forms may be filled in here, and by whom: the patient their own, the care team what they ask or rate,
// and a form with a licence for some uses only once this clinic has confirmed that theirs is one of them.

import { type QuestionnaireResponse, instrument as savedInstrument } from '#api/questionnaires.ts';
import { mayBeOffered, mayFill } from '#clinical/instruments/asking.ts';
import type { Filler, Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById, instruments } from '#clinical/instruments/instruments.ts';
import type { Actor, Clinic } from '#server/access';
import { type Refusal, refuse } from '#server/edge';

type SavedInstrument = QuestionnaireResponse['instrument'];
type At = Pick<Clinic, 'settings'>;

export function fillerOf(actor: Pick<Actor, 'kind'>): Filler {
  return actor.kind === 'staff' ? 'clinician' : 'patient';
}

/** By their ids, in the order of our list. */
export function offeredForms(filler: Filler, clinic: At): SavedInstrument[] {
  return instruments
    .filter((form) => mayFill(form, filler) && isOffered(form, clinic))
    .flatMap(({ id }) => savedInstrument.safeParse(id).data ?? []);
}

/** Undefined when this person may fill this form in here. Short forms of our own are the patient's. */
export function whyNotFilled(id: SavedInstrument, filler: Filler, clinic: At): Refusal | undefined {
  const form = instrumentById(id);
  if (form === undefined ? filler !== 'patient' : !mayFill(form, filler)) {
    return filler === 'patient'
      ? refuse(403, 'for-the-care-team', 'Your care team fills this one in. Nothing was saved.')
      : refuse(403, 'for-the-patient', 'Only the patient answers this one. Nothing was saved.');
  }
  if (form === undefined || isOffered(form, clinic)) return undefined;
  return refuse(
    422,
    'licence-not-confirmed',
    `This clinic has not confirmed that it may use the ${form.name}, so nothing was saved. Ask your care team.`,
    [{ path: 'instrument', message: 'Not offered here until the clinic confirms its licence.' }],
  );
}

function isOffered(instrument: Instrument, { settings }: At): boolean {
  const line = settings.formLicences?.[instrument.id];
  const licenceConfirmedByClinic = typeof line?.confirmedBy === 'string' && line.confirmedBy.trim() !== '';
  return mayBeOffered({ instrument, licenceConfirmedByClinic }) === 'may-be-offered';
}

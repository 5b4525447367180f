// Where the therapist said they are licensed, and until when. Stated by themselves, and shown as exactly that.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { professions, type StatedLicence, stateLicence, withdrawLicence } from '#api/emdr.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatDate, formatLocalDate } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { professionWords } from './emdr-words.ts';

const trainings = [
  { value: 'none', label: 'No training in EMDR' },
  { value: 'basic', label: 'Basic training in EMDR' },
  { value: 'certified', label: 'Certified in EMDR' },
] as const;

const nothing = {
  profession: undefined as StatedLicence['profession'] | undefined,
  place: '',
  number: '',
  validUntil: '',
  emdrTraining: undefined as StatedLicence['emdrTraining'] | undefined,
};

export function LicenceCard({ licences }: { readonly licences: readonly StatedLicence[] }) {
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: ['patient'] });
  const [isAdding, setIsAdding] = useState(false);
  const withdraw = useAct(
    (licenceId: string, commandId) => call(withdrawLicence, { params: { licenceId }, body: {}, commandId }),
    renew,
  );
  return (
    <Card title="Where I may work">
      {licences.length === 0 && (
        <p>
          No licence of yours is stated here. Without one for the place where they are, no sitting begins.
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {licences.map((licence) => (
          <li key={licence.id} className="flex flex-col gap-1">
            <p className="font-[560]">
              {licence.place}, {professionWords[licence.profession]} {licence.number}
            </p>
            <p className="text-small">
              Until {formatLocalDate(licence.validUntil, 'medium')}.{' '}
              {trainings.find(({ value }) => value === licence.emdrTraining)?.label}.
            </p>
            <p className="text-small text-ink-2">Stated by you, {formatDate(licence.statedAt)}</p>
            <Button size="row" className="self-start" onClick={() => withdraw.run(licence.id)}>
              No longer held<span className="sr-only">: {licence.place}</span>
            </Button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddLicence
          onDone={() => {
            setIsAdding(false);
            renew();
          }}
        />
      ) : (
        <Button size="row" className="mt-3" onClick={() => setIsAdding(true)}>
          State a licence
        </Button>
      )}
    </Card>
  );
}

function AddLicence({ onDone }: { readonly onDone: () => void }) {
  const draft = useDraft('emdr/licence', nothing);
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const { profession, place, number, validUntil, emdrTraining } = draft.value;
  const set = (change: Partial<typeof nothing>): void => draft.set({ ...draft.value, ...change });
  const act = useAct(
    (body: BodyOf<typeof stateLicence>, commandId) => call(stateLicence, { body, commandId }),
    () => {
      draft.clear();
      onDone();
    },
  );
  return (
    <Form
      className="mt-3 gap-3"
      failure={act.failure}
      stillTrue="Not stated. What you typed is still here."
      onSubmit={() => {
        setTried(true);
        if (profession === undefined || emdrTraining === undefined) return;
        if (place.trim() === '' || number.trim() === '' || validUntil === '') return;
        act.run({ id, profession, place, number, validUntil, emdrTraining });
      }}
      actions={
        <Button type="submit" size="row" busy={act.busy ? 'Saving' : undefined}>
          I hold this licence
        </Button>
      }
    >
      <Select
        label="Profession"
        value={profession}
        onChange={(next) => set({ profession: next })}
        choices={professions.map((value) => ({ value, label: professionWords[value] }))}
        fault={tried && profession === undefined ? 'Choose one' : undefined}
      />
      <TextField
        label="State or country"
        hint="For example: NY, MA, ME"
        value={place}
        maxLength={40}
        onChange={(next) => set({ place: next })}
        fault={tried && place.trim() === '' ? 'Name the place' : undefined}
      />
      <TextField
        label="Number"
        value={number}
        maxLength={60}
        onChange={(next) => set({ number: next })}
        fault={tried && number.trim() === '' ? 'Give the number' : undefined}
      />
      <DateTimeField
        kind="date"
        label="Last day it is valid"
        value={validUntil}
        onChange={(next) => set({ validUntil: next })}
        fault={tried && validUntil === '' ? 'Give the day' : undefined}
      />
      <Select
        label="Training in EMDR"
        value={emdrTraining}
        onChange={(next) => set({ emdrTraining: next })}
        choices={trainings}
        fault={tried && emdrTraining === undefined ? 'Choose one' : undefined}
      />
    </Form>
  );
}

// Names outside the clinic that go with a person who leaves, each with the day on which somebody last made sure of it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { addReferralPlace, type ReferralPlace, withdrawReferralPlace } from '#api/series-decisions.ts';
import { localDateOf } from '#clinical/instant.ts';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatLocalDate } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';

const kinds: readonly { readonly value: ReferralPlace['kind']; readonly label: string }[] = [
  { value: 'therapist', label: 'Therapist' },
  { value: 'psychiatrist', label: 'Psychiatrist' },
  { value: 'family-doctor', label: 'Family doctor' },
  { value: 'group', label: 'Group' },
  { value: 'other', label: 'Other' },
];

export function Referrals({ places }: { readonly places: readonly ReferralPlace[] }) {
  const me = useMe();
  const queries = useQueryClient();
  const [isAdding, setIsAdding] = useState(false);
  const mayWrite = has(me, 'prescriber', 'therapist', 'front-desk', 'admin');
  const withdraw = useAct(
    (placeId: string, commandId) => call(withdrawReferralPlace, { params: { placeId }, body: {}, commandId }),
    () => queries.invalidateQueries({ queryKey: ['patient'] }),
  );
  return (
    <Card title="Names outside">
      {places.length === 0 && <p>None yet. What stands here goes with everyone who leaves a series.</p>}
      <ul className="flex flex-col gap-3">
        {places.map((place) => (
          <li key={place.id} className="flex flex-col gap-1">
            <p className="font-sub">{place.name}</p>
            <p className="text-small">
              {kinds.find(({ value }) => value === place.kind)?.label}
              {place.phone !== undefined && `, ${place.phone}`}
              {place.note !== undefined && `. ${place.note}`}
            </p>
            <p className="text-small text-ink-2">Checked {formatLocalDate(place.checkedOn, 'medium')}</p>
            {mayWrite && (
              <Button variant="quiet" className="self-start" onClick={() => withdraw.run(place.id)}>
                Take off the list<span className="sr-only">: {place.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite &&
        (isAdding ? (
          <AddForm onDone={() => setIsAdding(false)} />
        ) : (
          <Button className="mt-3 min-h-12" onClick={() => setIsAdding(true)}>
            Add a name
          </Button>
        ))}
    </Card>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const { clinic } = useMe();
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<{ name: string; kind: ReferralPlace['kind'] | ''; phone: string; note: string }>(
    'referral-place',
    { name: '', kind: '', phone: '', note: '' },
  );
  const { name, kind, phone, note } = draft.value;
  const set = (change: Partial<typeof draft.value>) => draft.set({ ...draft.value, ...change });
  const add = useAct(
    (body: BodyOf<typeof addReferralPlace>, commandId) => call(addReferralPlace, { body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient'] });
      onDone();
    },
  );
  return (
    <Form
      className="mt-3 gap-3"
      failure={add.failure}
      stillTrue="It is not on the list. What you typed is still here."
      onSubmit={async () => {
        setTried(true);
        if (name.trim() === '' || kind === '') return;
        await add.run({
          id,
          name: name.trim(),
          kind,
          phone: phone.trim(),
          note: note.trim(),
          checkedOn: localDateOf(serverNow(), clinic.zone),
        });
      }}
      actions={
        <Button type="submit" className="min-h-12" busy={add.busy ? 'Saving' : undefined}>
          Put it on the list, checked today
        </Button>
      }
    >
      <TextField
        label="Name"
        name="placeName"
        value={name}
        onChange={(next) => set({ name: next })}
        fault={tried && name.trim() === '' ? 'Give the name' : undefined}
      />
      <Select
        label="What they are"
        value={kind === '' ? undefined : kind}
        onChange={(next) => set({ kind: next ?? '' })}
        choices={kinds}
        fault={tried && kind === '' ? 'Choose one' : undefined}
      />
      <TextField
        label="Phone"
        name="placePhone"
        optional
        value={phone}
        onChange={(next) => set({ phone: next })}
      />
      <TextField
        label="Note"
        name="placeNote"
        optional
        value={note}
        onChange={(next) => set({ note: next })}
      />
    </Form>
  );
}

// What the desk needs to reach a person and bring them here. Nothing of the chart is here, because it is not the desk's.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { correctPatient, type Patient } from '#api/patients.ts';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatLocalDate } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { zoneChoices, zoneWords } from '#web/kit/time-zones.ts';
import { LostPhoneCard } from './lost-phone-card.tsx';
import { CareTeamCard, RidesCard, SlotsCard } from './slots-and-rides.tsx';

export function DeskOverview({ patient }: { readonly patient: Patient }) {
  const isDesk = has(useMe(), 'front-desk');
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <ContactCard patient={patient} />
      {isDesk && <LostPhoneCard patientId={patient.id} />}
      <SlotsCard patientId={patient.id} />
      <RidesCard patientId={patient.id} />
      <CareTeamCard patientId={patient.id} />
    </div>
  );
}

export function ContactCard({ patient }: { readonly patient: Patient }) {
  const [open, setOpen] = useState(false);
  const mayCorrect = has(useMe(), 'front-desk');
  if (open) return <CorrectContact patient={patient} onClose={() => setOpen(false)} />;
  const known = (value: string | undefined): string =>
    value === undefined || value === '' ? 'Not known' : value;
  return (
    <Card title="Contact">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        <dt className="text-ink-2">Phone</dt>
        <dd>{known(patient.phone)}</dd>
        <dt className="text-ink-2">E-mail</dt>
        <dd className="break-all">{known(patient.email)}</dd>
        <dt className="text-ink-2">Address</dt>
        <dd>{known(patient.address)}</dd>
        <dt className="text-ink-2">Born</dt>
        <dd>{patient.birthDate === undefined ? 'Not known' : formatLocalDate(patient.birthDate, 'long')}</dd>
        <dt className="text-ink-2">Language</dt>
        <dd>{patient.language === 'es' ? 'Spanish' : 'English'}</dd>
        <dt className="text-ink-2">Time zone</dt>
        <dd>{zoneWords(patient.zone)}</dd>
      </dl>
      {mayCorrect && (
        <Button className="mt-4" onClick={() => setOpen(true)}>
          Correct these
        </Button>
      )}
    </Card>
  );
}

function CorrectContact({ patient, onClose }: { readonly patient: Patient; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const draft = useDraft(`contact/${patient.id}/${patient.version}`, {
    givenName: patient.givenName,
    familyName: patient.familyName,
    preferredName: patient.preferredName ?? '',
    birthDate: patient.birthDate ?? '',
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    address: patient.address ?? '',
    language: patient.language,
    zone: patient.zone,
  });
  const typed = draft.value;
  const save = useAct(
    (words: typeof typed, commandId) =>
      call(correctPatient, {
        params: { patientId: patient.id },
        commandId,
        body: {
          version: patient.version,
          givenName: words.givenName,
          familyName: words.familyName,
          language: words.language,
          zone: words.zone,
          ...(words.preferredName === '' ? {} : { preferredName: words.preferredName }),
          ...(words.birthDate === '' ? {} : { birthDate: words.birthDate }),
          ...(patient.sex === undefined ? {} : { sex: patient.sex }),
          ...(words.phone === '' ? {} : { phone: words.phone }),
          ...(words.email === '' ? {} : { email: words.email }),
          ...(words.address === '' ? {} : { address: words.address }),
        },
      }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patient.id] });
      onClose();
    },
  );
  return (
    <Card title="Contact">
      <Form
        className="gap-4"
        failure={save.failure}
        stillTrue="Not saved. What you typed is still in the boxes."
        onSubmit={() => save.run(typed)}
        actions={
          <>
            <Button type="submit" variant="primary" busy={save.busy ? 'Saving' : undefined}>
              Save
            </Button>
            <Button onClick={onClose}>Back</Button>
          </>
        }
      >
        <TextField
          label="Given name"
          name="givenName"
          value={typed.givenName}
          onChange={(givenName) => draft.set({ ...typed, givenName })}
        />
        <TextField
          label="Family name"
          name="familyName"
          value={typed.familyName}
          onChange={(familyName) => draft.set({ ...typed, familyName })}
        />
        <TextField
          label="What they like to be called"
          name="preferredName"
          optional
          value={typed.preferredName}
          onChange={(preferredName) => draft.set({ ...typed, preferredName })}
        />
        <DateTimeField
          kind="date"
          label="Born"
          name="birthDate"
          value={typed.birthDate}
          onChange={(birthDate) => draft.set({ ...typed, birthDate })}
        />
        <TextField
          label="Phone"
          name="phone"
          type="tel"
          value={typed.phone}
          onChange={(phone) => draft.set({ ...typed, phone })}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          value={typed.email}
          onChange={(email) => draft.set({ ...typed, email })}
        />
        <TextField
          label="Address"
          name="address"
          optional
          value={typed.address}
          onChange={(address) => draft.set({ ...typed, address })}
        />
        <ChoiceGroup
          label="Language"
          name="language"
          columns={2}
          value={typed.language}
          onChange={(language) => draft.set({ ...typed, language })}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Spanish' },
          ]}
        />
        <Select
          label="Time zone"
          hint="Their quiet hours and reminders follow it."
          name="zone"
          choices={zoneChoices(patient.zone)}
          value={typed.zone}
          onChange={(zone = patient.zone) => draft.set({ ...typed, zone })}
        />
      </Form>
    </Card>
  );
}

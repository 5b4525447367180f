// Name, birth date and how to be reached: corrected in place, with what the clinic already has filled in.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { correctPatient, getPatient, type Patient } from '#api/patients.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatTime, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';

export function demographicsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'demographics'),
    queryFn: () => ask(getPatient, { params: { patientId } }),
  });
}

export function AboutSection() {
  const { patientId } = usePerson();
  const person = useQuery(demographicsQuery(patientId));
  return <Asked query={person}>{(data) => <About person={data} />}</Asked>;
}

type Sex = NonNullable<Patient['sex']>;
type Written = Partial<
  Pick<
    Patient,
    'givenName' | 'familyName' | 'preferredName' | 'birthDate' | 'sex' | 'phone' | 'email' | 'address'
  >
>;

function About({ person }: { readonly person: Patient }) {
  const { patientId } = usePerson();
  const draft = useDraft<Written>('screening/about', {});
  const act = useAct(correctPatient);
  const [keptAt, setKeptAt] = useState<number>();
  const value = { ...person, ...draft.value };
  const change = (changed: Written): void => draft.set({ ...draft.value, ...changed });
  const given = (text: string | undefined): string | undefined =>
    text === undefined || text.trim() === '' ? undefined : text.trim();
  const save = async (): Promise<void> => {
    const done = await act.run({
      params: { patientId },
      body: {
        version: person.version,
        givenName: value.givenName,
        familyName: value.familyName,
        preferredName: given(value.preferredName),
        birthDate: given(value.birthDate),
        sex: value.sex,
        phone: given(value.phone),
        email: given(value.email),
        address: given(value.address),
        language: person.language,
      },
    });
    if (done === undefined) return;
    queryClient.setQueryData(demographicsQuery(patientId).queryKey, done);
    draft.clear();
    setKeptAt(serverNow());
  };
  const sexes: readonly Sex[] = ['female', 'male', 'other', 'unknown'];
  return (
    <Form
      onSubmit={save}
      failure={act.failure}
      stillTrue={t('shared.nothing-lost')}
      actions={
        <>
          <Button type="submit" variant="primary" busy={act.busy ? t('shared.saving') : undefined}>
            {t('shared.save')}
          </Button>
          <p role="status" className="self-center text-small text-ink-2">
            {keptAt === undefined ? '' : say('about.saved', { time: formatTime(keptAt) })}
          </p>
        </>
      }
    >
      <TextField
        label={t('about.given')}
        name="givenName"
        autoComplete="given-name"
        maxLength={200}
        value={value.givenName}
        onChange={(givenName) => change({ givenName })}
      />
      <TextField
        label={t('about.family')}
        name="familyName"
        autoComplete="family-name"
        maxLength={200}
        value={value.familyName}
        onChange={(familyName) => change({ familyName })}
      />
      <TextField
        label={t('about.preferred')}
        name="preferredName"
        autoComplete="nickname"
        optional
        maxLength={200}
        value={value.preferredName ?? ''}
        onChange={(preferredName) => change({ preferredName })}
      />
      <DateTimeField
        kind="date"
        label={t('about.birth')}
        name="birthDate"
        autoComplete="bday"
        value={value.birthDate ?? ''}
        onChange={(birthDate) => change({ birthDate })}
      />
      <ChoiceGroup
        label={t('about.sex')}
        name="sex"
        value={value.sex}
        onChange={(sex) => change({ sex })}
        columns={2}
        choices={sexes.map((sex) => ({ value: sex, label: t(`about.${sex}`) }))}
      />
      <TextField
        label={t('about.phone')}
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={value.phone ?? ''}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={t('about.email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        value={value.email ?? ''}
        onChange={(email) => change({ email })}
      />
      <TextField
        label={t('about.address')}
        name="address"
        autoComplete="street-address"
        optional
        maxLength={200}
        value={value.address ?? ''}
        onChange={(address) => change({ address })}
      />
    </Form>
  );
}

// Who is near, what each may see, and the way to invite or let go.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inviteSupporter, type Supporter, supporterSees } from '#api/circle.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { revokeCompanionLink } from '#api/preparation.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Form } from '#web/kit/form.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { untilWords } from '#web/patient/link-until.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { LetBeAsked } from '#web/patient/prepare/let-be-asked.tsx';
import { renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { ridesQuery } from '#web/patient/today/rides-query.ts';
import { useAct } from '#web/patient/use-act.ts';
import { circleWords } from '#web/patient/words/circle.ts';
import { circleQuery } from './circle-query.ts';
import { GuestNotes } from './guest-notes.tsx';

extendCatalog(circleWords);

function CirclePage() {
  const { patientId } = usePerson();
  const circle = useQuery(circleQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('circle.title')}
      lead={t('circle.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={circle}>
        {({ supporters }) =>
          supporters.length === 0 ? (
            <p className="text-ink-2">{t('circle.none')}</p>
          ) : (
            <>
              <ul className="flex flex-col gap-3">
                {supporters.map((each) => (
                  <li key={each.linkId}>
                    <OneSupporter supporter={each} />
                  </li>
                ))}
              </ul>
              <p className="text-small text-ink-2">{t('circle.ended-truth')}</p>
            </>
          )
        }
      </Asked>
      <Companions />
      <GuestNotes />
      <Invite />
    </Page>
  );
}

/** Who takes them home, while that link works: what is asked of them is chosen here too, in the days after. */
function Companions() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const live = useQuery(ridesQuery(patientId)).data?.rides.filter(
    ({ state, linkRevoked, linkExpiresAt }) => state !== 'declined' && !linkRevoked && linkExpiresAt > now,
  );
  return (
    <>
      <p className="text-small text-ink-2">{t('circle.companion-asked')}</p>
      {live?.map((ride) => (
        <Card key={ride.linkId} title={ride.companionName} className="max-[18rem]:px-2">
          <p className="mb-3 text-small text-ink-2">
            {untilWords('ride.link-until', ride.linkExpiresAt, now)}
          </p>
          <LetBeAsked ride={ride} />
        </Card>
      ))}
    </>
  );
}

function OneSupporter({ supporter }: { readonly supporter: Supporter }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const act = useAct(revokeCompanionLink);
  const end = async (): Promise<void> => {
    const done = await act.run({ params: { patientId, linkId: supporter.linkId }, body: {} });
    if (done !== undefined) renewPatient(patientId);
  };
  return (
    <Card
      title={[supporter.name, supporter.role].filter((part) => part !== '').join(', ')}
      className="max-[18rem]:px-2"
    >
      {supporter.sees.length === 0 && <p>{t('circle.sees-none')}</p>}
      {supporter.sees.map((seen) => (
        <p key={seen}>{t(`circle.sees-${seen}`)}</p>
      ))}
      <p className="mt-1 text-small text-ink-2">
        {supporter.openedAt === undefined
          ? t('circle.not-opened')
          : say('circle.opened', { when: whenWords(supporter.openedAt, now) })}{' '}
        {untilWords('circle.until', supporter.expiresAt, now)}
      </p>
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
      <Button className="mt-3" onClick={end} busy={act.busy ? t('circle.ending') : undefined}>
        {t('circle.end')}
      </Button>
    </Card>
  );
}

interface Typed {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly sees: BodyOf<typeof inviteSupporter>['sees'];
  readonly untilOn: string;
}
const nothing: Typed = { name: '', role: '', email: '', phone: '', sees: [], untilOn: '' };

function given(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim();
}

function Invite() {
  const { patientId } = usePerson();
  const draft = useDraft<Typed>('circle/invite', nothing);
  const act = useAct(inviteSupporter);
  const [id, setId] = useState(newCommandId);
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>();
  const { name, role, email, phone, sees, untilOn } = { ...nothing, ...draft.value };
  const isReady = name.trim() !== '' && role.trim() !== '';
  const send = async (): Promise<void> => {
    if (!isReady) return;
    const done = await act.run({
      params: { patientId },
      body: { id, name, role, sees, email: given(email), phone: given(phone), untilOn: given(untilOn) },
    });
    if (done === undefined) return;
    setMade({ name, link: done.link });
    draft.clear();
    setId(newCommandId());
    renewPatient(patientId);
  };
  return (
    <Section title={t('circle.invite')}>
      {made !== undefined && (
        <Card title={t('circle.link', { name: made.name })}>
          <p>{t('circle.link-once')}</p>
          <p className="mt-3 rounded-control bg-water p-3 text-small break-all select-all">{made.link}</p>
        </Card>
      )}
      <Form
        onSubmit={send}
        failure={act.failure}
        stillTrue={t('shared.nothing-lost')}
        actions={
          <Button
            type="submit"
            variant="primary"
            size="large"
            closed={isReady ? undefined : t('circle.needs-name')}
            busy={act.busy ? t('circle.making') : undefined}
          >
            {t('circle.make')}
          </Button>
        }
      >
        <TextField
          label={t('circle.name')}
          name="name"
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(value) => draft.set({ ...draft.value, name: value })}
        />
        <TextField
          label={t('circle.role')}
          name="role"
          hint={t('circle.role-hint')}
          maxLength={200}
          value={role}
          onChange={(value) => draft.set({ ...draft.value, role: value })}
        />
        <CheckboxList
          label={t('circle.what')}
          hint={t('circle.never')}
          value={sees}
          onChange={(value) => draft.set({ ...draft.value, sees: [...value] })}
          choices={supporterSees.map((value) => ({ value, label: t(`circle.what-${value}`) }))}
        />
        <DateTimeField
          kind="date"
          label={t('circle.until-label')}
          name="untilOn"
          hint={t('circle.until-hint')}
          optional
          value={untilOn}
          onChange={(value) => draft.set({ ...draft.value, untilOn: value })}
        />
        <TextField
          label={t('circle.phone')}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          hint={t('circle.phone-hint')}
          optional
          value={phone}
          onChange={(value) => draft.set({ ...draft.value, phone: value })}
        />
        <TextField
          label={t('circle.email')}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          hint={t('circle.email-hint')}
          optional
          value={email}
          onChange={(value) => draft.set({ ...draft.value, email: value })}
        />
      </Form>
    </Section>
  );
}

export const page = CirclePage;

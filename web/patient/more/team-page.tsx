// The people of my care in their own words, and my wish for who sits beside me.
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#api/endpoint.ts';
import { type CareWish, genderWishes, getTeam, saveCareWish, type TeamMember } from '#api/team.ts';
import { ask } from '#web/kit/api-client.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { SaveRow } from '#web/patient/prepare/save-row.tsx';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { teamWords } from '#web/patient/words/team.ts';

extendCatalog(prepareWords);
extendCatalog(teamWords);

function teamQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'team'),
    queryFn: () => ask(getTeam, { params: { patientId } }),
  });
}

function TeamPage() {
  const { patientId } = usePerson();
  const team = useQuery(teamQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('team.title')}
      lead={t('team.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={team}>
        {(data) => (
          <>
            {data.members.length === 0 && <EmptyState>{t('team.none')}</EmptyState>}
            {data.members.map((member) => (
              <Member key={member.accountId} member={member} />
            ))}
            <Wish team={data} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Member({ member }: { readonly member: TeamMember }) {
  const { credentials, licensedIn, speaks, about } = member.profile;
  const lines = [
    ['team.trained', credentials],
    ['team.licensed', licensedIn],
    ['team.speaks', speaks],
  ].filter(([, said]) => said !== '');
  return (
    <Card title={member.name}>
      <p className="text-ink-2">{t(`team.role.${member.role}`)}</p>
      {lines.length === 0 && about === '' && <p>{t('team.silent')}</p>}
      {about !== '' && <p className="mt-2">{about}</p>}
      <dl className="mt-2 grid gap-x-5 gap-y-1 tablet:grid-cols-[auto_1fr] max-tablet:[&>div>dd]:mb-2">
        {lines.map(([label = '', said]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{t(label)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-small text-ink-2">{t('team.visits', { count: member.visits })}</p>
    </Card>
  );
}

interface Typed {
  readonly gender?: CareWish['gender'] | undefined;
  readonly withAccountId?: string | undefined;
  readonly note?: string | undefined;
}

function Wish({ team }: { readonly team: AnswerOf<typeof getTeam> }) {
  const { patientId } = usePerson();
  const { wish, members } = team;
  const draft = useDraft<Typed>('care-wish', {});
  const act = useAct(saveCareWish);
  const typed = {
    gender: wish?.gender,
    withAccountId: wish?.withAccountId,
    note: wish?.note,
    ...draft.value,
  };
  const save = async (): Promise<void> => {
    if (typed.gender === undefined) return;
    const done = await act.run({
      params: { patientId },
      body: {
        version: wish?.version ?? 0,
        gender: typed.gender,
        withAccountId: typed.withAccountId,
        note: typed.note?.trim() ?? '',
      },
    });
    if (done === undefined) return;
    queryClient.setQueryData(teamQuery(patientId).queryKey, { ...team, wish: done });
    draft.clear();
  };
  return (
    <Section title={t('team.wish')} className="border-t border-contour pt-6">
      <p>{t('team.wish-text')}</p>
      <ChoiceGroup
        label={t('team.gender')}
        value={typed.gender}
        onChange={(gender) => draft.set({ ...draft.value, gender })}
        choices={genderWishes.map((value) => ({ value, label: t(`team.${value}`) }))}
      />
      <Select
        label={t('team.same')}
        optional
        prompt={t('team.same-any')}
        value={typed.withAccountId}
        onChange={(withAccountId) => draft.set({ ...draft.value, withAccountId })}
        choices={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
      <TextField
        label={t('team.note')}
        optional
        maxLength={200}
        value={typed.note ?? ''}
        onChange={(note) => draft.set({ ...draft.value, note })}
      />
      <SaveRow
        label={t('team.save')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={typed.gender === undefined ? t('team.closed') : undefined}
        keptAt={wish?.saidAt}
      />
    </Section>
  );
}

export const page = TeamPage;

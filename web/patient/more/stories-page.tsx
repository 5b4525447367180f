// A story of one's own for the public page: told with a yes to exactly that, and taken back by one tap.
import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  listOwnStories,
  type OwnStory,
  type StoryKind,
  storyKinds,
  tellStory,
  withdrawStory,
} from '#api/stories.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { currentLanguage, extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { storyWords } from '#web/patient/words/stories.ts';

extendCatalog(storyWords);

function storiesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'stories'),
    queryFn: () => ask(listOwnStories, { params: { patientId } }),
  });
}

function renew(patientId: string): void {
  queryClient.invalidateQueries({ queryKey: storiesQuery(patientId).queryKey });
}

function StoriesPage() {
  const { patientId } = usePerson();
  const stories = useQuery(storiesQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('story.title')}
      lead={t('story.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <a
        className="link inline-flex min-h-12 items-center"
        href={currentLanguage() === 'es' ? '/es/stories' : '/stories'}
      >
        {t('story.page')}
      </a>
      <Tell />
      <Asked query={stories}>
        {(data) =>
          data.stories.length > 0 && (
            <Section title={t('story.mine')}>
              {data.stories.map((story) => (
                <Told key={story.id} story={story} />
              ))}
            </Section>
          )
        }
      </Asked>
    </Page>
  );
}

interface Typed {
  readonly kind?: StoryKind | undefined;
  readonly words: string;
  readonly may: boolean;
}

function Tell() {
  const { patientId } = usePerson();
  const draft = useDraft<Typed>('story', { words: '', may: false });
  const act = useAct(tellStory);
  const { kind, words, may } = draft.value;
  const isReady = kind !== undefined && words.trim() !== '' && may;
  const send = async (): Promise<void> => {
    if (!isReady) return;
    const done = await act.run({
      params: { patientId },
      body: {
        id: newCommandId(),
        language: currentLanguage(),
        kind,
        words: words.trim(),
        mayBeShown: true,
      },
    });
    if (done === undefined) return;
    draft.clear();
    renew(patientId);
  };
  return (
    <Form
      onSubmit={send}
      failure={act.failure}
      stillTrue={t('story.still')}
      actions={
        <Button
          type="submit"
          variant="primary"
          closed={isReady ? undefined : t('story.closed')}
          busy={act.busy ? t('story.sending') : undefined}
        >
          {t('story.send')}
        </Button>
      }
    >
      <ChoiceGroup
        label={t('story.kind')}
        value={kind}
        onChange={(chosen) => draft.set({ ...draft.value, kind: chosen })}
        choices={storyKinds.map((value) => ({ value, label: t(`story.${value}`) }))}
      />
      <TextArea
        own
        label={t('story.words')}
        hint={t('story.words-hint')}
        rows={6}
        maxLength={4_000}
        value={words}
        onChange={(value) => draft.set({ ...draft.value, words: value })}
      />
      <Checkbox
        label={t('story.may')}
        ticked={may}
        onChange={(ticked) => draft.set({ ...draft.value, may: ticked })}
      />
      <p className="text-small text-ink-2">{t('story.may-text')}</p>
    </Form>
  );
}

function Told({ story }: { readonly story: OwnStory }) {
  const { patientId } = usePerson();
  const act = useAct(withdrawStory);
  const takeBack = async (): Promise<void> => {
    const done = await act.run({ params: { patientId, storyId: story.id }, body: {} });
    if (done !== undefined) renew(patientId);
  };
  const isGone = story.state === 'withdrawn';
  return (
    <OwnWordsCard
      when={`${t(`story.${story.kind}`)}, ${formatDate(story.toldAt, 'medium')}`}
      words={isGone ? '' : story.words}
      foot={
        <>
          {t(`story.state.${story.state}`)}
          {story.note !== '' && <span className="block">{story.note}</span>}
        </>
      }
      action={
        !isGone && (
          <Button
            variant="quiet"
            size="row"
            className="-ml-3.5 min-h-12"
            onClick={takeBack}
            busy={act.busy ? t('story.withdrawing') : undefined}
          >
            {t('story.withdraw')}
          </Button>
        )
      }
    />
  );
}

export const page = StoriesPage;

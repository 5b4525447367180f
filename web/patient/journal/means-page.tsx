// Small commitments, each with a day to look back on it. Nothing is counted and nothing is late: letting go is an answer.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { type OwnWords, reviewOutcomes, saveOwnWords } from '#api/own-words.ts';
import { addDays, localDateOf } from '#clinical/instant.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { currentZone, extendCatalog, formatDate, formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { SaveRow } from '#web/patient/prepare/save-row.tsx';
import { renewPatient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { isStillOpen, lookedBackOn } from './commitment.ts';
import { ownWordsQuery } from './journal-page.tsx';
import { notesQuery } from './notes-query.ts';
import { WhoSees } from './who-sees.tsx';

extendCatalog(journalWords);
extendCatalog(prepareWords);
extendCatalog(entryWords);

function MeansPage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  return (
    <Page
      place="/journal"
      title={t('means.title')}
      lead={t('means.lead')}
      back={{ to: '/journal', label: t('place.journal') }}
    >
      <NewCommitment words={words.data?.words ?? []} />
      <Asked query={words}>
        {(data) => {
          const all = data.words
            .filter((each) => each.kind === 'commitment')
            .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
          const open = all.filter(isStillOpen);
          const past = all.filter((each) => !open.includes(each)).toReversed();
          if (all.length === 0) return <EmptyState>{t('means.none')}</EmptyState>;
          return (
            <>
              {open.length > 0 && <Listed title={t('means.open')} commitments={open} />}
              {past.length > 0 && <Listed title={t('means.past')} commitments={past} />}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

interface ListedProps {
  readonly title: string;
  readonly commitments: readonly OwnWords[];
}

function Listed({ title, commitments }: ListedProps) {
  return (
    <Section title={title}>
      <ul className="flex flex-col gap-4">
        {commitments.map((each) => (
          <li key={each.id}>
            <Commitment commitment={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Commitment({ commitment }: { readonly commitment: OwnWords }) {
  const now = useNow(60_000);
  const { dueOn = '', review } = commitment;
  const today = localDateOf(now, currentZone());
  const isSettled = review !== undefined && review.outcome !== 'not-yet';
  const isDue = !isSettled && dueOn <= today;
  const date = formatLocalDate(dueOn, 'medium');
  return (
    <div className="flex flex-col gap-3">
      <OwnWordsCard
        when={
          isSettled
            ? t(`means.${review.outcome}`)
            : isDue
              ? dueOn === today
                ? t('means.today')
                : t('means.since', { date })
              : t('means.by', { date })
        }
        footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
        foot={<WhoSees words={commitment} now={now} />}
        action={
          <Go to={`/journal/${commitment.id}`} className="link inline-flex min-h-12 items-center">
            {t('means.show')}
          </Go>
        }
      >
        {commitment.text}
        {review?.words !== undefined && review.words !== '' && (
          <span className="mt-2 block">{review.words}</span>
        )}
      </OwnWordsCard>
      {isDue && <Review commitment={commitment} today={today} />}
    </div>
  );
}

interface ReviewProps {
  readonly commitment: OwnWords;
  readonly today: string;
}

function Review({ commitment, today }: ReviewProps) {
  const { patientId } = usePerson();
  const draft = useDraft<{
    outcome?: (typeof reviewOutcomes)[number];
    words: string;
    again: string;
  }>(`journal/review/${commitment.id}`, { words: '', again: addDays(today, 7) });
  const act = useAct(saveOwnWords);
  const { outcome, words, again } = draft.value;
  const save = async (): Promise<void> => {
    if (outcome === undefined) return;
    const done = await act.run({
      params: { patientId, wordsId: commitment.id },
      body: lookedBackOn(commitment, {
        outcome,
        at: serverNow(),
        words: words.trim() === '' ? undefined : words,
        again: again === '' ? undefined : again,
      }),
    });
    if (done === undefined) return;
    draft.clear();
    renewPatient(patientId);
  };
  return (
    <div className="flex flex-col gap-3 border-l-4 border-contour pl-4">
      <ChoiceGroup
        label={t('means.how')}
        value={outcome}
        onChange={(next) => draft.set({ ...draft.value, outcome: next })}
        columns={2}
        choices={reviewOutcomes.map((value) => ({ value, label: t(`means.${value}`) }))}
      />
      {outcome === 'not-yet' && (
        <DateTimeField
          kind="date"
          label={t('means.again')}
          min={addDays(today, 1)}
          value={again}
          onChange={(next) => draft.set({ ...draft.value, again: next })}
        />
      )}
      <TextArea
        own
        rows={1}
        optional
        label={t('means.words')}
        maxLength={4_000}
        value={words}
        onChange={(next) => draft.set({ ...draft.value, words: next })}
      />
      <SaveRow
        label={t('means.save')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={outcome === undefined ? t('means.choose') : undefined}
      />
    </div>
  );
}

/** What was said in a talk afterwards, to be taken up here or not. Nothing comes over by itself. */
function SaidInTalk({
  words,
  onTake,
}: {
  readonly words: readonly OwnWords[];
  readonly onTake: (text: string) => void;
}) {
  const { patientId } = usePerson();
  const { data } = useQuery(notesQuery(patientId));
  const here = new Set(words.map((each) => each.text));
  const said = (data?.notes ?? [])
    .filter((note) => note.kind === 'integration')
    .flatMap(({ commitments, authorName, heldAt }) =>
      commitments.filter((text) => !here.has(text)).map((text) => ({ text, authorName, heldAt })),
    )
    // Said again in a later talk, it is still one thing; the newest talk comes first.
    .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
    .slice(0, 4);
  if (said.length === 0) return null;
  return (
    <Section title={t('means.said')}>
      <ul className="flex flex-col gap-3">
        {said.map(({ text, authorName, heldAt }) => (
          <li key={`${heldAt}/${text}`}>
            <OwnWordsCard
              words={text}
              foot={t('means.said-with', { name: authorName, date: formatDate(heldAt, 'medium') })}
              action={<Button onClick={() => onTake(text)}>{t('means.take-up')}</Button>}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface NewCommitmentProps {
  readonly words: readonly OwnWords[];
}

function NewCommitment({ words }: NewCommitmentProps) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const draft = useDraft('journal/commitment', { text: '', dueOn: '' });
  const act = useAct(saveOwnWords);
  const [id, setId] = useState(newCommandId);
  const [isOpen, setIsOpen] = useState(false);
  const { text, dueOn } = draft.value;
  const save = async (): Promise<void> => {
    const done = await act.run({
      params: { patientId, wordsId: id },
      body: { version: 0, kind: 'commitment', text, dueOn, writtenAt: serverNow() },
    });
    if (done === undefined) return;
    draft.clear();
    setId(newCommandId());
    setIsOpen(false);
    renewPatient(patientId);
  };
  if (!isOpen && text === '') {
    return (
      <>
        <Button className="self-start" onClick={() => setIsOpen(true)}>
          {t('means.label')}
        </Button>
        <SaidInTalk words={words} onTake={(taken) => draft.set({ text: taken, dueOn: '' })} />
      </>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        own
        rows={2}
        label={t('means.label')}
        placeholder={t('means.placeholder')}
        value={text}
        onChange={(next) => draft.set({ text: next, dueOn })}
      />
      <DateTimeField
        kind="date"
        label={t('means.due')}
        hint={t('means.due-hint')}
        min={localDateOf(now, currentZone())}
        value={dueOn}
        onChange={(next) => draft.set({ text, dueOn: next })}
      />
      <SaveRow
        label={t('means.keep')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={text.trim() === '' || dueOn === '' ? t('means.needs') : undefined}
      />
    </div>
  );
}

export const page = MeansPage;

// What a person hopes for, in their own words, or "not yet". Private until they show it to someone.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { asksTheMedicine } from '#clinical/preparation/intention-wording.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import type { Medium } from '#web/patient/journal/entry-draft.ts';
import { ownWordsQuery } from '#web/patient/journal/journal-page.tsx';
import { layAside } from '#web/patient/journal/media-shelf.ts';
import { MediaOfEntry, ShownMedium } from '#web/patient/journal/media-view.tsx';
import { NotTakenHere } from '#web/patient/journal/not-taken-here.tsx';
import { notesQuery } from '#web/patient/journal/notes-query.ts';
import { VoiceRecorder } from '#web/patient/journal/voice-recorder.tsx';
import { waitingWords, withWaitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { WhoSees } from '#web/patient/journal/who-sees.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { renewPatient } from '#web/patient/queries.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { newestIntention } from './newest-intention.ts';
import { PreparedPage } from './prepared-page.tsx';
import { Starters } from './starters.tsx';

extendCatalog(prepareWords);
extendCatalog(readyWords);
extendCatalog(entryWords);

const types = ['healing', 'insight', 'exploring'] as const;
type IntentionType = (typeof types)[number];

const anyStarters = [
  'intention.starter-1',
  'intention.starter-2',
  'intention.starter-3',
  'intention.starter-4',
];
const startersOf: Readonly<Record<IntentionType, readonly string[]>> = {
  healing: ['intention.healing-1', 'intention.healing-2', 'intention.starter-4'],
  insight: ['intention.insight-1', 'intention.insight-2', 'intention.starter-3'],
  exploring: ['intention.exploring-1', 'intention.exploring-2'],
};

const noVoice: readonly Medium[] = [];

function IntentionPage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  const { waiting } = useTransport(wordsTopic);
  const waitingIds = new Set(waitingWords(waiting).map((each) => each.id));
  const intentionOf = (cycleId: string | undefined): ReactNode => (
    <Asked query={words}>
      {(data) => {
        const all = withWaitingWords(data.words, waiting, serverNow());
        const before = newestIntention(all, (each) => each.cycleId === cycleId);
        return (
          <>
            <NotTakenHere wordsId={before?.id} />
            <Intention
              cycleId={cycleId}
              before={before}
              last={newestIntention(all, (each) => each.cycleId !== cycleId && each.state !== 'not-yet')}
              waitingIds={waitingIds}
            />
          </>
        );
      }}
    </Asked>
  );
  return (
    <PreparedPage
      title={t('prepare.intention')}
      lead={t('intention.lead')}
      early={() => intentionOf(undefined)}
    >
      {intentionOf}
    </PreparedPage>
  );
}

interface IntentionProps {
  /** Undefined: nothing is booked yet, and what is written waits for the first cycle. */
  readonly cycleId: string | undefined;
  readonly before: OwnWords | undefined;
  /** From the session before this one. */
  readonly last: OwnWords | undefined;
  /** Kept on this phone and not yet with the clinic. */
  readonly waitingIds: ReadonlySet<string>;
}

function Intention({ cycleId, before, last, waitingIds }: IntentionProps) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const draft = useDraft(`intention/${cycleId ?? 'early'}`, '');
  const act = useKeptAct(saveOwnWords, wordsTopic);
  const notes = useQuery(notesQuery(patientId));
  const voice = useDraft<readonly Medium[]>(`intention/${cycleId ?? 'early'}/voice`, noVoice, 'here');
  const [hasNoRoom, setHasNoRoom] = useState(false);
  const [freshId] = useState(newCommandId);
  const [changing, setChanging] = useState(false);
  const [isRecording, setIsRecording] = useState(false);
  const [type, setType] = useState<IntentionType>();
  const written = before?.state === 'not-yet' ? undefined : before?.text;

  const save = async (state: 'written' | 'not-yet'): Promise<void> => {
    const wordsId = before?.id ?? freshId;
    const spoken = state === 'written' ? voice.value : [];
    const laidAside = await layAside(spoken, { patientId, wordsId });
    setHasNoRoom(!laidAside);
    if (!laidAside) return;
    const media = [...(state === 'written' ? (before?.media ?? []) : []), ...spoken];
    const safe = await act.run({
      params: { patientId, wordsId },
      body: {
        version: before?.version ?? 0,
        kind: 'intention',
        text: state === 'written' ? draft.value : '',
        media: media.length === 0 ? undefined : media.map(({ id, kind, seconds }) => ({ id, kind, seconds })),
        state,
        cycleId,
        writtenAt: serverNow(),
      },
    });
    if (safe === undefined) return;
    // Half a line is not thrown away by saying "not yet".
    if (state === 'written') {
      draft.clear();
      voice.clear();
    }
    setChanging(false);
    if (safe.kind === 'sent') renewPatient(patientId);
  };

  const hasVoice = (before?.media ?? []).length > 0;
  const isWaiting = before !== undefined && waitingIds.has(before.id);
  if (before !== undefined && written !== undefined && (written !== '' || hasVoice) && !changing) {
    return (
      <>
        <OwnWordsCard
          when={capitalised(whenWords(before.writtenAt, now))}
          words={written === '' ? t('intention.spoken') : written}
          footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
          foot={
            <>
              <WhoSees words={before} now={now} /> {isWaiting && t('shared.kept-here')}
            </>
          }
          action={
            isWaiting ? undefined : (
              <Go to={`/journal/${before.id}`} className="link inline-flex min-h-12 items-center">
                {t('intention.show')}
              </Go>
            )
          }
        />
        <MediaOfEntry wordsId={before.id} media={before.media} />
        {draft.ready && (
          <Button
            className="self-start"
            onClick={() => {
              if (draft.value === '') draft.set(written);
              setChanging(true);
            }}
          >
            {t('intention.change')}
          </Button>
        )}
        <p className="text-small text-ink-2">{t('intention.history')}</p>
      </>
    );
  }
  const isEmpty = draft.value.trim() === '';
  const hasNothing = isEmpty && voice.value.length === 0 && !hasVoice;
  const talk = notes.data?.notes
    .filter((note) => note.nextIntention !== undefined)
    .toSorted((a, b) => b.heldAt - a.heldAt)
    .at(0);
  return (
    <>
      {before?.state === 'not-yet' && (
        <p>
          <strong className="font-sub">{t('intention.is-not-yet')}</strong> {t('intention.not-yet-text')}
          {isWaiting && ` ${t('shared.kept-here')}`}
        </p>
      )}
      <p className="text-small text-ink-2">{t('intention.four')}</p>
      {talk?.nextIntention !== undefined && isEmpty && (
        <OwnWordsCard
          when={t('intention.from-talk', { name: talk.authorName })}
          words={talk.nextIntention}
          action={<Button onClick={() => draft.set(talk.nextIntention ?? '')}>{t('intention.carry')}</Button>}
          foot={capitalised(whenWords(talk.heldAt, now))}
        />
      )}
      {last?.text !== undefined && last.text !== '' && isEmpty && (
        <OwnWordsCard
          when={t('intention.before')}
          words={last.text}
          action={<Button onClick={() => draft.set(last.text ?? '')}>{t('intention.carry')}</Button>}
          foot={capitalised(whenWords(last.writtenAt, now))}
        />
      )}
      <ChoiceGroup
        label={t('intention.type')}
        optional
        value={type}
        onChange={setType}
        choices={types.map((value) => ({ value, label: t(`intention.type-${value}`) }))}
      />
      <TextArea
        label={t('intention.label')}
        own
        rows={4}
        placeholder={t('intention.placeholder')}
        value={draft.value}
        onChange={draft.set}
      />
      <Starters
        heading={t('intention.starters')}
        ids={type === undefined ? anyStarters : startersOf[type]}
        onChoose={(start) => draft.set(isEmpty ? start : `${draft.value.trimEnd()}\n${start}`)}
      />
      <Section title={t('intention.say-it')}>
        <VoiceRecorder
          onRecording={setIsRecording}
          onHeard={(medium) =>
            voice.set([...voice.value.filter((each) => each.id !== medium.id).slice(-2), medium])
          }
        />
        {voice.value.map((medium) => (
          <div key={medium.id} className="flex flex-col gap-2">
            <ShownMedium medium={medium} />
            <Button
              className="self-start"
              onClick={() => voice.set(voice.value.filter((each) => each.id !== medium.id))}
            >
              {t('media.remove')}
            </Button>
          </div>
        ))}
        {voice.value.length > 0 && <p className="text-small text-ink-2">{t('media.only-here')}</p>}
      </Section>
      {hasNoRoom && <p role="status">{t('media.not-kept')}</p>}
      <p role="status">{asksTheMedicine(draft.value) ? t('intention.asks') : ''}</p>
      {act.failure !== undefined && (
        <ErrorState compact title={failureWords(act.failure)} stillTrue={t('prepare.not-saved')} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          onClick={() => save('written')}
          closed={isRecording ? t('voice.stop-first') : hasNothing ? t('letter.needs-words') : undefined}
          busy={act.busy ? t('shared.saving') : undefined}
        >
          {t('intention.keep')}
        </Button>
        {cycleId !== undefined && before?.state !== 'not-yet' && (
          <Button onClick={() => save('not-yet')} busy={act.busy ? t('shared.saving') : undefined}>
            {t('intention.not-yet')}
          </Button>
        )}
      </div>
      {cycleId !== undefined && before?.state !== 'not-yet' && (
        <p className="text-small text-ink-2">{t('intention.not-yet-text')}</p>
      )}
    </>
  );
}

export const page = IntentionPage;

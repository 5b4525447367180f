// The journal: a place to write that loses nothing, and what was written, each entry with who can see it.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Eye, Lock, Moon } from 'lucide-react';
import { listOwnWords, type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { phoneMemory } from '#web/patient/phone-memory.ts';
import { answerQuery, patientKey, queryClient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { waitingWords, wordsTopic } from './waiting-words.ts';
import { openShares, WhoSees } from './who-sees.tsx';

extendCatalog(journalWords);

export function ownWordsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'own-words'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: {} }),
  });
}

function JournalPage() {
  const { person } = useSurroundings();
  return (
    <Page
      place="/journal"
      title={t('journal.title')}
      banner={person === undefined ? undefined : <QuietDays />}
    >
      <Writing patientId={person?.patientId ?? phoneMemory().patientId} isKnown={person !== undefined} />
      {person === undefined ? (
        <>
          <p className="text-ink-2">{t('journal.away')}</p>
          <Waiting known={none} />
        </>
      ) : (
        <Entries />
      )}
    </Page>
  );
}

// The first days belong to the person alone. House rule, the same length as in the clinic's own pages.
const quietMinutes = 3 * 24 * 60;

function QuietDays() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(answerQuery(patientId));
  const releasedAt = data?.record.cycle?.session?.releasedAt;
  if (releasedAt === undefined) return null;
  const until = addMinutes(releasedAt, quietMinutes);
  if (until <= now) return null;
  return (
    <div className="flex gap-4 rounded-card bg-water p-5">
      <Moon size={24} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
      <p>
        <strong className="font-sub">{say('journal.quiet', { when: whenWords(until, now) })}</strong>{' '}
        {t('journal.quiet-text')}
      </p>
    </div>
  );
}

interface WritingProps {
  readonly patientId: string | undefined;
  /** Someone is signed in, so this phone can keep words under lock. */
  readonly isKnown: boolean;
}

function Writing({ patientId, isKnown }: WritingProps) {
  const draft = useDraft('journal/new', '');
  const isEmpty = draft.value.trim() === '';
  const keepIt = async (): Promise<void> => {
    if (patientId === undefined || isEmpty) return;
    await keep(saveOwnWords, {
      topic: wordsTopic,
      params: { patientId, wordsId: newCommandId() },
      body: { version: 0, kind: 'journal', text: draft.value, writtenAt: serverNow() },
    });
    draft.clear();
    setTimeout(() => queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'own-words') }), 1_200);
  };
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={t('journal.write')}
        labelHidden
        own
        rows={4}
        placeholder={t('journal.here-now')}
        value={draft.value}
        onChange={draft.set}
      />
      <p className="text-small text-ink-2">
        {draft.kept && isKnown ? t('journal.draft-kept') : t('shared.only-in-page')}
      </p>
      {!isEmpty && (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={keepIt}>
            {t('journal.keep')}
          </Button>
          <Button variant="quiet" onClick={draft.clear}>
            {t('journal.throw-away')}
          </Button>
        </div>
      )}
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

/** What was kept here and has not reached the clinic, in full view until it has. */
function Waiting({ known }: { readonly known: ReadonlySet<string> }) {
  const now = useNow(60_000);
  const transport = useTransport(wordsTopic);
  const waiting = waitingWords(transport.waiting).filter(
    (each) => each.kind === 'journal' && !known.has(each.id),
  );
  return waiting.map((each) => (
    <OwnWordsCard
      key={each.id}
      when={capitalised(whenWords(each.writtenAt, now))}
      words={each.text}
      footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={
        <>
          <strong className="font-sub">{t('journal.private')}</strong>{' '}
          {t(transport.onlyInMemory ? 'journal.only-in-page' : 'journal.not-sent')}
        </>
      }
    />
  ));
}

/** What the clinic did not take stays in view with a way on; otherwise it would be safe and yet gone from sight. */
function NotTaken() {
  const now = useNow(60_000);
  const { refused } = useTransport(wordsTopic);
  const again = async (item: OutboxItem): Promise<void> => {
    const { method, url, body, topic } = item;
    await outbox.add({ commandId: newCommandId(), method, url, body, topic, savedAt: serverNow() });
    await outbox.settle(item.commandId);
    setTimeout(() => queryClient.invalidateQueries({ queryKey: ['patient'] }), 1_200);
  };
  return refused.flatMap((item) =>
    waitingWords([item])
      .filter((each) => each.kind === 'journal')
      .map((each) => (
        <OwnWordsCard
          key={item.commandId}
          when={capitalised(whenWords(each.writtenAt, now))}
          words={each.text}
          footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
          foot={
            <>
              <strong className="font-sub">{t('journal.private')}</strong> {t('journal.not-taken')}
            </>
          }
          action={<Button onClick={() => again(item)}>{t('journal.send-again')}</Button>}
        />
      )),
  );
}

function Entries() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const words = useQuery(ownWordsQuery(patientId));
  const transport = useTransport(wordsTopic);
  return (
    <Section title={t('journal.entries')}>
      <NotTaken />
      <Waiting known={new Set(words.data?.words.map((each) => each.id))} />
      <Asked query={words}>
        {(data) => <Written words={data.words} now={now} hasWaiting={transport.waiting.length > 0} />}
      </Asked>
    </Section>
  );
}

interface WrittenProps {
  readonly words: readonly OwnWords[];
  readonly now: Instant;
  readonly hasWaiting: boolean;
}

function Written({ words, now, hasWaiting }: WrittenProps) {
  const newestFirst = words.toSorted((a, b) => b.writtenAt - a.writtenAt);
  const entries = newestFirst.filter((each) => each.kind === 'journal');
  const intentions = newestFirst.filter((each) => each.kind === 'intention');
  const letters = newestFirst.filter((each) => each.kind === 'letter');
  return (
    <>
      {entries.length === 0 && !hasWaiting && <EmptyState>{t('journal.empty')}</EmptyState>}
      {entries.map((each) => (
        <Entry key={each.id} words={each} when={capitalised(whenWords(each.writtenAt, now))} now={now} />
      ))}
      {intentions.length > 0 && <h2 className="mt-5 text-sub font-sub">{t('journal.intentions')}</h2>}
      {intentions.map((each) => (
        <Entry
          key={each.id}
          words={each}
          when={t('journal.intention-of', { when: whenWords(each.writtenAt, now) })}
          now={now}
        />
      ))}
      {letters.length > 0 && <h2 className="mt-5 text-sub font-sub">{t('journal.letters')}</h2>}
      {letters.map((each) => (
        <Entry key={each.id} words={each} when={capitalised(whenWords(each.writtenAt, now))} now={now} />
      ))}
    </>
  );
}

function Entry({
  words,
  when,
  now,
}: {
  readonly words: OwnWords;
  readonly when: string;
  readonly now: Instant;
}) {
  const isShown = openShares(words).length > 0;
  if (words.text === undefined) return <ShutLetter words={words} now={now} />;
  const Sign = isShown ? Eye : Lock;
  const shown = words.state === 'not-yet' && words.text === '' ? t('journal.intention-not-yet') : words.text;
  return (
    <OwnWordsCard
      when={when}
      words={shown}
      footIcon={<Sign size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={<WhoSees words={words} now={now} />}
      action={
        <Go to={`/journal/${words.id}`} className="link inline-flex min-h-12 items-center">
          {t('journal.open')}
        </Go>
      }
    />
  );
}

/** Closed from its author too; the system speaks here, so it stands on plain ground. */
function ShutLetter({ words, now }: { readonly words: OwnWords; readonly now: Instant }) {
  return (
    <Card>
      <p className="flex items-start gap-3">
        <Lock size={22} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
        {t('journal.letter-closed', { when: whenWords(words.openAt ?? words.writtenAt, now) })}
      </p>
    </Card>
  );
}

export const page = JournalPage;

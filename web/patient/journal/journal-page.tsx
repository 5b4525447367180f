// The journal: a place to write, speak, draw or add a photo that loses nothing, what was written before, each entry with who can
// see it, and an earlier one that comes back after a while.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ChevronRight, Eye, Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { listOwnWords, type OwnWords, saveOwnWords } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { type Draft, useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { UnlockCard } from '#web/patient/kept/unlock-card.tsx';
import { LetterInput, useLettersLying } from '#web/patient/letterbox/letter-input.tsx';
import { OpenedLetters } from '#web/patient/letterbox/opened-letters.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { phoneMemory } from '#web/patient/phone-memory.ts';
import { patientKey } from '#web/patient/queries.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { changeOf } from './changed-elsewhere.ts';
import { EntryBody } from './entry-body.tsx';
import { draftFrom, type EntryDraft, isBlank, type Medium, nothingWritten, partsOf } from './entry-draft.ts';
import { type EntryPart, EntryParts } from './entry-parts.tsx';
import { LookingBack } from './looking-back.tsx';
import { layAside } from './media-shelf.ts';
import { ShownMedium } from './media-view.tsx';
import { QuietDays, useQuietUntil } from './quiet-days.tsx';
import { SaidFirst } from './said-first.tsx';
import { threadsIn } from './threads.ts';
import { waitingWords, withWaitingWords, wordsTopic } from './waiting-words.ts';
import { openShares, WhoSees } from './who-sees.tsx';

extendCatalog(journalWords);
extendCatalog(entryWords);

export function ownWordsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'own-words'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: {} }),
  });
}

function JournalPage() {
  const { person } = useSurroundings();
  const [about, setAbout] = useState<string>();
  const isShut = person === undefined;
  const lying = useLettersLying();
  return (
    <Page place="/journal" title={t('journal.title')} banner={isShut ? undefined : <QuietDays />}>
      {isShut && lying !== 'no-box' ? (
        <LetterInput lying={lying} />
      ) : (
        <Writing
          patientId={person?.patientId ?? phoneMemory().patientId}
          isKnown={!isShut}
          about={about}
          onKept={() => setAbout(undefined)}
        />
      )}
      {isShut ? (
        <>
          <UnlockCard />
          <p className="text-ink-2">{t(lying === 'no-box' ? 'journal.away' : 'letter.older-shut')}</p>
          <Waiting known={none} />
        </>
      ) : (
        <>
          <OpenedLetters />
          <Entries onWriteAbout={setAbout} />
        </>
      )}
    </Page>
  );
}

interface WritingProps {
  readonly patientId: string | undefined;
  /** Someone is signed in, so this phone can keep words under lock. */
  readonly isKnown: boolean;
  /** The earlier entry these words look back on. */
  readonly about?: string | undefined;
  /** The session these words belong to; they have a draft of their own. */
  readonly cycleId?: string | undefined;
  /** What stands open from the start. */
  readonly opens?: EntryPart | undefined;
  readonly rows?: number | undefined;
  readonly onKept: () => void;
}

export function Writing({ patientId, isKnown, about, cycleId, opens, rows = 4, onKept }: WritingProps) {
  const key = cycleId === undefined ? 'journal/new' : `journal/first/${cycleId}`;
  const draft: Draft<EntryDraft | string> = useDraft<EntryDraft | string>(key, nothingWritten);
  const media = useDraft<readonly Medium[]>(`${key}-media`, noMedia, 'here');
  const { threads } = useOwnEntries(patientId);
  const value = draftFrom(draft.value);
  // A recording that grows while words are typed must not put the older list back.
  const latest = useRef(media.value);
  latest.current = media.value;
  const setMedia = (next: readonly Medium[]): void => {
    latest.current = next;
    media.set(next);
  };
  const isEmpty = isBlank(value) && media.value.length === 0;
  const [isRecording, setIsRecording] = useState(false);
  const [hasNoRoom, setHasNoRoom] = useState(false);
  const throwAway = (): void => {
    draft.clear();
    media.clear();
  };
  const keepIt = async (): Promise<void> => {
    if (patientId === undefined || isEmpty) return;
    const wordsId = newCommandId();
    const writtenAt = serverNow();
    const laidAside = await layAside(media.value, { patientId, wordsId });
    setHasNoRoom(!laidAside);
    if (!laidAside) return;
    await keep(saveOwnWords, {
      topic: wordsTopic,
      params: { patientId, wordsId },
      body: {
        version: 0,
        kind: 'journal',
        ...partsOf(value, writtenAt),
        aboutId: about,
        cycleId: cycleId ?? value.cycleId,
        media:
          media.value.length === 0
            ? undefined
            : media.value.map(({ id, kind, seconds }) => ({ id, kind, seconds })),
        writtenAt,
      },
    });
    throwAway();
    onKept();
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (about === undefined) return;
    box.current?.scrollIntoView({ block: 'start' });
    box.current?.querySelector('textarea')?.focus();
  }, [about]);
  return (
    <div ref={box} className="flex scroll-mt-6 flex-col gap-3">
      {about !== undefined && <AboutLine patientId={patientId} about={about} />}
      <TextArea
        label={t('journal.write')}
        labelHidden
        own
        rows={rows}
        placeholder={t('journal.here-now')}
        value={value.text}
        onChange={(text) => draft.set({ ...value, text })}
      />
      <p className="text-small text-ink-2">
        {draft.kept && isKnown ? t('journal.draft-kept') : t('shared.only-in-page')}
      </p>
      {isKnown && draft.ready && (
        <EntryParts
          opens={opens}
          isOfOneSession={cycleId !== undefined}
          value={value}
          onChange={draft.set}
          mediaCount={media.value.length}
          onRecording={setIsRecording}
          threadsKnown={threads}
          onMedium={(medium) => {
            const others = latest.current.filter((each) => each.id !== medium.id);
            setMedia([...others, medium]);
          }}
        />
      )}
      {media.value.map((medium) => (
        <div key={medium.id} className="flex flex-col gap-2">
          <ShownMedium medium={medium} />
          <Button
            className="self-start"
            onClick={() => setMedia(latest.current.filter((each) => each.id !== medium.id))}
          >
            {t('media.remove')}
          </Button>
        </div>
      ))}
      {media.value.length > 0 && <p className="text-small text-ink-2">{t('media.only-here')}</p>}
      {(hasNoRoom || !media.kept) && media.value.length > 0 && <p role="status">{t('media.not-kept')}</p>}
      {!isEmpty && (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={keepIt} closed={isRecording ? t('voice.stop-first') : undefined}>
            {t('journal.keep')}
          </Button>
          <Button variant="quiet" onClick={throwAway}>
            {t('journal.throw-away')}
          </Button>
        </div>
      )}
    </div>
  );
}

const noMedia: readonly Medium[] = [];

function AboutLine({ patientId, about }: { readonly patientId: string | undefined; readonly about: string }) {
  const now = useNow(60_000);
  const { words } = useOwnEntries(patientId);
  const entry = words.find((each) => each.id === about);
  if (entry === undefined) return null;
  return <p className="font-sub">{t('back.about', { when: whenWords(entry.writtenAt, now) })}</p>;
}

/** What was written before, as far as it is already here: nothing new is asked for to name a thread. */
function useOwnEntries(patientId: string | undefined): {
  readonly words: readonly OwnWords[];
  readonly threads: readonly string[];
} {
  const { data } = useQuery({ ...ownWordsQuery(patientId ?? ''), enabled: patientId !== undefined });
  const words = data?.words ?? [];
  return { words, threads: threadsIn(words) };
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
      footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={
        <>
          <strong className="font-sub">{t('journal.private')}</strong>{' '}
          {t(transport.onlyInMemory ? 'journal.only-in-page' : 'journal.not-sent')}
        </>
      }
    >
      <EntryBody entry={each} />
    </OwnWordsCard>
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
  };
  return refused.flatMap((item) =>
    waitingWords([item]).map((each) => (
      <OwnWordsCard
        key={item.commandId}
        when={capitalised(whenWords(each.writtenAt, now))}
        footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
        foot={
          <>
            <strong className="font-sub">{t('journal.private')}</strong> {t('journal.not-taken')}
          </>
        }
        action={
          // A change that was begun on an older version is chosen between, not sent again.
          (changeOf(each.id, [item])?.body.version ?? 0) > 0 ? (
            <Go to={`/journal/${each.id}`} className="link inline-flex min-h-12 items-center">
              {t('two.choose')}
            </Go>
          ) : (
            <Button onClick={() => again(item)}>{t('journal.send-again')}</Button>
          )
        }
      >
        <EntryBody entry={each} />
      </OwnWordsCard>
    )),
  );
}

function Entries({ onWriteAbout }: { readonly onWriteAbout: (id: string) => void }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const words = useQuery(ownWordsQuery(patientId));
  const transport = useTransport(wordsTopic);
  const quiet = useQuietUntil();
  return (
    <>
      {words.data !== undefined && (
        <LookingBack
          words={words.data.words}
          now={now}
          isQuiet={quiet !== undefined}
          onWrite={onWriteAbout}
        />
      )}
      <Ways />
      <Section title={t('journal.entries')}>
        <NotTaken />
        <Waiting known={new Set(words.data?.words.map((each) => each.id))} />
        <Asked query={words}>
          {(data) => <Written words={data.words} now={now} waiting={transport.waiting} />}
        </Asked>
      </Section>
      <SaidFirst now={now} />
    </>
  );
}

const ways = ['means', 'threads', 'signs', 'beside', 'copy'] as const;

function Ways() {
  return (
    <Section title={t('ways.title')}>
      <ul className="divide-y divide-contour border-y border-contour">
        {ways.map((way) => (
          <li key={way}>
            <Go to={`/journal/${way}`} className="flex min-h-14 items-center justify-between gap-3 py-2">
              {t(`ways.${way}`)}
              <ChevronRight size={20} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-ink-2" />
            </Go>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface WrittenProps {
  readonly words: readonly OwnWords[];
  readonly now: Instant;
  readonly waiting: readonly OutboxItem[];
}

function Written({ words, now, waiting }: WrittenProps) {
  const known = new Set(words.map((each) => each.id));
  // A change that waits here stands over what the clinic has; a new entry that waits has its own place.
  const asHere = withWaitingWords(words, waiting, now).filter((each) => known.has(each.id));
  const newestFirst = asHere.toSorted((a, b) => b.writtenAt - a.writtenAt);
  const isWaiting = ({ id }: OwnWords): boolean => changeOf(id, waiting) !== undefined;
  const entries = newestFirst.filter((each) => each.kind === 'journal');
  const intentions = newestFirst.filter((each) => each.kind === 'intention');
  const letters = newestFirst.filter((each) => each.kind === 'letter');
  return (
    <>
      {entries.length === 0 && waiting.length === 0 && <EmptyState>{t('journal.empty')}</EmptyState>}
      {entries.map((each) => (
        <Entry
          key={each.id}
          words={each}
          when={capitalised(whenWords(each.writtenAt, now))}
          now={now}
          isWaiting={isWaiting(each)}
        />
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
  isWaiting = false,
}: {
  readonly words: OwnWords;
  readonly when: string;
  readonly now: Instant;
  readonly isWaiting?: boolean;
}) {
  const isShown = openShares(words).length > 0;
  if (words.text === undefined) return <ShutLetter words={words} now={now} />;
  const Sign = isShown ? Eye : Lock;
  const isNotYet = words.state === 'not-yet' && words.text === '';
  return (
    <OwnWordsCard
      when={when}
      footIcon={<Sign size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={
        <>
          <WhoSees words={words} now={now} />
          {isWaiting && <span className="block">{t('entry.waits')}</span>}
        </>
      }
      action={
        <span className="flex flex-wrap gap-x-6">
          <Go to={`/journal/${words.id}`} className="link inline-flex min-h-12 items-center">
            {t('journal.open')}
          </Go>
          {words.aboutId !== undefined && (
            <Go
              to={`/journal/beside/${words.aboutId}/${words.id}`}
              className="link inline-flex min-h-12 items-center"
            >
              {t('back.beside')}
            </Go>
          )}
        </span>
      }
    >
      {isNotYet ? t('journal.intention-not-yet') : <EntryBody entry={words} />}
    </OwnWordsCard>
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

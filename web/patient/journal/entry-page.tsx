// One entry: change it and what hangs on it, show it to one person, take it back, or delete it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { listCircle } from '#api/circle.ts';
import {
  deleteOwnWords,
  type OwnWords,
  saveOwnWords,
  shareOwnWords,
  takeBackOwnWords,
} from '#api/own-words.ts';
import { careTeam } from '#api/patients.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { outbox, useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { go, usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import {
  bodyOfDraft,
  changeOf,
  chosenOver,
  isBegunOnOlder,
  saysTheSame,
  type WordsBody,
} from './changed-elsewhere.ts';
import { draftFrom, draftOf, type EntryDraft, type Medium, partsOf } from './entry-draft.ts';
import { EntryParts } from './entry-parts.tsx';
import { ownWordsQuery } from './journal-page.tsx';
import { layAside, mediaShelf } from './media-shelf.ts';
import { MediaOfEntry, ShownMedium } from './media-view.tsx';
import { threadsIn } from './threads.ts';
import { TwoWordings } from './two-wordings.tsx';
import { withWaitingWords, wordsTopic } from './waiting-words.ts';
import { openShares, WhoSees } from './who-sees.tsx';

extendCatalog(journalWords);
extendCatalog(entryWords);

function EntryPage() {
  const wordsId = usePathPart('wordsId') ?? '';
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  const transport = useTransport(wordsTopic);
  const now = useNow(60_000);
  const [savedVersion, setSavedVersion] = useState<number>();
  const lastHere = useRef<OwnWords>(undefined);
  const waiting = changeOf(wordsId, transport.waiting);
  const refused = changeOf(wordsId, transport.refused);
  // What was sent meanwhile is the clinic's word now; what was not taken is held against the latest of it.
  const heardOf = refused?.item.commandId ?? transport.lastSentAt;
  useEffect(() => {
    if (heardOf !== undefined) renewWords(patientId);
  }, [patientId, heardOf]);
  return (
    <Page place="/journal" title={t('entry.title')} back={{ to: '/journal', label: t('place.journal') }}>
      <Asked query={words}>
        {(data) => {
          const kept = data.words.find((each) => each.id === wordsId);
          if (refused !== undefined && (kept === undefined || kept.version > refused.basedOn))
            return <RefusedChange wordsId={wordsId} item={refused.item} body={refused.body} theirs={kept} />;
          if (kept?.text === undefined) return <EmptyState>{t('entry.absent')}</EmptyState>;
          const items = waiting === undefined ? [] : [waiting.item];
          const asHere = withWaitingWords([kept], items, now).find((each) => each.id === wordsId) ?? kept;
          // Between its leaving and the clinic's next word a change stands as it was sent; the older words never come back for a blink.
          const entry =
            [asHere, lastHere.current].find((each) => each !== undefined && each.version > kept.version) ??
            asHere;
          lastHere.current = entry;
          const isOnItsWay = waiting !== undefined || entry.version > kept.version;
          return (
            <Entry
              // A saved change is what the next one is held against.
              key={`${entry.id}/${entry.version}`}
              entry={entry}
              isWaiting={isOnItsWay}
              onlyInMemory={transport.onlyInMemory}
              threadsKnown={threadsIn(data.words)}
              wasSaved={savedVersion === entry.version}
              onSaved={setSavedVersion}
            />
          );
        }}
      </Asked>
    </Page>
  );
}

interface RefusedChangeProps {
  readonly wordsId: string;
  readonly item: OutboxItem;
  readonly body: WordsBody;
  readonly theirs: OwnWords | undefined;
}

/** A change that was made with no line, on a version that is no longer the latest. */
function RefusedChange({ wordsId, item, body, theirs }: RefusedChangeProps) {
  const { patientId } = usePerson();
  const save = useKeptAct(saveOwnWords, wordsTopic);
  const [newId] = useState(newCommandId);
  const settle = async (): Promise<void> => {
    // With the last of them everything that was written here before it is settled too.
    for (const each of outbox.state.refused.filter(({ url }) => url === item.url))
      await outbox.settle(each.commandId);
    await renewWords(patientId);
  };
  const keepMine = async (): Promise<void> => {
    // An entry that was deleted stays deleted; the words begin anew, with what still lies here of it.
    const asNew = theirs === undefined;
    const target = asNew ? newId : wordsId;
    const media = asNew ? await mediaShelf.move(wordsId, newId) : undefined;
    const done = await save.run({
      params: { patientId, wordsId: target },
      body: asNew
        ? { ...body, version: 0, media: body.media?.filter(({ id }) => media?.includes(id)) }
        : chosenOver(body, theirs),
    });
    if (done === undefined) return;
    await settle();
    if (asNew) go('/journal');
  };
  return (
    <>
      <TwoWordings
        mine={body}
        theirs={theirs}
        busy={save.busy ? t('shared.saving') : undefined}
        onMine={keepMine}
        onTheirs={settle}
      />
      {save.failure !== undefined && (
        <ErrorState compact title={failureWords(save.failure)} stillTrue={t('two.still-both')} />
      )}
    </>
  );
}

function renewWords(patientId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'own-words') });
}

interface EntryProps {
  /** As it stands: what the clinic has and, over it, a change that waits here. */
  readonly entry: OwnWords;
  readonly isWaiting: boolean;
  readonly onlyInMemory: boolean;
  readonly threadsKnown: readonly string[];
  readonly wasSaved: boolean;
  readonly onSaved: (version: number) => void;
}

const noMedia: readonly Medium[] = [];

function Entry({ entry, isWaiting, onlyInMemory, threadsKnown, wasSaved, onSaved }: EntryProps) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const first = useMemo(() => draftOf(entry), [entry]);
  const draft = useDraft<EntryDraft | string>(`journal/${entry.id}`, first);
  const added = useDraft<readonly Medium[]>(`journal/${entry.id}/media`, noMedia, 'here');
  const save = useKeptAct(saveOwnWords, wordsTopic);
  const [hasNoRoom, setHasNoRoom] = useState(false);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [isRecording, setIsRecording] = useState(false);
  const value = draftFrom(draft.value);
  const change = (next: EntryDraft): void => draft.set({ ...next, basedOn: entry.version });
  const isChanged =
    JSON.stringify(partsOf(value, entry.writtenAt)) !== JSON.stringify(partsOf(first, entry.writtenAt)) ||
    added.value.length > 0 ||
    removed.length > 0;
  const stays = entry.media.filter((medium) => !removed.includes(medium.id));

  const mediaAfter = () => [...stays, ...added.value].map(({ id, kind, seconds }) => ({ id, kind, seconds }));

  const saveChange = async (): Promise<void> => {
    const laidAside = await layAside(added.value, { patientId, wordsId: entry.id });
    setHasNoRoom(!laidAside);
    if (!laidAside) return;
    const done = await save.run({
      params: { patientId, wordsId: entry.id },
      body: mine,
    });
    if (done === undefined) {
      // Changed elsewhere meanwhile: what the clinic has comes, and is held against the draft.
      await renewWords(patientId);
      return;
    }
    if (done.kind === 'sent') {
      onSaved(done.answer.version);
      await mediaShelf.send();
      await renewWords(patientId);
    } else if (outbox.state.onlyInMemory) return;
    setRemoved([]);
    added.clear();
    draft.clear();
  };
  const mine = bodyOfDraft(value, entry, mediaAfter());
  if (draft.ready && !isWaiting && isBegunOnOlder(value, entry) && !saysTheSame(mine, entry))
    return (
      <>
        <TwoWordings
          mine={mine}
          theirs={entry}
          busy={save.busy ? t('shared.saving') : undefined}
          onMine={saveChange}
          onTheirs={() => {
            draft.clear();
            added.clear();
          }}
        />
        {hasNoRoom && <p role="status">{t('media.not-kept')}</p>}
        {save.failure !== undefined && (
          <ErrorState compact title={failureWords(save.failure)} stillTrue={t('two.still-both')} />
        )}
      </>
    );
  return (
    <>
      <div className="flex flex-col gap-3">
        <p className="text-small text-ink-2">
          {entry.name !== undefined && <strong className="font-sub">{entry.name}. </strong>}
          {capitalised(whenWords(entry.writtenAt, now))}
        </p>
        <TextArea
          label={t('entry.words')}
          labelHidden
          own
          rows={5}
          value={value.text}
          onChange={(text) => change({ ...value, text })}
        />
        <MediaOfEntry wordsId={entry.id} media={stays} onRemove={(id) => setRemoved([...removed, id])} />
        {added.value.map((medium) => (
          <div key={medium.id} className="flex flex-col gap-2">
            <ShownMedium medium={medium} />
            <Button
              className="self-start"
              onClick={() => added.set(added.value.filter((each) => each.id !== medium.id))}
            >
              {t('media.remove')}
            </Button>
          </div>
        ))}
        {added.value.length > 0 && <p className="text-small text-ink-2">{t('media.only-here')}</p>}
        {draft.ready && (
          <EntryParts
            isOfOneSession={entry.kind !== 'journal'}
            value={value}
            onChange={change}
            mediaCount={stays.length + added.value.length}
            onRecording={setIsRecording}
            threadsKnown={threadsKnown}
            onMedium={(medium) => added.set([...added.value.filter((each) => each.id !== medium.id), medium])}
          />
        )}
        {hasNoRoom && <p role="status">{t('media.not-kept')}</p>}
        {save.failure !== undefined && (
          <ErrorState compact title={failureWords(save.failure)} stillTrue={t('entry.not-saved')} />
        )}
        {isChanged ? (
          <Button
            variant="primary"
            onClick={saveChange}
            busy={save.busy ? t('shared.saving') : undefined}
            closed={isRecording ? t('voice.stop-first') : isWaiting ? t('entry.waits-first') : undefined}
          >
            {t('entry.save')}
          </Button>
        ) : (
          <p role="status" className="text-small text-ink-2">
            {isWaiting
              ? t(onlyInMemory ? 'journal.only-in-page' : 'entry.waits')
              : wasSaved
                ? t('entry.saved')
                : ''}
          </p>
        )}
      </div>
      <Card title={t('entry.who-sees')}>
        <p>
          <WhoSees words={entry} now={now} />
        </p>
        <TakeBack entry={entry} />
      </Card>
      <ShowToOne key={entry.shares.length} entry={entry} />
      {/* A change on its way would find nothing to change. */}
      {!isWaiting && <DeleteEntry entry={entry} />}
    </>
  );
}

function TakeBack({ entry }: { readonly entry: OwnWords }) {
  const shares = openShares(entry);
  return shares.map((share) => (
    <TakeBackFrom key={share.id} wordsId={entry.id} share={share} isOneOfSeveral={shares.length > 1} />
  ));
}

interface TakeBackFromProps {
  readonly wordsId: string;
  readonly share: OwnWords['shares'][number];
  readonly isOneOfSeveral: boolean;
}

function TakeBackFrom({ wordsId, share, isOneOfSeveral }: TakeBackFromProps) {
  const { patientId } = usePerson();
  const act = useAct(takeBackOwnWords);
  const takeBack = async (): Promise<void> => {
    const done = await act.run({ params: { patientId, wordsId, shareId: share.id }, body: {} });
    if (done !== undefined) await renewWords(patientId);
  };
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <Button onClick={takeBack} busy={act.busy ? t('entry.taking-back') : undefined}>
        {isOneOfSeveral ? t('entry.take-back-from', { name: share.withName }) : t('entry.take-back')}
      </Button>
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
    </div>
  );
}

function ShowToOne({ entry }: { readonly entry: OwnWords }) {
  const { patientId } = usePerson();
  const team = useQuery(careTeamQuery(patientId));
  const circle = useQuery({
    queryKey: patientKey(patientId, 'circle'),
    queryFn: () => ask(listCircle, { params: { patientId } }),
  });
  const shown = openShares(entry);
  const isNotShown = ({ accountId }: { readonly accountId: string }): boolean =>
    !shown.some((share) => share.withAccountId === accountId);
  // Only those whose link was made to show words.
  const near = (circle.data?.supporters ?? []).filter(
    (each) => each.sees.includes('words') && !shown.some((share) => share.withLinkId === each.linkId),
  );
  const share = useAct(shareOwnWords);
  const [chosen, setChosen] = useState<string>();
  const [id] = useState(newCommandId);
  const show = async (): Promise<void> => {
    if (chosen === undefined) return;
    const done = await share.run({
      params: { patientId, wordsId: entry.id },
      body: near.some((each) => each.linkId === chosen)
        ? { id, withLinkId: chosen }
        : { id, withAccountId: chosen },
    });
    if (done !== undefined) await renewWords(patientId);
  };
  return (
    <Card title={t('entry.show-one')}>
      <p className="text-ink-2">{t('entry.show-text')}</p>
      <Asked query={team}>
        {({ members }) =>
          members.filter(isNotShown).length + near.length === 0 ? (
            <EmptyState>{t(shown.length === 0 ? 'entry.no-team' : 'entry.all-shown')}</EmptyState>
          ) : (
            <div className="mt-4 flex flex-col gap-4">
              <ChoiceGroup
                label={t('entry.choose')}
                value={chosen}
                onChange={setChosen}
                choices={[
                  ...members.filter(isNotShown).map((member) => ({
                    value: member.accountId,
                    label: member.name,
                    detail: t(`role.${member.role}`),
                  })),
                  ...near.map((each) => ({
                    value: each.linkId,
                    label: each.name,
                    detail: t('entry.by-link', { role: each.role }),
                  })),
                ]}
              />
              {share.failure !== undefined && <ErrorState compact title={failureWords(share.failure)} />}
              <Button
                onClick={show}
                closed={chosen === undefined ? t('entry.choose-first') : undefined}
                busy={share.busy ? t('entry.showing') : undefined}
              >
                {t('entry.show')}
              </Button>
            </div>
          )
        }
      </Asked>
    </Card>
  );
}

export function careTeamQuery(patientId: string) {
  return {
    queryKey: patientKey(patientId, 'care-team'),
    queryFn: () => ask(careTeam, { params: { patientId } }),
  };
}

function DeleteEntry({ entry }: { readonly entry: OwnWords }) {
  const { patientId } = usePerson();
  const act = useAct(deleteOwnWords);
  const [asks, setAsks] = useState(false);
  const seenBy = entry.shares.find((share) => share.seenAt !== undefined);
  const remove = async (): Promise<void> => {
    const done = await act.run({
      params: { patientId, wordsId: entry.id },
      body: { version: entry.version },
    });
    if (done === undefined) return;
    await mediaShelf.forget(entry.id);
    go('/journal');
    await renewWords(patientId);
  };
  return (
    <>
      <Button variant="quiet" className="-ml-4 self-start" onClick={() => setAsks(true)}>
        {t('entry.delete')}
      </Button>
      <Sheet
        open={asks}
        onClose={() => setAsks(false)}
        title={t('entry.delete-ask')}
        actions={
          <>
            <Button variant="danger" onClick={remove} busy={act.busy ? t('entry.deleting') : undefined}>
              {t('entry.delete-yes')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('entry.delete-no')}</Button>
          </>
        }
      >
        {seenBy !== undefined && <p>{t('entry.delete-shared', { name: seenBy.withName })}</p>}
        {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
      </Sheet>
    </>
  );
}

export const page = EntryPage;

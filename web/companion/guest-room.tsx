// The room of the therapist outside: when the sessions are, when a talk would fit, and a note back that the patient reads too.
import { useCallback, useEffect, useState } from 'react';
import { type GuestRoom, getGuestRoom, writeGuestNote } from '#api/guest-room.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { formatDateTime, formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';

export function GuestRoomContent() {
  const [room, setRoom] = useState<GuestRoom | 'failed'>();
  const ask = useCallback(async (): Promise<void> => {
    const answered = await call(getGuestRoom);
    setRoom((before) =>
      answered.kind === 'answered' ? answered.value : typeof before === 'object' ? before : 'failed',
    );
  }, []);
  useEffect(() => {
    ask();
  }, [ask]);
  if (room === undefined) return null;
  if (room === 'failed') return <p role="status">{t('companion.shown-failed')}</p>;
  return (
    <>
      <section className="flex flex-col gap-3">
        <h2 className="text-sub font-sub">{t('companion.guest-dates')}</h2>
        {room.sessions.length === 0 && <p>{t('companion.guest-none')}</p>}
        <ul className="divide-y divide-contour border-y border-contour">
          {room.sessions.map((session) => (
            <li key={session.doseAt} className="flex flex-col gap-1 py-3">
              <p className="font-sub">
                {t('companion.guest-session', { number: session.number, of: session.of })},{' '}
                {formatDateTime(session.doseAt)}
              </p>
              {session.bestFrom !== undefined &&
                session.bestTo !== undefined &&
                session.bestTo > room.now && (
                  <p>
                    {t('companion.guest-best', {
                      from: formatDateTime(session.bestFrom),
                      to: formatDateTime(session.bestTo),
                    })}
                  </p>
                )}
              {session.integrationAt !== undefined && (
                <p className="text-ink-2">
                  {t('companion.guest-booked', { when: formatDateTime(session.integrationAt) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Note onSent={ask} />
      {room.notes.map((note) => (
        <OwnWordsCard
          key={note.id}
          when={
            note.heldOn === undefined
              ? undefined
              : t('companion.guest-about', { date: formatLocalDate(note.heldOn, 'medium') })
          }
          words={note.text}
          foot={t('companion.guest-sent', { when: formatDateTime(note.recordedAt) })}
        />
      ))}
    </>
  );
}

const nothing = { text: '', heldOn: '' };

function Note({ onSent }: { readonly onSent: () => void }) {
  const draft = useDraft('guest-note', nothing);
  const [id, setId] = useState(newCommandId);
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');
  const { text, heldOn } = draft.value;
  const send = async (): Promise<void> => {
    setState('busy');
    const answered = await call(writeGuestNote, {
      body: { id, text, ...(heldOn === '' ? {} : { heldOn }) },
      commandId: id,
    });
    if (answered.kind !== 'answered') {
      setState('failed');
      return;
    }
    setState('rest');
    draft.clear();
    setId(newCommandId());
    onSent();
  };
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-sub font-sub">{t('companion.guest-write')}</h2>
      <TextArea
        label={t('companion.guest-write-text')}
        rows={3}
        maxLength={4_000}
        value={text}
        onChange={(next) => draft.set({ text: next, heldOn })}
      />
      <DateTimeField
        kind="date"
        label={t('companion.guest-held')}
        optional
        value={heldOn}
        onChange={(next) => draft.set({ text, heldOn: next })}
      />
      <p role="status">{state === 'failed' ? t('companion.guest-not-sent') : ''}</p>
      <Button
        className="self-start"
        onClick={send}
        closed={text.trim() === '' ? t('companion.guest-needs') : undefined}
        busy={state === 'busy' ? t('companion.opening') : undefined}
      >
        {t('companion.guest-send')}
      </Button>
    </section>
  );
}

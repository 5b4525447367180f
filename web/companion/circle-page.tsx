// What a supporter sees: as much as they were given, how to be near, and whom to call.

import { House, Users, Utensils } from 'lucide-react';
import type { SupporterView } from '#api/circle.ts';
import { useNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { GuestRoomContent } from './guest-room.tsx';
import type { Me } from './me.ts';
import { untilWords, whenWords } from './moments.ts';
import { ShownWords } from './shown-words.tsx';
import { SignedRows } from './signed-rows.tsx';

export function CircleContent({ shown, me }: { readonly shown: SupporterView; readonly me: Me }) {
  const now = useNow(30_000);
  const zone = me.clinic.zone;
  const name = shown.patientFirstName;
  const isTherapist = shown.sees.includes('guest-room');
  return (
    <>
      {shown.day !== undefined && (
        <p className="text-head font-title first-letter:uppercase">
          {whenWords(shown.day.startsAt, now, zone)}
        </p>
      )}
      {shown.phase !== undefined && shown.phase !== 'before' && (
        <StateWord
          state={shown.phase === 'released' ? 'checked' : 'here'}
          word={t(`companion.phase-${shown.phase}`, { name })}
        />
      )}
      {shown.sees.length === 0 && <p>{t('companion.circle-nothing', { name })}</p>}
      {isTherapist && <GuestRoomContent />}
      {shown.sees.includes('words') && <ShownWords name={name} />}
      {shown.sees.some((each) => each === 'day' || each === 'live-status') &&
        shown.day === undefined &&
        shown.phase === undefined && <p>{t('companion.circle-no-day')}</p>}
      {!isTherapist && <HowToBeNear />}
      <p className="text-small text-ink-2">{untilWords(shown.linkExpiresAt, now, zone)}</p>
    </>
  );
}

function HowToBeNear() {
  const rows = [
    { sign: Users, words: t('companion.stay-near') },
    { sign: Utensils, words: t('companion.eat') },
    { sign: House, words: t('companion.circle-ask') },
  ];
  return (
    <section>
      <h2 className="mb-2 text-sub font-sub">{t('companion.circle-near')}</h2>
      <SignedRows rows={rows} />
    </section>
  );
}

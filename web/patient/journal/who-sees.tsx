// Who can see an entry, said plainly: no one, a named person since when and whether they looked, or taken back.
import type { OwnWords } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';

type Share = OwnWords['shares'][number];

export function openShares(words: Pick<OwnWords, 'shares'>): readonly Share[] {
  return words.shares.filter((share) => share.takenBackAt === undefined);
}

export function WhoSees({ words, now }: { readonly words: Pick<OwnWords, 'shares'>; readonly now: Instant }) {
  const open = openShares(words);
  const last = words.shares.filter((share) => share.takenBackAt !== undefined).at(-1);
  if (open.length > 0) {
    return (
      <>
        {open.map((share) => (
          <span key={share.id} className="block">
            <strong className="font-sub">{t('journal.shown')}</strong>{' '}
            {say('journal.shown-to', { name: share.withName, when: whenWords(share.sharedAt, now) })}{' '}
            {share.seenAt === undefined
              ? t('journal.not-seen', { name: share.withName })
              : say('journal.seen', { name: share.withName, when: whenWords(share.seenAt, now) })}
          </span>
        ))}
      </>
    );
  }
  if (last?.takenBackAt === undefined) {
    return (
      <>
        <strong className="font-sub">{t('journal.private')}</strong> {t('journal.only-you')}
      </>
    );
  }
  const when = whenWords(last.takenBackAt, now);
  return (
    <>
      <strong className="font-sub">{t('journal.was-shown')}</strong>{' '}
      {last.seenAt === undefined
        ? say('journal.taken-back-unseen', { when, name: last.withName })
        : say('journal.taken-back-seen', { when, name: last.withName, seen: whenWords(last.seenAt, now) })}
    </>
  );
}

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

interface WhoSeesProps {
  readonly words: Pick<OwnWords, 'shares' | 'version'>;
  readonly now: Instant;
}

export function WhoSees({ words, now }: WhoSeesProps) {
  const open = openShares(words);
  const last = words.shares.filter((share) => share.takenBackAt !== undefined).at(-1);
  if (open.length > 0) {
    return (
      <>
        {open.map((share) => (
          <span key={share.id} className="block">
            <strong className="font-sub">{t('journal.shown')}</strong>{' '}
            {say('journal.shown-to', { name: share.withName, when: whenWords(share.sharedAt, now) })}{' '}
            {seenWords(share, words.version, now)}
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
        : say('journal.taken-back-seen', { when, seen: seenWords(last, words.version, now) })}
    </>
  );
}

/** What they saw may be another wording than the one that stands here now. */
function seenWords(share: Share, version: number, now: Instant): string {
  const { withName: name, seenAt, seenVersion, versionSeenAt = seenAt } = share;
  if (versionSeenAt === undefined) return t('journal.not-seen', { name });
  const when = whenWords(versionSeenAt, now);
  return seenVersion !== undefined && seenVersion < version
    ? say('journal.seen-before', { name, when })
    : say('journal.seen', { name, when });
}

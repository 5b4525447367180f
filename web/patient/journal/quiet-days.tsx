// The first days after a dose: nothing is asked of what was written, and nothing is made of it.
import { useQuery } from '@tanstack/react-query';
import { Moon } from 'lucide-react';
import type { Instant } from '#clinical/instant.ts';
import { quietUntil } from '#clinical/integration/looking-back.ts';
import { useNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { journalWords } from '#web/patient/words/journal.ts';

extendCatalog(journalWords);

/** Until when nothing is asked of anyone, or nothing. Not known yet is quiet too. */
export function useQuietUntil(): Instant | 'not-known' | undefined {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(answerQuery(patientId));
  if (data === undefined) return 'not-known';
  return quietUntil({ releasedAt: data.record.lastDose?.releasedAt, edition: data.edition, now });
}

export function QuietDays() {
  const now = useNow(60_000);
  const until = useQuietUntil();
  if (until === undefined || until === 'not-known') return null;
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

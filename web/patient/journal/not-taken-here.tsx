// On the page where something was written: the clinic has another wording of it, and what was written here was not taken.
import { Card } from '#web/kit/card.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { Go } from '#web/patient/page.tsx';
import { journalWords } from '#web/patient/words/journal.ts';
import { changeOf } from './changed-elsewhere.ts';
import { wordsTopic } from './waiting-words.ts';

extendCatalog(journalWords);

/** Nothing where nothing was refused. */
export function NotTakenHere({ wordsId }: { readonly wordsId: string | undefined }) {
  const { refused } = useTransport(wordsTopic);
  const change = wordsId === undefined ? undefined : changeOf(wordsId, refused);
  if (change === undefined) return null;
  return (
    <Card>
      <p role="status">{t('two.other-words')}</p>
      <Go to={`/journal/${wordsId}`} className="link inline-flex min-h-12 items-center">
        {t('two.choose')}
      </Go>
    </Card>
  );
}

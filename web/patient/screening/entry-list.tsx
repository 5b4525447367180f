// What is on a list so far, each line with a way to take it off again. The old line stays with the clinic, marked.
import type { ReactNode } from 'react';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import type { KnownEntry } from './entries.ts';
import { screeningTopic } from './use-entries.ts';

export interface EntryListProps<Entry extends KnownEntry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly words: (entry: Entry) => { readonly title: ReactNode; readonly detail?: ReactNode };
  readonly onRemove: (entry: Entry) => void;
}

export function EntryList<Entry extends KnownEntry>({
  label,
  entries,
  words,
  onRemove,
}: EntryListProps<Entry>) {
  const { waiting } = useTransport(screeningTopic);
  if (entries.length === 0) return null;
  return (
    <ul aria-label={label} className="divide-y divide-contour rounded-card bg-surface px-5">
      {entries.map((entry) => {
        const { title, detail } = words(entry);
        const isWaiting = waiting.some(
          (item) => item.url.includes(entry.id) || item.body?.includes(entry.id),
        );
        return (
          <li key={entry.id} className="flex flex-col items-start gap-1 py-3.5">
            <span className="font-sub">{title}</span>
            {detail !== undefined && <span className="text-ink-2">{detail}</span>}
            {isWaiting && (
              <StateWord
                state="saved"
                size={18}
                word={<span className="text-small font-normal">{t('screening.waiting')}</span>}
              />
            )}
            <Button variant="quiet" size="row" className="-ml-3.5 min-h-12" onClick={() => onRemove(entry)}>
              {t('screening.remove')}
              <span className="only-read-aloud">: {title}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** The parts of a line that were given, as one sentence. */
export function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length === 0 ? undefined : given.join(' · ');
}

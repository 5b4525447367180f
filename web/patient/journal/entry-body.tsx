// Everything an entry says, in the order it was asked: free words, then what was seen, felt and thought, then marks and threads.
import type { OwnWords } from '#api/own-words.ts';
import { t } from '#web/kit/locale.ts';
import { WrittenWords } from '#web/kit/written-words.tsx';
import { CameLine } from './when-it-came.tsx';

export type EntryWords = Pick<
  OwnWords,
  'text' | 'name' | 'seen' | 'felt' | 'thought' | 'marks' | 'themes' | 'media' | 'cameAt' | 'cycleId'
>;

export function EntryBody({ entry }: { readonly entry: EntryWords }) {
  const marks = (entry.marks ?? []).map((mark) => t(`parts.mark-${mark}`));
  return (
    <WrittenWords
      words={entry}
      labelOf={(part) => t(`parts.${part}`)}
      tags={[...marks, ...(entry.themes ?? [])]}
    >
      {(entry.cameAt !== undefined || entry.cycleId !== undefined) && <CameLine entry={entry} />}
      {entry.media.map((medium) => (
        <span key={medium.id} className="mt-2 block font-sans text-small">
          {mediumName(medium)}
        </span>
      ))}
    </WrittenWords>
  );
}

/** A recording says how long it is. */
export function mediumName({ kind, seconds }: Pick<OwnWords['media'][number], 'kind' | 'seconds'>): string {
  if (kind === 'voice') return t('voice.is', { seconds: seconds ?? 0 });
  return t(kind === 'drawing' ? 'draw.is' : 'photo.is');
}

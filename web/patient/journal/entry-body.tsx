// Everything an entry says, in the order it was asked: free words, then what was seen, felt and thought, then marks and threads.
import type { OwnWords } from '#api/own-words.ts';
import { t } from '#web/kit/locale.ts';

export type EntryWords = Pick<
  OwnWords,
  'text' | 'name' | 'seen' | 'felt' | 'thought' | 'marks' | 'themes' | 'media'
>;

export function EntryBody({ entry }: { readonly entry: EntryWords }) {
  const marks = (entry.marks ?? []).map((mark) => t(`parts.mark-${mark}`));
  const tags = [...marks, ...(entry.themes ?? [])];
  return (
    <>
      {entry.name !== undefined && <span className="block font-[620]">{entry.name}</span>}
      {entry.text}
      {(['seen', 'felt', 'thought'] as const).map((part) =>
        entry[part] === undefined ? null : (
          <span key={part} className="mt-3 block">
            <span className="block font-sans text-small font-[520]">{t(`parts.${part}`)}</span>
            {entry[part]}
          </span>
        ),
      )}
      {entry.media.map(({ id, kind, seconds }) => (
        <span key={id} className="mt-2 block font-sans text-small">
          {kind === 'voice'
            ? t('voice.is', { seconds: seconds ?? 0 })
            : t(kind === 'drawing' ? 'draw.is' : 'photo.is')}
        </span>
      ))}
      {tags.length > 0 && (
        <span className="mt-3 flex flex-wrap gap-2 font-sans text-small">
          {tags.map((tag) => (
            <span key={tag} className="rounded-mark border border-sand-edge px-2 py-0.5">
              {tag}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

// All that someone wrote at once, in the order it was asked: a name, free words, what was seen, felt and thought, its tags.
import type { ReactNode } from 'react';

const parts = ['seen', 'felt', 'thought'] as const;
type Part = (typeof parts)[number];

export interface WrittenWordsProps {
  readonly words: Readonly<Partial<Record<'name' | 'text' | Part, string | undefined>>>;
  readonly labelOf: (part: Part) => string;
  readonly tags?: readonly string[];
  /** What became of it, between the words and the tags. */
  readonly children?: ReactNode;
}

export function WrittenWords({ words, labelOf, tags = [], children }: WrittenWordsProps) {
  return (
    <>
      {words.name !== undefined && <span className="block font-[620]">{words.name}</span>}
      {words.text}
      {parts.map((part) =>
        words[part] === undefined ? null : (
          <span key={part} className="mt-3 block">
            <span className="block font-sans text-small font-[520]">{labelOf(part)}</span>
            {words[part]}
          </span>
        ),
      )}
      {children}
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

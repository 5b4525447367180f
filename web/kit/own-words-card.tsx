// A person's own words: sand and serif, then a plain foot that says who can see them.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface OwnWordsPart {
  readonly text: string;
  /** Underlined in place, so the person sees exactly which words left. */
  readonly shared?: boolean | undefined;
}

export interface OwnWordsCardProps {
  readonly when?: ReactNode;
  readonly words?: string | readonly OwnWordsPart[];
  /** In place of `words`, where a person's words have an order of their own. */
  readonly children?: ReactNode;
  /** Who can see it: a sentence with its icon, and "take it back" when it is shared. */
  readonly foot?: ReactNode;
  readonly footIcon?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}

export function OwnWordsCard({
  when,
  words = [],
  children,
  foot,
  footIcon,
  action,
  className,
}: OwnWordsCardProps) {
  const parts = typeof words === 'string' ? [{ text: words }] : words;
  return (
    <article className={classNames('overflow-hidden rounded-card', className)}>
      <div className="sand-fill bg-sand px-5 py-4.5 text-on-sand">
        {when !== undefined && <p className="mb-1 text-small font-[520]">{when}</p>}
        <p className="own-words whitespace-pre-line">
          {children}
          {parts.map((part, index) =>
            'shared' in part && part.shared === true ? (
              <mark
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
                key={index}
                className="bg-transparent text-inherit underline decoration-sea decoration-3 underline-offset-[0.3em]"
              >
                {part.text}
              </mark>
            ) : (
              part.text
            ),
          )}
        </p>
      </div>
      {foot !== undefined && (
        <div className="flex gap-3 rounded-b-card border-[1.5px] border-sand-edge bg-surface px-5 py-3.5 text-small">
          {footIcon !== undefined && <span className="mt-0.5 shrink-0">{footIcon}</span>}
          <div className="flex flex-col items-start gap-1">
            <p>{foot}</p>
            {action}
          </div>
        </div>
      )}
    </article>
  );
}

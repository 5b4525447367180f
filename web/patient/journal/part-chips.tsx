// What may be added to an entry, each behind a tap.
import { Image, Mic, PenTool } from 'lucide-react';
import type { ComponentType } from 'react';
import type { MediaKind } from '#api/own-words.ts';
import { t } from '#web/kit/locale.ts';

export interface SomePart<Part extends string> {
  readonly part: Part;
  readonly sign: ComponentType<{ size: number; strokeWidth: number; 'aria-hidden': 'true' }>;
}

export const mediaParts: readonly SomePart<MediaKind>[] = [
  { part: 'voice', sign: Mic },
  { part: 'drawing', sign: PenTool },
  { part: 'photo', sign: Image },
];

interface PartChipsProps<Part extends string> {
  readonly parts: readonly SomePart<Part>[];
  readonly open: Part | undefined;
  readonly onOpen: (part: Part | undefined) => void;
}

export function PartChips<Part extends string>({ parts, open, onOpen }: PartChipsProps<Part>) {
  return (
    <div className="flex flex-wrap gap-2">
      {parts.map(({ part, sign: Sign }) => (
        <button
          key={part}
          type="button"
          aria-expanded={open === part}
          onClick={() => onOpen(open === part ? undefined : part)}
          className="press inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-control border-[1.5px] border-edge px-3.5 hover:bg-shallow aria-expanded:border-sea aria-expanded:bg-shallow"
        >
          <Sign size={20} strokeWidth={1.9} aria-hidden="true" />
          {t(`parts.${part}`)}
        </button>
      ))}
    </div>
  );
}

// First words to lean on. A tap puts them into the box; nothing is written that the person did not choose.
import { t } from '#web/kit/locale.ts';

export interface StartersProps {
  readonly heading: string;
  readonly ids: readonly string[];
  readonly onChoose: (words: string) => void;
}

export function Starters({ heading, ids, onChoose }: StartersProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-small text-ink-2">{heading}</legend>
      <div className="flex flex-wrap gap-2">
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            onClick={() => onChoose(t(id))}
            className="press min-h-12 cursor-pointer rounded-control border-[1.5px] border-edge px-4 py-2 text-left hover:bg-shallow"
          >
            {t(id).trim()}…
          </button>
        ))}
      </div>
    </fieldset>
  );
}

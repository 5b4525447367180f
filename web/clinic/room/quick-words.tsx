// Words for a reason: a tap for the common ones, a box for the rest. The tapped words land in the box and can be changed.
import { TextField } from '#web/kit/text-field.tsx';
import { tapClass } from './tap-choices.tsx';

export interface QuickWordsProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly columns?: 2 | 3 | undefined;
}

export function QuickWords({ label, words, value, onChange, fault, columns = 2 }: QuickWordsProps) {
  return (
    <div className="flex flex-col gap-2">
      <TextField label={label} value={value} onChange={onChange} fault={fault} autoComplete="off" />
      <div className={columns === 2 ? 'grid grid-cols-2 gap-2' : 'grid grid-cols-3 gap-2'}>
        {words.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={value === each}
            onClick={() => onChange(value === each ? '' : each)}
            className={tapClass(value === each)}
          >
            {each}
          </button>
        ))}
      </div>
    </div>
  );
}

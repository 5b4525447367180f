// A whole number from 0 to 10, one tap each, nothing chosen beforehand.
import type { ReactNode } from 'react';
import { classNames } from '#web/kit/class-names.ts';

export interface NumberRowProps {
  readonly label: ReactNode;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

const numbers = Array.from({ length: 11 }, (_, index) => index);

export function NumberRow({ label, value, onChange }: NumberRowProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-[560]">{label}</legend>
      <div className="grid grid-cols-6 gap-2 max-[18rem]:grid-cols-[repeat(auto-fill,minmax(1.5rem,1fr))] max-[18rem]:gap-1">
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            aria-pressed={value === number}
            onClick={() => onChange(number)}
            className={classNames(
              'press figures min-h-12 cursor-pointer rounded-control border-[1.5px] font-sub',
              value === number ? 'border-sea bg-sea text-on-sea' : 'border-edge bg-surface hover:bg-shallow',
            )}
          >
            {number}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

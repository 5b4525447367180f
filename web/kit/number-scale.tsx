// Whole numbers in two rows, with what the ends mean. Nothing is chosen beforehand; another tap changes it.
import { classNames } from './class-names.ts';

export interface NumberScaleProps {
  readonly labelledBy: string;
  readonly from: number;
  readonly to: number;
  readonly lowWords: string;
  readonly highWords: string;
  readonly value: number | undefined;
  readonly onChoose: (value: number) => void;
}

export function NumberScale({
  labelledBy,
  from,
  to,
  lowWords,
  highWords,
  value,
  onChoose,
}: NumberScaleProps) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <>
      <fieldset
        aria-labelledby={labelledBy}
        className="mt-3 grid grid-cols-6 gap-2 max-[18rem]:grid-cols-[repeat(auto-fill,minmax(1.5rem,1fr))] max-[18rem]:gap-1"
      >
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            aria-pressed={value === number}
            onClick={() => onChoose(number)}
            className={classNames(
              'press figures min-h-12 cursor-pointer rounded-control border-[1.5px] font-sub',
              value === number ? 'border-sea bg-sea text-on-sea' : 'border-edge bg-surface hover:bg-shallow',
            )}
          >
            {number}
          </button>
        ))}
      </fieldset>
      <p className="mt-2 flex justify-between gap-4 text-small text-ink-2 max-[18rem]:flex-col max-[18rem]:gap-1">
        <span>
          {from} {lowWords}
        </span>
        <span className="text-right max-[18rem]:text-left">
          {to} {highWords}
        </span>
      </p>
    </>
  );
}

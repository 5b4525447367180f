// One question of any form, in the publisher's words: its time, its examples, its own answers or a line of numbers.
import { useId } from 'react';
import type { Item, Option } from '#clinical/instruments/instrument.ts';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { FieldGroup } from '#web/kit/field.tsx';

interface QuestionProps {
  readonly item: Item;
  readonly number?: number | undefined;
  readonly options: readonly Option[];
  readonly value: number | null | undefined;
  readonly onAnswer: (value: number) => void;
  readonly optional?: boolean | undefined;
}

export function Question({ item, number, options, value, onAnswer, optional }: QuestionProps) {
  const hint = [item.period, item.examples].filter((part) => part !== undefined).join('. ');
  const frame = {
    label: number === undefined ? item.text : `${number}. ${item.text}`,
    ...(hint === '' ? {} : { hint }),
    ...(optional === undefined ? {} : { optional }),
  };
  const isRow = item.ends !== undefined || options.length === 2 || areShort(options);
  if (!isRow) {
    return (
      <ChoiceGroup
        {...frame}
        value={value === undefined || value === null ? undefined : String(value)}
        onChange={(chosen) => onAnswer(Number(chosen))}
        choices={options.map((option) => ({ value: String(option.value), label: option.text }))}
      />
    );
  }
  return (
    <FieldGroup {...frame}>
      <Cells ends={item.ends} options={options} value={value} onAnswer={onAnswer} />
      {item.ends !== undefined && <Ends ends={item.ends} options={options} />}
    </FieldGroup>
  );
}

const shortWord = 12;

/** Five answers of a word or three fit beside each other once the screen is as wide as a page. */
function areShort(options: readonly Option[]): boolean {
  return options.length <= 5 && options.every((option) => option.text.length <= shortWord);
}

interface CellsProps extends Pick<QuestionProps, 'options' | 'value' | 'onAnswer'> {
  readonly ends: Item['ends'];
}

const cell =
  'press relative flex min-h-12 cursor-pointer items-center justify-center rounded-control border-[1.5px] border-edge bg-surface px-1 py-2 text-center font-sub hover:bg-shallow has-checked:border-sea has-checked:bg-sea has-checked:text-on-sea has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea';

/** Answers side by side, each a target as a whole; words stand under each other where there is no room. */
function Cells({ ends, options, value, onAnswer }: CellsProps) {
  const group = useId();
  const isWords = ends === undefined && options.length > 2;
  return (
    <div
      className={classNames(
        'grid gap-2',
        ends !== undefined && 'grid-cols-6 tablet:grid-cols-11 tablet:gap-1',
        options.length === 2 && 'grid-cols-2',
        isWords && 'tablet:grid-cols-5 tablet:gap-1.5 tablet:text-small',
      )}
    >
      {options.map((option, index) => (
        <label
          key={option.value}
          className={classNames(cell, isWords && 'max-tablet:justify-start max-tablet:px-4')}
        >
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={value === option.value}
            onChange={() => onAnswer(option.value)}
            className="pointer-events-none absolute inset-0 size-full scroll-mt-16 opacity-0"
          />
          <span className={ends === undefined ? undefined : 'figures'}>{option.text}</span>
          {ends !== undefined && index === 0 && <span className="only-read-aloud">, {ends.lowest}</span>}
          {ends !== undefined && index === options.length - 1 && (
            <span className="only-read-aloud">, {ends.highest}</span>
          )}
        </label>
      ))}
    </div>
  );
}

/** What stands at the two ends, in words; each end's own answer says it aloud. */
function Ends({
  ends,
  options,
}: {
  readonly ends: NonNullable<Item['ends']>;
  readonly options: readonly Option[];
}) {
  return (
    <p className="flex justify-between gap-6 text-small text-ink-2" aria-hidden="true">
      <span>
        {options.at(0)?.text}: {ends.lowest}
      </span>
      <span className="text-right">
        {options.at(-1)?.text}: {ends.highest}
      </span>
    </p>
  );
}

// One question of any form, in the publisher's words: its time, its examples, its own answers or a line of numbers.
import { useId } from 'react';
import type { Item, Option } from '#clinical/instruments/instrument.ts';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { FieldGroup } from '#web/kit/field.tsx';

interface QuestionProps {
  readonly item: Item;
  readonly number?: number | undefined;
  readonly options: readonly Option[];
  readonly value: number | null | undefined;
  readonly onAnswer: (value: number) => void;
  readonly optional?: boolean | undefined;
}

export function Question(props: QuestionProps) {
  const { item, number, options, value, onAnswer, optional } = props;
  if (item.ends !== undefined) return <NumberLine {...props} ends={item.ends} />;
  const hint = [item.period, item.examples].filter((part) => part !== undefined).join('. ');
  return (
    <ChoiceGroup
      label={labelOf(item, number)}
      {...(hint === '' ? {} : { hint })}
      {...(optional === undefined ? {} : { optional })}
      value={value === undefined || value === null ? undefined : String(value)}
      onChange={(chosen) => onAnswer(Number(chosen))}
      choices={options.map((option) => ({ value: String(option.value), label: option.text }))}
    />
  );
}

function labelOf(item: Item, number: number | undefined): string {
  return number === undefined ? item.text : `${number}. ${item.text}`;
}

/** Numbers side by side, with what stands at each end in words below them. */
function NumberLine({
  item,
  number,
  options,
  value,
  onAnswer,
  ends,
}: QuestionProps & { readonly ends: NonNullable<Item['ends']> }) {
  const group = useId();
  const first = options.at(0);
  const last = options.at(-1);
  const endOf = (option: Option): string | undefined =>
    option === first ? ends.lowest : option === last ? ends.highest : undefined;
  return (
    <FieldGroup label={labelOf(item, number)}>
      <div className="grid grid-cols-6 gap-2 tablet:grid-cols-11 tablet:gap-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="press flex min-h-12 cursor-pointer items-center justify-center rounded-control border-[1.5px] border-edge bg-surface font-sub hover:bg-shallow has-checked:border-sea has-checked:bg-sea has-checked:text-on-sea has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea"
          >
            <input
              type="radio"
              name={group}
              value={option.value}
              checked={value === option.value}
              onChange={() => onAnswer(option.value)}
              className="only-read-aloud"
            />
            <span className="figures">{option.text}</span>
            {endOf(option) !== undefined && <span className="only-read-aloud">, {endOf(option)}</span>}
          </label>
        ))}
      </div>
      <p className="flex justify-between gap-6 text-small text-ink-2" aria-hidden="true">
        <span>
          {first?.text}: {ends.lowest}
        </span>
        <span className="text-right">
          {last?.text}: {ends.highest}
        </span>
      </p>
    </FieldGroup>
  );
}

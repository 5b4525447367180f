// One question of any form, in the publisher's words: its time, its examples, its own answers or a line of numbers.
import type { Item, Option } from '#clinical/instruments/instrument.ts';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';

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
  return (
    <ChoiceGroup
      label={number === undefined ? item.text : `${number}. ${item.text}`}
      {...(hint === '' ? {} : { hint })}
      {...(optional === undefined ? {} : { optional })}
      value={value === undefined || value === null ? undefined : String(value)}
      onChange={(chosen) => onAnswer(Number(chosen))}
      choices={options.map((option, index) => ({
        value: String(option.value),
        label: option.text,
        detail: endOf(item, index, options.length),
      }))}
    />
  );
}

function endOf({ ends }: Item, index: number, count: number): string | undefined {
  if (index === 0) return ends?.lowest;
  return index === count - 1 ? ends?.highest : undefined;
}

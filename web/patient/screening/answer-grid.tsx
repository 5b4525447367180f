// Yes, no, not sure, rather not say: four answers of equal weight, two by two, so that thirty questions stay readable on
// a phone. Nothing is chosen beforehand.
import { type ReactNode, useId } from 'react';

export interface AnswerGridProps<Value extends string> {
  readonly question: string;
  readonly hint?: ReactNode;
  readonly value: Value | undefined;
  readonly answers: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function AnswerGrid<Value extends string>({
  question,
  hint,
  value,
  answers,
  onChange,
}: AnswerGridProps<Value>) {
  const name = useId();
  const hintId = `${name}-hint`;
  return (
    <fieldset className="min-w-0 wrap-anywhere" aria-describedby={hint === undefined ? undefined : hintId}>
      <legend className="mb-3 font-[560]">{question}</legend>
      {hint !== undefined && (
        <p id={hintId} className="mb-3 text-small text-ink-2">
          {hint}
        </p>
      )}
      <div className="grid grid-cols-2 gap-2">
        {answers.map((answer) => (
          <label
            key={answer.value}
            className="choice press flex min-h-12 cursor-pointer items-center gap-2.5 rounded-control border-[1.5px] border-edge bg-surface px-3 py-2 leading-tight has-checked:border-sea has-checked:bg-shallow has-checked:shadow-[inset_0_0_0_1.5px_var(--sea)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea"
          >
            <input
              type="radio"
              name={name}
              value={answer.value}
              checked={value === answer.value}
              onChange={() => onChange(answer.value)}
              className="size-5 shrink-0 accent-sea outline-none"
            />
            <span className="min-w-0 wrap-anywhere">{answer.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// One row to tick or to choose: the whole of it is the target, and long words break before they leave it.
import type { ReactNode } from 'react';

export const choiceRowClass =
  'choice press flex min-h-13 cursor-pointer items-start gap-3 rounded-control border-[1.5px] border-edge bg-surface px-4 py-3 ' +
  'max-[18rem]:flex-col max-[18rem]:gap-1 max-[18rem]:px-1.5 ' +
  'has-checked:border-sea has-checked:bg-shallow has-checked:shadow-[inset_0_0_0_1.5px_var(--sea)] ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea';

export interface ChoiceWordsProps {
  readonly label: ReactNode;
  readonly detail?: ReactNode;
}

export function ChoiceWords({ label, detail }: ChoiceWordsProps) {
  return (
    <span className="min-w-0 wrap-anywhere">
      <span className="font-[520]">{label}</span>
      {detail !== undefined && <span className="block text-small text-ink-2">{detail}</span>}
    </span>
  );
}

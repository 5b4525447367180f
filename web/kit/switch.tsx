// On or off, taking effect at once. The word beside it says which, so colour is never asked.
import { Switch as Primitive } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';

export interface SwitchProps {
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** The words for each side, for example "Shared" and "Private". */
  readonly onWord: string;
  readonly offWord: string;
}

export function Switch({ label, detail, on, onChange, onWord, offWord }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="flex-1 cursor-pointer py-2">
        <span className="font-[540]">{label}</span>
        {detail !== undefined && <span className="block text-small text-ink-2">{detail}</span>}
      </label>
      <span className="text-small text-ink-2">{on ? onWord : offWord}</span>
      <Primitive.Root
        id={id}
        checked={on}
        onCheckedChange={onChange}
        className="press flex h-12 w-18 shrink-0 cursor-pointer items-center rounded-full border-[1.5px] border-edge bg-surface p-1 data-checked:border-sea data-checked:bg-sea"
      >
        <Primitive.Thumb className="press size-9 rounded-full bg-edge data-checked:translate-x-6 data-checked:bg-on-sea" />
      </Primitive.Root>
    </div>
  );
}

// Things gone through one by one: a tap for each, taken back by a second tap, with what is said about it below its name.
import type { ReactNode } from 'react';
import { tapClass } from './tap-choices.tsx';

export interface TapListProps<Id extends string> {
  readonly label: string;
  readonly things: readonly { readonly id: Id; readonly name: string; readonly detail: ReactNode }[];
  readonly tapped: readonly Id[];
  readonly onChange: (tapped: readonly Id[]) => void;
}

export function TapList<Id extends string>({ label, things, tapped, onChange }: TapListProps<Id>) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-[560]">{label}</legend>
      {things.map(({ id, name, detail }) => (
        <button
          key={id}
          type="button"
          aria-pressed={tapped.includes(id)}
          className={`${tapClass(tapped.includes(id))} items-start px-4 text-left`}
          onClick={() => onChange(tapped.includes(id) ? tapped.filter((one) => one !== id) : [...tapped, id])}
        >
          <span className="font-sub">{name}</span>
          <span className="block text-small">{detail}</span>
        </button>
      ))}
    </fieldset>
  );
}

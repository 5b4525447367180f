// A few views of the same thing. The chosen one carries a lamp underline and a heavier word.
import { Tabs as Primitive } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  return (
    <Primitive.Root value={chosen} onValueChange={(id: unknown) => onChoose(String(id))}>
      <Primitive.List
        aria-label={label}
        className="mb-5 flex flex-wrap gap-x-7 border-b-[1.5px] border-contour"
      >
        {tabs.map((tab) => (
          <Primitive.Tab
            key={tab.id}
            value={tab.id}
            className="-mb-[1.5px] min-h-12 cursor-pointer border-b-[3px] border-transparent py-2 pr-2 text-left text-ink-2 data-active:border-lamp data-active:text-ink"
          >
            <span className="block font-sub">{tab.title}</span>
            {tab.detail !== undefined && <span className="block text-tag">{tab.detail}</span>}
          </Primitive.Tab>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Panel key={tab.id} value={tab.id}>
          {tab.content}
        </Primitive.Panel>
      ))}
    </Primitive.Root>
  );
}

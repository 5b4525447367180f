// One thing of the room at the right of the bedside: an icon, who or what, and at most one button.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface RoomPanelProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

export function RoomPanel({ icon, title, detail, end, children, className }: RoomPanelProps) {
  return (
    <section className={classNames('rounded-card bg-surface px-4 py-3', className)}>
      <div className="flex items-center gap-3.5">
        {icon !== undefined && <span className="shrink-0 text-ink">{icon}</span>}
        <div className="min-w-0 flex-1">
          <h2 className="font-sub">{title}</h2>
          {detail !== undefined && <p className="text-small text-ink-2">{detail}</p>}
        </div>
        {end}
      </div>
      {children !== undefined && <div className="mt-3">{children}</div>}
    </section>
  );
}

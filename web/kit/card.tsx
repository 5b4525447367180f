// A plain surface for what is set. Depth comes from tone; there is no shadow.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly title?: ReactNode;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

export function Card({ title, icon, children, className }: CardProps) {
  return (
    <section className={classNames('card rounded-card bg-surface p-5', className)}>
      {title !== undefined && (
        <h2 className="mb-2 flex items-center gap-3 text-sub font-sub">
          {icon}
          {title}
        </h2>
      )}
      {children}
    </section>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A heading over what belongs to it, as on the patient's day: the heading stands outside the card. */
export function Section({ title, children, className }: SectionProps) {
  return (
    <section className={classNames('flex flex-col gap-3', className)}>
      <h2 className="text-sub font-sub">{title}</h2>
      {children}
    </section>
  );
}

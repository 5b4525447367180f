// Nothing here yet: what will be, and when. No picture, at most one action.
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 py-4 text-ink-2">
      <p>{children}</p>
      {action}
    </div>
  );
}

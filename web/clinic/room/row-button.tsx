// A line of the room that opens what it speaks of. As tall as a glove needs, and no taller than its line to the eye.
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export function RowButton({
  icon,
  onClick,
  children,
}: {
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="press -mx-2 -my-2 flex min-h-12 w-[calc(100%+1rem)] cursor-pointer items-center gap-2.5 rounded-control px-2 text-left text-small hover:bg-shallow"
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      <ChevronRight size={20} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-ink-2" />
    </button>
  );
}

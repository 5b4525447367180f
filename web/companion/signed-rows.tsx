// Short advice, a line each with its sign.
import type { LucideIcon } from 'lucide-react';

export interface SignedRowsProps {
  readonly rows: readonly { readonly sign: LucideIcon; readonly words: string }[];
}

export function SignedRows({ rows }: SignedRowsProps) {
  return (
    <ul className="divide-y divide-contour border-y border-contour">
      {rows.map(({ sign: Sign, words }) => (
        <li key={words} className="flex gap-4 py-4">
          <Sign size={26} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-2" />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

// The frame of every patient screen: the date and transport line, a title, one column, the dock.
import type { ReactNode } from 'react';
import { t } from './locale.ts';

export interface PatientPageProps {
  /** The date, at the left of the top edge. */
  readonly date?: ReactNode;
  readonly transport?: ReactNode;
  readonly banner?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly dock?: ReactNode;
  readonly children: ReactNode;
  /** The line, across the whole width; the water below begins at its foot. */
  readonly line?: ReactNode;
  /** What lies under the waterline, such as the set things of the day. */
  readonly below?: ReactNode;
}

export function PatientPage({
  date,
  transport,
  banner,
  title,
  lead,
  dock,
  children,
  line,
  below,
}: PatientPageProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <a href="#main" className="only-read-aloud link">
        {t('kit.skip')}
      </a>
      <header className="mx-auto flex w-full max-w-140 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 pt-4 text-small text-ink-2">
        <span>{date}</span>
        {transport}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <div className="mx-auto flex w-full max-w-140 flex-col gap-6 px-5 pt-4 pb-5">
          {banner}
          <div className="flex flex-col gap-1">
            <h1 className="text-title font-title text-balance">{title}</h1>
            {lead !== undefined && <p>{lead}</p>}
          </div>
          {children}
        </div>
        {line !== undefined && <div className="mx-auto w-full max-w-140">{line}</div>}
        {below !== undefined && (
          <div className="flex-1 bg-water">
            <div className="mx-auto flex w-full max-w-140 flex-col gap-8 px-5 pt-5 pb-8">{below}</div>
          </div>
        )}
      </main>
      {dock}
    </div>
  );
}

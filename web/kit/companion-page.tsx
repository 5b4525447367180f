// The frame of a companion's link: clinic and language on top, one column, "something is wrong" always in reach.
import type { ReactNode } from 'react';
import { LogoMark } from './logo.tsx';

export interface CompanionPageProps {
  readonly clinicName: string;
  /** A link or button to the other language. */
  readonly language?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly transport?: ReactNode;
  readonly help: ReactNode;
  readonly children: ReactNode;
}

export function CompanionPage({
  clinicName,
  language,
  title,
  lead,
  transport,
  help,
  children,
}: CompanionPageProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <header className="mx-auto flex w-full max-w-140 items-center justify-between gap-4 px-5 pt-4">
        <span className="inline-flex items-center gap-2.5 font-[560]">
          <LogoMark size={24} />
          {clinicName}
        </span>
        {language}
      </header>
      <main className="mx-auto flex w-full max-w-140 flex-1 flex-col gap-7 px-5 pt-4 pb-10">
        <div className="flex flex-col gap-1">
          <h1 className="text-title font-title text-balance">{title}</h1>
          {lead !== undefined && <p className="text-ink-2">{lead}</p>}
        </div>
        {children}
        {transport}
      </main>
      <div className="not-on-paper sticky inset-x-0 bottom-0 border-t border-contour bg-surface px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <div className="mx-auto max-w-130">{help}</div>
      </div>
    </div>
  );
}

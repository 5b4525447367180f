// The frame of the bedside: minute and person on top, watch and write at the left, the rest of the room at the right.
// Built for 1180 by 820 without scrolling; smaller screens stack and scroll rather than shrink a target.
import type { ReactNode } from 'react';
import { t } from './locale.ts';

export interface RoomPageProps {
  /** Minutes since the dose, or nothing before it. */
  readonly minute?: number | undefined;
  /** What stands in place of the minute before the dose. */
  readonly beforeDose?: ReactNode;
  readonly person: ReactNode;
  readonly detail: ReactNode;
  readonly transport: ReactNode;
  readonly watch: ReactNode;
  readonly aside: ReactNode;
}

export function RoomPage({ minute, beforeDose, person, detail, transport, watch, aside }: RoomPageProps) {
  return (
    <div data-theme="room" data-density="room" className="min-h-dvh bg-page text-body text-ink">
      <header className="flex min-h-19 flex-wrap items-center gap-x-6 gap-y-2 border-b border-contour px-5 py-2">
        {minute === undefined ? (
          beforeDose
        ) : (
          <p className="flex items-baseline gap-2 text-ink-2">
            {t('kit.minute')} <span className="text-figure-3 font-[600] text-ink">{minute}</span>
          </p>
        )}
        <div className="min-w-0 flex-1 basis-44">
          <h1 className="text-sub font-sub leading-tight">{person}</h1>
          <p className="text-small text-ink-2">{detail}</p>
        </div>
        {transport}
      </header>
      <div className="grid grid-cols-1 desk:grid-cols-[minmax(0,724fr)_minmax(0,456fr)]">
        <main className="flex flex-col gap-3 px-5 py-3">{watch}</main>
        <aside className="flex flex-col gap-2.5 border-contour px-4 py-2.5 desk:border-l">{aside}</aside>
      </div>
    </div>
  );
}

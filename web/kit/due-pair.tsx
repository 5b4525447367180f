// Left what is late or due now, right the next with its countdown. Timed by the server; hatched when it cannot be.
import './bedside-words.ts';
import type { ReactNode } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { formatClock, formatCountdown, formatSpan, t } from './locale.ts';
import { StateMark } from './state-mark.tsx';

export interface DueItem {
  readonly title: ReactNode;
  readonly dueAt: Instant;
  /** Where it can be done on the spot: one tap leads there once it is due. */
  readonly begin?: (() => void) | undefined;
}

export interface DuePairProps {
  readonly now: Instant;
  /** What is late or due this minute; nothing when nothing is. */
  readonly first: DueItem | undefined;
  readonly next: DueItem | undefined;
  /** From the protocol edition: a thing due this long ago is late. */
  readonly lateAfterMinutes: number;
  /** False when this device's clock and the server's cannot be brought together. */
  readonly clockTrusted: boolean;
}

export function DuePair({ now, first, next, lateAfterMinutes, clockTrusted }: DuePairProps) {
  const lateMs = first === undefined ? 0 : now - first.dueAt;
  const isLate = lateMs >= lateAfterMinutes * 60_000;
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      {first === undefined ? (
        <div className="flex min-h-19 items-center gap-4 rounded-card border-[1.5px] border-contour px-5 py-3 text-ink-2">
          {t('kit.nothing-due')}
        </div>
      ) : (
        <div
          className={classNames(
            'flex min-h-19 items-center gap-4 rounded-card px-5 py-3',
            isLate
              ? 'bg-ink text-page [--mark-ground:var(--ink)] [--mark-ink:var(--page)]'
              : 'border-[2.5px] border-sea',
          )}
        >
          <StateMark state={isLate ? 'late' : 'due'} size={34} />
          <div className="min-w-0 flex-1">
            <p className="text-sub font-sub">{first.title}</p>
            <p className="text-small">
              {isLate
                ? t('kit.late-since', { span: formatSpan(lateMs), time: formatClock(first.dueAt) })
                : t('kit.due-now', { time: formatClock(first.dueAt) })}
            </p>
          </div>
          {first.begin !== undefined && (
            <Button variant="primary" onClick={first.begin}>
              {t('kit.due-begin')}
            </Button>
          )}
        </div>
      )}
      {next === undefined ? (
        <div className="flex min-h-19 items-center rounded-card border-[1.5px] border-contour px-5 py-3 text-ink-2">
          {t('kit.nothing-next')}
        </div>
      ) : (
        <div className="flex min-h-19 items-center gap-4 overflow-hidden rounded-card border-[1.5px] border-edge px-5 py-3">
          <StateMark state="due" size={32} />
          <div className="min-w-0 flex-1">
            <p className="text-sub font-sub">{next.title}</p>
            <p className="text-small">{t('kit.due-at', { time: formatClock(next.dueAt) })}</p>
          </div>
          {clockTrusted ? (
            <p className="figures text-figure-2 font-[600]" role="timer" aria-live="off">
              {formatCountdown(next.dueAt - now)}
            </p>
          ) : (
            <p className="hatch-amber rounded-mark p-1">
              <span className="block rounded-mark bg-amber-tint px-2 text-small text-ink">
                {t('kit.clock-not-trusted')}
              </span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

// When to stop eating and drinking. Words and times first, the bar second, and the rule it comes from.
import './card-words.ts';
import type { ReactNode } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { labelsThatFit } from './label-room.ts';
import { formatClock, formatTime, t } from './locale.ts';
import { useWidth } from './measure.ts';
import { waterPath } from './the-line-geometry.ts';

/** A generous guess at one glyph's width at 15 px, so that labels are judged before they are drawn. */
const glyph = 8.2;

export interface FoodClockProps {
  readonly now: Instant;
  /** Of a fried or fatty meal, where it is earlier. */
  readonly heavyUntil?: Instant | undefined;
  readonly eatUntil: Instant;
  readonly clearDrinksUntil: Instant;
  readonly sessionAt: Instant;
  /** "From your clinic's food rule, version 4". */
  readonly rule: ReactNode;
  /** A link or button: "Had something after? Tell us". */
  readonly tell?: ReactNode;
}

export function FoodClock({
  now,
  heavyUntil,
  eatUntil,
  clearDrinksUntil,
  sessionAt,
  rule,
  tell,
}: FoodClockProps) {
  const { ref, width } = useWidth<HTMLDivElement>(320);
  const from = Math.min(now, eatUntil);
  const span = Math.max(1, sessionAt - from);
  const inset = 8;
  const x = (at: Instant): number =>
    inset + ((width - inset * 2) * (Math.min(Math.max(at, from), sessionAt) - from)) / span;
  const nowX = x(now);
  const row = (words: string, until: Instant) => (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className={now > until ? 'text-ink-2' : ''}>
        {now > until ? t('kit.food-over', { words }) : words}
      </dt>
      <dd className="figures font-sub">{formatTime(until)}</dd>
    </div>
  );
  const nowLabel = t('kit.now-at', { time: formatTime(now) });
  const nowLabelWidth = nowLabel.length * glyph;
  const nowLabelX = Math.min(Math.max(0, nowX - inset), width - nowLabelWidth);
  // Labels that would meet are left to the words above; the lamp's own is never dropped.
  const clearOfNow = [
    { at: eatUntil, strong: true },
    { at: clearDrinksUntil, strong: true },
    { at: sessionAt, strong: false },
  ].filter((tick) => x(tick.at) - 20 > nowLabelX + nowLabelWidth || x(tick.at) + 24 < nowLabelX);
  const fits = labelsThatFit(
    clearOfNow.map((tick) => x(tick.at)),
    46,
  );
  const ticks = clearOfNow.filter((_, index) => fits[index]);
  return (
    <div className="card rounded-card bg-surface p-5">
      <dl className="flex flex-col gap-1">
        {heavyUntil !== undefined && row(t('kit.food-heavy'), heavyUntil)}
        {row(t(heavyUntil === undefined ? 'kit.food-eat' : 'kit.food-light'), eatUntil)}
        {row(t('kit.food-drink'), clearDrinksUntil)}
      </dl>
      <p className="mt-1 text-ink-2">{t('kit.food-nothing')}</p>
      <div ref={ref} className="mt-5" aria-hidden="true">
        <svg
          width={width}
          height="58"
          viewBox={`0 0 ${width} 58`}
          className="block overflow-visible"
          aria-hidden="true"
        >
          <rect
            x="1"
            y="4"
            width={width - 2}
            height="24"
            rx="6"
            fill="var(--page)"
            stroke="var(--edge)"
            strokeWidth="1.5"
          />
          <path d={`M${x(eatUntil)} 5H${x(clearDrinksUntil)}V27H${x(eatUntil)}Z`} fill="var(--shoal)" />
          <svg
            x={x(eatUntil)}
            y="4"
            width={Math.max(0, x(clearDrinksUntil) - x(eatUntil))}
            height="23"
            overflow="hidden"
            aria-hidden="true"
          >
            <path d={`${waterPath(width, 16)}V23H0Z`} fill="var(--edge)" opacity="0.75" />
          </svg>
          <path d={`M7 5H${x(eatUntil)}V27H7a5 5 0 0 1-5-5V10a5 5 0 0 1 5-5Z`} fill="var(--sea)" />
          {[eatUntil, clearDrinksUntil].map((at) => (
            <path key={at} d={`M${x(at)} 4V34`} stroke="var(--ink)" strokeWidth="2" />
          ))}
          <circle cx={nowX} cy="16" r="10" fill="var(--surface)" />
          <circle cx={nowX} cy="16" r="6.5" fill="var(--lamp)" />
          <text x={nowLabelX} y="52" fill="var(--lamp)" fontSize="15" fontWeight="620">
            {nowLabel}
          </text>
          {ticks.map((tick) => (
            <text
              key={tick.at}
              x={Math.min(x(tick.at), width)}
              y="52"
              textAnchor={x(tick.at) > width - 24 ? 'end' : 'middle'}
              fill={tick.strong ? 'var(--ink)' : 'var(--ink-2)'}
              fontSize="15"
              fontWeight={tick.strong ? 560 : 400}
            >
              {formatClock(tick.at)}
            </text>
          ))}
        </svg>
      </div>
      <p className="mt-2 text-small text-ink-2">
        {rule} {tell}
      </p>
    </div>
  );
}

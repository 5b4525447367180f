// The course of one form by its totals: where each answer was given in time, on that form's own range and no other's. The
// line joins answers that stand days or weeks apart and says nothing of the days between. The page carries the table.
import './card-words.ts';
import { type ReactNode, useId } from 'react';
import { formatDate, formatNumber, t } from './locale.ts';
import { useWidth } from './measure.ts';
import { placedInTime } from './placed-in-time.ts';

export interface ScoreCourseProps {
  readonly title: string;
  /** Oldest first, at least two. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** When doses were begun. */
  readonly sessions: readonly number[];
  readonly low: number;
  readonly high: number;
  /** The same in a sentence. */
  readonly words: ReactNode;
}

const top = 14;
const plot = 150;
const left = 38;
const right = 14;
const height = top + plot + 52;

export function ScoreCourse({ title, points, sessions, low, high, words }: ScoreCourseProps) {
  const { ref, width } = useWidth<HTMLDivElement>(340);
  const wordsId = useId();
  const placed = placedInTime(points, sessions);
  const x = (share: number): number => left + share * (width - left - right);
  const y = (value: number): number => top + plot - ((value - low) / (high - low)) * plot;
  const first = points.at(0);
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <figure className="m-0">
      <div ref={ref}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={title}
          aria-describedby={wordsId}
          className="block"
        >
          {[low, (low + high) / 2, high].map((value) => (
            <g key={value}>
              <path d={`M${left} ${y(value)}H${width - right}`} stroke="var(--contour)" strokeWidth="1.5" />
              <text x={left - 8} y={y(value) + 5} textAnchor="end" fontSize="15" fill="var(--ink-2)">
                {formatNumber(value)}
              </text>
            </g>
          ))}
          {placed.sessions.map((share) => (
            <g key={share}>
              <path
                d={`M${x(share)} ${top}V${top + plot + 6}`}
                stroke="var(--sea)"
                strokeWidth="2"
                strokeDasharray="2 4"
              />
              <rect x={x(share) - 4} y={top + plot + 6} width="8" height="16" rx="4" fill="var(--sea)" />
            </g>
          ))}
          <path
            d={placed.points
              .map(({ share, value }, index) => `${index === 0 ? 'M' : 'L'}${x(share)} ${y(value)}`)
              .join('')}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="2"
            strokeDasharray="6 5"
            strokeLinejoin="round"
          />
          {placed.points.map(({ at, share, value }) => (
            <circle
              key={at}
              cx={x(share)}
              cy={y(value)}
              r="5.4"
              fill="var(--ink)"
              stroke="var(--surface)"
              strokeWidth="2.4"
            />
          ))}
          <text x={left} y={height - 6} fontSize="15" fill="var(--ink-2)">
            {formatDate(first.at, 'short')}
          </text>
          <text x={width - right} y={height - 6} textAnchor="end" fontSize="15" fill="var(--ink-2)">
            {formatDate(last.at, 'short')}
          </text>
        </svg>
      </div>
      {placed.sessions.length > 0 && (
        <p className="flex items-center justify-center gap-2 text-small text-ink-2" aria-hidden="true">
          <span className="h-5 w-2 rounded-full bg-sea" /> {t('kit.chart-session')}
        </p>
      )}
      <figcaption id={wordsId} className="mt-2">
        {words}
      </figcaption>
    </figure>
  );
}

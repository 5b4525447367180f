// A person's own answers over days. Line where there are answers, hatch where there are none, sessions as posts below.
// The sentence and the table carry the same, for eyes and readers the drawing does not reach.
import './card-words.ts';
import { type ReactNode, useId } from 'react';
import { Hatch, useHatchId } from './hatch.tsx';
import { formatNumber, t } from './locale.ts';
import { useWidth } from './measure.ts';
import { gapCount, type TrendPoint, trendRuns } from './trend-gaps.ts';

export interface TrendChartProps {
  readonly title: string;
  /** One per day, in order. */
  readonly points: readonly TrendPoint[];
  /** Indexes of the days with a session. */
  readonly sessions: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Replaces the usual sentence. */
  readonly words?: ReactNode;
  readonly answerWord?: string | undefined;
}

const top = 22;
const plot = 190;
const height = 300;
const left = 38;

export function TrendChart({ title, points, sessions, low, high, words, answerWord }: TrendChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>(340);
  const hatch = useHatchId();
  const wordsId = useId();
  const step = (width - left - 10) / Math.max(1, points.length - 1);
  const x = (index: number): number => left + step * index;
  const y = (value: number): number => top + plot - ((value - low) / (high - low)) * plot;
  const { answered, gaps } = trendRuns(points);
  const missing = gapCount(points);
  const noWord = t('kit.chart-no-word').split(' ');
  const noWordWidth = Math.max(...noWord.map((line) => line.length)) * 7.8 + 4;
  const middle = Math.floor((points.length - 1) / 2);
  return (
    <div>
      <figure className="card m-0 rounded-card bg-surface p-4">
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
            <defs>
              <Hatch id={hatch} stroke="var(--contour)" ground="var(--page)" gap={8} width={3} />
            </defs>
            {[low, (low + high) / 2, high].map((value) => (
              <g key={value}>
                <path d={`M${left} ${y(value)}H${width - 8}`} stroke="var(--contour)" strokeWidth="1.5" />
                <text x={left - 8} y={y(value) + 5} textAnchor="end" fontSize="15" fill="var(--ink-2)">
                  {formatNumber(value)}
                </text>
              </g>
            ))}
            {gaps.map((gap) => (
              <rect
                key={gap.from}
                x={Math.max(left, x(gap.from) - step / 2)}
                y={top}
                width={Math.min(x(gap.to) + step / 2, width - 8) - Math.max(left, x(gap.from) - step / 2)}
                height={plot}
                fill={`url(#${hatch})`}
              />
            ))}
            {sessions.map((index) => (
              <g key={index}>
                <path
                  d={`M${x(index)} ${top - 6}V${top + plot + 6}`}
                  stroke="var(--sea)"
                  strokeWidth="2"
                  strokeDasharray="2 4"
                />
                <rect x={x(index) - 4} y={top + plot + 6} width="8" height="20" rx="4" fill="var(--sea)" />
              </g>
            ))}
            {gaps
              .filter((gap) => (gap.to - gap.from + 1) * step > noWordWidth)
              .map((gap) => {
                const half = noWordWidth / 2;
                // A gap at the edge is narrower than its days; its words stand inside the drawing all the same.
                const middleOfGap = (x(gap.from) + x(gap.to)) / 2;
                const centre = Math.min(Math.max(middleOfGap, left + half), width - 8 - half);
                return (
                  <g key={gap.from}>
                    <rect
                      x={centre - half}
                      y={top + 8}
                      width={noWordWidth}
                      height={8 + noWord.length * 18}
                      rx="4"
                      fill="var(--page)"
                    />
                    {noWord.map((line, index) => (
                      <text
                        key={line}
                        x={centre}
                        y={top + 24 + index * 18}
                        textAnchor="middle"
                        fontSize="15"
                        fontWeight="560"
                        fill="var(--ink)"
                      >
                        {line}
                      </text>
                    ))}
                  </g>
                );
              })}
            {answered.map((run) => {
              const indexes = Array.from({ length: run.to - run.from + 1 }, (_, offset) => run.from + offset);
              const at = indexes.map((index) => ({ index, x: x(index), y: y(points[index]?.value ?? low) }));
              return (
                <g key={run.from}>
                  <path
                    d={at.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')}
                    fill="none"
                    stroke="var(--ink)"
                    strokeWidth="2.5"
                    strokeLinejoin="round"
                  />
                  {at.map((point) => (
                    <circle
                      key={point.index}
                      cx={point.x}
                      cy={point.y}
                      r="5.4"
                      fill="var(--ink)"
                      stroke="var(--surface)"
                      strokeWidth="2.4"
                    />
                  ))}
                </g>
              );
            })}
            {[0, middle, points.length - 1].map((index, place) => (
              <text
                key={place === 0 ? 'first' : place === 1 ? 'middle' : 'last'}
                x={place === 2 ? width - 8 : x(index)}
                y={height - 38}
                textAnchor={place === 0 ? 'start' : place === 1 ? 'middle' : 'end'}
                fontSize="15"
                fill="var(--ink-2)"
              >
                {points[index]?.label}
              </text>
            ))}
          </svg>
        </div>
        <ul
          className="-mt-6 flex flex-wrap justify-center gap-x-6 gap-y-1 text-small text-ink-2"
          aria-hidden="true"
        >
          <li className="flex items-center gap-2">
            <span className="size-2.5 rounded-full bg-ink" /> {answerWord ?? t('kit.chart-answer')}
          </li>
          {sessions.length > 0 && (
            <li className="flex items-center gap-2">
              <span className="h-5 w-2 rounded-full bg-sea" /> {t('kit.chart-session')}
            </li>
          )}
          {missing > 0 && (
            <li className="flex items-center gap-2">
              <span className="hatch-quiet h-4 w-6 border border-contour bg-page" />{' '}
              {t('kit.chart-no-answer')}
            </li>
          )}
        </ul>
      </figure>
      <p id={wordsId} className="mt-3">
        {words ??
          t('kit.chart-words', { answered: points.length - missing, days: points.length, gaps: missing })}
      </p>
      <details className="mt-1">
        <summary className="link flex min-h-12 cursor-pointer items-center">{t('kit.chart-table')}</summary>
        <table className="w-full max-w-120 border-collapse text-left">
          <caption className="only-read-aloud">{title}</caption>
          <thead>
            <tr className="border-b border-contour text-small text-ink-2">
              <th scope="col" className="py-2 font-[540]">
                {t('kit.chart-day')}
              </th>
              <th scope="col" className="py-2 font-[540]">
                {t('kit.chart-value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: days stand in order and never move
              <tr key={index} className="border-b border-contour">
                <th scope="row" className="py-1.5 font-normal">
                  {point.label}
                  {sessions.includes(index) && <span className="text-ink-2">, {t('kit.chart-session')}</span>}
                </th>
                <td className="figures py-1.5">
                  {point.value === undefined ? t('kit.chart-no-answer') : formatNumber(point.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

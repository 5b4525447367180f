// The bedside picture: pressure as bars with caps, pulse as dots, oxygen as hollow squares, each in its own lane.
// Missed and late spans are hatched, limits are dashed with their words, one lamp line is now. The table is real.
import type { ReactNode } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Hatch, useHatchId } from './hatch.tsx';
import { labelsThatFit } from './label-room.ts';
import { formatClock, t } from './locale.ts';
import { useWidth } from './measure.ts';
import {
  isNumber,
  type LaneLimit,
  type LaneName,
  laneSpan,
  laneValues,
  makeLane,
  type Reading,
  type VitalsRow,
} from './vitals-lanes.ts';

export interface VitalsMark {
  readonly at: Instant;
  /** "on", "off". */
  readonly words: string;
}

export interface VitalsSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly words: readonly string[];
  /** Late or missed checks are hatched quietly; time the device was not heard is amber. */
  readonly kind: 'late' | 'not-heard';
}

export interface VitalsChartProps {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant | undefined;
  readonly rows: readonly VitalsRow[];
  readonly limits?: readonly LaneLimit[] | undefined;
  readonly dose?: { readonly from: Instant; readonly to: Instant } | undefined;
  readonly marks?: readonly VitalsMark[] | undefined;
  readonly spans?: readonly VitalsSpan[] | undefined;
  /** In the room the table is read aloud only, because nothing may scroll. */
  readonly table: 'shown' | 'read-aloud';
  readonly height?: number | undefined;
}

const left = 98;
const right = 16;
const axis = 34;

function readingWords(reading: Reading): string {
  if (reading === undefined) return t('kit.not-taken');
  return reading === 'could-not-read' ? t('kit.not-read') : String(reading);
}

function pressureWords(row: VitalsRow): string {
  const { systolicMmHg, diastolicMmHg } = row;
  if (isNumber(systolicMmHg) && isNumber(diastolicMmHg)) return `${systolicMmHg} / ${diastolicMmHg}`;
  if (systolicMmHg === diastolicMmHg) return readingWords(systolicMmHg);
  return `${readingWords(systolicMmHg)} / ${readingWords(diastolicMmHg)}`;
}

export function VitalsChart({
  from,
  to,
  now,
  rows,
  limits = [],
  dose,
  marks = [],
  spans = [],
  table,
  height = 300,
}: VitalsChartProps) {
  const { ref, width } = useWidth<HTMLElement>(684);
  const lateHatch = useHatchId();
  const staleHatch = useHatchId();
  const x = (at: Instant): number =>
    left + ((width - left - right) * (Math.min(Math.max(at, from), to) - from)) / Math.max(1, to - from);
  const plot = height - axis;
  const limitsOf = (lane: LaneName): readonly number[] =>
    limits.filter((limit) => limit.lane === lane).map((limit) => limit.value);
  const lane = (name: LaneName, top: number, bottom: number, leastSpan: number, air: number) =>
    makeLane(
      { top: plot * top, bottom: plot * bottom, air },
      laneSpan(laneValues(name, rows), limitsOf(name), leastSpan),
    );
  const lanes = {
    pressure: lane('pressure', 0, 0.52, 60, 24),
    pulse: lane('pulse', 0.52, 0.77, 30, 18),
    oxygen: lane('oxygen', 0.77, 1, 8, 16),
  };
  const shown = rows.filter((row) => row.at >= from && row.at <= to);
  const fits = labelsThatFit(
    shown.map((row) => x(row.at)),
    44,
  );
  const last = rows.at(-1);
  const axisWords = [
    { at: from, words: formatClock(from) },
    ...marks.map((mark) => ({ at: mark.at, words: `${mark.words} ${formatClock(mark.at)}` })),
    { at: to, words: formatClock(to) },
  ];
  const nowX = now === undefined ? undefined : x(now);
  // The times of readings join the axis where there is room between the words already there.
  const axisTimes = [...axisWords];
  for (const row of shown) {
    const taken = axisTimes.some((each) => Math.abs(x(each.at) - x(row.at)) < 66);
    if (!taken) axisTimes.push({ at: row.at, words: formatClock(row.at) });
  }
  const label = t('kit.vitals-label', { from: formatClock(from), to: formatClock(to) });
  const words =
    last === undefined
      ? t('kit.vitals-none')
      : t('kit.vitals-last', {
          time: formatClock(last.at),
          pressure: pressureWords(last),
          pulse: readingWords(last.heartRatePerMin),
          oxygen: readingWords(last.spo2Percent),
        });

  const notRead = (at: number, y: number): ReactNode => (
    <g>
      <path d={`M${at - 6} ${y - 6}l12 12M${at + 6} ${y - 6}l-12 12`} stroke="var(--ink-2)" strokeWidth="2" />
    </g>
  );
  return (
    <figure ref={ref} className="m-0 w-full">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}. ${words}`}
        className="block"
      >
        <defs>
          <Hatch id={lateHatch} stroke="var(--contour)" gap={9} width={2.5} />
          <Hatch id={staleHatch} stroke="var(--amber-hatch)" ground="var(--amber-tint)" gap={7} width={2.5} />
        </defs>
        {dose !== undefined && (
          <rect
            x={x(dose.from)}
            y="0"
            width={Math.max(0, Math.min(x(dose.to), nowX ?? x(dose.to)) - x(dose.from))}
            height={plot}
            fill="var(--shallow)"
          />
        )}
        {spans.map((span) => (
          <rect
            key={`${span.kind}-${span.from}`}
            x={x(span.from)}
            y="0"
            width={Math.max(2, x(span.to) - x(span.from))}
            height={plot}
            fill={`url(#${span.kind === 'late' ? lateHatch : staleHatch})`}
          />
        ))}
        {Object.values(lanes).map((each) => (
          <path
            key={each.bottom}
            d={`M${left - 2} ${each.bottom}H${width - right}`}
            stroke="var(--contour)"
            strokeWidth="1"
          />
        ))}
        {limits.map((limit) => (
          <g key={`${limit.lane}-${limit.value}`}>
            <path
              d={`M${left - 2} ${lanes[limit.lane].y(limit.value)}H${width - right}`}
              stroke="var(--edge)"
              strokeWidth="1.5"
              strokeDasharray="7 5"
            />
            <text
              x={width - right}
              y={lanes[limit.lane].y(limit.value) - 6}
              textAnchor="end"
              fontSize="15"
              fill="var(--ink-2)"
            >
              {limit.words}
            </text>
          </g>
        ))}
        {marks
          .filter((mark) => mark.at !== dose?.from)
          .map((mark) => (
            <path
              key={mark.at}
              d={`M${x(mark.at)} 0V${plot}`}
              stroke="var(--ink-2)"
              strokeWidth="1.5"
              strokeDasharray="2 4"
            />
          ))}
        {(
          [
            ['pressure', 'kit.vitals-bp', 'kit.vitals-bp-unit'],
            ['pulse', 'kit.vitals-pulse', 'kit.vitals-pulse-unit'],
            ['oxygen', 'kit.vitals-spo2', 'kit.vitals-spo2-unit'],
          ] as const
        ).map(([name, title, unit]) => (
          <g key={name}>
            <text x="0" y={lanes[name].top + 24} fontSize="17" fontWeight="620" fill="var(--ink)">
              {t(title)}
            </text>
            <text x="0" y={lanes[name].top + 45} fontSize="15" fill="var(--ink-2)">
              {t(unit)}
            </text>
          </g>
        ))}
        {spans.map((span) =>
          span.words.map((line, index) => (
            <text
              key={`${span.from}-${line}`}
              x={(x(span.from) + x(span.to)) / 2}
              y={64 + index * 19}
              textAnchor="middle"
              fontSize="16"
              fontWeight="620"
              fill="var(--ink)"
              stroke="var(--page)"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {line}
            </text>
          )),
        )}
        {shown.map((row, index) => {
          const at = x(row.at);
          const { systolicMmHg: high, diastolicMmHg: low, heartRatePerMin: pulse, spo2Percent: oxygen } = row;
          const printed = fits[index] === true;
          const { pressure } = lanes;
          return (
            <g key={row.at} fill="var(--ink)">
              {isNumber(high) && isNumber(low) && (
                <g stroke="var(--ink)" strokeWidth="2.2">
                  <path d={`M${at} ${pressure.y(high)}V${pressure.y(low)}`} />
                  <path
                    d={`M${at - 7} ${pressure.y(high)}h14M${at - 7} ${pressure.y(low)}h14`}
                    strokeWidth="3"
                    strokeLinecap="round"
                  />
                </g>
              )}
              {isNumber(high) && !isNumber(low) && (
                <path d={`M${at - 7} ${pressure.y(high)}h14`} stroke="var(--ink)" strokeWidth="3" />
              )}
              {(high === 'could-not-read' || low === 'could-not-read') &&
                notRead(at, (pressure.top + pressure.bottom) / 2)}
              {printed && isNumber(high) && (
                <text x={at} y={pressure.y(high) - 8} textAnchor="middle" fontSize="16" fontWeight="620">
                  {high}
                </text>
              )}
              {printed && isNumber(low) && (
                <text x={at} y={pressure.y(low) + 20} textAnchor="middle" fontSize="16" fill="var(--ink-2)">
                  {low}
                </text>
              )}
              {isNumber(pulse) && <circle cx={at} cy={lanes.pulse.y(pulse)} r="5.2" fill="var(--sea)" />}
              {pulse === 'could-not-read' && notRead(at, (lanes.pulse.top + lanes.pulse.bottom) / 2)}
              {printed && isNumber(pulse) && (
                <text x={at} y={lanes.pulse.y(pulse) - 11} textAnchor="middle" fontSize="16" fontWeight="620">
                  {pulse}
                </text>
              )}
              {isNumber(oxygen) && (
                <rect
                  x={at - 5}
                  y={lanes.oxygen.y(oxygen) - 5}
                  width="10"
                  height="10"
                  fill="none"
                  stroke="var(--sea)"
                  strokeWidth="2.2"
                />
              )}
              {oxygen === 'could-not-read' && notRead(at, (lanes.oxygen.top + lanes.oxygen.bottom) / 2)}
              {printed && isNumber(oxygen) && (
                <text
                  x={width < 520 ? at : at + 12}
                  y={lanes.oxygen.y(oxygen) + (width < 520 ? -11 : 5.5)}
                  textAnchor={width < 520 ? 'middle' : 'start'}
                  fontSize="16"
                  fontWeight="620"
                >
                  {oxygen}
                </text>
              )}
            </g>
          );
        })}
        {nowX !== undefined && (
          <>
            <path d={`M${nowX} 0V${plot}`} stroke="var(--lamp)" strokeWidth="2.5" />
            <circle cx={nowX} cy={plot + 4} r="6.5" fill="var(--lamp)" />
            <text
              x={nowX}
              y={height - 6}
              textAnchor="middle"
              fontSize="15"
              fontWeight="620"
              fill="var(--lamp)"
            >
              {t('kit.vitals-now', { time: formatClock(now ?? from) })}
            </text>
          </>
        )}
        {axisTimes
          .filter((each) => nowX === undefined || Math.abs(x(each.at) - nowX) > 84)
          .map((each) => (
            <text
              key={`${each.at}-${each.words}`}
              x={x(each.at)}
              y={height - 6}
              textAnchor={each.at === to ? 'end' : 'middle'}
              fontSize="15"
              fill="var(--ink-2)"
            >
              {each.words}
            </text>
          ))}
      </svg>
      <div className={table === 'read-aloud' ? 'only-read-aloud' : 'mt-2'}>
        <p>{words}</p>
        <table className="w-full border-collapse text-left">
          <caption className="only-read-aloud">{label}</caption>
          <thead>
            <tr className="border-b border-contour text-small text-ink-2">
              <th scope="col" className="py-2 font-[540]">
                {t('kit.vitals-time')}
              </th>
              <th scope="col" className="py-2 font-[540]">
                {t('kit.vitals-bp')} {t('kit.vitals-bp-unit')}
              </th>
              <th scope="col" className="py-2 font-[540]">
                {t('kit.vitals-pulse')}
              </th>
              <th scope="col" className="py-2 font-[540]">
                {t('kit.vitals-spo2')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.at} className="figures border-b border-contour">
                <th scope="row" className="py-1.5 font-normal">
                  {formatClock(row.at)}
                </th>
                <td className="py-1.5">{pressureWords(row)}</td>
                <td className="py-1.5">{readingWords(row.heartRatePerMin)}</td>
                <td className="py-1.5">{readingWords(row.spo2Percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

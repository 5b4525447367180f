// The bedside picture: pressure as bars with caps, pulse as dots, oxygen as hollow squares, each in its own lane.
// Missed and late spans are hatched, limits are dashed with their words, one lamp line is now. The table is real. Where there
// are more readings than room for marks, as from a monitor every second, each sign is a line and the table tells stretches.
import './bedside-words.ts';
import { type ReactNode, useMemo } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Hatch, useHatchId } from './hatch.tsx';
import type { LabelSpot } from './label-room.ts';
import { formatClock, t } from './locale.ts';
import { useWidth } from './measure.ts';
import { Extremes, steadyEnd } from './vitals-course.ts';
import {
  barFigures,
  isNumber,
  type Lane,
  type LaneLimit,
  type LaneName,
  laneSpan,
  limitWordsY,
  makeLane,
  markFigures,
  type Reading,
  readingsOf,
  secondLine,
  type VitalsRow,
} from './vitals-lanes.ts';
import { StretchTable, VitalsLines } from './vitals-lines.tsx';

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
/** Nearer than this, marks run into one another and a line says more. */
const leastGapPx = 6;
/** A bar has a figure at both its ends. */
const pressureAir = { air: 24, airBelow: 24 };
/** A dot or a square has its figure above, and under the lowest nothing but itself. */
const markAir = { air: 26, airBelow: 9 };

interface LanePlan {
  readonly share: number;
  readonly leastSpan: number;
  readonly title:
    | 'kit.vitals-bp'
    | 'kit.vitals-pulse'
    | 'kit.vitals-spo2'
    | 'kit.vitals-rr'
    | 'kit.vitals-temp';
  readonly unit:
    | 'kit.vitals-bp-unit'
    | 'kit.vitals-pulse-unit'
    | 'kit.vitals-spo2-unit'
    | 'kit.vitals-rr-unit'
    | 'kit.vitals-temp-unit';
}

const plans: Readonly<Record<LaneName, LanePlan>> = {
  pressure: { share: 52, leastSpan: 60, title: 'kit.vitals-bp', unit: 'kit.vitals-bp-unit' },
  pulse: { share: 25, leastSpan: 30, title: 'kit.vitals-pulse', unit: 'kit.vitals-pulse-unit' },
  oxygen: { share: 23, leastSpan: 8, title: 'kit.vitals-spo2', unit: 'kit.vitals-spo2-unit' },
  breathing: { share: 23, leastSpan: 12, title: 'kit.vitals-rr', unit: 'kit.vitals-rr-unit' },
  temperature: { share: 20, leastSpan: 2, title: 'kit.vitals-temp', unit: 'kit.vitals-temp-unit' },
};
const laneNames: readonly LaneName[] = ['pressure', 'pulse', 'oxygen', 'breathing', 'temperature'];
/** Always there, so that a sign nobody took is seen to be missing. */
const alwaysShown: readonly LaneName[] = ['pressure', 'pulse', 'oxygen'];

const singleLanes = [
  { name: 'pulse', sign: 'heartRatePerMin' },
  { name: 'oxygen', sign: 'spo2Percent' },
  { name: 'breathing', sign: 'respiratoryRatePerMin' },
  { name: 'temperature', sign: 'temperatureCel' },
] as const;

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
  const isDense = rows.length > (width - left - right) / leastGapPx;
  const end = isDense ? steadyEnd(from, to) : to;
  const x = useMemo(
    () =>
      (at: Instant): number =>
        left +
        ((width - left - right) * (Math.min(Math.max(at, from), end) - from)) / Math.max(1, end - from),
    [from, end, width],
  );
  const plot = height - axis;
  const extremes = useMemo(
    () => new Map(laneNames.map((name) => [name, new Extremes(readingsOf[name])])),
    [],
  );
  const lanes = new Map<LaneName, Lane>();
  const present = laneNames.flatMap((name) => {
    const values = extremes.get(name)?.among(rows) ?? [];
    return values.length > 0 || alwaysShown.includes(name) ? [{ name, values }] : [];
  });
  const shares = present.reduce((sum, { name }) => sum + plans[name].share, 0);
  // Dense rows are drawn as lines; nothing below makes a mark, a figure or a time for each of them.
  const shown = isDense ? [] : rows.filter((row) => row.at >= from && row.at <= to);
  const asked = { limits, x };
  // Only a second line of figures takes height from the bars.
  const overBars = { ...pressureAir, air: pressureAir.air + secondLine(shown, asked) };
  let top = 0;
  for (const { name, values } of present) {
    const { share, leastSpan } = plans[name];
    const bottom = top + (plot * share) / shares;
    const limitsHere = limits.filter((limit) => limit.lane === name).map((limit) => limit.value);
    const air = name === 'pressure' ? overBars : markAir;
    lanes.set(name, makeLane({ top, bottom, ...air }, laneSpan(values, limitsHere, leastSpan)));
    top = bottom;
  }
  const [pressureLane, pulseLane, oxygenLane] = alwaysShown.map((name) => lanes.get(name));
  if (pressureLane === undefined || pulseLane === undefined || oxygenLane === undefined)
    throw new Error('A lane that is always there is missing');
  const pressureFigures = barFigures(shown, pressureLane, asked);
  const singleFigures = singleLanes.flatMap(({ name, sign }) => {
    const lane = lanes.get(name);
    return lane === undefined ? [] : [{ name, spots: markFigures(shown, sign, lane, asked) }];
  });
  const last = rows.at(-1);
  const isFree = (at: Instant, gapPx: number): boolean =>
    marks.every((mark) => Math.abs(x(mark.at) - x(at)) >= gapPx);
  // What was done stands before where the axis begins and ends.
  const axisWords = [
    ...(isFree(from, 46) ? [{ at: from, words: formatClock(from) }] : []),
    ...marks.map((mark) => ({ at: mark.at, words: `${mark.words} ${formatClock(mark.at)}` })),
    ...(isFree(end, 76) ? [{ at: end, words: formatClock(end) }] : []),
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
        {[...lanes.values()].map((each) => (
          <path
            key={each.bottom}
            d={`M${left - 2} ${each.bottom}H${width - right}`}
            stroke="var(--contour)"
            strokeWidth="1"
          />
        ))}
        {limits.map((limit) => {
          const lane = lanes.get(limit.lane);
          if (lane === undefined) return null;
          const y = lane.y(limit.value);
          return (
            <g key={`${limit.lane}-${limit.value}`}>
              <path
                d={`M${left - 2} ${y}H${width - right}`}
                stroke="var(--edge)"
                strokeWidth="1.5"
                strokeDasharray="7 5"
              />
              <text
                x={width - right}
                y={limitWordsY(lane, y)}
                textAnchor="end"
                fontSize="15"
                fill="var(--ink-2)"
              >
                {limit.words}
              </text>
            </g>
          );
        })}
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
        {[...lanes].map(([name, lane]) => (
          <g key={name}>
            <text x="0" y={lane.top + 24} fontSize="17" fontWeight="620" fill="var(--ink)">
              {t(plans[name].title)}
            </text>
            <text x="0" y={lane.top + 45} fontSize="15" fill="var(--ink-2)">
              {t(plans[name].unit)}
            </text>
          </g>
        ))}
        {isDense && <VitalsLines rows={rows} lanes={lanes} limits={limits} x={x} />}
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
        {shown.map((row) => {
          const at = x(row.at);
          const { systolicMmHg: high, diastolicMmHg: low, heartRatePerMin: pulse, spo2Percent: oxygen } = row;
          return (
            <g key={row.at} fill="var(--ink)">
              {isNumber(high) && isNumber(low) && (
                <g stroke="var(--ink)" strokeWidth="2.2">
                  <path d={`M${at} ${pressureLane.y(high)}V${pressureLane.y(low)}`} />
                  <path
                    d={`M${at - 7} ${pressureLane.y(high)}h14M${at - 7} ${pressureLane.y(low)}h14`}
                    strokeWidth="3"
                    strokeLinecap="round"
                  />
                </g>
              )}
              {isNumber(high) && !isNumber(low) && (
                <path d={`M${at - 7} ${pressureLane.y(high)}h14`} stroke="var(--ink)" strokeWidth="3" />
              )}
              {(high === 'could-not-read' || low === 'could-not-read') &&
                notRead(at, (pressureLane.top + pressureLane.bottom) / 2)}
              {isNumber(pulse) && <circle cx={at} cy={pulseLane.y(pulse)} r="5.2" fill="var(--sea)" />}
              {pulse === 'could-not-read' && notRead(at, (pulseLane.top + pulseLane.bottom) / 2)}
              {isNumber(oxygen) && (
                <rect
                  x={at - 5}
                  y={oxygenLane.y(oxygen) - 5}
                  width="10"
                  height="10"
                  fill="none"
                  stroke="var(--sea)"
                  strokeWidth="2.2"
                />
              )}
              {oxygen === 'could-not-read' && notRead(at, (oxygenLane.top + oxygenLane.bottom) / 2)}
              {(['breathing', 'temperature'] as const).map((name) => {
                const lane = lanes.get(name);
                const [reading] = readingsOf[name](row);
                if (lane === undefined) return null;
                if (reading === 'could-not-read')
                  return <g key={name}>{notRead(at, (lane.top + lane.bottom) / 2)}</g>;
                return isNumber(reading) ? (
                  <circle
                    key={name}
                    cx={at}
                    cy={lane.y(reading)}
                    r="4.4"
                    fill="none"
                    stroke="var(--ink)"
                    strokeWidth="2.2"
                  />
                ) : null;
              })}
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
        {/* Over the marks, the limits and the lamp: no line goes through a figure. */}
        {shown.map((row, index) => (
          <g key={row.at}>
            <Figure spot={pressureFigures.systolic[index]} reading={row.systolicMmHg} />
            <Figure spot={pressureFigures.diastolic[index]} reading={row.diastolicMmHg} quiet />
            {singleFigures.map(({ name, spots }) => (
              <Figure key={name} spot={spots[index]} reading={readingsOf[name](row)[0]} />
            ))}
          </g>
        ))}
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
        {isDense ? (
          <StretchTable rows={rows} from={from} to={end} shown={[...lanes.keys()]} label={label} />
        ) : (
          <RowTable rows={rows} shown={[...lanes.keys()]} label={label} />
        )}
      </div>
    </figure>
  );
}

interface FigureProps {
  /** Left out where there is no room for it. */
  readonly spot: LabelSpot | undefined;
  readonly reading: Reading;
  readonly quiet?: boolean;
}

function Figure({ spot, reading, quiet = false }: FigureProps) {
  if (spot === undefined || !isNumber(reading)) return null;
  return (
    <text
      x={spot.x}
      y={spot.y}
      textAnchor="middle"
      fontSize="16"
      fontWeight={quiet ? undefined : 620}
      fill={quiet ? 'var(--ink-2)' : 'var(--ink)'}
      stroke="var(--page)"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {reading}
    </text>
  );
}

interface RowTableProps {
  readonly rows: readonly VitalsRow[];
  readonly shown: readonly LaneName[];
  readonly label: string;
}

function RowTable({ rows, shown, label }: RowTableProps) {
  const extra = shown.filter((name) => !alwaysShown.includes(name));
  return (
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
          {extra.map((name) => (
            <th key={name} scope="col" className="py-2 font-[540]">
              {t(plans[name].title)}
            </th>
          ))}
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
            {extra.map((name) => (
              <td key={name} className="py-1.5">
                {readingWords(readingsOf[name](row)[0])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

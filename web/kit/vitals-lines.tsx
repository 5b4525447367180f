// The dense form of the bedside picture: a line for each sign and a table of stretches. A new second draws its own column
// and its own line of the table; everything before keeps the very strings and objects it had.
import './bedside-words.ts';
import { memo, useMemo } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { formatClock, formatNumber, t } from './locale.ts';
import { Course, type SignKey, type SignRange, type Stretch, Stretches, stepFor } from './vitals-course.ts';
import { figuresOfLine, type Lane, type LaneLimit, type LaneName, type VitalsRow } from './vitals-lanes.ts';

interface Sign {
  readonly key: SignKey;
  readonly lane: LaneName;
  readonly stroke: string;
  readonly width: number;
}

const signs: readonly Sign[] = [
  { key: 'systolicMmHg', lane: 'pressure', stroke: 'var(--ink)', width: 2.2 },
  { key: 'diastolicMmHg', lane: 'pressure', stroke: 'var(--ink-2)', width: 2.2 },
  { key: 'heartRatePerMin', lane: 'pulse', stroke: 'var(--sea)', width: 2.2 },
  { key: 'spo2Percent', lane: 'oxygen', stroke: 'var(--sea)', width: 2.2 },
  { key: 'respiratoryRatePerMin', lane: 'breathing', stroke: 'var(--ink)', width: 2 },
  { key: 'temperatureCel', lane: 'temperature', stroke: 'var(--ink)', width: 2 },
];

interface VitalsLinesProps {
  readonly rows: readonly VitalsRow[];
  readonly lanes: ReadonlyMap<LaneName, Lane>;
  readonly limits: readonly LaneLimit[];
  readonly x: (at: Instant) => number;
}

export function VitalsLines({ rows, lanes, limits, x }: VitalsLinesProps) {
  return signs.map((sign) => {
    const lane = lanes.get(sign.lane);
    if (lane === undefined) return null;
    return <SignLine key={sign.key} sign={sign} rows={rows} lane={lane} limits={limits} x={x} />;
  });
}

interface SignLineProps {
  readonly sign: Sign;
  readonly rows: readonly VitalsRow[];
  readonly lane: Lane;
  readonly limits: readonly LaneLimit[];
  readonly x: (at: Instant) => number;
}

function SignLine({ sign, rows, lane, limits, x }: SignLineProps) {
  const { key, stroke, width } = sign;
  // A lane is a straight scale: two of its heights say whether it is still the same one.
  const [zero, thousand] = [lane.y(0), lane.y(1_000)];
  const course = useMemo(
    () =>
      new Course(
        { x, y: (value) => zero + ((thousand - zero) * value) / 1_000 },
        (row: VitalsRow) => row[key],
      ),
    [x, zero, thousand, key],
  );
  const { settled, live, notRead } = course.draw(rows);
  const { newest, worst } = figuresOfLine(rows, key, limits);
  // The newest stands right of the end of its line; the worst over the line, and left of itself where the two would meet.
  const isApart =
    newest === undefined || worst === undefined || Math.abs(x(worst.at) - x(newest.at)) >= apartPx;
  const middle = (lane.top + lane.bottom) / 2;
  return (
    <g>
      <Line d={settled} stroke={stroke} width={width} />
      <Line d={live} stroke={stroke} width={width} />
      {notRead.map((at) => (
        <path
          key={at}
          d={`M${at - 5} ${middle - 5}l10 10M${at + 5} ${middle - 5}l-10 10`}
          stroke="var(--ink-2)"
          strokeWidth="2"
        />
      ))}
      {worst !== undefined && worst !== newest && typeof worst[key] === 'number' && (
        <Figure
          x={x(worst.at) - (isApart ? 0 : 6)}
          y={lane.y(worst[key]) - 8}
          anchor={isApart ? 'middle' : 'end'}
          value={worst[key]}
        />
      )}
      {newest !== undefined && typeof newest[key] === 'number' && (
        <Figure x={x(newest.at) + 6} y={lane.y(newest[key]) + 5} anchor="start" value={newest[key]} />
      )}
    </g>
  );
}

/** Nearer than this the worst would run into the newest. */
const apartPx = 24;

interface FigureProps {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly value: number;
}

function Figure({ x, y, anchor, value }: FigureProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize="16"
      fontWeight="620"
      fill="var(--ink)"
      stroke="var(--page)"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {formatNumber(value)}
    </text>
  );
}

interface LineProps {
  readonly d: string;
  readonly stroke: string;
  readonly width: number;
}

/** The same path is not looked at again: four hours of it are long. */
const Line = memo(function Line({ d, stroke, width }: LineProps) {
  return (
    <path
      d={d}
      fill="none"
      stroke={stroke}
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
});

const mostLines = 60;

interface StretchTableProps {
  readonly rows: readonly VitalsRow[];
  readonly from: Instant;
  readonly to: Instant;
  readonly shown: readonly LaneName[];
  readonly label: string;
}

export function StretchTable({ rows, from, to, shown, label }: StretchTableProps) {
  const stepMs = stepFor(to - from, mostLines);
  const stretches = useMemo(() => new Stretches(stepMs), [stepMs]);
  const names = shown.join(' ');
  const columns = useMemo(
    () => columnsOfTable.filter((column) => names.split(' ').includes(column.lane)),
    [names],
  );
  return (
    <table className="w-full border-collapse text-left">
      <caption className="only-read-aloud">{label}</caption>
      <thead>
        <tr className="border-b border-contour text-small text-ink-2">
          <th scope="col" className="py-2 font-[540]">
            {t('kit.vitals-time')}
          </th>
          {columns.map((column) => (
            <th key={column.lane} scope="col" className="py-2 font-[540]">
              {t(column.title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stretches.of(rows).map((stretch) => (
          <StretchRow key={stretch.at} stretch={stretch} stepMs={stepMs} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

interface TableColumn {
  readonly lane: LaneName;
  readonly title:
    | 'kit.vitals-bp'
    | 'kit.vitals-pulse'
    | 'kit.vitals-spo2'
    | 'kit.vitals-rr'
    | 'kit.vitals-temp';
  readonly keys: readonly SignKey[];
}

const columnsOfTable: readonly TableColumn[] = [
  { lane: 'pressure', title: 'kit.vitals-bp', keys: ['systolicMmHg', 'diastolicMmHg'] },
  { lane: 'pulse', title: 'kit.vitals-pulse', keys: ['heartRatePerMin'] },
  { lane: 'oxygen', title: 'kit.vitals-spo2', keys: ['spo2Percent'] },
  { lane: 'breathing', title: 'kit.vitals-rr', keys: ['respiratoryRatePerMin'] },
  { lane: 'temperature', title: 'kit.vitals-temp', keys: ['temperatureCel'] },
];

interface StretchRowProps {
  readonly stretch: Stretch;
  readonly stepMs: number;
  readonly columns: readonly TableColumn[];
}

const StretchRow = memo(function StretchRow({ stretch, stepMs, columns }: StretchRowProps) {
  return (
    <tr className="figures border-b border-contour">
      <th scope="row" className="py-1.5 font-normal">
        {formatClock(stretch.at)} – {formatClock(stretch.at + stepMs)}
      </th>
      {columns.map(({ lane, keys }) => (
        <td key={lane} className="py-1.5">
          {keys.map((key) => rangeWords(stretch.ranges[key])).join(' / ')}
          {keys.some((key) => stretch.couldNotRead.includes(key)) && `, ${t('kit.not-read')}`}
        </td>
      ))}
    </tr>
  );
});

function rangeWords(range: SignRange | undefined): string {
  if (range === undefined) return t('kit.not-taken');
  const { low, high } = range;
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}

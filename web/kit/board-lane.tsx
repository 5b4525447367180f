// One room on the shared clock: its typical tide, posts for checks done and due, and where it ends.
import type { Instant } from '#clinical/instant.ts';
import { Hatch, useHatchId } from './hatch.tsx';
import { type TideMinutes, tidePath } from './tide-shape.ts';

export interface LanePost {
  readonly at: Instant;
  readonly kind: 'done' | 'due' | 'late' | 'alert';
}

export interface BoardLaneProps {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly width: number;
  readonly height: number;
  readonly tide?: TideMinutes | undefined;
  readonly doseAt?: Instant | undefined;
  /** The dose has not been given; its whole tide is dotted. */
  readonly planned?: string | undefined;
  readonly posts: readonly LanePost[];
  readonly ends?: { readonly at: Instant; readonly words: string } | undefined;
  readonly notHeard?: { readonly from: Instant; readonly to: Instant } | undefined;
}

const hour = 3_600_000;
const minute = 60_000;

export function BoardLane({
  from,
  to,
  now,
  width,
  height,
  tide,
  doseAt,
  planned,
  posts,
  ends,
  notHeard,
}: BoardLaneProps) {
  const hatch = useHatchId();
  /** Also outside what is shown, where the drawing ends by itself: a curve that was bent to the edge would be another curve. */
  const place = (at: Instant): number => (width * (at - from)) / Math.max(1, to - from);
  const x = (at: Instant): number => Math.min(Math.max(place(at), 0), width);
  const baseY = height - 40;
  const frame = {
    x: (sinceDose: number): number => place((doseAt ?? now) + sinceDose * minute),
    baseY,
    topY: 42,
  };
  const endMinute =
    tide === undefined || doseAt === undefined
      ? 0
      : Math.min(tide.ends, ends === undefined ? tide.ends : (ends.at - doseAt) / minute);
  const nowMinute = doseAt === undefined || planned !== undefined ? 0 : (now - doseAt) / minute;
  const doneMinute = Math.max(0, Math.min(nowMinute, endMinute));
  const area = (fromMinute: number, toMinute: number): string =>
    tide === undefined
      ? ''
      : `${tidePath(tide, frame, fromMinute, toMinute)}L${frame.x(toMinute)} ${baseY}L${frame.x(fromMinute)} ${baseY}Z`;
  const hours: Instant[] = [];
  for (let at = Math.ceil(from / hour) * hour; at <= to; at += hour) hours.push(at);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block"
      aria-hidden="true"
    >
      <defs>
        <Hatch id={hatch} stroke="var(--amber-hatch)" ground="var(--amber-tint)" gap={9} width={3} />
      </defs>
      {hours.map((at) => (
        <path key={at} d={`M${x(at)} 0V${height}`} stroke="var(--contour)" strokeWidth="1" />
      ))}
      {tide !== undefined && doseAt !== undefined && endMinute > 0 && (
        <>
          {planned === undefined && <path d={area(0, endMinute)} fill="var(--shallow)" />}
          {doneMinute > 0 && (
            <>
              <path d={area(0, doneMinute)} fill="var(--shoal)" />
              <path
                d={tidePath(tide, frame, 0, doneMinute)}
                fill="none"
                stroke="var(--ink)"
                strokeWidth="3"
              />
            </>
          )}
          <path
            d={tidePath(tide, frame, doneMinute, endMinute)}
            fill="none"
            stroke="var(--edge)"
            strokeWidth="2"
            strokeDasharray="4 5"
          />
        </>
      )}
      {notHeard !== undefined && (
        <rect
          x={x(notHeard.from)}
          y="18"
          width={Math.max(10, x(notHeard.to) - x(notHeard.from))}
          height={baseY - 18}
          fill={`url(#${hatch})`}
          stroke="var(--amber)"
          strokeWidth="1.5"
        />
      )}
      <path
        d={`M0 ${baseY}H${ends === undefined ? width : x(ends.at)}`}
        stroke="var(--ink)"
        strokeWidth="2.5"
      />
      {ends !== undefined && (
        <>
          {ends.at <= to && (
            <rect
              x={Math.min(x(ends.at) - 4, width - 11)}
              y={baseY - 27}
              width="9"
              height="54"
              rx="4.5"
              fill="var(--page)"
              stroke="var(--ink-2)"
              strokeWidth="2.5"
            />
          )}
          <EndWords
            at={x(ends.at)}
            words={ends.at <= to ? ends.words : `${ends.words} ›`}
            baseY={baseY}
            width={width}
          />
        </>
      )}
      {planned !== undefined && doseAt !== undefined && (
        <text
          x={Math.max(
            10,
            Math.min(
              frame.x(endMinute * 0.25),
              Math.min(frame.x(endMinute), width) - planned.length * letterWidth,
            ),
          )}
          y={baseY - 12}
          fontSize="24"
          fill="var(--ink-2)"
        >
          {planned}
        </text>
      )}
      {posts.map((post) => (
        <BoardPost key={`${post.kind}-${post.at}`} x={x(post.at)} baseY={baseY} kind={post.kind} />
      ))}
      <path d={`M${x(now)} 0V${height}`} stroke="var(--lamp)" strokeWidth="3.5" />
    </svg>
  );
}

/** A figure of these words is about this wide; rather too much than cut off. */
const letterWidth = 14;

interface EndWordsProps {
  readonly at: number;
  readonly words: string;
  readonly baseY: number;
  readonly width: number;
}

/** To the right of the end where the words fit there; else to its left and under the line, clear of the curve and its words. */
function EndWords({ at, words, baseY, width }: EndWordsProps) {
  const gap = 15;
  const fits = at + gap + words.length * letterWidth <= width;
  return (
    <text
      x={fits ? at + gap : at - gap}
      y={fits ? baseY - 10 : baseY + 32}
      textAnchor={fits ? 'start' : 'end'}
      fontSize="24"
      fill="var(--ink-2)"
    >
      {words}
    </text>
  );
}

function BoardPost({
  x,
  baseY,
  kind,
}: {
  readonly x: number;
  readonly baseY: number;
  readonly kind: LanePost['kind'];
}) {
  switch (kind) {
    case 'done':
      return <rect x={x - 5} y={baseY - 15} width="10" height="30" rx="5" fill="var(--ink)" />;
    case 'due':
      return (
        <rect
          x={x - 5}
          y={baseY - 14}
          width="10"
          height="28"
          rx="5"
          fill="var(--page)"
          stroke="var(--sea)"
          strokeWidth="3"
        />
      );
    case 'late':
      return (
        <path
          d={`M${x - 14} ${baseY - 12}h28l-14 25Z`}
          fill="var(--ink)"
          stroke="var(--page)"
          strokeWidth="1.5"
        />
      );
    case 'alert':
      return (
        <path
          d={`M${x} ${baseY - 15}l15 15-15 15-15-15Z`}
          fill="var(--alert)"
          stroke="var(--page)"
          strokeWidth="1.5"
        />
      );
  }
}

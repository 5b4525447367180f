// The tide of one route: an area that rises and eases, filled to now and dotted after. It always says "typical shape".
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { useWidth } from './measure.ts';
import { labelsThatFit } from './label-room.ts';
import { tideHeight, type TideMinutes, tidePath } from './tide-shape.ts';

export interface TidePost {
  readonly minute: number;
  readonly time: string;
  readonly words: string;
}

export interface TideWord {
  readonly minute: number;
  readonly words: string;
}

export interface TideProps {
  readonly tide: TideMinutes;
  readonly posts?: readonly TidePost[] | undefined;
  /** Words along the curve, such as "rising". */
  readonly words?: readonly TideWord[] | undefined;
  /** Minutes since the dose, when there is one. Without it the whole shape is drawn solid. */
  readonly nowMinute?: number | undefined;
  readonly height?: number | undefined;
  readonly label: string;
  readonly caption?: ReactNode;
  readonly className?: string | undefined;
}

export function Tide({
  tide,
  posts = [],
  words = [],
  nowMinute,
  height = 180,
  label,
  caption,
  className,
}: TideProps) {
  const { ref, width } = useWidth<HTMLElement>(390);
  const baseY = height - (posts.length > 0 ? 58 : 14);
  const lead = posts.length > 0 ? 22 : 8;
  const x = (minute: number): number => lead + ((width - lead) * minute) / tide.ends;
  const frame = { x, baseY, topY: words.length > 0 ? 34 : 10 };
  const until = Math.min(nowMinute ?? tide.ends, tide.ends);
  const doneTop = tidePath(tide, frame, 0, until);
  const aheadTop = until < tide.ends ? tidePath(tide, frame, until, tide.ends) : '';
  const wholeTop = tidePath(tide, frame, 0, tide.ends);
  // Words of neighbouring posts would run into each other on a phone; the text list beside carries them then.
  const spaced = (room: number): readonly boolean[] =>
    labelsThatFit(
      posts.map((post) => x(post.minute)),
      room,
    );
  const timesShown = spaced(46);
  const wordsShown = spaced(Math.max(80, ...posts.map((post) => post.words.length * 7.4 + 10)));
  // Words stand outside the curve: left of the rise, right of the ebb, over the top.
  const side = (minute: number): number => Math.sign(minute - tide.strongest);
  return (
    <figure ref={ref} className={classNames('m-0 w-full', className)}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}. ${t('kit.typical-shape')}`}
        className="block"
      >
        <path d={`${wholeTop}L${x(tide.ends)} ${baseY}L${x(0)} ${baseY}Z`} fill="var(--shallow)" />
        {[0.58, 0.28].map((share) => (
          <path
            key={share}
            d={`${tidePath(tide, { ...frame, topY: baseY - (baseY - frame.topY) * share }, 0, tide.ends)}L${x(tide.ends)} ${baseY}L${x(0)} ${baseY}Z`}
            fill="var(--shoal)"
            opacity={share < 0.5 ? 1 : 0.6}
          />
        ))}
        {nowMinute !== undefined && until > 0 && (
          <path d={`${doneTop}L${x(until)} ${baseY}L${x(0)} ${baseY}Z`} fill="var(--shoal)" />
        )}
        <path d={`M0 ${baseY}H${width}`} stroke="var(--ink)" strokeWidth="1.5" />
        <path d={doneTop} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
        {aheadTop !== '' && (
          <path d={aheadTop} fill="none" stroke="var(--edge)" strokeWidth="2" strokeDasharray="3 4" />
        )}
        {words.map((word) => (
          <text
            key={word.words}
            x={Math.max(
              x(word.minute) + side(word.minute) * 10,
              side(word.minute) < 0 ? word.words.length * 7.6 : 0,
            )}
            y={frame.topY - 10 + (1 - tideHeight(tide, word.minute)) * (baseY - frame.topY)}
            fill="var(--ink-2)"
            fontSize="15"
            textAnchor={side(word.minute) < 0 ? 'end' : side(word.minute) > 0 ? 'start' : 'middle'}
          >
            {word.words}
          </text>
        ))}
        {posts.map((post, index) => (
          <g key={post.minute}>
            <rect x={x(post.minute) - 2.5} y={baseY - 8} width="5" height="18" rx="2.5" fill="var(--ink)" />
            {timesShown[index] === true && (
              <text
                x={index === 0 ? 1 : x(post.minute)}
                y={baseY + 28}
                fill="var(--ink)"
                fontSize="15"
                fontWeight="620"
                textAnchor={index === 0 ? 'start' : 'middle'}
              >
                {post.time}
              </text>
            )}
            {wordsShown[index] === true && (
              <text
                x={index === 0 ? 1 : x(post.minute)}
                y={baseY + 47}
                fill="var(--ink-2)"
                fontSize="15"
                textAnchor={index === 0 ? 'start' : 'middle'}
              >
                {post.words}
              </text>
            )}
          </g>
        ))}
        {nowMinute !== undefined && nowMinute <= tide.ends && (
          <path d={`M${x(until)} ${frame.topY - 8}V${baseY + 8}`} stroke="var(--lamp)" strokeWidth="2.5" />
        )}
      </svg>
      <figcaption className="mt-1 text-small text-ink-2">{caption ?? t('kit.typical-shape')}</figcaption>
    </figure>
  );
}

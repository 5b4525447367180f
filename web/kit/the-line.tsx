// Where a person is in the whole of it: posts in the water, a slack line done solid and ahead dotted, a lamp here.
import './card-words.ts';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { useWidth, widthInUsualLetters } from './measure.ts';
import { type State, StateMark } from './state-mark.tsx';
import { lineGeometry } from './the-line-geometry.ts';

export interface TheLineProps {
  readonly stages: readonly string[];
  /** Index of the present stage. */
  readonly here: number;
  readonly className?: string | undefined;
}

const ropeY = 38;
const waterY = 78;
const height = 88;

/** Give it the full width of its page; water begins at its foot, so what follows belongs on `bg-water`. */
export function TheLine({ stages, here, className }: TheLineProps) {
  const { ref, width } = useWidth<HTMLDivElement>(390);
  const { posts, solid, dotted, water } = lineGeometry({
    count: stages.length,
    here,
    width,
    ropeY,
    waterY,
    roomForWords: widthInUsualLetters(width),
  });
  const lampX = posts[here]?.x ?? 0;
  const wordsLeft = lampX > width * 0.55;
  return (
    <figure
      ref={ref}
      role="img"
      aria-label={t('kit.line-label', { step: here + 1, count: stages.length, stage: stages[here] ?? '' })}
      className={classNames('m-0 w-full overflow-hidden', className)}
    >
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="block"
        aria-hidden="true"
      >
        <path d={`${water}L${width} ${height}L0 ${height}Z`} fill="var(--water)" />
        <path d={water} fill="none" stroke="var(--contour)" strokeWidth="1.5" />
        <path d={solid} fill="none" stroke="var(--ink)" strokeWidth="2.5" />
        <path
          d={dotted}
          fill="none"
          stroke="var(--edge)"
          strokeWidth="2.5"
          strokeDasharray="0.1 6.2"
          strokeLinecap="round"
        />
        {posts.map((post) =>
          post.state === 'ahead' ? (
            <rect
              key={post.x}
              x={post.x - 4}
              y={ropeY - 7}
              width="8"
              height={waterY - ropeY + 9}
              rx="4"
              fill="var(--page)"
              stroke="var(--edge)"
              strokeWidth="1.6"
            />
          ) : (
            <rect
              key={post.x}
              x={post.x - 4.5}
              y={ropeY - 7}
              width="9"
              height={waterY - ropeY + 9}
              rx="4.5"
              fill="var(--ink)"
            />
          ),
        )}
        {posts.map((post) => (
          <path
            key={post.x}
            d={`M${post.x - 13} ${waterY + 3}q6.5 -4 13 0t13 0`}
            fill="none"
            stroke="var(--edge)"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        ))}
        <circle cx={lampX} cy={ropeY - 8} r="20" fill="var(--lamp)" opacity="0.16" />
        <circle cx={lampX} cy={ropeY - 8} r="8.5" fill="var(--lamp)" />
        <text
          x={wordsLeft ? lampX - 27 : lampX + 27}
          y={ropeY - 11}
          textAnchor={wordsLeft ? 'end' : 'start'}
          fill="var(--lamp)"
          fontSize="16"
          fontWeight="620"
        >
          {t('kit.you-are-here')}
        </text>
      </svg>
      <div className="relative bg-water pt-2 pb-1 text-tag" aria-hidden="true">
        <div className="grid" style={{ gridTemplateColumns: `repeat(${stages.length}, minmax(0, 1fr))` }}>
          {stages.map((stage, index) => (
            <span
              key={stage}
              className={classNames(
                'flex justify-center whitespace-nowrap',
                index === here ? 'font-sub text-ink' : 'text-ink-2',
                posts[index]?.namesItself === false && 'invisible',
              )}
            >
              {stage}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

export interface LineStep {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** A time at the left, as on a printed day. */
  readonly time?: ReactNode;
  readonly state: 'behind' | 'here' | 'ahead';
  /** Another mark where the state has its own, for example unknown. */
  readonly mark?: State | undefined;
}

export interface VerticalLineProps {
  readonly steps: readonly LineStep[];
  readonly label: string;
  /** Posts for a day with times; marks for a chain of custody. */
  readonly look?: 'posts' | 'marks' | undefined;
}

const usualMark: Readonly<Record<LineStep['state'], State>> = {
  behind: 'checked',
  here: 'here',
  ahead: 'not-yet',
};

/** The same line standing up: for a day, a ride, a printed card. */
export function VerticalLine({ steps, label, look = 'marks' }: VerticalLineProps) {
  const hasTimes = steps.some((step) => step.time !== undefined);
  return (
    <ol aria-label={label} className="m-0 list-none p-0">
      {steps.map((step, index) => {
        const next = steps[index + 1];
        return (
          <li
            key={step.id}
            aria-current={step.state === 'here' ? 'step' : undefined}
            className={classNames(
              'grid gap-x-4',
              hasTimes ? 'grid-cols-[3.75rem_1.75rem_minmax(0,1fr)]' : 'grid-cols-[1.75rem_minmax(0,1fr)]',
            )}
          >
            {hasTimes && <span className="figures font-sub">{step.time}</span>}
            <span className="flex flex-col items-center" aria-hidden="true">
              {look === 'posts' ? (
                <span
                  className={classNames(
                    'mt-0.5 h-6 w-2 shrink-0 rounded-full',
                    step.state === 'ahead' ? 'border-[1.5px] border-edge' : 'bg-ink',
                    step.state === 'here' && 'bg-lamp',
                  )}
                />
              ) : (
                <StateMark state={step.mark ?? usualMark[step.state]} size={28} />
              )}
              {next !== undefined && (
                <span
                  className={classNames(
                    'my-0.5 min-h-4 w-0 flex-1',
                    next.state === 'ahead'
                      ? 'border-l-[3px] border-dotted border-edge'
                      : look === 'posts'
                        ? 'border-l-2 border-ink'
                        : 'border-l-[3px] border-ink',
                  )}
                />
              )}
            </span>
            <div className={classNames(next !== undefined && 'pb-5')}>
              <p className={classNames('font-sub', step.state === 'here' && look === 'posts' && 'text-lamp')}>
                {step.title}
              </p>
              {step.detail !== undefined && <div className="text-small text-ink-2">{step.detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

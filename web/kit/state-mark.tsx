// The marks of every state. Each has its own outline, so a greyscale print or a colour-blind eye loses nothing.
// A mark never stands without its word: use StateWord, or put the word beside the mark yourself.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Hatch, useHatchId } from './hatch.tsx';
import { t } from './locale.ts';

export type State =
  | 'checked'
  | 'met'
  | 'due'
  | 'late'
  | 'alert'
  | 'unknown'
  | 'stale'
  | 'not-met'
  | 'overridden'
  | 'overridden-not-met'
  | 'overridden-unknown'
  | 'not-yet'
  | 'here'
  | 'saved'
  | 'sent'
  | 'seen';

const hands = 'M12 6.8V12l3.2 2.2';

function Unknown() {
  const hatch = useHatchId();
  return (
    <>
      <defs>
        <Hatch id={hatch} stroke="var(--amber-hatch)" ground="var(--amber-tint)" gap={4} width={1.6} />
      </defs>
      <rect
        x="1.6"
        y="1.6"
        width="20.8"
        height="20.8"
        rx="4"
        fill={`url(#${hatch})`}
        stroke="var(--amber)"
        strokeWidth="1.8"
      />
      <circle cx="12" cy="12" r="6.4" fill="var(--amber-tint)" />
      <path
        d="M9.4 9.9a2.6 2.6 0 1 1 3.9 2.2c-.9.5-1.3 1-1.3 1.9"
        fill="none"
        stroke="var(--amber)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="12" cy="16.6" r="1.25" fill="var(--amber)" />
    </>
  );
}

function Stale() {
  const hatch = useHatchId();
  return (
    <>
      <defs>
        <Hatch id={hatch} stroke="var(--amber-hatch)" ground="var(--amber-tint)" gap={5} width={2} />
      </defs>
      <rect
        x="0.8"
        y="5.6"
        width="22.4"
        height="12.8"
        rx="2.5"
        fill={`url(#${hatch})`}
        stroke="var(--amber)"
        strokeWidth="1.6"
      />
    </>
  );
}

const notMet = (
  <>
    <circle cx="12" cy="12" r="9.6" fill="none" stroke="var(--alert)" strokeWidth="2.4" />
    <path d="M7.6 12h8.8" stroke="var(--alert)" strokeWidth="2.8" strokeLinecap="round" />
  </>
);

/** Laid over the mark of what is true: someone decided to go on all the same. */
const decidedStroke = (
  <>
    <path
      d="m14.4 22.4 7.2-8.4"
      stroke="var(--mark-ground, var(--page))"
      strokeWidth="6.4"
      strokeLinecap="round"
    />
    <path
      d="m14.8 21.9 6.6-7.7"
      stroke="var(--mark-ink, var(--ink))"
      strokeWidth="2.8"
      strokeLinecap="round"
    />
  </>
);

const drawings: Readonly<Record<State, ReactNode>> = {
  checked: <Tick />,
  met: <Tick />,
  due: (
    <g fill="none" stroke="var(--sea)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="12" cy="12" r="9.6" />
      <path d={hands} />
    </g>
  ),
  late: (
    <>
      <path
        d="M3.6 2.6h16.8c1.3 0 2.1 1.4 1.5 2.5l-8.4 15.6c-.65 1.2-2.35 1.2-3 0L2.1 5.1C1.5 4 2.3 2.6 3.6 2.6Z"
        fill="var(--mark-ink, var(--ink))"
      />
      <path
        d="M12 5.8v4.6l2.8 1.9"
        fill="none"
        stroke="var(--mark-ground, var(--page))"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  alert: (
    <>
      <path
        d="M10.8 1.5a1.7 1.7 0 0 1 2.4 0l9.3 9.3a1.7 1.7 0 0 1 0 2.4l-9.3 9.3a1.7 1.7 0 0 1-2.4 0l-9.3-9.3a1.7 1.7 0 0 1 0-2.4Z"
        fill="var(--mark-alert, var(--alert))"
      />
      <path
        d="M6.4 12.4h2.7l1.8-3.8 2.4 6.6 1.7-2.8h2.6"
        fill="none"
        stroke="var(--mark-on-alert, var(--on-alert))"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  unknown: <Unknown />,
  stale: <Stale />,
  'not-met': notMet,
  overridden: (
    <>
      <circle cx="12" cy="12" r="9.6" fill="none" stroke="var(--mark-ink, var(--ink))" strokeWidth="2.4" />
      {decidedStroke}
    </>
  ),
  'overridden-not-met': (
    <>
      {notMet}
      {decidedStroke}
    </>
  ),
  'overridden-unknown': (
    <>
      <Unknown />
      {decidedStroke}
    </>
  ),
  'not-yet': (
    <circle
      cx="12"
      cy="12"
      r="9.8"
      fill="none"
      stroke="var(--edge)"
      strokeWidth="1.9"
      strokeDasharray="3.1 3.06"
    />
  ),
  here: (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--lamp)" opacity="0.24" />
      <circle cx="12" cy="12" r="6.6" fill="var(--lamp)" />
    </>
  ),
  saved: (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
      <path
        d="M4.2 12.6c1.6-1.2 3.1-1.2 4.7-.1s3.1 1.1 4.7 0 3.2-1.3 6.2.1A7.8 7.8 0 0 1 12 19.8a7.8 7.8 0 0 1-7.8-7.2Z"
        fill="var(--ink-2)"
      />
    </>
  ),
  sent: (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--ink-2)" />
      <path
        d="M7 12h9.4m-4-4.2 4.2 4.2-4.2 4.2"
        fill="none"
        stroke="var(--page)"
        strokeWidth="2.1"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  seen: (
    <>
      <circle cx="12" cy="12" r="11" fill="none" stroke="var(--ink-2)" strokeWidth="1.7" />
      <circle cx="12" cy="12" r="8.2" fill="var(--ink-2)" />
      <path d="M6.8 12c2.6-4.1 7.8-4.1 10.4 0-2.6 4.1-7.8 4.1-10.4 0Z" fill="var(--page)" />
      <circle cx="12" cy="12" r="1.9" fill="var(--ink-2)" />
    </>
  ),
};

function Tick() {
  return (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--mark-ink, var(--ink))" />
      <path
        d="m7.2 12.5 3.2 3.2 6.5-7"
        fill="none"
        stroke="var(--mark-ground, var(--page))"
        strokeWidth="2.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

export interface StateMarkProps {
  readonly state: State;
  /** Width in px; the drawing is on a 24 grid. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function StateMark({ state, size = 24, className }: StateMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      {drawings[state]}
    </svg>
  );
}

export function stateWord(state: State): string {
  return t(`kit.state.${state}`);
}

export interface StateWordProps extends StateMarkProps {
  /** Replaces the usual word, for example "Said yes today at 2:10 pm". */
  readonly word?: ReactNode;
  /** What stands behind it: evidence, time, by whom. */
  readonly tail?: ReactNode;
}

/** A mark, its word, and its tail: the only way a state is written in running text. */
export function StateWord({ state, size = 22, word, tail, className }: StateWordProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-start gap-2 max-[18rem]:max-w-full max-[18rem]:flex-col max-[18rem]:gap-0',
        className,
      )}
    >
      <StateMark state={state} size={size} className="mt-[0.15em]" />
      <span className="max-[18rem]:max-w-full">
        <span className="font-[560]">{word ?? stateWord(state)}</span>
        {tail !== undefined && <span className="text-ink-2"> {tail}</span>}
      </span>
    </span>
  );
}

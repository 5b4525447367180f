// The one scene: a post with its lamp, a slack line, water and the light on it. It may breathe, and nothing else moves.
import { useId } from 'react';
import { classNames } from './class-names.ts';

export interface PostsAndWaterProps {
  /** Four seconds in, six out. With reduced motion the caller's words swap instead. */
  readonly breathing?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The light on the water: left edge, depth under the horizon, width, strength. */
const reflections = [
  [180, 16, 30, 0.55],
  [177, 28, 44, 0.46],
  [177, 42, 24, 0.4],
  [167, 59, 62, 0.46],
  [167, 78, 38, 0.38],
  [162, 100, 78, 0.33],
  [192, 125, 30, 0.28],
  [143, 152, 96, 0.22],
  [155, 182, 52, 0.16],
  [170, 214, 70, 0.1],
] as const;

/** Drawn for a whole screen: the lamp stands a third of the way down, under the words. */
export function PostsAndWater({ breathing, className }: PostsAndWaterProps) {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '');
  return (
    <svg
      viewBox="0 0 390 844"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      className={classNames('block h-full w-full', className)}
    >
      <defs>
        <linearGradient id={`${id}sky`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--scene-sky)" />
          <stop offset="0.39" stopColor="var(--scene-horizon)" />
          <stop offset="0.72" stopColor="var(--scene-sky)" />
        </linearGradient>
        <radialGradient id={`${id}glow`}>
          <stop offset="0" stopColor="var(--scene-lantern)" stopOpacity="0.44" />
          <stop offset="0.18" stopColor="var(--scene-lantern)" stopOpacity="0.24" />
          <stop offset="0.45" stopColor="var(--scene-lantern)" stopOpacity="0.12" />
          <stop offset="1" stopColor="var(--scene-lantern)" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="390" height="844" fill={`url(#${id}sky)`} />
      <circle
        cx="195"
        cy="262"
        r="178"
        fill={`url(#${id}glow)`}
        className={breathing === true ? 'breath-glow' : undefined}
      />
      <path d="M0 330H390" stroke="var(--scene-edge)" strokeWidth="1.2" />
      <g fill="none" stroke="var(--scene-ripple)" strokeWidth="1.6" strokeLinecap="round">
        <path d="M0 398c40-5 62 6 98 4s40-1 60 0M238 403c36 6 62-5 92-5s40 2 60 1" />
        <path d="M0 470c30 2 58-1 84-3s36-1 54 0M256 471c32-5 58 2 84 3s34-1 50-1" />
        <path d="M0 552c50-6 92 2 140 2s92-8 150-6 66 4 100-4" />
      </g>
      {reflections.map(([x, depth, width, strength]) => (
        <rect
          key={depth}
          x={x}
          y={330 + depth}
          width={width}
          height="3.2"
          rx="1.6"
          fill="var(--scene-lantern)"
          opacity={strength}
        />
      ))}
      <path
        d="M-10 296C60 330 140 328 195 284 250 328 330 330 400 296"
        fill="none"
        stroke="var(--scene-rope)"
        strokeWidth="2.6"
        className={breathing === true ? 'breath-line' : undefined}
      />
      <rect x="190.5" y="276" width="9" height="58" rx="2" fill="var(--scene-post)" />
      <circle cx="195" cy="262" r="15" fill="var(--scene-lantern)" />
    </svg>
  );
}

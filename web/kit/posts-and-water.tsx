// The one scene: a post with its lamp, a slack line, water and the light on it. It may breathe, and nothing else moves.
import { classNames } from './class-names.ts';

export interface PostsAndWaterProps {
  /** Four seconds in, six out. With reduced motion the caller's words swap instead. */
  readonly breathing?: boolean | undefined;
  readonly className?: string | undefined;
}

const reflections = [
  [180, 26, 30, 0.5],
  [177, 38, 44, 0.42],
  [177, 52, 24, 0.36],
  [167, 69, 62, 0.42],
  [167, 88, 38, 0.34],
  [162, 110, 78, 0.3],
  [192, 135, 30, 0.26],
  [143, 162, 96, 0.22],
  [155, 192, 52, 0.17],
  [170, 224, 70, 0.12],
] as const;

export function PostsAndWater({ breathing, className }: PostsAndWaterProps) {
  return (
    <svg
      viewBox="0 0 390 420"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      className={classNames('block h-full w-full', className)}
    >
      <defs>
        <radialGradient id="lamp-glow">
          <stop offset="0" stopColor="#f7d69a" stopOpacity="0.42" />
          <stop offset="0.35" stopColor="#f7d69a" stopOpacity="0.2" />
          <stop offset="0.36" stopColor="#f7d69a" stopOpacity="0.17" />
          <stop offset="1" stopColor="#f7d69a" stopOpacity="0" />
        </radialGradient>
      </defs>
      <circle cx="195" cy="92" r="172" fill="url(#lamp-glow)" className={breathing === true ? 'breath-glow' : ''} />
      <path d="M0 160H390" stroke="#24404d" strokeWidth="1.2" />
      <g fill="none" stroke="#17333f" strokeWidth="1.6" strokeLinecap="round">
        <path d="M0 228c40-5 62 6 98 4s40-1 60 0M238 233c36 6 62-5 92-5s40 2 60 1" />
        <path d="M0 300c30 2 58-1 84-3s36-1 54 0M256 301c32-5 58 2 84 3s34-1 50-1" />
        <path d="M0 382c50-6 92 2 140 2s92-8 150-6 66 4 100-4" />
      </g>
      {reflections.map(([x, y, width, opacity]) => (
        <rect key={y} x={x} y={160 + y - 8} width={width} height="3.4" rx="1.7" fill="#e3c78c" opacity={opacity} />
      ))}
      <path
        d="M-10 128C60 160 140 158 195 114 250 158 330 160 400 128"
        fill="none"
        stroke="#8aa3a8"
        strokeWidth="2.6"
        className={breathing === true ? 'breath-line' : ''}
      />
      <rect x="190.5" y="106" width="9" height="58" rx="2" fill="#b9a57b" />
      <circle cx="195" cy="92" r="15" fill="#f7d69a" />
    </svg>
  );
}

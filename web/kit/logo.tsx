// Two posts and a slack line: an M, and what a mooring is.
import { classNames } from './class-names.ts';

export interface LogoProps {
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function LogoMark({ size = 24, className }: LogoProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      <g stroke="currentColor" strokeLinecap="round" fill="none">
        <path d="M5 4.5v15M19 4.5v15" strokeWidth="4.6" />
        <path d="M5 6.4c2.6 7.8 11.4 7.8 14 0" strokeWidth="2.6" />
      </g>
    </svg>
  );
}

export interface LogoWithNameProps extends LogoProps {
  readonly name: string;
}

export function Logo({ name, size = 22, className }: LogoWithNameProps) {
  return (
    <span className={classNames('inline-flex items-center gap-2 font-sub', className)}>
      <LogoMark size={size} />
      {name}
    </span>
  );
}

// Our own drawings for what the common icon set lacks: the four routes and the things of the room.
// Twenty-four grid, 1.9 stroke, round ends; always beside a word.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type IconName =
  | 'drip'
  | 'injection'
  | 'lozenge'
  | 'nasal-spray'
  | 'cuff'
  | 'eye-mask'
  | 'spit-cup'
  | 'vial'
  | 'squeeze-switch'
  | 'post'
  | 'line';

const drawings: Readonly<Record<IconName, ReactNode>> = {
  drip: (
    <>
      <path d="M8 2.8h8v8.4a3 3 0 0 1-3 3h-2a3 3 0 0 1-3-3Z" />
      <path d="M8 8.2h8M12 14.2v2.4M12 18.2c1.1 1.4 1.1 3 0 3s-1.1-1.6 0-3Z" />
    </>
  ),
  injection: (
    <>
      <path d="m14.6 4.4 5 5M17.1 2l4.9 4.9M17.1 6.9l1.9-1.9M15.9 5.7 6.6 15v2.4H9l9.3-9.3M7.8 16.2 2.6 21.4" />
      <path d="m11.4 10.2 2.4 2.4" />
    </>
  ),
  lozenge: (
    <>
      <path d="M7.6 5.6h8.8L21 12l-4.6 6.4H7.6L3 12Z" />
      <path d="M8.6 12h6.8" />
    </>
  ),
  'nasal-spray': (
    <>
      <path d="M10.4 9.4V5.6a1.8 1.8 0 0 1 3.6 0v3.8M7.6 12.4c0-1.7 1.1-3 2.8-3H14c1.7 0 2.8 1.3 2.8 3M9.2 12.4h6v8a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1Z" />
      <path d="M17.6 3.6h.01M20 2.4h.01M20.4 5h.01" />
    </>
  ),
  cuff: (
    <>
      <path d="M3 7.4c4-1.6 8-1.6 11.6 0v9.2C11 18.2 7 18.2 3 16.6Z" />
      <path d="M14.6 11h2.2a2 2 0 0 1 2 2v1.2M7 6.5v11" />
      <circle cx="18.8" cy="17" r="2.6" />
    </>
  ),
  'eye-mask': (
    <>
      <path d="M5.2 8h13.6c1.5 0 2.6 1.1 2.4 2.6-.4 3-2.2 5.4-4.8 5.4-2.2 0-2.8-2-4.4-2s-2.2 2-4.4 2c-2.6 0-4.4-2.4-4.8-5.4C2.6 9.1 3.7 8 5.2 8Z" />
      <path d="M2.8 10 1.4 8.6M21.2 10l1.4-1.4" />
    </>
  ),
  'spit-cup': (
    <>
      <path d="M5.4 8.6h13.2l-1.4 11a1.6 1.6 0 0 1-1.6 1.4H8.4a1.6 1.6 0 0 1-1.6-1.4Z" />
      <path d="M4 8.6h16M6.2 14.4c1.9-1 3.9 1 5.8 0s3.9-1 5.8 0M12 2.4c1.2 1.5 1.2 3.2 0 3.2s-1.2-1.7 0-3.2Z" />
    </>
  ),
  vial: (
    <>
      <path d="M8.4 2.8h7.2v3.4H8.4ZM9.4 6.2v2.2c-1.6.6-2.6 1.7-2.6 3.4v7.4a2 2 0 0 0 2 2h6.4a2 2 0 0 0 2-2v-7.4c0-1.7-1-2.8-2.6-3.4V6.2" />
      <path d="M6.8 13h10.4M6.8 17.4h10.4" />
    </>
  ),
  'squeeze-switch': (
    <>
      <path d="M8 10.6a4 4 0 0 1 8 0v6.8a4 4 0 0 1-8 0Z" />
      <path d="M12 6.6V4.4c0-1.4 1-2 2.4-2h2M10.6 10.4h2.8" />
      <path d="M4.6 11.4 3 13l1.6 1.6M19.4 11.4 21 13l-1.6 1.6" />
    </>
  ),
  post: <path d="M12 3v18" strokeWidth="4.4" />,
  line: (
    <>
      <path d="M4.4 5v14M19.6 5v14" strokeWidth="3.4" />
      <path d="M4.4 7.4c3 7 12.2 7 15.2 0" />
    </>
  ),
};

export interface IconProps {
  readonly name: IconName;
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function Icon({ name, size = 24, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      {drawings[name]}
    </svg>
  );
}

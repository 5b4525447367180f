// A hatched ground for drawings. Each drawing needs its own id: two SVGs on a page share one name space.
import { useId } from 'react';

export interface HatchProps {
  readonly id: string;
  readonly stroke: string;
  readonly ground?: string | undefined;
  readonly gap?: number | undefined;
  readonly width?: number | undefined;
}

export function useHatchId(): string {
  return `hatch${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
}

export function Hatch({ id, stroke, ground, gap = 7, width = 2 }: HatchProps) {
  return (
    <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      {ground !== undefined && <rect width={gap} height={gap} fill={ground} />}
      <line x1={width / 2} y1="0" x2={width / 2} y2={gap} stroke={stroke} strokeWidth={width} />
    </pattern>
  );
}

// A number with its root. No rule holds a bare clinical number: each stands once, as one of these, with its unit, the
// page it came from and how sure that is, so that a reader can walk from a finding to its source.

import type { Confidence, SourceId } from './sources.ts';

export type Sourced<T> = {
  readonly value: T;
  /** UCUM where one exists ('min', 'mm[Hg]', 'mg/kg'); otherwise a plain word. */
  readonly unit: string;
  readonly source: SourceId;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
};

export function sourced<const T>(
  value: T,
  unit: string,
  source: SourceId,
  confidence: Confidence,
  note?: string,
): Sourced<T> {
  return { value, unit, source, confidence, note };
}

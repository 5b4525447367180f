// A moment as a case writes it. A stamp without an offset is wall time in the case's own zone.

import { instantOfTimestamp } from '#clinical/timestamp.ts';
import { type Input, textOf } from './input.ts';

export function momentOf(input: Input, name: string): number | undefined {
  return instantOfTimestamp({ timestamp: textOf(input, name), zone: textOf(input, 'timeZone') });
}

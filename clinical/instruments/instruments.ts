// The instruments that come with the software, by id.

import { gad7 } from './gad-7.ts';
import type { Instrument } from './instrument.ts';
import { phq9 } from './phq-9.ts';

export const instruments: readonly Instrument[] = [phq9, gad7];

export function instrumentById(id: string): Instrument | undefined {
  return instruments.find((instrument) => instrument.id === id);
}

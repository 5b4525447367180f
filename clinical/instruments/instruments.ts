// The instruments whose words come with the software, by id. Those recorded as answers or totals are in recorded-scales.ts.

import { auditC } from './audit-c.ts';
import { bladder } from './bladder.ts';
import { cssrsScreener } from './c-ssrs-screener.ts';
import { cgiImprovement, cgiSeverity } from './cgi.ts';
import { dast10 } from './dast-10.ts';
import { gad7 } from './gad-7.ts';
import type { Instrument } from './instrument.ts';
import { misuse } from './misuse.ts';
import { pcl5 } from './pcl-5.ts';
import { peg } from './peg.ts';
import { phq9 } from './phq-9.ts';

export const instruments: readonly Instrument[] = [
  phq9,
  gad7,
  pcl5,
  cssrsScreener,
  auditC,
  dast10,
  peg,
  bladder,
  misuse,
  cgiSeverity,
  cgiImprovement,
];

export function instrumentById(id: string): Instrument | undefined {
  return instruments.find((instrument) => instrument.id === id);
}

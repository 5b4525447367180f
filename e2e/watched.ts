// What the long-term watch asks before a first dose, answered with no, and what the prescriber looked up.

import { randomUUID } from 'node:crypto';
import type { BodyOf } from '#api/endpoint.ts';
import type { recordHealthEntry } from '#api/health-record.ts';
import type { saveResponse } from '#api/questionnaires.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';

export function saidNo(form: 'bladder' | 'misuse', now: number): BodyOf<typeof saveResponse> {
  const items = instrumentById(form)?.items ?? [];
  return {
    version: 0,
    instrument: form,
    answers: Object.fromEntries(items.map(({ id }) => [id, 0])),
    complete: true,
    authoredAt: now,
  };
}

export function lookedUp(): BodyOf<typeof recordHealthEntry> {
  return {
    id: randomUUID(),
    body: { kind: 'prescription-check', earlyRefills: 0, monitoring: 'checked' },
  };
}

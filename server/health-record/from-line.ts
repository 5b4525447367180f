// A kept line as our record holds it. What the file does not say stays unsaid: no dose, no reaction and no date is made up.

import type { HealthRecordBody } from '#api/health-record.ts';
import { dateInWords } from '#fhir/line-detail.ts';
import type { ImportLine, LineStatus, Reading, VitalSignLine } from '#fhir/record-import.ts';
import type { Code } from '#fhir/words.ts';

const longest = 200;

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= longest ? trimmed : `${trimmed.slice(0, longest - 1).trimEnd()}…`;
}

function firstCode(codes: readonly Code[]): { system: string; code: string } | undefined {
  const found = codes.find(({ system }) => system !== undefined);
  return found?.system === undefined ? undefined : { system: short(found.system), code: short(found.code) };
}

export function bodyFromLine(line: Exclude<ImportLine, VitalSignLine>): HealthRecordBody {
  const code = firstCode(line.codes);
  switch (line.kind) {
    case 'condition':
      return {
        kind: 'condition',
        name: short(line.words),
        status: byStatus(line.status, { active: 'active', resolved: 'past' }),
        ...(line.onset === undefined ? {} : { since: short(dateInWords(line.onset)) }),
        ...(code === undefined ? {} : { code }),
      };
    case 'medication':
      return {
        kind: 'medication-statement',
        name: short(line.words),
        status: byStatus(line.status, { active: 'taking', resolved: 'stopped' }),
        ...(line.doseText === undefined ? {} : { dose: short(line.doseText) }),
      };
    case 'allergy':
      if (line.saysNone)
        return { kind: 'history-answer', key: 'has-allergies', answer: 'no', note: short(line.words) };
      return {
        kind: 'allergy',
        name: short(line.words),
        ...(line.reactions.length === 0 ? {} : { reaction: short(line.reactions.join(', ')) }),
        ...(line.statedRisk === 'high' ? { severity: 'severe' as const } : {}),
        ...(code === undefined ? {} : { code }),
      };
  }
}

function byStatus<Now extends string, Past extends string>(
  status: LineStatus,
  words: { active: Now; resolved: Past },
): Now | Past | 'not-sure' {
  return status === 'unknown' ? 'not-sure' : words[status];
}

/** Each reading of a sign, newest first. A day without an hour is marked as that, so that nobody reads midnight. */
export function readingsFromLine(
  line: VitalSignLine,
): readonly { effectiveAt: number; body: Record<string, number | string> }[] {
  return [line.latest, ...line.earlier].map((reading) => ({
    effectiveAt: reading.effective.at,
    body: bodyOfReading(reading),
  }));
}

function bodyOfReading(reading: Reading): Record<string, number | string> {
  const body: Record<string, number | string> = Object.fromEntries(
    reading.measures.map(({ sign, value }) => [sign, value]),
  );
  const { precision, asWritten } = reading.effective;
  return precision === 'second' || precision === 'millisecond' ? body : { ...body, dateAsWritten: asWritten };
}

// The words of a drill: what stands where a name would, and how a line of its record is said. There is no word for a pass.
import { drillScenario, type Happening } from '#clinical/drills/scenarios.ts';
import { sources } from '#clinical/sources.ts';
import type { RecordLine } from '#dosing-session/drills/record.ts';
import type { State } from '#web/kit/state-mark.tsx';

export function scenarioName(id: string): string {
  return drillScenario(id)?.name ?? id;
}

export const happeningWords: Readonly<Record<Happening, string>> = {
  'check-due': 'the check fell due',
  'feels-sick': 'they felt sick',
  'pressure-high': 'the cuff read 200',
  afraid: 'they called, afraid',
  'airway-closes': 'the crowing began',
  'link-lost': 'the link went',
  'link-back': 'the link came back',
};

export const recordStates: Readonly<
  Record<RecordLine['state'], { readonly mark: State; readonly word: string }>
> = {
  'in-time': { mark: 'met', word: 'Done in time' },
  late: { mark: 'late', word: 'Done late' },
  'not-done': { mark: 'not-met', word: 'Not done' },
  'not-known': { mark: 'unknown', word: 'Not known' },
};

const whyWords = {
  'did-not-happen': 'It had not happened yet.',
  'limit-not-over': 'There was still time when it ended.',
  'facts-missing': 'A device wrote something that has not arrived.',
} as const;

export function lineDetail(line: RecordLine, clock: (at: number) => string): string {
  switch (line.state) {
    case 'in-time':
    case 'late':
      return `${line.seconds} s after ${happeningWords[line.from]}, ${clock(line.at)}, by ${line.byName}${line.writtenAfterSeconds === undefined ? '' : `, written ${line.writtenAfterSeconds} s later`}`;
    case 'not-done':
      return `Nothing of it is in the log.`;
    case 'not-known':
      return whyWords[line.why];
  }
}

export function sourceWords({ source, confidence }: RecordLine['source']): string {
  return `${sources[source]} (${confidence})`;
}

// What an order is shown with: the findings of the rules, what the protocol says about the dose, and the units of a scale.
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Edition, type EditionValue, isExample } from '#clinical/protocol/edition.ts';
import { sources } from '#clinical/sources.ts';
import { sureness } from '#web/clinic/sureness.ts';
import { formatNumber } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { missingInWords, titleInWords } from './finding-words.ts';

export function editionLabel(edition: Edition | undefined, id: string): string {
  if (edition === undefined) return `${id}, which is not in this installation`;
  return `${edition.name}, version ${edition.version}`;
}

export function ExampleMark({ edition }: { readonly edition: Edition | undefined }) {
  if (edition !== undefined && !isExample(edition)) return null;
  return (
    <span className="flex items-center gap-2">
      <StateMark state="unknown" size={20} />
      {edition === undefined ? 'Nobody here can read this protocol' : 'Example, not approved by a clinician'}
    </span>
  );
}

export const massUnits = [
  { value: 'kg', label: 'kilograms' },
  { value: 'lb', label: 'pounds' },
] as const;

export function DoseIssue({ issue }: { readonly issue: DetectedIssue }) {
  const mark = issue.action === 'exclude' ? 'not-met' : issue.action === 'unknown' ? 'unknown' : 'due';
  return (
    <p className="flex gap-2.5">
      <StateMark state={mark} size={22} className="mt-0.5" />
      <span>
        {titleInWords(issue)}
        {issue.missing.length > 0 && ` Missing: ${issue.missing.map(missingInWords).join(', ')}.`}
      </span>
    </p>
  );
}

export function Ceilings({ edition }: { readonly edition: Edition }) {
  const { dose } = edition;
  const rows: readonly (readonly [string, EditionValue<number | readonly number[]> | undefined])[] = [
    ['The only doses', dose.allowedSessionMg],
    ['First session', dose.firstSessionMg],
    ['Reference', dose.referenceMgPerKg],
    ['Say why above', dose.reviewAboveMgPerKg],
    ['Closed above', dose.excludeAboveMgPerKg],
    ['Closed above, per minute', dose.excludeAboveMgPerKgPerMinute],
    ['Closed above, one session', dose.excludeAboveSessionMg],
    ['Confirm a weight below', dose.confirmWeightBelowKg],
    ['Confirm a weight above', dose.confirmWeightAboveKg],
  ];
  return (
    <details>
      <summary className="link flex min-h-10 cursor-pointer items-center">
        What the protocol says about the dose
      </summary>
      <p className="mb-2 flex items-center gap-2 text-small">
        {editionLabel(edition, edition.id)}. <ExampleMark edition={edition} />
      </p>
      <table className="w-full border-collapse text-left text-small">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className="border-b border-contour align-top">
              <th scope="row" className="py-1.5 pr-3 font-[540]">
                {name}
              </th>
              <td className="figures py-1.5 pr-3 whitespace-nowrap">
                {value === undefined ? 'not set' : `${inFigures(value.value)} ${value.unit}`}
              </td>
              <td className="py-1.5 text-ink-2">
                {value !== undefined && `${sources[value.source]}. ${sureness(value.confidence)}.`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function inFigures(value: number | readonly number[]): string {
  const figure = (one: number) => formatNumber(one, { maximumFractionDigits: 4 });
  return typeof value === 'number' ? figure(value) : value.map(figure).join(' or ');
}

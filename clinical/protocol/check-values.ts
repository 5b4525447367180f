// Is every value of a proposed edition there, of its kind, in its unit, with a source that exists, and a number an
// instrument or a clinic could mean?

import type { Route } from '#clinical/care-record.ts';
import { isLocalDate } from '#clinical/instant.ts';
import { sources } from '#clinical/sources.ts';
import { asText } from './as-text.ts';
import type { EditionValue } from './edition.ts';
import { against, type EditionFinding } from './edition-finding.ts';
import type { EditionPart } from './edition-parts.ts';
import {
  choicesAt,
  type KnownPart,
  knownPart,
  mayBeZero,
  plausibleAt,
  requiredPaths,
  typeOf,
} from './known-parts.ts';

export function valueFindings(
  route: Route,
  parts: ReadonlyMap<string, EditionPart>,
): readonly EditionFinding[] {
  const missing = requiredPaths(route)
    .filter((path) => !parts.has(path))
    .map((path) =>
      against({
        path,
        code: 'part-missing',
        title: `Nothing stands at ${path}.`,
        wayOut: 'Set it; the example of this route shows its kind and unit.',
        action: 'unknown',
      }),
    );
  return [...missing, ...[...parts.values()].flatMap((part) => partFindings(route, part))];
}

function partFindings(route: Route, part: EditionPart): readonly EditionFinding[] {
  const { path } = part;
  const known = knownPart(route, path);
  if (!known) {
    return [
      against({
        path,
        code: 'part-not-known',
        title: `No rule reads ${path}.`,
        wayOut: 'Take it out, or give it the path of the value that was meant.',
      }),
    ];
  }
  if (part.kind === 'plain') return known.kind === 'plain' ? plainFindings(part, known) : [noRoot(path)];
  if (known.kind === 'plain') {
    return [
      against({
        path,
        code: 'plain-part-expected',
        title: `${path} is plain and takes no source.`,
        wayOut: 'Write the word or number by itself.',
      }),
    ];
  }
  return [...rootFindings(path, part.value, known), ...contentFindings(path, part.value, known)];
}

function noRoot(path: string): EditionFinding {
  return against({
    path,
    code: 'value-without-root',
    title: `The value at ${path} names no source.`,
    wayOut: 'Give it with its unit, its source and how sure that is.',
  });
}

function plainFindings(
  part: Extract<EditionPart, { kind: 'plain' }>,
  known: KnownPart,
): readonly EditionFinding[] {
  const { path, value } = part;
  const isRight =
    known.type === 'plain-number'
      ? typeof value === 'number' && Number.isFinite(value)
      : typeof value === 'string' && value.trim() !== '';
  return isRight ? [] : [notReadable(path, value)];
}

function rootFindings(
  path: string,
  value: EditionValue<unknown>,
  known: KnownPart,
): readonly EditionFinding[] {
  const found: EditionFinding[] = [];
  if (!(typeof value.source === 'string' && Object.hasOwn(sources, value.source))) {
    found.push(
      against({
        path,
        code: 'source-not-known',
        title: `The source of ${path} is not in the bibliography.`,
        wayOut: 'Name a source of the bibliography; a decision of the clinic is O-CLINIC.',
        values: { source: asText(value.source) },
      }),
    );
  }
  if (!['V', 'V2', 'G', 'H'].includes(value.confidence)) {
    found.push(
      against({
        path,
        code: 'confidence-not-known',
        title: `How sure ${path} is has not been said.`,
        wayOut: 'Say V, V2, G or H.',
        values: { confidence: asText(value.confidence) },
      }),
    );
  }
  if (known.unit !== undefined && value.unit !== known.unit) {
    found.push(
      against({
        path,
        code: 'unit-differs',
        title: `${path} is read in ${known.unit}, not in ${asText(value.unit)}.`,
        wayOut: `Write it in ${known.unit}.`,
        values: { unit: asText(value.unit) },
      }),
    );
  }
  if (value.asOf !== undefined && !(typeof value.asOf === 'string' && isLocalDate(value.asOf))) {
    found.push(
      against({
        path,
        code: 'date-not-readable',
        title: `The day the source of ${path} was looked at is no day.`,
        wayOut: 'Write it as year, month and day.',
        values: { asOf: asText(value.asOf) },
      }),
    );
  }
  return found;
}

function contentFindings(
  path: string,
  { value, unit }: EditionValue<unknown>,
  known: KnownPart,
): readonly EditionFinding[] {
  if (typeOf(value, path) !== known.type) return [notReadable(path, value)];
  if (known.type === 'number' || known.type === 'numbers') {
    const numbers = (Array.isArray(value) ? value : [value]) as readonly number[];
    if (numbers.length === 0) return [notReadable(path, '')];
    return numbers.flatMap((number) => numberFindings(path, number, known.unit ?? unit));
  }
  if (known.type === 'words') return isInBoth(value) ? [] : [notReadable(path, 'one language is missing')];
  if (known.type === 'text') return asText(value).trim() === '' ? [notReadable(path, value)] : [];
  if (known.type === 'choice' || known.type === 'choices') {
    const said = Array.isArray(value) ? value : [value];
    const allowed = choicesAt(path) ?? [];
    const isAllowed = said.length > 0 && said.every((one) => allowed.includes(asText(one)));
    return isAllowed ? [] : [notReadable(path, asText(said))];
  }
  return [];
}

function numberFindings(path: string, number: number, unit: string): readonly EditionFinding[] {
  const plausible = plausibleAt(path, unit);
  if (plausible === undefined) return [notReadable(path, unit)];
  const [from, to] = plausible.value;
  const isSlip = !Number.isFinite(number) || number < from || number > to;
  if (!isSlip && (number !== 0 || mayBeZero.test(path))) return [];
  return [
    against({
      path,
      code: 'value-implausible',
      title: isSlip
        ? `${number} ${unit} cannot be meant at ${path}; it lies outside ${from} to ${to}.`
        : `Zero at ${path} would switch the rule off.`,
      wayOut: 'Write the number again.',
      action: 'unknown',
      values: { value: number },
      root: plausible,
    }),
  ];
}

function isInBoth(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const { en, es } = value as Readonly<Record<string, unknown>>;
  return [en, es].every((text) => typeof text === 'string' && text.trim() !== '');
}

function notReadable(path: string, value: unknown): EditionFinding {
  return against({
    path,
    code: 'value-not-readable',
    title: `What stands at ${path} cannot be read.`,
    wayOut: 'Set it as the example of this route has it.',
    action: 'unknown',
    values: { value: typeof value === 'object' ? undefined : asText(value) },
  });
}

// Are the questions of a proposed edition ones that can be asked, at moments that exist, with what each moment needs?

import { canBeAsked } from './anchors.ts';
import { asText } from './as-text.ts';
import { anchorMoments } from './edition.ts';
import { against, type EditionFinding } from './edition-finding.ts';
import type { EditionPart } from './edition-parts.ts';

type Parts = ReadonlyMap<string, EditionPart>;

export function anchorFindings(parts: Parts): readonly EditionFinding[] {
  const anchors = new Set(
    [...parts.keys()].flatMap((path) => (path.startsWith('anchors.') ? path.split('.')[1] : undefined) ?? []),
  );
  return [...anchors].flatMap((name) => [...asksNobody(parts, name), ...atNoMoment(parts, name)]);
}

function asksNobody(parts: Parts, name: string): readonly EditionFinding[] {
  const path = `anchors.${name}.instrument`;
  const instrument = asText(parts.get(path)?.value);
  if (canBeAsked(instrument)) return [];
  return [
    against({
      path,
      code: 'nobody-can-ask',
      title: `No questions called “${instrument}” can be put to a patient here, so they would never be asked.`,
      wayOut: 'Name a form a patient fills in here, or take it out.',
    }),
  ];
}

/** What each moment is counted by. */
const needs: Readonly<Record<(typeof anchorMoments)[number], readonly string[]>> = {
  'before-first-dose': ['days'],
  'before-each-dose': ['days'],
  'every-n-doses': ['everyDoses', 'days'],
  'after-last-dose': ['days'],
  'weeks-after-last': ['weeks'],
};

function atNoMoment(parts: Parts, name: string): readonly EditionFinding[] {
  const said = parts.get(`anchors.${name}.when`)?.value;
  const when = anchorMoments.find((moment) => moment === said);
  if (when === undefined) {
    return [
      against({
        path: `anchors.${name}.when`,
        code: 'moment-not-known',
        title: `“${asText(said)}” is no moment at which questions are asked.`,
        wayOut: `Say one of ${anchorMoments.join(', ')}.`,
      }),
    ];
  }
  return [
    ...needs[when]
      .filter((part) => !parts.has(`anchors.${name}.${part}`))
      .map((part) =>
        against({
          path: `anchors.${name}.${part}`,
          code: 'part-missing',
          title: `Nothing stands at anchors.${name}.${part}, so it would never be asked.`,
          wayOut: 'Set it.',
          action: 'unknown',
        }),
      ),
    ...ofNoUse(parts, name, needs[when]),
    ...notWhole(parts, name),
  ];
}

function ofNoUse(parts: Parts, name: string, needed: readonly string[]): readonly EditionFinding[] {
  return ['days', 'everyDoses', 'weeks']
    .map((part) => ({ part, path: `anchors.${name}.${part}` }))
    .filter(({ part, path }) => parts.has(path) && !needed.includes(part))
    .map(({ path }) =>
      against({
        path,
        code: 'part-not-known',
        title: `No rule reads ${path} at this moment.`,
        wayOut: 'Take it out, or name the moment that was meant.',
      }),
    );
}

/** Doses are counted whole, and weeks rise. */
function notWhole(parts: Parts, name: string): readonly EditionFinding[] {
  const numbers = (part: string): readonly number[] => {
    const found = parts.get(`anchors.${name}.${part}`);
    const value: unknown = found?.kind === 'value' ? found.value.value : undefined;
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number');
  };
  const isWhole = numbers('everyDoses').every(Number.isInteger);
  const rises = numbers('weeks').every((week, index, all) => index === 0 || week > (all[index - 1] ?? 0));
  const wrong = (part: string, title: string) =>
    against({
      path: `anchors.${name}.${part}`,
      code: 'out-of-order',
      title,
      wayOut: 'Write the number again.',
    });
  return [
    ...(isWhole ? [] : [wrong('everyDoses', 'Doses are counted whole.')]),
    ...(rises ? [] : [wrong('weeks', 'Each week stands once, and they rise.')]),
  ];
}

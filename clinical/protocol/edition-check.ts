// May this edition be used? Everything that speaks against a proposed one, each with its path and the way out. It never
// throws: a draft may be half written, and that is said too.

import { conditionsAsked } from '#clinical/gate.ts';
import { isLocalDate } from '#clinical/instant.ts';
import { asText } from './as-text.ts';
import { anchorFindings } from './check-anchors.ts';
import { floorFindings } from './check-floor.ts';
import { orderFindings } from './check-order.ts';
import { valueFindings } from './check-values.ts';
import type { Edition } from './edition.ts';
import { against, type EditionFinding, inOrderOfUrgency } from './edition-finding.ts';
import { type EditionPart, partsOf } from './edition-parts.ts';
import { exampleEditions } from './editions.ts';

export type { EditionFinding } from './edition-finding.ts';
export { isUsable } from './edition-finding.ts';

export function checkEdition(question: {
  readonly proposed: Edition;
  /** The edition it was made from. Undefined: it was written from nothing and is the first. */
  readonly base: Edition | undefined;
}): readonly EditionFinding[] {
  const { proposed, base } = question;
  const isKnownRoute = exampleEditions.some((edition) => edition.route === proposed?.route);
  if (!isKnownRoute) {
    return [
      against({
        path: 'route',
        code: 'route-not-known',
        title: 'This is no route of care here.',
        wayOut: `Say one of ${exampleEditions.map((edition) => edition.route).join(', ')}.`,
        action: 'unknown',
      }),
    ];
  }
  const parts = new Map(partsOf(proposed).map((part) => [part.path, part]));
  return inOrderOfUrgency([
    ...valueFindings(proposed.route, parts),
    ...listFindings(parts),
    ...anchorFindings(parts),
    ...orderFindings(parts, proposed),
    ...floorFindings(proposed.route, parts),
    ...nameFindings(proposed, base),
  ]);
}

function textAt(parts: ReadonlyMap<string, EditionPart>, path: string): unknown {
  const part = parts.get(path);
  return part?.kind === 'plain' ? part.value : undefined;
}

/** Entries named twice, lines that do not exist, a clock of another route. */
function listFindings(parts: ReadonlyMap<string, EditionPart>): readonly EditionFinding[] {
  const twice = [...parts.keys()]
    .filter((path) => path.includes('#'))
    .map((path) =>
      against({
        path,
        code: 'named-twice',
        title: `${path.split('.').slice(0, 2).join('.')} stands there a second time.`,
        wayOut: 'Keep one of them.',
      }),
    );
  const noSuchLine = [...parts.keys()]
    .filter((path) => path.startsWith('ageLimitMinutes.'))
    .filter((path) => !conditionsAsked.some((condition) => path === `ageLimitMinutes.${condition}`))
    .map((path) =>
      against({
        path,
        code: 'line-not-known',
        title: 'No gate has a line of this name.',
        wayOut: 'Take it out, or name the line that was meant.',
      }),
    );
  const otherClock =
    textAt(parts, 'timing.route') === textAt(parts, 'route')
      ? []
      : [
          against({
            path: 'timing.route',
            code: 'clock-of-another-route',
            title: 'The clock is another route’s than the edition.',
            wayOut: 'Give the edition the clock of its own route.',
          }),
        ];
  return [...twice, ...noSuchLine, ...otherClock];
}

const isName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function nameFindings(proposed: Edition, base: Edition | undefined): readonly EditionFinding[] {
  const found: EditionFinding[] = [];
  const next = base === undefined ? 1 : base.version + 1;
  if (proposed.version !== next) {
    found.push(
      against({
        path: 'version',
        code: 'version-not-next',
        title: `Version ${asText(proposed.version)} does not follow on ${base === undefined ? 'nothing' : `version ${base.version}`}.`,
        wayOut: `Call it version ${next}.`,
      }),
    );
  }
  if (typeof proposed.id !== 'string' || !isName.test(proposed.id) || proposed.id === base?.id) {
    found.push(
      against({
        path: 'id',
        code: 'id-not-its-own',
        title: 'An edition needs an id of its own, so that what was signed can be told from what came after.',
        wayOut: 'Give it a new id of small letters, digits and hyphens.',
      }),
    );
  }
  if (base !== undefined && proposed.madeFrom !== base.id) {
    found.push(
      against({
        path: 'madeFrom',
        code: 'made-from-another',
        title: 'It does not name the edition it was made from.',
        wayOut: `Say ${base.id}.`,
      }),
    );
  }
  if (base !== undefined && base.route !== proposed.route) {
    found.push(
      against({
        path: 'route',
        code: 'route-changed',
        title: 'An edition cannot change its route.',
        wayOut: `Make it from an edition for ${proposed.route}.`,
      }),
    );
  }
  return [...found, ...dateFindings(proposed, base)];
}

function dateFindings(proposed: Edition, base: Edition | undefined): readonly EditionFinding[] {
  const { writtenOn, asOf } = proposed;
  const isDay = (day: unknown): day is string => typeof day === 'string' && isLocalDate(day);
  const found: EditionFinding[] = [];
  for (const [path, day] of [
    ['writtenOn', writtenOn],
    ['asOf', asOf],
  ] as const) {
    if (!isDay(day)) {
      found.push(
        against({
          path,
          code: 'date-not-readable',
          title: `${path} is no day.`,
          wayOut: 'Write it as year, month and day.',
          action: 'unknown',
        }),
      );
    }
  }
  if (isDay(writtenOn) && isDay(asOf) && asOf > writtenOn) {
    found.push(
      against({
        path: 'asOf',
        code: 'looked-at-later',
        title: 'Its sources were looked at after it was written.',
        wayOut: 'Let the day lie on or before the day it was written.',
      }),
    );
  }
  if (isDay(writtenOn) && base !== undefined && isDay(base.writtenOn) && writtenOn < base.writtenOn) {
    found.push(
      against({
        path: 'writtenOn',
        code: 'written-before-its-base',
        title: 'It was written before the edition it was made from.',
        wayOut: 'Give the day it was written.',
      }),
    );
  }
  return found;
}

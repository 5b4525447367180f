// The protocols side by side: one row per value, one column per route, each with its root.

import { html } from 'hono/html';
import { nameInWords, pathInWords } from '#clinical/name-in-words.ts';
import type { EditionValue } from '#clinical/protocol/edition.ts';
import { partsOf } from '#clinical/protocol/edition-parts.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { confidenceMark, type Html, type Part, sourceLink, table } from './frame.ts';
import { figureText } from './words.ts';

export function editionsPart(): Part {
  const columns = exampleEditions.map((edition) => ({
    edition,
    leaves: new Map(valuesOf(edition)),
  }));
  const paths = [...new Set(columns.flatMap(({ leaves }) => [...leaves.keys()]))];
  const groups = [...new Set(paths.map(groupOf))];
  return {
    id: 'protocols',
    title: 'Protocols by route',
    lead: 'Each route’s intervals, limits and windows. A value is outside a limit only when it lies strictly below or above it.',
    body: html`
<p>${exampleEditions.map(
      (edition) =>
        html`<span class="example">${edition.name}, version ${edition.version}, ${
          edition.approver === undefined
            ? 'not approved by a clinician'
            : `approved by ${edition.approver.name} on ${edition.approver.on}`
        }</span> `,
    )}</p>
${groups.map((group) =>
  table(
    nameInWords(group),
    ['Value', ...exampleEditions.map((edition) => edition.name)],
    paths
      .filter((path) => groupOf(path) === group)
      .map(
        (path) =>
          html`<tr><th scope="row">${rowName(path, group)}</th>${columns.map(({ leaves }) =>
            cell(leaves.get(path)),
          )}</tr>`,
      ),
  ),
)}
<h3>Phases of the way, by the typical shape of the route</h3>
${table(
  'Minutes after the dose begins; never a prediction for one person',
  ['Route', 'Phases'],
  exampleEditions.map(
    (edition) =>
      html`<tr><th scope="row">${edition.name}</th><td>${edition.phases
        .map((phase) => `${phase.name} ${phase.fromMinute} to ${phase.toMinute ?? '…'}`)
        .join(', ')}</td></tr>`,
  ),
)}
<h3>Lines nobody may override</h3>
${table(
  'Beyond identity, consent and a stop, which no protocol can loosen',
  ['Route', 'Lines'],
  exampleEditions.map(
    (edition) =>
      html`<tr><th scope="row">${edition.name}</th><td>${edition.notOverridable.map((line) => nameInWords(line)).join(', ')}</td></tr>`,
  ),
)}`,
  };
}

/** Every value of the edition that has a root, by the way to it. */
export function valuesOf(
  edition: (typeof exampleEditions)[number],
): readonly (readonly [string, EditionValue<unknown>])[] {
  return partsOf(edition).flatMap((part) =>
    part.kind === 'value' ? [[part.path, part.value] as const] : [],
  );
}

function cell(value: EditionValue<unknown> | undefined): Html {
  if (!value) return html`<td class="absent">–</td>`;
  return html`<td><span class="value">${figureText(value)}</span> ${confidenceMark(value.confidence)} ${sourceLink(value.source)}${
    value.note ? html`<span class="note">${value.note}</span>` : ''
  }${value.conflict ? html`<span class="note">Sources disagree: ${value.conflict}</span>` : ''}</td>`;
}

function groupOf(path: string): string {
  return path.split('.')[0] ?? path;
}

function rowName(path: string, group: string): string {
  const rest = path.slice(group.length + 1);
  return pathInWords(rest === '' ? group : rest);
}

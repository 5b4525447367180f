// Health conditions by list and place, and medicines by class with what each does to a dose.

import { html } from 'hono/html';
import { nameInWords } from '#clinical/name-in-words.ts';
import { chartConditions, healthConditions } from '#clinical/screening/conditions.ts';
import { labelContraindications } from '#clinical/screening/esketamine-label.ts';
import { type HoldPractice, holdPractices } from '#clinical/screening/hold-windows.ts';
import { indications } from '#clinical/screening/indications.ts';
import {
  classInteractions,
  type Interaction,
  measuredExposure,
  traitInteractions,
} from '#clinical/screening/interactions.ts';
import { combinationBrands, type MedicineClass, medicines } from '#clinical/screening/medicines.ts';
import { confidenceMark, type Html, type Part, sourceLinks, table } from './frame.ts';

const routes = ['iv', 'im', 'sublingual', 'home', 'nasal'] as const;

export function screeningPart(): Part {
  const classes = Object.keys(classInteractions) as MedicineClass[];
  return {
    id: 'screening-lists',
    title: 'Health conditions and medicines',
    lead: 'Whose list says so is part of each row: only label rows may be called a label contraindication.',
    body: html`
<h3>What it is wanted for</h3>
${table(
  'Racemic ketamine is approved for none of these anywhere; where the spray is, the row says so',
  ['Wanted for', 'Evidence', 'The spray is approved', 'On paper before a plan'],
  indications.map(
    (row) =>
      html`<tr><th scope="row">${row.name}</th><td>${
        row.evidence
          ? html`<span class="value">${row.evidence.value}</span> ${confidenceMark(row.evidence.confidence)} ${sourceLinks([row.evidence.source])}`
          : 'A conversation, not a diagnosis'
      }</td><td>${
        row.esketamineApprovals.length === 0
          ? 'no'
          : row.esketamineApprovals.map(
              ({ jurisdiction, terms }) =>
                html`<span class="note">${jurisdiction}: ${terms.value} ${confidenceMark(terms.confidence)} ${sourceLinks([terms.source])}</span>`,
            )
      }</td><td>${row.mustDocument.map((name) => nameInWords(name).toLowerCase()).join(', ')}</td></tr>`,
  ),
)}
<h3>What the label of the spray forbids</h3>
${table(
  'A closed list by place; what is not on it may still be on somebody else’s list below',
  ['Condition', 'Places', 'Sure', 'Sources'],
  labelContraindications.map(
    (row) =>
      html`<tr><th scope="row">${nameInWords(row.id)}</th><td>${row.jurisdictions.join(', ')}</td><td>${confidenceMark(row.confidence)}</td><td>${sourceLinks(row.sources)}</td></tr>`,
  ),
)}
<h3>Health conditions</h3>
${table(
  'Each condition, by drug, place and list',
  ['Condition', 'Drug', 'Place', 'Whose list', 'Action', 'Advice', 'Sure', 'Sources'],
  [...healthConditions, ...chartConditions].flatMap((condition) =>
    condition.rules.map(
      (rule, index) =>
        html`<tr>${
          index === 0 ? html`<th scope="row" rowspan="${condition.rules.length}">${condition.name}</th>` : ''
        }<td>${rule.drug}</td><td>${rule.jurisdiction}</td><td>${nameInWords(rule.basis)}</td><td><strong>${rule.action}</strong></td><td>${
          rule.advice ?? ''
        }</td><td>${confidenceMark(rule.confidence)}</td><td>${sourceLinks(rule.sources)}</td></tr>`,
    ),
  ),
)}
<h3>What each class of medicine does</h3>
${table(
  'By class and route; a route without an entry is unknown there, never fine',
  ['Class', 'Effect', 'Advice', ...routes.map((route) => route.toUpperCase()), 'Sure', 'Sources'],
  [
    ...classes.map((name) => interactionRow(nameInWords(name), classInteractions[name])),
    ...Object.entries(traitInteractions).flatMap(([name, row]) =>
      row ? [interactionRow(`Trait: ${nameInWords(name).toLowerCase()}`, row)] : [],
    ),
  ],
)}
<h3>How long practices ask people to leave a medicine out</h3>
<p>They disagree, so none of these is a default. A prescriber sets the hours for one patient; until then there are none.</p>
${table(
  'Published practice, for the prescriber to weigh',
  ['Practice', 'Classes', 'Hours before', 'It says', 'Sure', 'Source'],
  holdPractices.map(
    (row) =>
      html`<tr><th scope="row">${row.practice}</th><td>${row.classes.map((name) => nameInWords(name).toLowerCase()).join(', ')}</td><td class="value">${hours(row)}</td><td>${row.says}</td><td>${confidenceMark(row.confidence)}</td><td>${sourceLinks([row.source])}</td></tr>`,
  ),
)}
<h3>Measured change of the amount in the blood</h3>
${table(
  'A route that was not measured is unknown',
  ['Medicine', 'Route of ketamine', 'Times the usual', 'Sure', 'Sources'],
  measuredExposure.map(
    (row) =>
      html`<tr><th scope="row">${row.perturber}</th><td>${row.route}</td><td class="value">${row.aucRatio}</td><td>${confidenceMark(row.confidence)}</td><td>${sourceLinks(row.sources)}</td></tr>`,
  ),
)}
<h3>Medicines known by name</h3>
<p>${medicines.length} substances. A name that is not here is unknown, never harmless; a near spelling is offered and never taken.</p>
${table(
  'By class',
  ['Class', 'Name', 'Brands', 'ATC', 'RxNorm', 'Note'],
  [...classes, undefined].flatMap((name) => {
    const members = medicines.filter((medicine) => medicine.class === name);
    return members.map(
      (medicine, index) =>
        html`<tr>${
          index === 0
            ? html`<th scope="row" rowspan="${members.length}">${name ? nameInWords(name) : 'Only inside combinations'}</th>`
            : ''
        }<td><strong>${medicine.generic}</strong></td><td>${brandText(medicine)}</td><td>${medicine.atc.join(' ')}</td><td>${
          medicine.rxcui ? html`${medicine.rxcui.code} ${confidenceMark(medicine.rxcui.confidence)}` : ''
        }</td><td>${medicine.note ?? ''}</td></tr>`,
    );
  }),
)}
${table(
  'Combination brands',
  ['Brand', 'Holds'],
  combinationBrands.map(
    (row) => html`<tr><th scope="row">${row.brand}</th><td>${row.generics.join(', ')}</td></tr>`,
  ),
)}`,
  };
}

function hours(row: HoldPractice): string {
  if (row.hoursBefore === undefined) return 'in words only';
  const most = row.hoursBeforeAtMost ? ` to ${row.hoursBeforeAtMost.value}` : '';
  const after = row.hoursAfter ? `, ${row.hoursAfter.value} after` : '';
  return `${row.hoursBefore.value}${most}${after}`;
}

function brandText(medicine: (typeof medicines)[number]): string {
  return [...medicine.brandsRead, ...medicine.brandsKnown, ...medicine.depotBrands]
    .filter((brand, index, all) => all.indexOf(brand) === index)
    .join(', ');
}

function interactionRow(name: string, row: Interaction): Html {
  return html`<tr><th scope="row">${name}</th><td>${row.effect}</td><td>${row.advice}</td>${routes.map(
    (route) => html`<td>${row.action[route] ?? 'unknown'}</td>`,
  )}<td>${confidenceMark(row.confidence)}</td><td>${sourceLinks(row.sources)}</td></tr>`;
}

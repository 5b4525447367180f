// What to look at first when something goes badly wrong. Lists to read out and to practise with, never an order.

import { html } from 'hono/html';
import { emergencyLists } from '#clinical/monitoring/emergencies.ts';
import { confidenceMark, type Part, sourceLinks, table } from './frame.ts';

export function emergenciesPart(): Part {
  return {
    id: 'emergencies',
    title: 'When it goes wrong',
    lead: 'General practice, for a clinic’s own training and standing orders to replace. No dose of any medicine stands here.',
    body: table(
      'What to do first and what to write down',
      ['What happens', 'First', 'Write down', 'Sure', 'Source'],
      emergencyLists.map(
        (row) =>
          html`<tr><th scope="row">${row.name}</th><td><ol>${row.first.map((step) => html`<li>${step}</li>`)}</ol></td><td>${row.record.join(', ')}</td><td>${confidenceMark(row.confidence)}</td><td>${sourceLinks([row.source])}</td></tr>`,
      ),
    ),
  };
}

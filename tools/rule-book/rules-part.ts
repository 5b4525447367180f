// Every rule as a card: its question, how it decides, what it says when it is not told something, and its numbers.

import { html } from 'hono/html';
import { nameInWords } from '#clinical/name-in-words.ts';
import type { CardStage, RuleCard } from '#clinical/rule-card.ts';
import { confidenceMark, type Html, type Part, sourceLink, sourceLinks, table } from './frame.ts';
import { figureText } from './words.ts';

const stages: readonly { readonly stage: CardStage; readonly title: string }[] = [
  { stage: 'screening', title: 'May this person be treated?' },
  { stage: 'instruments', title: 'How are they, in numbers?' },
  { stage: 'risk', title: 'Does someone need to come now?' },
  { stage: 'dosing', title: 'How much, how fast, how often?' },
  { stage: 'preparation', title: 'Ready on the day?' },
  { stage: 'monitoring', title: 'What does this sign mean?' },
  { stage: 'discharge', title: 'May they leave?' },
  { stage: 'integration', title: 'The days after' },
  { stage: 'outcomes', title: 'Are they better than before?' },
  { stage: 'safety-programs', title: 'The safety programme of the nasal spray' },
  { stage: 'medication-stock', title: 'Does the evening count match?' },
  { stage: 'law', title: 'Dates and places the law sets' },
  { stage: 'billing', title: 'Codes for what was done' },
];

export function rulesPart(cards: readonly RuleCard[]): Part {
  return {
    id: 'rules',
    title: 'Rules',
    lead: 'In the order a patient lives them. The name in small letters is the one a finding carries.',
    body: html`${stages.map(({ stage, title }) => {
      const here = cards.filter((card) => card.stage === stage);
      return here.length === 0 ? '' : html`<h3 id="stage-${stage}">${title}</h3>${here.map(cardBlock)}`;
    })}`,
  };
}

function cardBlock(card: RuleCard): Html {
  const figures = Object.entries(card.figures);
  return html`<article class="card" id="rule-${card.id}">
<h4>${card.question}</h4>
<p class="id">${card.id}</p>
<p>${card.decides}</p>
<p><strong>Looks at:</strong> ${card.inputs.map((name) => nameInWords(name).toLowerCase()).join(', ')}</p>
<p class="missing"><strong>When something is missing:</strong> ${card.whenMissing}</p>
${
  figures.length === 0
    ? ''
    : table(
        'Its numbers',
        ['Number', 'Value', 'Sure', 'Source'],
        figures.map(
          ([name, figure]) =>
            html`<tr><th scope="row">${nameInWords(name)}</th><td><span class="value">${figureText(figure)}</span>${
              figure.note ? html`<span class="note">${figure.note}</span>` : ''
            }</td><td>${confidenceMark(figure.confidence)}</td><td>${sourceLink(figure.source)}</td></tr>`,
        ),
      )
}
<p><strong>Sources:</strong> ${sourceLinks(card.sources)}</p>
</article>`;
}

// The questionnaires in their publishers' own words, and the scales of which only a total may be kept.

import { html } from 'hono/html';
import type { Instrument, Option } from '#clinical/instruments/instrument.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { recordedScales } from '#clinical/instruments/recorded-scales.ts';
import { nameInWords } from '#clinical/name-in-words.ts';
import { confidenceMark, type Html, type Part, sourceLink, table } from './frame.ts';

export function instrumentsPart(): Part {
  return {
    id: 'questionnaires',
    title: 'Questionnaires and scales',
    lead: 'A form is asked in its publisher’s words or not at all. A missing answer is never a zero: without every answer there is no total.',
    body: html`
${instruments.map(formBlock)}
<h3>Kept as a total only</h3>
<p>Their words are not ours to show. A clinic with its own licence types the total in; one that cannot be is sent back.</p>
${table(
  'Scales whose words are not shipped',
  ['Scale', 'Version', 'Filled by', 'Totals', 'Bands', 'Why the words are not here'],
  recordedScales.map(
    (scale) =>
      html`<tr><th scope="row">${scale.name}</th><td>${scale.version}</td><td>${scale.filledBy}</td><td>${scale.scores.map(
        (score) =>
          html`<span class="note">${score.name}: ${
            score.range
              ? html`${score.range.value.join(' to ')} ${confidenceMark(score.range.confidence)}`
              : 'range not known'
          }</span>`,
      )}</td><td>${scale.scores
        .flatMap((score) => score.bandSets)
        .map(
          (set) =>
            html`<span class="note">${set.bands
              .map((band, index) => `${nameInWords(band)} from ${set.from.value[index] ?? '?'}`)
              .join(', ')} ${confidenceMark(set.from.confidence)}</span>`,
        )}</td><td>${scale.rights.value} ${confidenceMark(scale.rights.confidence)} ${sourceLink(scale.rights.source)}</td></tr>`,
  ),
)}`,
  };
}

function formBlock(form: Instrument): Html {
  const spanish = form.translations?.some((each) => each.language === 'es');
  return html`<h3>${form.name}</h3>
<p>${form.version}. Filled in by the ${form.filledBy}. ${spanish ? 'In English and Spanish.' : 'In English.'} Words checked against: ${form.wordingFrom}. Source ${sourceLink(form.source)} ${confidenceMark(form.confidence)}</p>
<p><em>${form.stem}</em></p>
${table(
  `${form.name}, item by item`,
  ['No.', 'Question', 'Answers', 'LOINC'],
  form.items.map(
    (item, index) =>
      html`<tr><td>${index + 1}</td><th scope="row">${item.period ? html`<span class="note">${item.period}</span>` : ''}${item.text}${
        item.askedWhen ? html`<span class="note">Asked only after a certain answer</span>` : ''
      }${item.reversed ? html`<span class="note">Counted the other way round</span>` : ''}</th><td>${answers(item.options ?? form.options)}</td><td>${item.loinc ?? 'not known'}</td></tr>`,
  ),
)}
<p>${form.bands.map((band) => `${nameInWords(band.name)} ${band.from} to ${band.to}`).join(', ')}</p>
<p class="note">${form.licence.text}</p>`;
}

function answers(options: readonly Option[]): string {
  return options.map((option) => `${option.value} ${option.text}`).join('; ');
}

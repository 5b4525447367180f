// The frame of the printed rule book: one self-contained page with no script and no request, in the house's own colours,
// that reads on a screen in either light and prints black on white.

import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import { sources } from '#clinical/sources.ts';
import { confidences } from './marks.ts';

export type Html = ReturnType<typeof html>;

export type Part = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly body: Html;
};

const tokens = readFileSync(new URL('../../web/kit/tokens.css', import.meta.url), 'utf8');

export function bookPage(parts: readonly Part[], today: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Mooring: the rule book</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>${raw(tokens)}${raw(style)}</style>
</head>
<body>
<header>
<h1>The rule book</h1>
<p class="lead">Every rule Mooring decides by, every number it uses and where each comes from, written out from the software
itself. Knowledge as of ${today}.</p>
<p>The software informs; a clinician decides. Nothing here replaces a product label, a clinic’s own protocol or a
prescriber’s judgement. The protocols in this book are examples: no clinician has approved them. What is missing is never
taken as fine: every rule says what it answers when it is not told something.</p>
<nav aria-label="Contents"><ol>${parts.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}</ol></nav>
<section aria-labelledby="marks"><h2 id="marks">How sure each number is</h2>
<dl class="marks">${confidences.map(({ mark, words }) => html`<div><dt>${confidenceMark(mark)}</dt><dd>${words}</dd></div>`)}</dl>
</section>
</header>
<main>
${parts.map(
  (part) => html`<section class="part" aria-labelledby="${part.id}">
<h2 id="${part.id}">${part.title}</h2>
<p class="lead">${part.lead}</p>
${part.body}
</section>`,
)}
</main>
</body>
</html>
`;
}

export function confidenceMark(mark: string): Html {
  return html`<abbr class="sure sure-${mark.toLowerCase()}" title="${confidences.find((one) => one.mark === mark)?.words ?? ''}">${mark}</abbr>`;
}

export function sourceLink(id: string): Html {
  return html`<a class="source" href="#source-${id}" title="${(sources as Readonly<Record<string, string>>)[id] ?? ''}">${id}</a>`;
}

export function sourceLinks(ids: readonly string[]): Html {
  return html`${ids.map((id, index) => html`${index === 0 ? '' : ' '}${sourceLink(id)}`)}`;
}

/** Wide tables scroll inside themselves on a small screen and stay whole on paper. */
export function table(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

const style = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:78rem;padding:2rem clamp(1rem,4vw,3rem) 6rem;background:var(--page);color:var(--ink);font:1.0625rem/1.55 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,sans-serif}
h1,h2{font-family:Literata,Georgia,serif;font-weight:600;line-height:1.15;letter-spacing:-.015em}
h1{font-size:2.625rem;margin:0 0 1rem}
h2{font-size:1.875rem;margin:0 0 .5rem}
h3{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .5rem}
h4{font-size:1.0625rem;margin:1.25rem 0 .25rem}
p,dd,li{max-width:46rem}
.lead{font-size:1.25rem;line-height:1.5;color:var(--ink-2)}
a{color:var(--sea)}
nav ol{columns:18rem;padding-left:1.25rem}
.part{border-top:1px solid var(--contour);margin-top:4rem;padding-top:2rem}
.marks div{display:grid;grid-template-columns:2.5rem 1fr;margin:.35rem 0}
.marks dd{margin:0}
.sure{display:inline-block;min-width:1.9em;text-align:center;border:1px solid var(--edge);border-radius:4px;padding:0 .3em;font-size:.875rem;line-height:1.35;text-decoration:none;color:var(--ink)}
.sure-g,.sure-h{background:var(--amber-tint);border-color:var(--amber);color:var(--amber);border-style:dashed}
.sure-v{background:var(--shallow)}
.source{font-size:.875rem;white-space:nowrap}
.scroll{overflow-x:auto;margin:1rem 0 1.5rem}
.scroll:focus-visible{outline:3px solid var(--sea);outline-offset:2px}
table{border-collapse:collapse;width:100%;background:var(--surface)}
caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem}
th,td{border:1px solid var(--shoal);padding:.4rem .6rem;text-align:left;vertical-align:top;font-size:.9375rem;line-height:1.4}
thead th{background:var(--water)}
tbody th{font-weight:500;color:var(--ink-2)}
.group th{background:var(--shallow);color:var(--ink);font-weight:600}
.absent{color:var(--ink-2)}
.value{font-weight:600;font-variant-numeric:tabular-nums}
.note{display:block;color:var(--ink-2);font-size:.875rem}
.card{background:var(--surface);border:1px solid var(--shoal);border-radius:14px;padding:1rem 1.25rem;margin:1rem 0;break-inside:avoid}
.card h4{margin:0 0 .4rem;font-size:1.125rem}
.card code,.id{font-family:ui-monospace,monospace;font-size:.875rem;color:var(--ink-2)}
.card p{margin:.35rem 0}
.card table{margin:.5rem 0 0}
.missing{border-left:4px solid var(--amber-hatch);padding-left:.6rem}
.example{display:inline-block;margin:.15rem .25rem .15rem 0;background:var(--amber-tint);color:var(--amber);border:1px dashed var(--amber);border-radius:4px;padding:.1rem .5rem}
@media print{
:root,[data-theme]{color-scheme:light;--page:#fff;--water:#fff;--surface:#fff;--shallow:#fff;--shoal:#999;--contour:#000;--edge:#000;--ink:#000;--ink-2:#000;--sea:#000;--amber:#000;--amber-tint:#fff;--amber-hatch:#000}
@page{margin:14mm;size:landscape}
body{max-width:none;padding:0;font-size:10pt}
h1{font-size:22pt}h2{font-size:16pt}h3{font-size:12pt}.lead{font-size:11pt}
th,td{font-size:8.5pt;padding:2pt 4pt}
.part{break-before:page;border:0;margin:0;padding:0}
.scroll{overflow:visible}
tr{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
`;

// The passport as one page that needs nothing but a browser: what it says, its signature, and the script that checks it.

import { html, raw } from 'hono/html';
import type { Passport } from '#dosing-session/papers/passport.ts';
import { type PassportLanguage, passportSections } from '#dosing-session/papers/passport-words.ts';
import { type ClinicToCall, helpPart } from '#server/site';
import type { PageParts } from './routes.ts';

const words = {
  title: { en: 'Passport', es: 'Pasaporte' },
  unchecked: {
    en: 'This page was not checked: it needs a browser that runs its script. It says the following.',
    es: 'Esta página no se ha comprobado: necesita un navegador que ejecute su programa. Dice lo siguiente.',
  },
} as const;

export function passportFile(question: {
  readonly passport: Passport;
  readonly token: string;
  readonly language: PassportLanguage;
  readonly parts: PageParts | undefined;
  readonly clinic: ClinicToCall;
}): string {
  const { passport, token, language, parts, clinic } = question;
  const sections = passportSections(passport, language);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${words.title[language]}, ${passport.person.name}</title>
<style>${raw(parts?.style ?? '')}</style>
</head>
<body>
<main id="passport" data-token="${token}">
<noscript>
<p>${words.unchecked[language]}</p>
${sections.map(
  ({ heading, lines }) => html`<h2>${heading}</h2>
<dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
)}
</noscript>
</main>
${helpPart(clinic)}
<script type="module">${raw((parts?.script ?? '').replaceAll('</script', '<\\/script'))}</script>
</body>
</html>`;
  return String(page);
}

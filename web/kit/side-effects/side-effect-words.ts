// How something that went wrong is told, by the person or by whoever is near. It comes with its form and not before.

import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import { eventNames } from '#content/event-names.ts';
import type { Catalog } from '#web/kit/locale.ts';
import type { Language } from '#web/kit/preferred-language.ts';

const en = {
  'side.title': 'Side effects',
  'side.lead': 'Tell us what felt wrong, now or days later. Small things count. A nurse reads each one.',
  'side.lead-near': 'Tell us what you saw, now or days later. Small things count. A nurse reads each one.',
  'side.words': 'What happened',
  'side.words-hint': 'In your own words.',
  'side.needs-words': 'Say what happened first',
  'side.term': 'Which comes closest',
  'side.severity': 'How bad was it?',
  'side.severity-mild': 'Mild',
  'side.severity-mild-text': 'It was there, and life went on.',
  'side.severity-moderate': 'In the way',
  'side.severity-moderate-text': 'Some things could not be done.',
  'side.severity-severe': 'Bad',
  'side.severity-severe-text': 'Nothing else could be done.',
  'side.started': 'When did it start?',
  'side.started-hint': 'Leave it empty if you do not know.',
  'side.future': 'This time has not come yet',
  'side.still': 'Is it still there?',
  'side.still-ongoing': 'Yes, still there',
  'side.still-over': 'No, it is over',
  'side.ended': 'When did it end?',
  'side.send': 'Tell the clinic',
  'side.again': 'Tell us something else',
  'side.told': 'Told {time}. A nurse looks at it.',
  'side.told-bad': 'Told {time}. If it is bad now, do not wait for us: call.',
  'side.waiting': 'Kept on this phone. It goes when there is a link.',
  'side.waiting-bad': 'This has not reached anyone yet. Call now; do not wait for the link.',
  'side.refused': 'This was not taken: {why}',
  'side.call-first': 'If it is bad now, call. This page can wait.',
  'side.mine': 'What was told',
  'side.none': 'Nothing told so far.',
  'side.by-you': 'You told us {when}',
  'side.by-other': '{name} told us {when}',
  'side.not-seen': 'No one has looked at it yet.',
  'side.seen': '{name} looked at it {when}',
  'side.answer': '{name} wrote {when}',
  'side.is-ongoing': 'Still there',
  'side.is-over': 'Over',
  'side.term-prompt': 'I do not know',
  ...termsIn('en'),
} as const;

const es: Readonly<Record<keyof typeof en, string>> = {
  'side.title': 'Efectos no deseados',
  'side.lead':
    'Cuéntenos lo que le sentó mal, ahora o días después. Lo pequeño también cuenta. Una enfermera lo lee todo.',
  'side.lead-near':
    'Cuéntenos lo que vio, ahora o días después. Lo pequeño también cuenta. Una enfermera lo lee todo.',
  'side.words': 'Qué pasó',
  'side.words-hint': 'Con sus palabras.',
  'side.needs-words': 'Diga primero qué pasó',
  'side.term': 'Qué se parece más',
  'side.severity': '¿Cómo fue de malo?',
  'side.severity-mild': 'Leve',
  'side.severity-mild-text': 'Estaba ahí, y el día siguió.',
  'side.severity-moderate': 'Estorbaba',
  'side.severity-moderate-text': 'Algunas cosas no se podían hacer.',
  'side.severity-severe': 'Malo',
  'side.severity-severe-text': 'No se podía hacer otra cosa.',
  'side.started': '¿Cuándo empezó?',
  'side.started-hint': 'Déjelo vacío si no lo sabe.',
  'side.future': 'Esa hora aún no ha llegado',
  'side.still': '¿Sigue ahí?',
  'side.still-ongoing': 'Sí, sigue',
  'side.still-over': 'No, ya pasó',
  'side.ended': '¿Cuándo terminó?',
  'side.send': 'Contárselo a la clínica',
  'side.again': 'Contar otra cosa',
  'side.told': 'Contado a las {time}. Una enfermera lo mira.',
  'side.told-bad': 'Contado a las {time}. Si ahora está mal, no nos espere: llame.',
  'side.waiting': 'Guardado en este teléfono. Sale cuando haya conexión.',
  'side.waiting-bad': 'Esto aún no ha llegado a nadie. Llame ahora; no espere la conexión.',
  'side.refused': 'Esto no se aceptó: {why}',
  'side.call-first': 'Si ahora está mal, llame. Esta página puede esperar.',
  'side.mine': 'Lo que se contó',
  'side.none': 'Nada contado hasta ahora.',
  'side.by-you': 'Usted lo contó {when}',
  'side.by-other': '{name} lo contó {when}',
  'side.not-seen': 'Nadie lo ha mirado todavía.',
  'side.seen': '{name} lo miró {when}',
  'side.answer': '{name} escribió {when}',
  'side.is-ongoing': 'Sigue ahí',
  'side.is-over': 'Ya pasó',
  'side.term-prompt': 'No lo sé',
  ...termsIn('es'),
};

export const sideEffectWords: Readonly<Record<Language, Catalog>> = { en, es };

function termsIn(language: Language): Readonly<Record<`side.term-${AdverseEventTerm}`, string>> {
  return Object.fromEntries(
    Object.entries(eventNames).map(([term, name]) => [`side.term-${term}`, name[language]]),
  ) as Record<`side.term-${AdverseEventTerm}`, string>;
}

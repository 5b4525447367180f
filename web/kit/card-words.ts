// The words of cards and charts. They come with them and not before.

import { extendCatalog } from './locale.ts';

const en = {
  'kit.you-are-here': 'You are here',
  'kit.line-label': 'Step {step} of {count}. You are here: {stage}',
  'kit.now-at': 'Now {time}',
  'kit.sources': 'Where this comes from',
  'kit.confidence.V': 'We are sure.',
  'kit.confidence.V2': 'We are fairly sure.',
  'kit.confidence.G': 'General knowledge, no one source.',
  'kit.confidence.H': 'A rule of the house.',
  'kit.changed': 'What changed in this version',
  'kit.changed-new': 'New: {line}',
  'kit.changed-old': 'No longer: {line}',
  'kit.food-eat': 'You can eat until',
  'kit.food-drink': 'Water, clear tea until',
  'kit.food-over': '{words} (over)',
  'kit.food-nothing': 'Then nothing until after your session.',
  'kit.limits-title': '{name}’s limits, in their own words',
  'kit.limits-mind': 'Comes today',
  'kit.limits-touch': 'Touch',
  'kit.limits-say': 'Say',
  'kit.limits-wake': 'Wake me if',
  'kit.limits-people': 'People',
  'kit.limits-recording': 'Recording',
  'kit.limits-none': 'not said',
  'kit.chart-no-word': 'no word',
  'kit.chart-answer': 'your answer',
  'kit.chart-session': 'session',
  'kit.chart-no-answer': 'no answer',
  'kit.chart-table': 'The same as a table',
  'kit.chart-day': 'Day',
  'kit.chart-value': 'Answer',
  'kit.chart-words':
    '{answered} of {days} days have an answer. {gaps, plural, =0 {No day is missing.} one {# day has none; we do not guess it.} other {# days have none; we do not guess them.}}',
} as const;

const es: Readonly<Record<keyof typeof en, string>> = {
  'kit.you-are-here': 'Usted está aquí',
  'kit.line-label': 'Paso {step} de {count}. Usted está aquí: {stage}',
  'kit.now-at': 'Ahora {time}',
  'kit.sources': 'De dónde viene esto',
  'kit.confidence.V': 'Estamos seguros.',
  'kit.confidence.V2': 'Estamos bastante seguros.',
  'kit.confidence.G': 'Saber general, sin una sola fuente.',
  'kit.confidence.H': 'Una regla de la casa.',
  'kit.changed': 'Qué cambió en esta versión',
  'kit.changed-new': 'Nuevo: {line}',
  'kit.changed-old': 'Ya no: {line}',
  'kit.food-eat': 'Puede comer hasta las',
  'kit.food-drink': 'Agua o té claro hasta las',
  'kit.food-over': '{words} (ya pasó)',
  'kit.food-nothing': 'Después, nada hasta el final de su sesión.',
  'kit.limits-title': 'Límites de {name}, en sus palabras',
  'kit.limits-mind': 'Hoy viene con',
  'kit.limits-touch': 'Contacto',
  'kit.limits-say': 'Decir',
  'kit.limits-wake': 'Despiérteme si',
  'kit.limits-people': 'Personas',
  'kit.limits-recording': 'Grabación',
  'kit.limits-none': 'no lo dijo',
  'kit.chart-no-word': 'sin respuesta',
  'kit.chart-answer': 'su respuesta',
  'kit.chart-session': 'sesión',
  'kit.chart-no-answer': 'sin respuesta',
  'kit.chart-table': 'Lo mismo en una tabla',
  'kit.chart-day': 'Día',
  'kit.chart-value': 'Respuesta',
  'kit.chart-words':
    '{answered} de {days} días tienen respuesta. {gaps, plural, =0 {No falta ningún día.} one {# día no la tiene; no la adivinamos.} other {# días no la tienen; no la adivinamos.}}',
};

export const cardWords = { en, es } as const;

extendCatalog(cardWords);

// Las palabras propias del kit en español. Frases cortas, habladas, de usted.
import type { KitWord } from './en.ts';

export const es: Readonly<Record<KitWord, string>> = {
  'kit.optional': '(si quiere)',
  'kit.choose': 'Elija',
  'kit.asking': 'Preguntando al servidor',
  'kit.close': 'Cerrar',
  'kit.skip': 'Ir a la página',
  'kit.more-places': 'Más',
  'kit.places': 'Lugares',
  'kit.help': 'Necesito ayuda',
  'kit.minute': 'minuto',
  'kit.date-and-time': '{date}, {time}',

  'kit.span-seconds': '{count} s',
  'kit.span-minutes': '{count} min',
  'kit.span-hours': '{count} h',
  'kit.span-hours-minutes': '{hours} h {minutes} min',
  'kit.span-days': '{count, plural, one {# día} other {# días}}',

  'kit.state.checked': 'Revisado',
  'kit.state.met': 'Cumplido',
  'kit.state.due': 'Toca',
  'kit.state.late': 'Atrasado',
  'kit.state.alert': 'Alerta',
  'kit.state.unknown': 'No se sabe',
  'kit.state.stale': 'Sin noticias',
  'kit.state.not-met': 'No cumplido',
  'kit.state.overridden': 'Decidido por una persona',
  'kit.state.overridden-not-met': 'No cumplido, decidido por una persona',
  'kit.state.overridden-unknown': 'No se sabe, decidido por una persona',
  'kit.state.not-yet': 'Todavía no',
  'kit.state.here': 'Usted está aquí',
  'kit.state.saved': 'Guardado aquí',
  'kit.state.sent': 'Enviado',
  'kit.state.seen': 'Visto',

  'kit.transport-nothing': 'Nada por enviar',
  'kit.transport-shut': 'Lo que espera salir se ve cuando entre',
  'kit.transport-sent': 'Todo enviado {time}',
  'kit.transport-saved':
    '{count, plural, one {# guardado aquí, sin enviar} other {# guardados aquí, sin enviar}}',
  'kit.transport-saved-short': '{count, plural, one {# guardado aquí} other {# guardados aquí}}',
  'kit.transport-memory':
    '{count, plural, one {# sin enviar. No cierre esta página} other {# sin enviar. No cierre esta página}}',
  'kit.transport-refused': '{count, plural, one {# no fue aceptado} other {# no fueron aceptados}}',
  'kit.transport-silent': 'Sin conexión desde las {time}. Siga',
  'kit.never-heard': 'Aún sin noticias del servidor. Lo que ve puede ser viejo',
  'kit.last-heard': 'Última noticia hace {span}, a las {time}. Lo que ve puede ser viejo',

  'kit.offline-failure': 'Sin conexión con el servidor. Lo que escribió sigue aquí',
  'kit.locked': 'Bloqueamos la pantalla. Sus palabras siguen aquí',
  'kit.unreadable': 'Esta página es más vieja que el servidor. Cárguela otra vez; sus palabras se guardan',

  'kit.overridden-by': '{state}: {name}, {time}',

  'kit.device.from.blood-pressure': 'del tensiómetro, {time}',
  'kit.device.from.pulse-oximeter': 'del oxímetro, {time}',
  'kit.device.from.heart-rate': 'del sensor de pulso, {time}',
  'kit.device.from.weight': 'de la báscula, {time}',
  'kit.device.from.temperature': 'del termómetro, {time}',
};

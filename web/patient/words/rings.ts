// Whom a call for a person reached, and who has it.
import { words } from '#web/patient/both-languages.ts';

export const ringWords = words(
  {
    'ring.has': '{name} said that they have it: {when}.',
    'ring.reached': 'It reached the clinic {time}.',
    'ring.on-screens':
      '{count, plural, =0 {Nobody is checked in at the clinic now.} one {One person is checked in there. It is on their screen.} other {# people are checked in there. It is on their screens.}}',
    'ring.not-called': 'Nobody has been called yet.',
    'ring.called': 'A message to {names} is on its way since {time}. We cannot see if it came.',
    'ring.called-number':
      'A message to the clinic’s own number is on its way since {time}. We cannot see if it came.',
    'ring.called-nobody': 'We found nobody on call, {time}.',
    'ring.nobody-has-it': 'Nobody has said yet that they have it. Do not wait. Call now.',
    'ring.not-known': 'We cannot ask the clinic now who has it. Do not wait. Call now.',
  },
  {
    'ring.has': '{name} dijo que se ocupa: {when}.',
    'ring.reached': 'Llegó a la clínica a las {time}.',
    'ring.on-screens':
      '{count, plural, =0 {Ahora no hay nadie de turno en la clínica.} one {Hay una persona de turno. Está en su pantalla.} other {Hay # personas de turno. Está en sus pantallas.}}',
    'ring.not-called': 'Todavía no se avisó a nadie.',
    'ring.called': 'Un mensaje para {names} va en camino desde las {time}. No podemos ver si llegó.',
    'ring.called-number':
      'Un mensaje al número propio de la clínica va en camino desde las {time}. No podemos ver si llegó.',
    'ring.called-nobody': 'No encontramos a nadie de guardia a las {time}.',
    'ring.nobody-has-it': 'Nadie ha dicho todavía que se ocupa. No espere. Llame ahora.',
    'ring.not-known': 'Ahora no podemos preguntar a la clínica quién se ocupa. No espere. Llame ahora.',
  },
);

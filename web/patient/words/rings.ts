// Whom a call for a person reached, and who has it.
import { words } from '#web/patient/both-languages.ts';

export const ringWords = words(
  {
    'ring.has': '{name} said that they have it: {when}.',
    'ring.reached': 'It reached the clinic {time}.',
    'ring.asked-to-call':
      'We had not heard from you, so we asked the clinic to call you: {time}. You can still answer.',
    'ring.nobody-yet': 'Nobody has said yet that they will. If you need someone now, do not wait: call.',
    'ring.on-screens':
      '{count, plural, =0 {Nobody is checked in at the clinic now.} one {One person is checked in at the clinic. It is on their screen.} other {# people are checked in at the clinic. It is on their screens.}}',
    'ring.not-called': 'Nobody has been called yet.',
    'ring.sent': 'A message to {names} went out: {time}. We cannot see if it was read.',
    'ring.waiting': 'A message to {names} is written and has not gone out yet: {time}.',
    'ring.failed': 'We could not send the message to {names}: {time}.',
    'ring.not-seen': 'A message to {names} was written: {time}. We cannot see if it came.',
    'ring.own-number': 'the clinic’s own number',
    'ring.times': 'We tried to reach everyone {count} times. The last time:',
    'ring.called-nobody': 'We found nobody on call, {time}.',
    'ring.nobody-has-it': 'Nobody has said yet that they have it. Do not wait. Call now.',
    'ring.not-known': 'We cannot ask the clinic now who has it. Do not wait. Call now.',
  },
  {
    'ring.has': '{name} dijo que se ocupa: {when}.',
    'ring.reached': 'Llegó a la clínica a las {time}.',
    'ring.asked-to-call':
      'No sabíamos nada de usted, así que pedimos a la clínica que le llame: {time}. Todavía puede responder.',
    'ring.nobody-yet': 'Nadie ha dicho todavía que lo hará. Si necesita a alguien ahora, no espere: llame.',
    'ring.on-screens':
      '{count, plural, =0 {Ahora no hay nadie de turno en la clínica.} one {Hay una persona de turno. Está en su pantalla.} other {Hay # personas de turno. Está en sus pantallas.}}',
    'ring.not-called': 'Todavía no se avisó a nadie.',
    'ring.sent': 'Salió un mensaje para {names}: {time}. No podemos ver si alguien lo leyó.',
    'ring.waiting': 'Hay un mensaje escrito para {names} que todavía no salió: {time}.',
    'ring.failed': 'No pudimos enviar el mensaje para {names}: {time}.',
    'ring.not-seen': 'Se escribió un mensaje para {names}: {time}. No podemos ver si llegó.',
    'ring.own-number': 'el número propio de la clínica',
    'ring.times': 'Intentamos avisar a todos {count} veces. La última vez:',
    'ring.called-nobody': 'No encontramos a nadie de guardia a las {time}.',
    'ring.nobody-has-it': 'Nadie ha dicho todavía que se ocupa. No espere. Llame ahora.',
    'ring.not-known': 'Ahora no podemos preguntar a la clínica quién se ocupa. No espere. Llame ahora.',
  },
);

// The passport: what one carries to another clinic.
import { words } from '#web/patient/both-languages.ts';

export const passportWords = words(
  {
    'passport.title': 'My passport',
    'passport.lead':
      'A file with all your sessions, to take to a new clinic. It opens in any browser, with no link to us and no network.',
    'passport.words': 'Anything the next clinic should know',
    'passport.words-hint': 'If you like. It stands in the file in your own words.',
    'passport.make': 'Make my passport',
    'passport.making': 'Signing',
    'passport.again': 'Make it again',
    'passport.not-made': 'Not made. What you wrote is still here.',
    'passport.ready': 'Your passport is ready',
    'passport.save': 'Save the file',
    'passport.who': 'Whoever has this file can read it. Give it only to people you choose.',
    'passport.changed': 'The clinic’s signature is in it. If anyone changes a word, the page says so.',
    'passport.square': 'On paper',
    'passport.square-text':
      'Print this square. A phone that reads it shows your last session and the totals, and checks them.',
    'passport.square-label': 'Square to scan. It holds your last session and what you were given in all.',
    'passport.no-square': 'There is too much in it for a square. Use the file.',
    'passport.key': 'The clinic’s key',
    'passport.key-text': 'The same letters stand in the file. They show that it is the clinic’s.',
    'passport.inside': 'What is in it',
    'passport.none': 'No session is over yet. After the first one there is something to carry.',
    'passport.print': 'Print',
  },
  {
    'passport.title': 'Mi pasaporte',
    'passport.lead':
      'Un archivo con cada sesión, para llevar a otra clínica. Se abre en cualquier navegador, sin nosotros y sin red.',
    'passport.words': 'Algo que la próxima clínica debería saber',
    'passport.words-hint': 'Si quiere. Queda en el archivo con sus propias palabras.',
    'passport.make': 'Hacer mi pasaporte',
    'passport.making': 'Firmando',
    'passport.again': 'Hacerlo otra vez',
    'passport.not-made': 'No se hizo. Lo que escribió sigue aquí.',
    'passport.ready': 'Su pasaporte está listo',
    'passport.save': 'Guardar el archivo',
    'passport.who': 'Quien tenga este archivo puede leerlo. Déselo solo a quien usted elija.',
    'passport.changed': 'Lleva la firma de la clínica. Si alguien cambia una palabra, la página lo dice.',
    'passport.square': 'En papel',
    'passport.square-text':
      'Imprima este cuadrado. Un teléfono que lo lea muestra su última sesión y los totales, y los comprueba.',
    'passport.square-label': 'Cuadrado para escanear. Tiene su última sesión y lo que recibió en total.',
    'passport.no-square': 'Es demasiado para un cuadrado. Use el archivo.',
    'passport.key': 'La clave de la clínica',
    'passport.key-text': 'Las mismas letras están en el archivo. Muestran que es de la clínica.',
    'passport.inside': 'Qué contiene',
    'passport.none': 'Todavía no terminó ninguna sesión. Después de la primera habrá algo que llevar.',
    'passport.print': 'Imprimir',
  },
);

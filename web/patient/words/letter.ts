// Words around writing on a phone that is shut: what is sealed, for whom, and until when.
import { words } from '#web/patient/both-languages.ts';

export const letterWords = words(
  {
    'letter.write-now': 'Write something now',
    'letter.truth':
      'What you write is sealed on this phone. Nobody can read it here, not you either, until you sign in. Then it goes to your journal.',
    'letter.sealing': 'Not sealed yet. Keep this page open.',
    'letter.kept':
      'Sealed on this phone as it stands. Once you leave this page, you can read it again after you sign in.',
    'letter.not-kept':
      'This phone could not keep it. It is only in this page: keep the page open, or write it on paper.',
    'letter.full':
      'This phone holds as many sealed entries as it can. This one is only in this page. Sign in, and they make room.',
    'letter.lying':
      '{count, plural, one {One entry lies} other {# entries lie}} sealed on this phone. Sign in, and they go to your journal.',
    'letter.older-shut': 'You are not signed in, so older entries stay shut.',
    'letter.opened':
      '{count, plural, one {One entry that was written} other {# entries that were written}} on this phone while it was shut went to your journal. Not yours? Delete it there: whoever held the phone could write, and not read.',
  },
  {
    'letter.write-now': 'Escribir algo ahora',
    'letter.truth':
      'Lo que escriba queda sellado en este teléfono. Aquí nadie puede leerlo, usted tampoco, hasta que entre. Entonces pasa a su diario.',
    'letter.sealing': 'Todavía sin sellar. Deje esta página abierta.',
    'letter.kept':
      'Sellado en este teléfono tal como está. Cuando deje esta página, podrá leerlo otra vez después de entrar.',
    'letter.not-kept':
      'Este teléfono no pudo guardarlo. Está solo en esta página: déjela abierta, o escríbalo en papel.',
    'letter.full':
      'Este teléfono ya guarda todas las entradas selladas que puede. Esta está solo en esta página. Entre, y harán sitio.',
    'letter.lying':
      '{count, plural, one {Hay una entrada sellada} other {Hay # entradas selladas}} en este teléfono. Cuando entre, pasan a su diario.',
    'letter.older-shut': 'Usted no ha entrado, así que las entradas anteriores siguen cerradas.',
    'letter.opened':
      'Pasó a su diario lo que se escribió en este teléfono mientras estaba cerrado: {count, plural, one {una entrada} other {# entradas}}. ¿No es suyo? Bórrelo ahí: quien tuvo el teléfono pudo escribir, y no leer.',
  },
);

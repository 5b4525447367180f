// Words around writing on a phone that is shut: what is sealed, for whom, and until when.
import { words } from '#web/patient/both-languages.ts';

export const letterWords = words(
  {
    'letter.write-now': 'Write something now',
    'letter.truth':
      'What you put in here is sealed on this phone: words, your voice, a drawing, a photo. Nobody can open it here, not you either, until you sign in. Then it goes to your journal.',
    'letter.sealing': 'Not sealed yet. Keep this page open.',
    'letter.kept':
      'Sealed on this phone as it stands. Once you leave this page, you can open it again after you sign in.',
    'letter.words-only':
      'This phone has no room for what you added last. It is only in this page. All else here is sealed. Remove it, or keep the page open.',
    'letter.not-kept':
      'This phone could not keep it. It is only in this page: keep the page open, or write it on paper.',
    'letter.full':
      'This phone holds as many sealed entries as it can. This one is only in this page. Sign in, and they make room.',
    'letter.few-left':
      'This phone has room for {count, plural, one {one more entry} other {# more entries}}. Sign in, and they make room.',
    'letter.media-limits':
      'One entry holds {most} of these, and a recording {minutes} minutes. This phone has room for {left} more until you sign in.',
    'letter.no-more-media':
      'This phone holds as many sealed recordings and pictures as it can. Words still fit. Sign in, and they make room.',
    'letter.lying':
      '{count, plural, one {One entry lies} other {# entries lie}} sealed on this phone. Sign in, and they go to your journal.',
    'letter.older-shut': 'Here older entries stay shut until you are in again.',
    'letter.opened':
      '{count, plural, one {One entry that was written} other {# entries that were written}} on this phone while it was shut went to your journal. Not yours? Delete it there: whoever held the phone could write, and not read.',
  },
  {
    'letter.write-now': 'Escribir algo ahora',
    'letter.truth':
      'Lo que ponga aquí queda sellado en este teléfono: palabras, su voz, un dibujo, una foto. Aquí nadie puede abrirlo, usted tampoco, hasta que entre. Entonces pasa a su diario.',
    'letter.sealing': 'Todavía sin sellar. Deje esta página abierta.',
    'letter.kept':
      'Sellado en este teléfono tal como está. Cuando deje esta página, podrá abrirlo otra vez después de entrar.',
    'letter.words-only':
      'En este teléfono no cabe lo último que añadió. Está solo en esta página. Lo demás está sellado. Quítelo, o deje la página abierta.',
    'letter.not-kept':
      'Este teléfono no pudo guardarlo. Está solo en esta página: déjela abierta, o escríbalo en papel.',
    'letter.full':
      'Este teléfono ya guarda todas las entradas selladas que puede. Esta está solo en esta página. Entre, y harán sitio.',
    'letter.few-left':
      'En este teléfono {count, plural, one {cabe una entrada más} other {caben # entradas más}}. Entre, y harán sitio.',
    'letter.media-limits':
      'En una entrada caben {most}, y en una grabación {minutes} minutos. En este teléfono caben {left} más hasta que entre.',
    'letter.no-more-media':
      'Este teléfono ya guarda todas las grabaciones e imágenes selladas que puede. Las palabras aún caben. Entre, y harán sitio.',
    'letter.lying':
      '{count, plural, one {Hay una entrada sellada en este teléfono. Cuando entre, pasa} other {Hay # entradas selladas en este teléfono. Cuando entre, pasan}} a su diario.',
    'letter.older-shut': 'Aquí las entradas anteriores siguen cerradas hasta que vuelva a entrar.',
    'letter.opened':
      'Pasó a su diario lo que se escribió en este teléfono mientras estaba cerrado: {count, plural, one {una entrada} other {# entradas}}. ¿No es suyo? Bórrelo ahí: quien tuvo el teléfono pudo escribir, y no leer.',
  },
);

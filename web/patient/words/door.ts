// At the door and at the lock: the ways in, and what is said when one does not open.
import { words } from '#web/patient/both-languages.ts';

export const doorWords = words(
  {
    'enter.title': 'This link did not open',
    'enter.no-link': 'There is no network just now. The link is not used up. Try it again.',
    'enter.again': 'Send me a new link',
    'enter.again-sent':
      'If we know this link, a new one is on its way to your e-mail. It works once, for 15 minutes.',

    'sign-in.title': 'Come in',
    'sign-in.lead':
      'No password to remember. We send a link to your e-mail, or you use this phone’s own lock.',
    'sign-in.email': 'Your e-mail',
    'sign-in.send': 'Send me a link',
    'sign-in.sending': 'Sending',
    'sign-in.needs-email': 'Type your e-mail first',
    'sign-in.not-email': 'Type it again: an e-mail looks like name@place.com',
    'sign-in.sent-title': 'Look in your mail',
    'sign-in.sent':
      'If {email} is known here, a link is on its way. It works once. No mail after a few minutes? Call us.',
    'sign-in.other-email': 'Use another e-mail',
    'sign-in.passkey': 'Use this phone’s lock',
    'sign-in.passkey-none': 'The phone did not open it. Nothing is wrong; the link by e-mail always works.',
    'sign-in.or': 'or',
    'sign-in.not-patient': 'This place is for patients. You are signed in as staff.',
    'sign-in.to-clinic': 'Go to the clinic’s pages',
    'sign-in.out': 'Sign out',

    'lock.title': 'We locked the screen',
    'lock.lead': 'Your words are still here, under this page. Come in again to go on.',
    'lock.opened-elsewhere': 'Opened the link in another tab? Come back here; this page notices by itself.',
  },
  {
    'enter.title': 'Este enlace no se abrió',
    'enter.no-link': 'Ahora no hay red. El enlace no se ha gastado. Inténtelo otra vez.',
    'enter.again': 'Mándenme un enlace nuevo',
    'enter.again-sent':
      'Si conocemos este enlace, uno nuevo va en camino a su correo. Sirve una sola vez, durante 15 minutos.',

    'sign-in.title': 'Entre',
    'sign-in.lead':
      'Sin contraseña que recordar. Le mandamos un enlace a su correo, o usa el bloqueo de este teléfono.',
    'sign-in.email': 'Su correo electrónico',
    'sign-in.send': 'Mándenme un enlace',
    'sign-in.sending': 'Enviando',
    'sign-in.needs-email': 'Escriba primero su correo',
    'sign-in.not-email': 'Escríbalo otra vez: un correo es como nombre@lugar.com',
    'sign-in.sent-title': 'Mire su correo',
    'sign-in.sent':
      'Si aquí conocemos {email}, el enlace va en camino. Sirve una sola vez. ¿No llega en unos minutos? Llámenos.',
    'sign-in.other-email': 'Usar otro correo',
    'sign-in.passkey': 'Usar el bloqueo del teléfono',
    'sign-in.passkey-none': 'El teléfono no lo abrió. No pasa nada; el enlace por correo siempre sirve.',
    'sign-in.or': 'o',
    'sign-in.not-patient': 'Este lugar es para pacientes. Usted entró como personal.',
    'sign-in.to-clinic': 'Ir a las páginas de la clínica',
    'sign-in.out': 'Salir',

    'lock.title': 'Bloqueamos la pantalla',
    'lock.lead': 'Sus palabras siguen aquí, debajo de esta página. Entre otra vez para seguir.',
    'lock.opened-elsewhere': '¿Abrió el enlace en otra pestaña? Vuelva aquí; esta página lo nota sola.',
  },
);

// What is said when nobody could be asked who holds the phone.
import { words } from '#web/patient/both-languages.ts';

export const awayWords = words(
  {
    'away.title': 'No link to the clinic',
    'away.lead': 'This phone has no network, or we are not there just now. We ask again by ourselves.',
    'away.unlock': 'Open with this phone’s lock',
    'away.unlocking': 'Asking the lock',
    'away.unlock-text':
      'Your pages open as they last were. What you write is kept here, locked, and goes when there is a link.',
    'away.unlock-none': 'The phone did not open it. Nothing is lost. Try again, or wait for a link.',
    'away.what': 'What your day holds is kept with the clinic, locked. These work without a link:',
    'away.also': 'These also work while it is shut:',
    'away.tonight': 'What to do tonight',
    'away.breathe': 'Breathe, four in and six out',
    'away.write': 'Write something down',
  },
  {
    'away.title': 'Sin conexión con la clínica',
    'away.lead':
      'Este teléfono no tiene red, o ahora no estamos. Preguntamos otra vez sin que usted haga nada.',
    'away.unlock': 'Abrir con el bloqueo del teléfono',
    'away.unlocking': 'Preguntando al bloqueo',
    'away.unlock-text':
      'Sus páginas se abren como estaban. Lo que escriba se guarda aquí, bajo llave, y sale cuando haya conexión.',
    'away.unlock-none':
      'El teléfono no lo abrió. No se pierde nada. Inténtelo otra vez, o espere a tener conexión.',
    'away.what': 'Lo de su día está guardado con la clínica, bajo llave. Esto funciona sin conexión:',
    'away.also': 'Esto también funciona sin abrirlo:',
    'away.tonight': 'Qué hacer esta noche',
    'away.breathe': 'Respirar, cuatro al entrar y seis al salir',
    'away.write': 'Escribir algo',
  },
);

// What to bring, and papers photographed at home.
import { words } from '#web/patient/both-languages.ts';

export const bringWords = words(
  {
    'bring.title': 'What to bring',
    'bring.lead': 'For the first talk. Come without, too: each of these only saves a question.',
    'bring.have-it': 'I have it',
    'bring.do-not-have': 'There is none',
    'bring.photo': 'Add a photo or a PDF',
    'bring.photo-of': 'Add a photo or a PDF: {name}',
    'bring.adding': 'Adding it',
    'bring.kept': 'Kept, {when}',
    'bring.read': '{name} read it {when}',
    'bring.not-read': 'No one has read it yet',
    'bring.remove': 'Take it away',
    'bring.removing': 'Taking it away',
    'bring.too-large': 'This file is too large. Photograph one page at a time.',
    'bring.not-picture': 'This picture cannot be read here. Choose another, or a PDF.',
    'bring.still': 'Nothing was sent.',
    'bring.who-sees':
      'The nurse, the prescriber and the therapist see it. It lies locked with a key of your own. A person reads it; no machine does.',
    'bring.record': 'A file from another clinic’s system goes here:',
    'bring.record-go': 'Bring a record from elsewhere',
  },
  {
    'bring.title': 'Qué traer',
    'bring.lead': 'Para la primera charla. Venga también sin nada: cada cosa solo ahorra una pregunta.',
    'bring.have-it': 'Lo tengo',
    'bring.do-not-have': 'No hay',
    'bring.photo': 'Añadir una foto o un PDF',
    'bring.photo-of': 'Añadir una foto o un PDF: {name}',
    'bring.adding': 'Añadiendo',
    'bring.kept': 'Guardado, {when}',
    'bring.read': '{name} lo leyó {when}',
    'bring.not-read': 'Nadie lo ha leído todavía',
    'bring.remove': 'Quitarlo',
    'bring.removing': 'Quitando',
    'bring.too-large': 'Este archivo es demasiado grande. Fotografíe una página cada vez.',
    'bring.not-picture': 'Esta imagen no se puede leer aquí. Elija otra, o un PDF.',
    'bring.still': 'No se envió nada.',
    'bring.who-sees':
      'Lo ven la enfermera, quien receta y la terapeuta. Está guardado con una llave suya. Lo lee una persona; ninguna máquina.',
    'bring.record': 'Un archivo del sistema de otra clínica va aquí:',
    'bring.record-go': 'Traer un historial de otro lugar',
  },
);

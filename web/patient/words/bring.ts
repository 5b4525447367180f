// What to bring, and papers photographed at home.
import { words } from '#web/patient/both-languages.ts';

export const bringWords = words(
  {
    'papers.title': 'What to bring',
    'papers.lead': 'For the first talk. Come without, too: each of these only saves a question.',
    'papers.have-it': 'I have it',
    'papers.do-not-have': 'There is none',
    'papers.photo': 'Add a photo or a PDF',
    'papers.photo-of': 'Add a photo or a PDF: {name}',
    'papers.adding': 'Adding it',
    'papers.kept': 'Kept, {when}',
    'papers.read': '{name} read it {when}',
    'papers.not-read': 'No one has read it yet',
    'papers.remove': 'Take it away',
    'papers.removing': 'Taking it away',
    'papers.too-large': 'This file is too large. Photograph one page at a time.',
    'papers.not-picture': 'This picture cannot be read here. Choose another, or a PDF.',
    'papers.still': 'Nothing was sent.',
    'papers.who-sees':
      'The nurse, the prescriber and the therapist see it. It lies locked with a key of your own. A person reads it; no machine does.',
    'papers.record': 'A file from another clinic’s system goes here:',
    'papers.record-go': 'Bring a record from elsewhere',
  },
  {
    'papers.title': 'Qué traer',
    'papers.lead': 'Para la primera charla. Venga también sin nada: cada cosa solo ahorra una pregunta.',
    'papers.have-it': 'Lo tengo',
    'papers.do-not-have': 'No hay',
    'papers.photo': 'Añadir una foto o un PDF',
    'papers.photo-of': 'Añadir una foto o un PDF: {name}',
    'papers.adding': 'Añadiendo',
    'papers.kept': 'Guardado, {when}',
    'papers.read': '{name} lo leyó {when}',
    'papers.not-read': 'Nadie lo ha leído todavía',
    'papers.remove': 'Quitarlo',
    'papers.removing': 'Quitando',
    'papers.too-large': 'Este archivo es demasiado grande. Fotografíe una página cada vez.',
    'papers.not-picture': 'Esta imagen no se puede leer aquí. Elija otra, o un PDF.',
    'papers.still': 'No se envió nada.',
    'papers.who-sees':
      'Lo ven la enfermera, quien receta y la terapeuta. Está guardado con una llave suya. Lo lee una persona; ninguna máquina.',
    'papers.record': 'Un archivo del sistema de otra clínica va aquí:',
    'papers.record-go': 'Traer un historial de otro lugar',
  },
);

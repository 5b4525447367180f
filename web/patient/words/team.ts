// Who looks after me, in their own words, and whom I wish beside me.
import { words } from '#web/patient/both-languages.ts';

export const teamWords = words(
  {
    'team.title': 'Who looks after me',
    'team.lead': 'What each of them says of themselves. Ask them anything more.',
    'team.none': 'No one is named yet. That comes with your first appointment.',
    'team.role.prescriber': 'Prescriber',
    'team.role.nurse': 'Nurse',
    'team.role.therapist': 'Therapist',
    'team.trained': 'Trained as',
    'team.licensed': 'Licensed in',
    'team.speaks': 'Speaks',
    'team.silent': 'Has not written anything here yet.',
    'team.visits':
      '{count, plural, =0 {You have not met yet} one {One visit with you} other {# visits with you}}',
    'team.wish': 'Whom I wish for',
    'team.wish-text':
      'We try, and cannot always. You are told beforehand who comes. You can say no to anyone, without a reason.',
    'team.gender': 'In the room with me',
    'team.no-wish': 'Anyone',
    'team.woman': 'A woman',
    'team.man': 'A man',
    'team.same': 'The same person again',
    'team.same-any': 'No one in particular',
    'team.note': 'Anything else about it',
    'team.save': 'Keep my wish',
    'team.closed': 'Choose one first',
  },
  {
    'team.title': 'Quién me cuida',
    'team.lead': 'Lo que cada quien dice de sí. Pregúnteles lo que quiera.',
    'team.none': 'Todavía no hay nadie nombrado. Llega con su primera cita.',
    'team.role.prescriber': 'Quien receta',
    'team.role.nurse': 'Enfermera o enfermero',
    'team.role.therapist': 'Terapeuta',
    'team.trained': 'Formación',
    'team.licensed': 'Con licencia en',
    'team.speaks': 'Habla',
    'team.silent': 'Todavía no escribió nada aquí.',
    'team.visits':
      '{count, plural, =0 {Todavía no se han visto} one {Una visita con usted} other {# visitas con usted}}',
    'team.wish': 'A quién quiero a mi lado',
    'team.wish-text':
      'Lo intentamos, y no siempre se puede. Antes sabe quién viene. Puede decir no a cualquiera, sin dar razones.',
    'team.gender': 'En la sala conmigo',
    'team.no-wish': 'Cualquiera',
    'team.woman': 'Una mujer',
    'team.man': 'Un hombre',
    'team.same': 'La misma persona otra vez',
    'team.same-any': 'Nadie en particular',
    'team.note': 'Algo más sobre esto',
    'team.save': 'Guardar mi deseo',
    'team.closed': 'Elija antes una opción',
  },
);

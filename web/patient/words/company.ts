// Whether someone may be in the room, and what stays there.
import { words } from '#web/patient/both-languages.ts';

export const companyWords = words(
  {
    'company.title': 'Someone with you in the room',
    'company.no-policy': 'The clinic has not said how it does this. So for now no one comes in. Ask us.',
    'company.wish': 'May the person who takes you home be in the room?',
    'company.nobody': 'No one but the team',
    'company.nobody-text': 'They wait outside, or come to the door.',
    'company.before-and-after': 'Before and after',
    'company.before-and-after-text': 'While you settle in, and when you rest. Not while it works.',
    'company.throughout': 'The whole time',
    'company.throughout-text': 'They sit where you want them. The team still watches you.',
    'company.confidential':
      'Who is in the room may hear about your health and see you as you seldom are. We ask them to keep it to themselves. We can ask; we cannot make sure.',
    'company.may-hear': 'It is all right that they hear about my health',
    'company.choose': 'Choose one first',
    'company.say-hear': 'Say first if they may hear about your health',
    'company.save': 'Keep this',
    'company.word-open': 'On their link they are asked to keep it to themselves. They have not said it yet.',
    'company.word-given': '{name} gave their word to keep it to themselves, {when}.',
    'company.less':
      'You can send anyone out at any time: say so, or point at the door. While it works it can only get less, never more.',
  },
  {
    'company.title': 'Alguien con usted en la sala',
    'company.no-policy': 'La clínica no ha dicho cómo lo hace. Por ahora no entra nadie. Pregúntenos.',
    'company.wish': '¿Puede estar en la sala la persona que le lleva a casa?',
    'company.nobody': 'Nadie más que el equipo',
    'company.nobody-text': 'Espera fuera, o viene a la puerta.',
    'company.before-and-after': 'Antes y después',
    'company.before-and-after-text': 'Mientras se acomoda y cuando descansa. No mientras actúa.',
    'company.throughout': 'Todo el tiempo',
    'company.throughout-text': 'Se sienta donde usted quiera. El equipo sigue cuidándole.',
    'company.confidential':
      'Quien está en la sala puede oír de su salud y verle como pocas veces. Le pedimos que se lo guarde. Podemos pedirlo; no podemos asegurarlo.',
    'company.may-hear': 'Está bien que oiga de mi salud',
    'company.choose': 'Elija antes una',
    'company.say-hear': 'Diga antes si puede oír de su salud',
    'company.save': 'Guardar esto',
    'company.word-open': 'En su enlace se le pide que se lo guarde. Todavía no lo ha dicho.',
    'company.word-given': '{name} dio su palabra de guardárselo, {when}.',
    'company.less':
      'Puede hacer salir a cualquiera en cualquier momento: dígalo o señale la puerta. Mientras actúa solo puede ser menos, nunca más.',
  },
);

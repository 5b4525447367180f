// What a prescriber may say to the person as it stands, in their language. It is offered, and theirs to change before they sign.
import type { SeriesChoice, SeriesDecisionTold } from '#api/series-decisions.ts';

export const wordsToPerson: Readonly<
  Record<SeriesDecisionTold['patientLanguage'], Readonly<Record<SeriesChoice, string>>>
> = {
  en: {
    continue: 'Your plan goes on as it is. If that does not feel right to you, tell us.',
    'space-out':
      'The time between your sessions gets longer. If the days get heavier before the next one, tell us.',
    change:
      'Something in your plan changes: the dose, or how it is given. We go through it with you before your next session.',
    pause: 'Your plan rests for now. Tell us how you are whenever you want to.',
    stop: 'This series ends here. That says nothing about you. We look with you at what comes next.',
  },
  es: {
    continue: 'Su plan sigue como está. Si no le parece bien, díganoslo.',
    'space-out':
      'El tiempo entre sus sesiones se alarga. Si los días pesan más antes de la próxima, díganoslo.',
    change:
      'Algo de su plan cambia: la dosis, o la forma de darla. Lo vemos con usted antes de su próxima sesión.',
    pause: 'Su plan descansa por ahora. Cuéntenos cómo está cuando quiera.',
    stop: 'Esta serie termina aquí. Eso no dice nada de usted. Vemos con usted lo que sigue.',
  },
};

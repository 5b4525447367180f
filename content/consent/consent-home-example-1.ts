// Example consent for a ketamine lozenge at home. No clinician and no lawyer has approved it.

import type { ConsentEdition } from './edition.ts';
import {
  ifYouNeedUs,
  offLabel,
  otherWays,
  tellUsFirst,
  thisIsAnExample,
  whatCanGoWrong,
  whatYourNameMeans,
} from './shared-sections.ts';
import {
  diganosAntes,
  estoEsUnEjemplo,
  fueraDeFicha,
  loQueDiceSuNombre,
  loQuePuedeSalirMal,
  otrosCaminos,
  siNosNecesita,
} from './shared-sections-es.ts';

export const consentHomeExample1: ConsentEdition = {
  id: 'consent-home-example-1',
  title: 'Your yes to a ketamine lozenge at home (example text, not approved)',
  approved: false,
  sections: [
    thisIsAnExample,
    {
      heading: 'What it is',
      text: 'Ketamine is a drug that puts people to sleep for surgery. You take a small dose at home. It melts in your mouth. You hold it there for a while, then spit it out or swallow it, as we tell you. You may feel far from your body, see odd things, or lose track of time. It wears off.',
    },
    {
      heading: 'At home there is no nurse',
      text: 'The FDA has warned that taking it at home with no one to watch can be unsafe. The breath of one person slowed far too much. So an adult you trust must be in the room the whole time. They look at you when the phone asks them to. They can call us, and they can call for help. If they have to leave, you do not take it.',
    },
    {
      heading: 'Before each dose',
      text: 'You take your blood pressure and tell us. If it is too high, there is no dose that day. You tell us the address where you are. You take no alcohol, no weed and no other drugs. No child or sick person may depend on you until the next day.',
    },
    offLabel,
    otherWays,
    whatCanGoWrong,
    tellUsFirst,
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. You can spit it out. What you took in by then still acts. Take no second dose. You do not need a reason. It will not change how we treat you.',
    },
    {
      heading: 'Driving and the rest of the day',
      text: 'Do not drive until tomorrow, after a full night of sleep. The same goes for machines, ladders and big decisions. Do not bathe, cook or go out until it has worn off.',
    },
    {
      heading: 'Keep it safe',
      text: 'Lock the lozenges away. Keep them from children and pets. Write down how many are left. Tell us if one is lost. Never give one to someone else.',
    },
    {
      heading: 'Who sees what',
      text: 'Your care team sees your health record. The front desk sees your name, your times and how far along you are. The one who watches you sees when to look and what to do, and no health facts. What you write for yourself is yours. No one reads it unless you show it to them, and you can take it back. You can see who looked at your record.',
    },
    ifYouNeedUs,
    whatYourNameMeans,
  ],
  es: {
    title: 'Su sí a una pastilla de ketamina en casa (texto de ejemplo, no aprobado)',
    sections: [
      estoEsUnEjemplo,
      {
        heading: 'Qué es',
        text: 'La ketamina es una droga que hace dormir a las personas para operarlas. Usted toma una dosis pequeña en casa. Se deshace en la boca. La mantiene ahí un rato y luego la escupe o la traga, como le digamos. Puede sentirse lejos de su cuerpo, ver cosas raras o perder la noción del tiempo. Se pasa.',
      },
      {
        heading: 'En casa no hay enfermera',
        text: 'La FDA ha avisado de que tomarla en casa sin que nadie mire puede no ser seguro. A una persona se le hizo demasiado lenta la respiración. Por eso una persona adulta de confianza tiene que estar en el cuarto todo el tiempo. Le mira cuando el teléfono lo pide. Puede llamarnos y puede pedir ayuda. Si tiene que irse, usted no la toma.',
      },
      {
        heading: 'Antes de cada dosis',
        text: 'Se toma la presión y nos la dice. Si está muy alta, ese día no hay dosis. Nos dice la dirección donde está. No toma alcohol, ni marihuana, ni otras drogas. Ningún niño ni persona enferma puede depender de usted hasta el día siguiente.',
      },
      fueraDeFicha,
      otrosCaminos,
      loQuePuedeSalirMal,
      diganosAntes,
      {
        heading: 'Puede decir que no o parar en cualquier momento',
        text: 'Puede decir que no ahora. Puede decir que sí y cambiar de idea después. Puede escupirla. Lo que ya tomó sigue actuando. No tome una segunda dosis. No hace falta un motivo. No cambiará cómo le tratamos.',
      },
      {
        heading: 'Manejar y el resto del día',
        text: 'No maneje hasta mañana, después de dormir toda la noche. Lo mismo vale para máquinas, escaleras y decisiones grandes. No se bañe, no cocine ni salga hasta que se haya pasado.',
      },
      {
        heading: 'Guárdela bien',
        text: 'Guarde las pastillas bajo llave. Lejos de niños y animales. Anote cuántas quedan. Díganos si se pierde una. Nunca le dé una a otra persona.',
      },
      {
        heading: 'Quién ve qué',
        text: 'Su equipo ve su historia de salud. Recepción ve su nombre, sus horas y cómo va el día. Quien le cuida ve cuándo mirar y qué hacer, y nada de su salud. Lo que escribe para usted es suyo. Nadie lo lee si usted no lo muestra, y puede recuperarlo. Puede ver quién miró su historia.',
      },
      siNosNecesita,
      loQueDiceSuNombre,
    ],
  },
};

// Example consent for esketamine nasal spray in a clinic. No clinician and no lawyer has approved it.

import type { ConsentEdition } from './edition.ts';
import {
  drivingAndTheRestOfTheDay,
  ifYouNeedUs,
  otherWays,
  tellUsFirst,
  thisIsAnExample,
  whatCanGoWrong,
  whatYourNameMeans,
  whoSeesWhat,
} from './shared-sections.ts';
import {
  diganosAntes,
  estoEsUnEjemplo,
  loQueDiceSuNombre,
  loQuePuedeSalirMal,
  manejarYElRestoDelDia,
  otrosCaminos,
  quienVeQue,
  siNosNecesita,
} from './shared-sections-es.ts';

export const consentNasalExample1: ConsentEdition = {
  id: 'consent-nasal-example-1',
  title: 'Your yes to the nose spray (example text, not approved)',
  approved: false,
  sections: [
    thisIsAnExample,
    {
      heading: 'What it is',
      text: 'The spray is a drug made from ketamine. You spray it in your nose here, while a nurse looks on. You wait a few minutes before the next one. You may feel far from your body, see odd things, feel sleepy, or lose track of time. It wears off.',
    },
    {
      heading: 'It is approved, with rules',
      text: 'The FDA has approved the spray for low mood that other drugs did not help. It comes with rules to keep you safe. You must be signed up with the safety plan of the maker before the first dose. We send a form to it after each dose. You never take the spray home. It helps some people and not others.',
    },
    otherWays,
    whatCanGoWrong,
    tellUsFirst,
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. You can stop before the next spray. What you took in by then still acts, and we stay with you until it eases. You do not need a reason. It will not change how we treat you.',
    },
    {
      heading: 'You stay here a while',
      text: 'You stay for at least two hours, and longer if you still feel it. A nurse looks at you and takes your blood pressure. You go when a clinician says so, not when a clock does.',
    },
    drivingAndTheRestOfTheDay,
    whoSeesWhat,
    ifYouNeedUs,
    whatYourNameMeans,
  ],
  es: {
    title: 'Su sí al espray nasal (texto de ejemplo, no aprobado)',
    sections: [
      estoEsUnEjemplo,
      {
        heading: 'Qué es',
        text: 'El espray es una droga hecha de la ketamina. Usted se lo pone aquí en la nariz mientras una enfermera mira. Espera unos minutos antes del siguiente. Puede sentirse lejos de su cuerpo, ver cosas raras, tener sueño o perder la noción del tiempo. Se pasa.',
      },
      {
        heading: 'Está aprobado, con reglas',
        text: 'La FDA ha aprobado el espray para el ánimo bajo que otras medicinas no ayudaron. Viene con reglas para su seguridad. Antes de la primera dosis hay que inscribirle en el plan de seguridad del fabricante. Después de cada dosis le enviamos un formulario. Usted nunca se lleva el espray a casa. A unas personas les ayuda y a otras no.',
      },
      otrosCaminos,
      loQuePuedeSalirMal,
      diganosAntes,
      {
        heading: 'Puede decir que no o parar en cualquier momento',
        text: 'Puede decir que no ahora. Puede decir que sí y cambiar de idea después. Puede parar antes del siguiente espray. Lo que ya tomó sigue actuando, y nos quedamos a su lado hasta que ceda. No hace falta un motivo. No cambiará cómo le tratamos.',
      },
      {
        heading: 'Se queda aquí un rato',
        text: 'Se queda dos horas por lo menos, y más si todavía lo siente. Una enfermera le mira y le toma la presión. Se va cuando lo dice un profesional, no cuando lo dice un reloj.',
      },
      manejarYElRestoDelDia,
      quienVeQue,
      siNosNecesita,
      loQueDiceSuNombre,
    ],
  },
};

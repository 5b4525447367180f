// Example consent for a ketamine infusion in a clinic. No clinician and no lawyer has approved it; every surface says so.

import type { ConsentEdition } from './edition.ts';
import {
  drivingAndTheRestOfTheDay,
  ifYouNeedUs,
  offLabel,
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
  fueraDeFicha,
  loQueDiceSuNombre,
  loQuePuedeSalirMal,
  manejarYElRestoDelDia,
  otrosCaminos,
  quienVeQue,
  siNosNecesita,
} from './shared-sections-es.ts';

export const consentIvExample1: ConsentEdition = {
  id: 'consent-iv-example-1',
  title: 'Your yes to a ketamine drip (example text, not approved)',
  approved: false,
  sections: [
    thisIsAnExample,
    {
      heading: 'What it is',
      text: 'Ketamine is a drug that puts people to sleep for surgery. Here you get a small dose through a thin tube in your arm. You stay awake or drift. A trained person watches you the whole time. You may feel far from your body, see odd things, or lose track of time. It wears off.',
    },
    offLabel,
    otherWays,
    whatCanGoWrong,
    tellUsFirst,
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. You can stop while the drip runs: say stop, raise a hand, or press the button. We stop the drip. You do not need a reason. It will not change how we treat you.',
    },
    drivingAndTheRestOfTheDay,
    whoSeesWhat,
    ifYouNeedUs,
    whatYourNameMeans,
  ],
  es: {
    title: 'Su sí a un suero de ketamina (texto de ejemplo, no aprobado)',
    sections: [
      estoEsUnEjemplo,
      {
        heading: 'Qué es',
        text: 'La ketamina es una droga que hace dormir a las personas para operarlas. Aquí recibe una dosis pequeña por un tubo fino en el brazo. Sigue despierta o se deja llevar. Una persona preparada le cuida todo el tiempo. Puede sentirse lejos de su cuerpo, ver cosas raras o perder la noción del tiempo. Se pasa.',
      },
      fueraDeFicha,
      otrosCaminos,
      loQuePuedeSalirMal,
      diganosAntes,
      {
        heading: 'Puede decir que no o parar en cualquier momento',
        text: 'Puede decir que no ahora. Puede decir que sí y cambiar de idea después. Puede parar mientras corre el suero: diga pare, levante una mano o pulse el botón. Paramos el suero. No hace falta un motivo. No cambiará cómo le tratamos.',
      },
      manejarYElRestoDelDia,
      quienVeQue,
      siNosNecesita,
      loQueDiceSuNombre,
    ],
  },
};

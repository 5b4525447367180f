// Qué puede salir mal, de dónde sale cada línea, y qué hacemos.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';
import { riskTable } from '#content/risk-table.ts';

export const risks: Page = {
  path: '/es/risks',
  title: 'Qué puede salir mal',
  lead: 'La lista clara, con el origen de cada línea. Aquí también está lo que no sabemos.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    { id: 'counted', heading: 'Cuánto ocurre y cuánto dura', blocks: [riskTable('es')] },
    {
      id: 'same-day',
      heading: 'Ese día',
      blocks: [
        {
          kind: 'claims',
          ids: [
            'blood-pressure',
            'blood-pressure-severe',
            'blood-pressure-milder',
            'sick-and-dizzy',
            'breathing',
            'home-case',
            'spray-sleepy',
            'spray-detached',
            'hard-waking',
          ],
        },
      ],
    },
    {
      id: 'after',
      heading: 'En los días siguientes',
      blocks: [{ kind: 'claims', ids: ['driving', 'days-after', 'young-people', 'some-nothing'] }],
    },
    {
      id: 'long',
      heading: 'Con los meses',
      blocks: [
        { kind: 'claims', ids: ['bladder', 'liver', 'misuse'] },
        {
          kind: 'text',
          text: 'Díganos si orina más seguido, si arde o si ve sangre. Preguntamos cada vez. También contamos sus dosis, para que nadie pierda la cuenta.',
        },
      ],
    },
    {
      id: 'who',
      heading: 'Quién no debe recibirla, o todavía no',
      blocks: [
        { kind: 'claims', ids: ['not-for', 'need-a-doctor-first', 'benzodiazepines'] },
        {
          kind: 'text',
          text: 'Los pensamientos de suicidio no cierran la puerta. Cambian dónde y qué tan rápido recibe atención. {{not-shown-to-prevent}}',
        },
      ],
    },
    {
      id: 'what-we-do',
      heading: 'Qué hacemos nosotros',
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              title: 'Antes',
              text: 'Preguntamos por su corazón, hígado, vejiga, sueño, drogas, alcohol y pasado. Le medimos la presión. Lo que no sabemos detiene la dosis hasta que una persona decide.',
            },
            {
              title: 'Durante',
              text: 'Una persona preparada está con usted o a la vista, y su nombre está en su expediente. Usted tiene un botón para llamar, y lo probamos con usted.',
            },
            {
              title: 'Si sale mal',
              text: 'La dosis se detiene si se puede. En el edificio hay oxígeno y alguien que sabe usarlo. Si no basta, llamamos a una ambulancia.',
            },
            {
              title: 'Después',
              text: 'Se va con medidas recientes, no con el reloj, y con una persona. Recibe un número que contesta de noche.',
            },
          ],
        },
      ],
    },
    {
      id: 'unknown',
      heading: 'Lo que nadie sabe todavía',
      blocks: [
        {
          kind: 'list',
          items: [
            'Cómo le va a la gente después de años. {{some-nothing}}',
            'A quién ayudará y a quién no.',
            'Cuánto es demasiado seguido para la vejiga y la memoria.',
            'Cómo se mezcla con muchas medicinas comunes. Tráiganos la lista completa.',
          ],
        },
      ],
    },
  ],
};

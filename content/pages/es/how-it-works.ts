// Cómo puede actuar la ketamina, en tres profundidades que abre quien lee. Lo que no se sabe se dice en cada una.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const howItWorks: Page = {
  path: '/es/how-it-works',
  title: 'Cómo actúa, hasta donde se sabe',
  lead: 'Una línea, después más, después lo máximo. Pare donde quiera.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'mood',
      heading: 'Qué hace en el cerebro',
      blocks: [
        {
          kind: 'text',
          text: '**En una línea.** La ketamina cambia por un rato cómo hablan las células nerviosas, y a algunas personas después les sube el ánimo. {{some-nothing}}',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'Un poco más',
              texts: [
                'Las células nerviosas se pasan señales con sustancias pequeñas. Una de las principales se llama glutamato. La ketamina tapa uno de los lugares donde se acopla. {{nmda}} Durante una hora o así, las señales corren de otra manera.',
                'Cuando la droga se ha ido, algunas células parecen unirse mejor que antes. {{new-links}} Puede ser la razón por la que un cambio dura más que la droga.',
              ],
            },
            {
              summary: 'Lo máximo que podemos decir',
              texts: [
                'El lugar donde se acopla es el receptor NMDA. Taparlo en unas células puede dejar que otras envíen más. Eso puede despertar otros lugares de acople y empezar un crecimiento dentro de la célula.',
                'Hay otras ideas. El cuerpo convierte la ketamina en otras sustancias, y esas también pueden actuar. Hay dos formas en espejo, y quizá no hacen lo mismo. {{not-settled}}',
                'Puede leer que la ketamina actúa por la serotonina o la dopamina. Toca las dos un poco. No conocemos pruebas de que eso sea lo que sube el ánimo. {{not-settled}}',
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'route',
      heading: 'Por qué importa la forma de tomarla',
      blocks: [
        {
          kind: 'text',
          text: '**En una línea.** La misma cantidad de otra forma es otra dosis.',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'Un poco más',
              texts: [
                'El suero va directo a la sangre. Bajo la lengua, la mayor parte se pierde en el camino. {{lozenge-absorbed}} El espray queda en medio. {{spray-absorbed}}',
                'El suero se puede hacer más lento. Una inyección no. Vea las [cuatro formas lado a lado](/es/routes).',
              ],
            },
            {
              summary: 'Lo máximo que podemos decir',
              texts: [
                'Nuestras curvas salen de un modelo de dos partes: la sangre y el resto del cuerpo. {{shape}} Las personas reales son muy distintas. El hígado, la edad, otras medicinas y la toronja pueden cambiarlo cuando se traga.',
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'window',
      heading: 'Por qué hablamos con usted en los días siguientes',
      blocks: [
        {
          kind: 'text',
          text: '**En una línea.** Los primeros días pueden ser un buen momento para probar una cosa nueva y pequeña.',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'Un poco más',
              texts: [
                'Muchas clínicas fijan una conversación de uno a tres días después. La idea es que el cerebro puede estar más dispuesto a cambiar entonces. Esto viene de animales. {{new-links}} En personas es una idea, no un hecho.',
              ],
            },
          ],
        },
      ],
    },
  ],
};

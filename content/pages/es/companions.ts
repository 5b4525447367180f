// Para quien maneja, se sienta cerca o cuida en casa. Corto, porque se lee en un estacionamiento.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const companions: Page = {
  path: '/es/companions',
  title: 'Si usted es quien acompaña',
  lead: 'No necesita saber de ketamina. Necesita estar, estar en calma y saber a quién llamar.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'driver',
      heading: 'Si usted maneja',
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              title: 'Diga que sí con el enlace',
              text: 'Recibe un mensaje con un enlace. Sin cuenta. Con un toque dice que va a estar.',
            },
            {
              title: 'Traiga su identificación y su teléfono',
              text: 'En la puerta le pedimos una palabra. Así sabemos que entregamos a su persona a usted.',
            },
            {
              title: 'Llegue temprano y sin prisa',
              text: 'Nadie puede decir el minuto. Cuente con todo el tiempo de la tarjeta y media hora más.',
            },
            {
              title: 'A casa, de puerta a puerta',
              text: 'Despacio y en silencio. Sin tiendas. Puede tener náuseas: lleve una bolsa.',
            },
          ],
        },
        {
          kind: 'text',
          text: 'No debe manejar hasta el día siguiente, después de dormir toda la noche. {{driving}}',
        },
      ],
    },
    {
      id: 'evening',
      heading: 'Esa noche',
      blocks: [
        {
          kind: 'list',
          items: [
            'Quédese en la casa, o que se quede alguien que pueda.',
            'Agua, comida ligera, acostarse temprano.',
            'Sin alcohol, sin otras drogas, sin cocinar, sin baños a solas.',
            'Sin conversaciones grandes ni decisiones grandes. Sin firmar nada.',
            'Usted se encarga de los niños y del perro.',
          ],
        },
      ],
    },
    {
      id: 'say',
      heading: 'Qué decir',
      blocks: [
        {
          kind: 'pairs',
          items: [
            {
              term: 'Ayuda',
              text: '«Estoy aquí.» «No tiene que explicar nada.» «¿Nos quedamos en silencio?»',
            },
            { term: 'No ayuda', text: '«¿Y, funcionó?» «¿Qué vio?» «Se le ve mejor.»' },
          ],
        },
        {
          kind: 'text',
          text: 'Si llora, déjele llorar. Si quiere contarle, escuche. No tiene que encontrarle sentido.',
        },
      ],
    },
    {
      id: 'home-watch',
      heading: 'Si cuida en casa',
      blocks: [
        {
          kind: 'text',
          text: 'Usted se queda en la sala todo el tiempo, sin haber bebido, con un teléfono que funcione. Su enlace le dice cuándo mirar y qué tocar.',
        },
        {
          kind: 'list',
          items: [
            'Antes: se anota la presión. Si pasa del límite, no se empieza.',
            'Cada vez que lo pida: mire si el pecho se mueve, diga su nombre, toque lo que ve.',
            'Si tiene náuseas o mucho sueño, que se acueste de lado.',
            'No se levanta ni camina a solas.',
          ],
        },
      ],
    },
    {
      id: 'call',
      heading: 'Pedir ayuda',
      blocks: [
        {
          kind: 'note',
          heading: 'Llame ya a una ambulancia',
          text: 'No despierta al moverle. Respira despacio, de forma rara o no respira. Dolor de pecho. Una convulsión. Un dolor de cabeza repentino y muy fuerte. Después, llámenos.',
        },
        {
          kind: 'note',
          heading: 'Llámenos',
          text: 'Tiene mucho miedo y no baja. Sigue vomitando. Dice cosas que le preocupan. Usted no está seguro. No hace falta estar seguro para llamar.',
        },
      ],
    },
  ],
};

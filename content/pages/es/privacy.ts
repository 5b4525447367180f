// Qué guarda este sitio de quien lo lee. Debe seguir siendo cierto del programa: cuando eso cambia, esto cambia antes.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const privacy: Page = {
  path: '/es/privacy',
  title: 'Qué guardamos',
  lead: 'Puede leer todo este sitio sin dejar más rastro que una línea en el registro de un servidor.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'reading',
      heading: 'Cuando lee',
      blocks: [
        {
          kind: 'list',
          items: [
            'Sin cuenta. Sin cookies. Sin contar personas.',
            'Sin programas en la página. Funciona con los programas apagados.',
            'Las letras, los dibujos y el estilo vienen solo de esta clínica. A ninguna otra empresa se le dice que usted estuvo aquí.',
            'Su dirección de internet puede estar un tiempo corto en un registro, para que el sitio funcione.',
          ],
        },
      ],
    },
    {
      id: 'asking',
      heading: 'Cuando nos pregunta algo',
      blocks: [
        {
          kind: 'list',
          items: [
            'Guardamos lo que escribió, el día y cómo responderle. Junto a cada casilla dice quién lo ve.',
            'No le buscamos. No lo vendemos, no lo compartimos, no lo usamos para mostrarle anuncios.',
            'Si se hace paciente, pasa a su expediente, para que no lo diga dos veces.',
            'Si no, lo borramos. La [página de preguntas](/es/ask) dice después de cuántos días.',
            'Puede pedirnos que lo borremos antes. Basta con decirlo.',
          ],
        },
      ],
    },
    {
      id: 'patient',
      heading: 'Si se hace paciente',
      blocks: [
        {
          kind: 'text',
          text: 'Entonces vale la ley sobre expedientes de salud. Puede leer el suyo y ver quién lo abrió. Su diario es suyo: aquí nadie lee una línea hasta que usted comparta esa línea.',
        },
      ],
    },
    {
      id: 'limits',
      heading: 'Lo que no podemos prometer',
      blocks: [
        {
          kind: 'text',
          text: 'Su teléfono guarda una lista de las páginas que abrió. Quien tenga su teléfono puede verla. El correo y los mensajes se pueden leer en el camino. Si eso es un riesgo para usted, llámenos.',
        },
      ],
    },
  ],
};

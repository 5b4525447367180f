// Por qué viene la gente, cuánto se ha probado cada uso y si está aprobado. El agotamiento lleva a una conversación.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const conditions: Page = {
  path: '/es/conditions',
  title: 'Por qué viene la gente',
  lead: 'Cuánto se ha probado cada uso y si está aprobado en EE. UU. Esta página no puede decirle qué tiene usted.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'table',
      heading: 'De un vistazo',
      blocks: [
        {
          kind: 'table',
          caption: 'Usos, cuánto se probaron y si están aprobados',
          head: ['Para qué', 'Cuánto se ha probado', 'Aprobado en EE. UU.'],
          rows: [
            [
              'Depresión que no mejoró con otros tratamientos',
              'Lo más probado de todo {{evidence-order}}',
              'Espray: sí. {{spray-approved}} Las otras formas: no {{off-label}}',
            ],
            [
              'Depresión con pensamientos urgentes de suicidio',
              'Probado para el ánimo, no se ha mostrado que salve vidas {{not-shown-to-prevent}}',
              'Espray: sí, junto con una pastilla. Las otras formas: no',
            ],
            ['Estrés postraumático', 'Resultados mixtos {{trauma-small}} {{trauma-veterans}}', 'No'],
            ['Ansiedad', 'Pocos estudios pequeños {{anxiety}}', 'No'],
            ['TOC', 'Estudios pequeños {{ocd-addiction}}', 'No'],
            ['Adicción', 'Estudios pequeños {{ocd-addiction}}', 'No'],
            ['Dolor de larga duración', 'Resultados mixtos {{pain}}', 'No'],
            ['Agotamiento', 'Que sepamos, no se ha probado', 'No'],
          ],
        },
      ],
    },
    {
      id: 'depression',
      heading: 'Depresión',
      blocks: [
        {
          kind: 'text',
          text: 'La mayoría de quienes vienen probaron antes dos o más medicinas. Preguntamos cuáles, cuánto y por cuánto tiempo. Nos ayuda, y su seguro también lo pide.',
        },
        {
          kind: 'text',
          text: 'Si ha tenido épocas muy altas y aceleradas además de las bajas, dígalo. Puede ser bipolar, y cambia el plan. {{need-a-doctor-first}}',
        },
      ],
    },
    {
      id: 'ptsd',
      heading: 'Estrés postraumático',
      blocks: [
        {
          kind: 'text',
          text: 'Un estudio pequeño encontró una ayuda clara. Otro más grande, con veteranos, no. Decimos los dos, porque los dos son ciertos. Usted decide quién puede tocarle, y cómo, antes de cualquier dosis.',
        },
      ],
    },
    {
      id: 'anxiety',
      heading: 'Ansiedad y TOC',
      blocks: [
        {
          kind: 'text',
          text: 'Hay estudios pequeños. Antes le preguntaríamos qué terapia y qué medicinas ha probado. El miedo también puede subir un rato durante la sesión. {{sick-and-dizzy}}',
        },
      ],
    },
    {
      id: 'addiction',
      heading: 'Adicción',
      blocks: [
        {
          kind: 'text',
          text: 'La ketamina también se puede usar mal. {{misuse}} Por eso preguntamos más antes de empezar, y más seguido después. Una respuesta honesta no le deja fuera. Le da un plan más seguro.',
        },
      ],
    },
    {
      id: 'pain',
      heading: 'Dolor',
      blocks: [
        {
          kind: 'text',
          text: 'Los sueros para el dolor duran más que los del ánimo y se planean de otra forma. Pregúntenos si esta clínica los hace.',
        },
      ],
    },
    {
      id: 'burnout',
      heading: 'Agotamiento',
      blocks: [
        {
          kind: 'text',
          text: 'El desgaste por el trabajo es real, y no es una sola enfermedad. Debajo puede haber ánimo bajo, mal sueño, un cuerpo enfermo o un mal trabajo. Una dosis puede ser la respuesta equivocada. Por eso aquí lo siguiente es hablar. [Pida una conversación](/es/ask).',
        },
      ],
    },
    {
      id: 'not-now',
      heading: 'Cuando la respuesta es no, o todavía no',
      blocks: [{ kind: 'claims', ids: ['not-for', 'need-a-doctor-first'] }],
    },
  ],
};

// Cosas que la gente ha oído, y lo que podemos decir con honestidad de cada una.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const questions: Page = {
  path: '/es/questions',
  title: 'Lo que quizá ha oído',
  lead: 'Diez cosas que nos preguntan, con respuestas cortas. ¿La suya no está? Pregúntela.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'heard',
      heading: 'Respuestas cortas',
      blocks: [
        {
          kind: 'layers',
          layers: [
            {
              summary: '«Es una droga para caballos.»',
              texts: [
                'La usan los veterinarios. También los hospitales, con personas, desde 1970 más o menos. {{approved-for-sleep}}',
              ],
            },
            {
              summary: '«Está aprobada, así que debe estar bien.»',
              texts: [
                'El espray está aprobado para algunos tipos de depresión. {{spray-approved}} El suero, la inyección y la pastilla no. {{off-label}} Los médicos pueden usar una medicina fuera de lo aprobado. Quiere decir que ninguna agencia ha revisado ese uso.',
              ],
            },
            {
              summary: '«Funciona en horas.»',
              texts: [
                'A algunas personas les sube el ánimo en un día. A otras no les sube nada. {{some-nothing}}',
              ],
            },
            {
              summary: '«Con una vez se arregla.»',
              texts: [
                'El efecto de una dosis muchas veces se va. Muchos planes tienen seis o más. {{six-drips}} Lo miramos con usted en fechas fijas, y paramos si no ayuda.',
              ],
            },
            {
              summary: '«Se pierde el control.»',
              texts: [
                'Puede hablar, moverse y decir basta. Sus límites, como el contacto, se escriben antes. Durante la sesión pueden hacerse más estrictos, nunca menos.',
              ],
            },
            {
              summary: '«Crea adicción.»',
              texts: [
                'Algunas personas llegan a desearla. {{misuse}} Preguntamos cada vez. Si ha tenido problemas con drogas o alcohol, díganos. Lo planeamos con usted.',
              ],
            },
            {
              summary: '«Debo dejar antes mis pastillas.»',
              texts: [
                'No. No deje ninguna medicina por su cuenta. {{benzodiazepines}} Miramos su lista con usted, y una persona decide.',
              ],
            },
            {
              summary: '«Puedo manejar si me siento claro.»',
              texts: ['Puede sentirse claro y seguir lento. {{driving}}'],
            },
            {
              summary: '«En casa es igual, pero más barato.»',
              texts: [
                'No es igual. En la sala no hay nadie preparado. {{breathing}} {{home-case}} Si lo hace en casa con nosotros, le cuida un adulto de su confianza, hay un guía por video y hay un límite de presión para empezar.',
              ],
            },
            {
              summary: '«Si no siento nada, fallé.»',
              texts: ['No. Lo que ve o siente durante una dosis dice poco de cómo irán sus semanas.'],
            },
          ],
        },
      ],
    },
    {
      id: 'yours',
      heading: '¿La suya no está?',
      blocks: [
        {
          kind: 'text',
          text: 'Pregúntela en privado. Sin cuenta, y sin nombre si no quiere. [Pregúntenos](/es/ask).',
        },
      ],
    },
  ],
};

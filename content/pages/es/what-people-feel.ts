// Cómo dice la gente que fue: bueno, neutro y difícil, con el mismo espacio.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const whatPeopleFeel: Page = {
  path: '/es/what-people-feel',
  title: 'Qué siente la gente',
  lead: 'Parte es buena, parte es casi nada, parte es difícil. Nadie puede decirle cuál será la suya.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'before',
      heading: 'Antes',
      blocks: [
        {
          kind: 'text',
          text: 'La gente llega con esperanza, con miedo, con vacío, o con las tres cosas. No hace falta sentir que llegó el momento. Sí hace falta decir que sí, y puede retirarlo.',
        },
      ],
    },
    {
      id: 'during',
      heading: 'Mientras actúa',
      blocks: [
        {
          kind: 'pairs',
          items: [
            {
              term: 'Bueno',
              text: 'Algunas personas sienten ligereza, calor o calma. Los pensamientos viejos se callan un rato. Un problema puede verse más pequeño desde lejos. {{spray-high-counted}}',
            },
            {
              term: 'Neutro',
              text: 'Algunas ven colores o formas con los ojos cerrados. Los sonidos parecen cerca. El tiempo se estira. Otras solo sienten sueño y esperan. {{spray-detached}} {{spray-sleepy}}',
            },
            {
              term: 'Difícil',
              text: 'Algunas sienten náuseas o mucho miedo. Otras sienten que ya no están, o que no se va a acabar. Pueden salir recuerdos viejos. Se acaba. {{sick-and-dizzy}} {{spray-fear-counted}}',
            },
          ],
        },
        {
          kind: 'text',
          text: 'Esto es lo que cuentan las personas. Donde alguien contó, se nombra el recuento. Del resto no conocemos ninguno. Sentirse separado del cuerpo es común. {{spray-detached}} Puede ser raro o dar miedo, y se pasa. Un toque en el botón trae a una persona.',
        },
      ],
    },
    {
      id: 'senses',
      heading: 'Lo que ve y siente',
      blocks: [
        {
          kind: 'text',
          text: 'La ketamina cambia un rato lo que ve y siente. Las líneas pueden moverse. Los colores pueden ser más vivos. Sus manos pueden parecer grandes, pequeñas o lejanas. Los sonidos pueden parecer cerca. Es lo esperado, y se pasa con la dosis.',
        },
        {
          kind: 'text',
          text: 'Dos cosas pueden parecer lo mismo y no lo son. Si tiene migraña, un aura puede traer zigzags o manchas ciegas. Si alguna vez vio u oyó cosas que otros no, eso puede volver. Por eso preguntamos las dos antes de la primera dosis, y quien receta lee su respuesta.',
        },
        {
          kind: 'pairs',
          items: [
            {
              term: 'Dígalo enseguida a la enfermera',
              text: 'Se parece a su propia aura, o un lado se queda débil o dormido, o no encuentra las palabras.',
            },
            {
              term: 'Llámenos el mismo día',
              text: 'Al día siguiente todavía ve u oye cosas, o vuelve solo.',
            },
          ],
        },
      ],
    },
    {
      id: 'after',
      heading: 'El mismo día',
      blocks: [
        {
          kind: 'pairs',
          items: [
            {
              term: 'Bueno',
              text: 'La cabeza en silencio. Ganas de llamar a alguien. Un sueño que llega solo.',
            },
            {
              term: 'Neutro',
              text: 'Cansancio, lentitud, un poco de torpeza. Hambre. Todavía sin palabras, y no hacen falta.',
            },
            {
              term: 'Difícil',
              text: 'Dolor de cabeza o estómago revuelto. Sentirse en carne viva. Desilusión porque no pasó nada.',
            },
          ],
        },
      ],
    },
    {
      id: 'days',
      heading: 'Los días siguientes',
      blocks: [
        {
          kind: 'text',
          text: 'Algunas personas mejoran en un día. Otras no sienten nada. Otras empeoran. {{some-nothing}} A un día bueno le puede seguir uno malo. Eso dice poco del resto.',
        },
        {
          kind: 'text',
          text: 'En algunas personas el ánimo bajo, el miedo o los pensamientos raros duran más. {{days-after}} Si es su caso, llámenos. No tiene que esperar a su próxima cita.',
        },
        {
          kind: 'note',
          heading: 'Si se pone oscuro',
          text: 'Si vienen o crecen pensamientos de morir, llame a la línea al pie de esta página. Después, llámenos. Las dos están abiertas antes, durante y después.',
        },
      ],
    },
    {
      id: 'own',
      heading: 'No lo ponemos en una escala',
      blocks: [
        {
          kind: 'text',
          text: 'Una sesión fuerte no es mejor. Una apagada no es un fallo. Miramos cómo van sus semanas, y solo junto a sus propias semanas de antes.',
        },
      ],
    },
  ],
};

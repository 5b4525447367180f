// Otros lugares para leer o llamar, cada uno con el día en que alguien lo miró. Estar en la lista no es un elogio.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

const checkedOn = firstReading.checkedOn;

export const resources: Page = {
  path: '/es/resources',
  title: 'Otros lugares',
  lead: 'Una lista corta. No tenemos trato con ninguno. Cada uno dice el día en que alguien lo miró por última vez.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'call',
      heading: 'Para hablar con alguien',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'Línea 988, EE. UU.',
              href: 'https://988lifeline.org',
              text: 'Llame o escriba al 988. Marque 2 para español. Marque 1 si sirvió en el ejército. Para cualquier crisis de ánimo, drogas o alcohol.',
              checkedOn,
            },
            {
              name: 'Línea de ayuda de SAMHSA, EE. UU.',
              href: 'https://www.samhsa.gov',
              text: 'Llame al 1-800-662-4357. Dónde encontrar atención cerca para el ánimo, drogas o alcohol.',
              checkedOn,
            },
          ],
        },
      ],
    },
    {
      id: 'read',
      heading: 'Para leer en la fuente',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'La FDA sobre medicinas preparadas',
              href: 'https://www.fda.gov/drugs/human-drug-compounding',
              text: 'A quién le sirve: le ofrecieron pastillas por correo. Su aviso sobre la ketamina es del 10 de octubre de 2023. En inglés.',
              checkedOn,
            },
            {
              name: 'Programa de seguridad del espray',
              href: 'https://www.spravatorems.com',
              text: 'A quién le sirve: piensa en el espray. Las reglas para usted y para nosotros. Lo lleva el fabricante. En inglés.',
              checkedOn,
            },
            {
              name: 'Consejo de expertos de Canadá',
              href: 'https://pubmed.ncbi.nlm.nih.gov/33174760/',
              text: 'A quién le sirve: le gusta leer estudios. Lo que un grupo de médicos cree probado. En inglés.',
              checkedOn,
            },
            {
              name: 'Un estudio con veteranos con estrés postraumático',
              href: 'https://pubmed.ncbi.nlm.nih.gov/35046508/',
              text: 'A quién le sirve: viene por estrés postraumático. No halló ventaja sobre agua con sal. En inglés.',
              checkedOn,
            },
          ],
        },
      ],
    },
    {
      id: 'groups',
      heading: 'Grupos y asociaciones',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'MAPS',
              href: 'https://maps.org',
              text: 'A quién le sirve: quiere saber de investigación. Está a favor de estas terapias: léalo sabiendo eso. En inglés.',
            },
            {
              name: 'Ketamine Advocacy Network',
              href: 'https://www.ketamineadvocacynetwork.org',
              text: 'A quién le sirve: busca lo que dicen otros pacientes. La hacen personas a quienes les ayudó, así que faltan las demás. En inglés.',
            },
          ],
        },
      ],
    },
    {
      id: 'books',
      heading: 'Libros',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'The Mindful Way Through Depression, de Mark Williams y otros',
              text: 'A quién le sirve: quiere practicar la calma poco a poco. No trata de drogas. En inglés.',
            },
            {
              name: 'El cuerpo lleva la cuenta, de Bessel van der Kolk',
              text: 'A quién le sirve: viene por un trauma y lee con facilidad. Cuenta cosas duras. Déjelo si le revuelve.',
            },
            {
              name: 'The Ketamine Papers, de Wolfson y Hartelius',
              text: 'A quién le sirve: terapeutas y quien quiera mucho detalle. Es de 2016 y está a favor. En inglés.',
            },
          ],
        },
      ],
    },
    {
      id: 'voices',
      heading: 'Podcasts, foros y relatos',
      blocks: [
        {
          kind: 'note',
          heading: 'Antes de leer o escuchar',
          text: 'La gente cuenta lo más fuerte, no lo más común. En un foro nadie comprueba una dosis. No tome ni cambie nada por lo que lea ahí. Si algo le asusta, llámenos.',
        },
        {
          kind: 'resources',
          items: [
            {
              name: 'Psychedelics Today, podcast',
              href: 'https://psychedelicstoday.com',
              text: 'A quién le sirve: le gusta escuchar entrevistas. Vende cursos. Está a favor. En inglés.',
            },
            {
              name: 'Foro r/TherapeuticKetamine',
              href: 'https://www.reddit.com/r/TherapeuticKetamine/',
              text: 'A quién le sirve: quiere oír a muchas personas, también a quienes no les ayudó. Se habla de dosis en casa: eso no es un consejo. En inglés.',
            },
          ],
        },
        {
          kind: 'text',
          text: 'Aquí no hay foro propio. Un foro sin personas que lo cuiden puede hacer daño, y todavía no las tenemos.',
        },
      ],
    },
    {
      id: 'care',
      heading: 'Cómo leer sobre la ketamina',
      blocks: [
        {
          kind: 'list',
          items: [
            'Busque una fecha. Las páginas viejas muchas veces se equivocan.',
            'Busque quién paga. Una clínica que vende una forma alaba esa forma. Puede que nosotros también.',
            'Busque a las personas a quienes no les ayudó. Si no hay ninguna, deje de leer.',
          ],
        },
      ],
    },
  ],
};

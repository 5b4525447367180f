// Where the public claims come from, said so that a reader outside medicine can tell what kind of source it is.
// Ids that also stand in the clinical bibliography mean the same work there.

import type { Words } from './language.ts';

export type PublicSource = {
  readonly name: Words;
  readonly year: number | null;
  /** Only where the address was opened or is the body's own front door. */
  readonly url?: string;
};

export const publicSources = {
  'L-US': {
    name: { en: 'US label for esketamine spray', es: 'Ficha oficial en EE. UU. del espray de esketamina' },
    year: 2025,
  },
  'L-HCP': {
    name: {
      en: 'Page on spray doses for clinicians',
      es: 'Página sobre dosis del espray para profesionales',
    },
    year: null,
  },
  'L-EU': {
    name: { en: 'EU leaflet for esketamine spray', es: 'Prospecto europeo del espray de esketamina' },
    year: 2022,
  },
  'L-MAKER': {
    name: {
      en: 'Trial counts on the page of the maker of the spray',
      es: 'Recuento de los ensayos en la página de quien fabrica el espray',
    },
    year: null,
    url: 'https://www.spravatohcp.com/safety',
  },
  'L-PDR': {
    name: { en: 'Drug guide summary of the US spray label', es: 'Resumen de la ficha del espray en EE. UU.' },
    year: 2025,
  },
  'R-SET': {
    name: { en: 'Safety program for esketamine spray', es: 'Programa de seguridad del espray de esketamina' },
    year: 2026,
    url: 'https://www.spravatorems.com',
  },
  'K-USL': {
    name: { en: 'US label for ketamine injection', es: 'Ficha oficial en EE. UU. de la ketamina inyectable' },
    year: 2024,
  },
  'FDA-2023': {
    name: { en: 'FDA warning, 10 October 2023', es: 'Aviso de la FDA, 10 de octubre de 2023' },
    year: 2023,
    url: 'https://www.fda.gov/drugs/human-drug-compounding',
  },
  'K-AN17': {
    name: {
      en: 'How a drip is given, a review (Andrade)',
      es: 'Cómo se da un suero, revisión (Andrade)',
    },
    year: 2017,
  },
  'K-SAN': {
    name: {
      en: 'US expert statement (Sanacora and others)',
      es: 'Declaración de expertos de EE. UU. (Sanacora y otros)',
    },
    year: 2017,
  },
  'K-CAN': {
    name: {
      en: 'Canadian expert advice (Swainson and others)',
      es: 'Recomendación de expertos de Canadá (Swainson y otros)',
    },
    year: 2021,
    url: 'https://pubmed.ncbi.nlm.nih.gov/33174760/',
  },
  'K-SIN': {
    name: {
      en: 'Two or three drips a week (Singh and others)',
      es: 'Dos o tres sueros por semana (Singh y otros)',
    },
    year: 2016,
  },
  'K-HUL': {
    name: {
      en: 'Lozenges at home, 1,247 people (Hull and others)',
      es: 'Pastillas en casa, 1247 personas (Hull y otros)',
    },
    year: 2022,
  },
  'K-KRF': {
    name: {
      en: 'Practice guide of a training group (Wolfson and Braunstein)',
      es: 'Guía de un grupo de formación (Wolfson y Braunstein)',
    },
    year: null,
  },
  'K-APNA': {
    name: {
      en: 'US psychiatric nurses, ketamine checklist',
      es: 'Enfermería psiquiátrica de EE. UU., lista para ketamina',
    },
    year: null,
  },
  'K-PAIN': {
    name: { en: 'US pain doctors, joint advice', es: 'Médicos del dolor de EE. UU., consejo conjunto' },
    year: 2018,
  },
  'M-YALE': {
    name: {
      en: 'One US center, 138 people, 2,342 drips',
      es: 'Un centro de EE. UU., 138 personas, 2342 sueros',
    },
    year: null,
  },
  'M-EMO': {
    name: { en: 'Another US center, 684 drips', es: 'Otro centro de EE. UU., 684 sueros' },
    year: null,
  },
  'M-BMJ': {
    name: {
      en: 'Many studies of children put to sleep in emergency rooms, joined',
      es: 'Muchos estudios de niños dormidos en urgencias, juntos',
    },
    year: null,
  },
  'P-SL': {
    name: {
      en: 'Studies of ketamine under the tongue (Rolan; Chong)',
      es: 'Estudios de ketamina bajo la lengua (Rolan; Chong)',
    },
    year: 2014,
  },
  'P-ESK': {
    name: {
      en: 'Summary of how esketamine moves through the body',
      es: 'Resumen de cómo pasa la esketamina por el cuerpo',
    },
    year: null,
  },
  'P-RT': {
    name: {
      en: 'Table of how much gets in by each way (second-hand page)',
      es: 'Tabla de cuánto entra por cada vía (página secundaria)',
    },
    year: null,
  },
  'P-KAM': {
    name: {
      en: 'Many studies of ketamine in the blood, joined (Kamp and others)',
      es: 'Muchos estudios de ketamina en la sangre, juntos (Kamp y otros)',
    },
    year: 2020,
  },
  'P-ZG': {
    name: {
      en: 'How ketamine may work, a review (Zanos and Gould)',
      es: 'Cómo podría actuar la ketamina, revisión (Zanos y Gould)',
    },
    year: 2018,
    url: 'https://www.nature.com/articles/mp2017255',
  },
  'I-AND': {
    name: {
      en: 'Benzodiazepine dose and ketamine (Andrashko and others)',
      es: 'Benzodiacepinas y ketamina (Andrashko y otros)',
    },
    year: 2020,
  },
  'C-CYST': {
    name: {
      en: 'Bladder harm from ketamine care, first report (Chang)',
      es: 'Daño en la vejiga por ketamina médica, primer informe (Chang)',
    },
    year: 2024,
  },
  'E-FED': {
    name: {
      en: 'Six drips for trauma, 30 people (Feder and others)',
      es: 'Seis sueros para el trauma, 30 personas (Feder y otros)',
    },
    year: 2021,
    url: 'https://ajp.psychiatryonline.org/doi/full/10.1176/appi.ajp.2020.20050596',
  },
  'E-ABD': {
    name: {
      en: 'Eight drips for trauma, 158 veterans (Abdallah and others)',
      es: 'Ocho sueros para el trauma, 158 veteranos (Abdallah y otros)',
    },
    year: 2022,
    url: 'https://pubmed.ncbi.nlm.nih.gov/35046508/',
  },
  'E-WHI': {
    name: {
      en: 'Six small trials in fear and worry (Whittaker and others)',
      es: 'Seis ensayos pequeños en ansiedad (Whittaker y otros)',
    },
    year: 2021,
  },
  'E-MAR': {
    name: {
      en: 'OCD and addiction: a review (Martinotti and others)',
      es: 'Revisión sobre TOC y adicciones (Martinotti y otros)',
    },
    year: 2021,
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8301752/',
  },
} as const satisfies Readonly<Record<string, PublicSource>>;

export type PublicSourceId = keyof typeof publicSources;

export function isPublicSourceId(text: string): text is PublicSourceId {
  return Object.hasOwn(publicSources, text);
}

export function publicSource(id: PublicSourceId): PublicSource {
  return publicSources[id];
}

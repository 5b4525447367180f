// GAD-7, seven questions about anxiety over the last two weeks: the publisher's English form and their Spanish form for the
// United States.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument, Translation } from './instrument.ts';
import { frequencyOptions, frequencySpanish, phqSpanishStem } from './phq-9.ts';

/** The usual cut for a likely anxiety disorder. */
export const gad7CaseCut = sourced(10, 'points', 'Q-CAM', 'V');

const gad7Spanish: Translation = {
  language: 'es',
  wordingFrom: 'GAD-7, phqscreeners.com, Spanish for the United States',
  stem: phqSpanishStem,
  items: {
    'gad-7-1': { text: 'Se ha sentido nervioso(a), ansioso(a) o con los nervios de punta' },
    'gad-7-2': { text: 'No ha sido capaz de parar o controlar su preocupación' },
    'gad-7-3': { text: 'Se ha preocupado demasiado por motivos diferentes' },
    'gad-7-4': { text: 'Ha tenido dificultad para relajarse' },
    'gad-7-5': { text: 'Se ha sentido tan inquieto(a) que no ha podido quedarse quieto(a)' },
    'gad-7-6': { text: 'Se ha molestado o irritado fácilmente' },
    'gad-7-7': { text: 'Ha tenido miedo de que algo terrible fuera a pasar' },
  },
  options: frequencySpanish,
};

export const gad7 = {
  id: 'gad-7',
  name: 'GAD-7',
  version: '2006',
  language: 'en',
  wordingFrom: 'GAD-7, phqscreeners.com, English',
  filledBy: 'patient',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  recallDays: 14,
  items: [
    { id: 'gad-7-1', topic: 'nervousness', loinc: '69725-0', text: 'Feeling nervous, anxious or on edge' },
    {
      id: 'gad-7-2',
      topic: 'control of worry',
      loinc: '68509-9',
      text: 'Not being able to stop or control worrying',
    },
    { id: 'gad-7-3', topic: 'worry', loinc: '69733-4', text: 'Worrying too much about different things' },
    { id: 'gad-7-4', topic: 'relaxing', loinc: '69734-2', text: 'Trouble relaxing' },
    {
      id: 'gad-7-5',
      topic: 'restlessness',
      loinc: '69735-9',
      text: 'Being so restless that it is hard to sit still',
    },
    { id: 'gad-7-6', topic: 'irritability', loinc: '69689-8', text: 'Becoming easily annoyed or irritable' },
    {
      id: 'gad-7-7',
      topic: 'dread',
      loinc: '69736-7',
      text: 'Feeling afraid as if something awful might happen',
    },
  ],
  options: frequencyOptions,
  scoring: 'sum',
  range: { from: 0, to: 21 },
  bands: [
    { name: 'minimal', from: 0, to: 4 },
    { name: 'mild', from: 5, to: 9 },
    { name: 'moderate', from: 10, to: 14 },
    { name: 'severe', from: 15, to: 21 },
  ],
  cuts: [{ name: 'case', atOrAbove: gad7CaseCut }],
  betterIs: 'lower',
  loincPanel: '69737-5',
  loincTotal: '70274-6',
  change: {
    responsePercent: { value: 50, source: 'T-GEN', confidence: 'G' },
    remissionAtOrBelow: { value: 4, source: 'T-GEN', confidence: 'G' },
    reliablePoints: { value: 4, source: 'Q-OTH', confidence: 'G' },
  },
  licence: {
    use: 'free',
    text: 'Developed by Drs. Robert L. Spitzer, Kurt Kroenke, Janet B.W. Williams and Bernd Löwe, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    conditions: [],
    clinicConfirms: false,
    source: 'Q-PHQ',
  },
  translations: [gad7Spanish],
  source: 'Q-CAM',
  confidence: 'V',
} satisfies Instrument;

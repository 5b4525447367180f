// GAD-7, seven questions about anxiety over the last two weeks. Wording of the official English form.

import type { Instrument } from './instrument.ts';
import { frequencyOptions } from './phq-9.ts';

export const gad7: Instrument = {
  id: 'gad-7',
  name: 'GAD-7',
  version: '2006',
  language: 'en',
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
  range: { from: 0, to: 21 },
  bands: [
    { name: 'minimal', from: 0, to: 4 },
    { name: 'mild', from: 5, to: 9 },
    { name: 'moderate', from: 10, to: 14 },
    { name: 'severe', from: 15, to: 21 },
  ],
  betterIs: 'lower',
  loincPanel: '69737-5',
  loincTotal: '70274-6',
  change: {
    responsePercent: { value: 50, source: 'T-GEN', confidence: 'G' },
    remissionAtOrBelow: { value: 4, source: 'T-GEN', confidence: 'G' },
    reliablePoints: { value: 4, source: 'Q-OTH', confidence: 'G' },
  },
  licence: {
    text: 'Developed by Drs. Robert L. Spitzer, Kurt Kroenke, Janet B.W. Williams and Bernd Löwe, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    source: 'Q-PHQ',
  },
  source: 'Q-CAM',
  confidence: 'V',
};

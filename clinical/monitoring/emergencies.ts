// When something goes badly wrong: what to look at first and what must be written down, as lists to read out. General
// practice, for the clinic's own training and orders to replace. No dose of any medicine stands here.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

export type EmergencyList = {
  readonly id: string;
  readonly name: string;
  readonly first: readonly string[];
  readonly record: readonly string[];
  readonly source: SourceId;
  readonly confidence: Confidence;
};

function list(id: string, name: string, first: readonly string[], record: readonly string[]): EmergencyList {
  return { id, name, first, record, source: 'T-GEN', confidence: 'G' };
}

const call = 'Call the emergency number.';

export const emergencyLists: readonly EmergencyList[] = [
  list(
    'laryngospasm',
    'Laryngospasm',
    [
      'Stop what set it off.',
      'Oxygen, as much as there is.',
      'Lift the jaw and press behind its angle.',
      'Push breaths in with mask and bag.',
      call,
      'A muscle relaxant only by staff trained for it.',
    ],
    ['onset', 'lowest oxygen saturation', 'what was done', 'transfer'],
  ),
  list(
    'respiratory-depression',
    'Breathing slow or stopped',
    ['Wake them.', 'Open the airway.', 'Oxygen, and mask and bag if needed.', call, 'Look for an opioid.'],
    ['breaths per minute', 'oxygen saturation', 'duration'],
  ),
  list(
    'severe-hypertension',
    'Very high pressure, or chest pain',
    ['Stop the dose.', 'Rest, and measure again.', 'ECG.', 'Treat by the clinic’s own order.', call],
    ['pressure series', 'symptoms'],
  ),
  list(
    'emergence-agitation',
    'Agitation while coming back',
    [
      'Quiet and dim.',
      'A calm voice, and the companion.',
      'Take the eye shade off.',
      'Medicine only by a prescriber.',
    ],
    ['what set it off', 'duration', 'that nobody was held down'],
  ),
  list(
    'vomiting',
    'Vomiting',
    ['On the side.', 'Suction.', 'Medicine by the clinic’s own order.'],
    ['episodes'],
  ),
  list(
    'syncope',
    'Fainting or a slow pulse',
    ['Lay them flat and lift the legs.', 'Pulse and pressure.', 'Medicine by the clinic’s own order.'],
    ['pulse', 'pressure'],
  ),
  list('seizure', 'Seizure', ['Keep them from harm.', 'Look at the clock.', call], ['duration']),
  list(
    'anaphylaxis',
    'Severe allergic reaction',
    ['The clinic’s own order for anaphylaxis at once.', call, 'Lay them flat; oxygen.'],
    ['time line'],
  ),
  list(
    'loss-of-consciousness',
    'Loss of consciousness',
    ['Airway first.', 'Stop the dose.', 'Oxygen.', call],
    ['MOAA/S', 'time to recovery', 'safety form'],
  ),
  list(
    'distress',
    'Great distress, or talk of suicide',
    [
      'One person stays with them.',
      'Ask the screener.',
      'Show the crisis line of this place.',
      'Prescriber.',
    ],
    ['what was said', 'screener', 'who stayed'],
  ),
];

/** What kind of rescue was given. What and how much is the prescriber's; here it is only written down. */
export const rescueCategories = [
  'antiemetic',
  'blood-pressure',
  'agitation',
  'oxygen-and-airway',
  'allergy',
  'reversal-of-other-sedatives',
  'other',
] as const;
export type RescueCategory = (typeof rescueCategories)[number];

export const rescueRule = 'rescue-record';

export type RescueRecord = {
  readonly category: RescueCategory | undefined;
  readonly what: string | undefined;
  readonly amount: string | undefined;
  readonly route: string | undefined;
  readonly at: Instant | undefined;
  readonly indication: string | undefined;
  readonly response: string | undefined;
  readonly by: string | undefined;
};

const rescueFields = ['category', 'what', 'amount', 'route', 'at', 'indication', 'response', 'by'] as const;

/** Whether a rescue that was given is written down whole. */
export function rescueIssues(record: RescueRecord | undefined): readonly DetectedIssue[] {
  const missing = rescueFields.filter((field) => {
    const value = record?.[field];
    if (field === 'at') return !Number.isFinite(value);
    if (field === 'category') return !rescueCategories.some((category) => category === value);
    return typeof value !== 'string' || value.trim() === '';
  });
  if (missing.length === 0) return [];
  return [
    {
      rule: rescueRule,
      code: 'rescue-incomplete',
      title: `Still to be written down about the rescue: ${missing.join(', ')}.`,
      action: 'unknown',
      inputs: record?.what ? [{ name: 'rescue', value: record.what, at: record.at }] : [],
      missing,
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}

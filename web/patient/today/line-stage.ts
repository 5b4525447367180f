// Where on the drawn line a stage of the journey stands.
import type { JourneyStage } from '#clinical/care-record.ts';

export const lineStages = ['learn', 'plan', 'prepare', 'session', 'after'] as const;

const placeOn: Readonly<Record<JourneyStage, (typeof lineStages)[number]>> = {
  curious: 'learn',
  inquired: 'learn',
  screening: 'plan',
  consulted: 'plan',
  planned: 'plan',
  preparing: 'prepare',
  ready: 'prepare',
  arrived: 'session',
  dosing: 'session',
  recovering: 'session',
  released: 'after',
  integrating: 'after',
  'spaced-out': 'after',
  paused: 'after',
  stopped: 'after',
  finished: 'after',
};

export function lineIndex(stage: JourneyStage): number {
  return lineStages.indexOf(placeOn[stage]);
}

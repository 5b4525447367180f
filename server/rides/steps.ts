// Which step may follow which. A companion who said yes may still say that they cannot; one who said no may say yes.

import type { Ride } from '#api/preparation.ts';

export type RideState = Ride['state'];

const next: Readonly<Record<RideState, readonly RideState[]>> = {
  asked: ['accepted', 'declined'],
  accepted: ['on-the-way', 'declined'],
  declined: ['accepted'],
  'on-the-way': ['at-the-door'],
  'at-the-door': ['home-safe'],
  'home-safe': [],
};

export function mayFollow(from: RideState, to: RideState): boolean {
  return next[from].includes(to);
}

export function whatMayFollow(from: RideState): readonly RideState[] {
  return next[from];
}

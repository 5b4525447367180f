// Time as a port: everything that needs the moment is given a Clock. Only server/main.ts makes the real one.

import type { Instant } from '#clinical/instant.ts';

export type Clock = {
  now(): Instant;
  /** Only the demonstration's clock can run faster than time; every other one leaves these out. */
  rate?(): number;
  runAt?(rate: number): void;
};

/** What the database driver is given for a timestamptz. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

// Whose eyes which form is for. A companion who was given the course sees how low and how anxious; what someone said of
// trauma, drinking, drugs or pain, and how a clinician rated them, stays between them and their care team.

import { gad7 } from '#clinical/instruments/gad-7.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import type { Actor } from '#server/access';

/** The forms with a number whose course this person may follow. One that goes by single answers has none. */
export function formsSeenBy(actor: Pick<Actor, 'kind'>): readonly string[] {
  if (actor.kind === 'companion') return [phq9.id, gad7.id];
  return instruments.filter((form) => form.scoring !== 'triage').map((form) => form.id);
}

/** What was asked in the days after a dose stays between the person and their care team. */
export function seesTheDays(actor: Pick<Actor, 'kind'>): boolean {
  return actor.kind !== 'companion';
}

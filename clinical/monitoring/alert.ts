// After an alert: when to measure again, and when to call the next person because nobody has come.

import type { OpenAlert } from '#clinical/care-record.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

export type Escalation = 'first-person' | 'second-person' | 'everyone' | 'acknowledged';

export function recheckDueAt(raisedAt: Instant, edition: Edition): Instant {
  return addMinutes(raisedAt, edition.alert.recheckAfterMinutes.value);
}

export function escalationOf(question: {
  readonly alert: Pick<OpenAlert, 'raisedAt' | 'acknowledgedAt'>;
  readonly edition: Edition;
  readonly now: Instant;
}): { readonly level: Escalation; readonly nextAt?: Instant | undefined } {
  const { alert, edition, now } = question;
  const { acknowledgedAt } = alert;
  if (Number.isFinite(acknowledgedAt) && Number(acknowledgedAt) <= now) return { level: 'acknowledged' };
  const secondAt = alert.raisedAt + edition.alert.escalateAfterSeconds.value * 1_000;
  const everyoneAt = alert.raisedAt + edition.alert.escalateAgainAfterSeconds.value * 1_000;
  if (now < secondAt) return { level: 'first-person', nextAt: secondAt };
  if (now < everyoneAt) return { level: 'second-person', nextAt: everyoneAt };
  return { level: 'everyone' };
}

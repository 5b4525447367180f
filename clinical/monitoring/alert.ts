// After an alert: when to measure again, and when to call the next person because nobody has come.

import type { OpenAlert } from '#clinical/care-record.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

export type Escalation = 'first-person' | 'second-person' | 'everyone' | 'acknowledged';

export function recheckDueAt(raisedAt: Instant, edition: Edition): Instant {
  return addMinutes(raisedAt, edition.alert.recheckAfterMinutes.value);
}

export type EscalationAnswer = { readonly level: Escalation; readonly nextAt?: Instant | undefined };

/** Whom it must reach by now. Each person who says that they are busy calls the next one at once. */
export function escalationAfter(question: {
  readonly raisedAt: Instant;
  readonly acknowledgedAt?: Instant | undefined;
  readonly passedOnTimes?: number | undefined;
  readonly escalateAfterSeconds: number;
  readonly escalateAgainAfterSeconds: number;
  readonly now: Instant;
}): EscalationAnswer {
  const { raisedAt, acknowledgedAt, passedOnTimes = 0, now } = question;
  if (Number.isFinite(acknowledgedAt) && Number(acknowledgedAt) <= now) return { level: 'acknowledged' };
  const secondAt = raisedAt + question.escalateAfterSeconds * 1_000;
  const everyoneAt = raisedAt + question.escalateAgainAfterSeconds * 1_000;
  if (now >= everyoneAt || passedOnTimes > 1) return { level: 'everyone' };
  if (now >= secondAt || passedOnTimes === 1) return { level: 'second-person', nextAt: everyoneAt };
  return { level: 'first-person', nextAt: secondAt };
}

export function escalationOf(question: {
  readonly alert: Pick<OpenAlert, 'raisedAt' | 'acknowledgedAt'> & {
    readonly passedOnTimes?: number | undefined;
  };
  readonly edition: Pick<Edition, 'alert'>;
  readonly now: Instant;
}): EscalationAnswer {
  const { alert, edition, now } = question;
  return escalationAfter({
    ...alert,
    escalateAfterSeconds: edition.alert.escalateAfterSeconds.value,
    escalateAgainAfterSeconds: edition.alert.escalateAgainAfterSeconds.value,
    now,
  });
}

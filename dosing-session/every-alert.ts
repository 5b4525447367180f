// What a reading raised and what time raised, together: every alert there is by now.
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Alert, alerts } from './alerts.ts';
import { presenceAlerts } from './presence.ts';
import type { SessionState } from './state.ts';

/** Oldest first. */
export const everyAlert = (state: SessionState, edition: Edition, now: Instant): readonly Alert[] =>
  [...alerts(state, edition), ...presenceAlerts(state, edition, now)].sort(
    (one, other) => one.raisedAt - other.raisedAt,
  );

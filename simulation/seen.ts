// Alerts and calls of a folded state. What readings raised is worked out once per state however many screens and checks ask.

import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Alert, alerts } from '#dosing-session/alerts.ts';
import { presenceAlerts } from '#dosing-session/presence.ts';
import { type Signal, signals } from '#dosing-session/signals.ts';
import type { SessionState } from '#dosing-session/state.ts';

const known = new WeakMap<SessionState, readonly Alert[]>();

export function alertsIn(state: SessionState, edition: Edition, now: Instant): readonly Alert[] {
  const found = known.get(state) ?? alerts(state, edition);
  known.set(state, found);
  return [...found, ...presenceAlerts(state, edition, now)];
}

const knownSignals = new WeakMap<SessionState, readonly Signal[]>();

export function signalsIn(state: SessionState): readonly Signal[] {
  const found = knownSignals.get(state) ?? signals(state);
  knownSignals.set(state, found);
  return found;
}

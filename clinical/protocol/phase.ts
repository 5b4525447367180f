// Which part of the way a minute lies in, by the typical shape of the route. Never said of one person.

import type { Edition, Phase } from './edition.ts';

export function phaseAt(question: { readonly edition: Edition; readonly minute: number }): Phase | undefined {
  const { edition, minute } = question;
  return edition.phases.find(
    (phase) => minute >= phase.fromMinute && (phase.toMinute === undefined || minute < phase.toMinute),
  );
}

// A part of the dose in the room's words: what it is called, and why the next one may not be given yet.
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { PartAnswer } from '#dosing-session/parts.ts';
import { formatClock } from '#web/kit/locale.ts';

export type RouteByParts = 'nasal' | 'im' | 'sublingual';

/** Undefined for a drip, which runs, and for a dose at home, which has no room here. */
export function routeByParts({ timing }: Edition): RouteByParts | undefined {
  return timing.route === 'iv' || timing.route === 'home' ? undefined : timing.route;
}

export function partName(route: RouteByParts, number: number): string {
  switch (route) {
    case 'nasal':
      return `Device ${number}`;
    case 'im':
      return number === 1 ? 'Injection' : `Injection ${number}`;
    case 'sublingual':
      return number === 1 ? 'Lozenge' : `Lozenge ${number}`;
  }
}

/** Nothing while the next may be given. */
export function closedToGive({ next }: PartAnswer, now: Instant): string | undefined {
  switch (next.state) {
    case 'first':
      return undefined;
    case 'from':
      return now < next.at ? `Closed until ${formatClock(next.at)}` : undefined;
    case 'too-late':
      return `Closed: the time for it ended ${formatClock(next.until)}`;
    case 'complete':
      return 'Closed: all that was ordered is given';
    case 'unknown':
      return 'Closed: what was ordered is not known';
  }
}

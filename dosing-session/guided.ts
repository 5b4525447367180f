// What a guide, who sits with the person while a dose works, is shown of a session and may write in it: what keeps the person
// comfortable. Doses and readings are the nurse's; of readings a guide knows only whether a nurse has to come.
import type { Instant } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from './alerts.ts';
import type { CareAction, SessionFact, SessionFactType } from './events.ts';
import { sessionFacts } from './facts.ts';
import { doseStartedAt } from './readings.ts';
import { latest, type SessionState } from './state.ts';

/** Done with hands and voice by whoever sits there; what needs training is not among them. */
export const comfortActions = [
  'stayed-beside',
  'calm-words',
  'slow-breathing',
  'eye-shade-off',
  'basin-held',
] as const satisfies readonly CareAction[];

/** A guide speaks for themselves alone, and only of comfort, limits and help. */
export function mayGuideWrite(fact: SessionFact, guideName: string): boolean {
  switch (fact.type) {
    // Without the id of one of the team: a guide in the room does not stand in for whoever watches.
    case 'RoomEntered':
    case 'RoomLeft':
      return fact.practitionerId === undefined && fact.name === guideName;
    case 'CareActionTaken':
      return comfortActions.some((action) => action === fact.action) && fact.symptomId === undefined;
    case 'SettingChanged':
    case 'LimitTightened':
    case 'TalkWishAsked':
    case 'BackUpCalled':
      return true;
    default:
      return false;
  }
}

const comfort: ReadonlySet<SessionFactType> = new Set<SessionFactType>([
  'SettingChanged',
  'SoundPlayed',
  'LimitTightened',
  'TalkWishAsked',
]);

/** The ids of what a guide is shown: the comfort of the room as it stands, and what they wrote themselves. */
export function shownToGuide(state: SessionState, guideId: string): ReadonlySet<string> {
  return new Set(
    Object.values(state.facts)
      .flat()
      .filter(({ fact, byId }) => comfort.has(fact.type) || byId === guideId)
      .map(({ eventId }) => eventId),
  );
}

export type NursesPart =
  | { readonly state: 'not-begun' }
  /** A reading outside its limits, or one that could not be read, until it is closed. */
  | { readonly state: 'nurse-asked'; readonly since: Instant; readonly answeredBy?: string | undefined }
  | { readonly state: 'inside-limits'; readonly checkedAt: Instant; readonly byName: string }
  | { readonly state: 'not-known'; readonly checkedAt?: Instant | undefined };

/** Of all that is measured, the one thing a guide needs. A check that is late is not known, and never all right. */
export function nursesPart(state: SessionState, edition: Edition | undefined, now: Instant): NursesPart {
  if (doseStartedAt(state) === undefined) return { state: 'not-begun' };
  if (edition === undefined) return { state: 'not-known' };
  const open = alerts(state, edition).find(({ closedAt }) => closedAt === undefined);
  if (open !== undefined)
    return { state: 'nurse-asked', since: open.raisedAt, answeredBy: open.acknowledgedBy };
  const last = latest(state, 'VitalSignsMeasured');
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  const asked = schedule?.slots.findLast((slot) => slot.state !== 'not-yet' && slot.state !== 'due');
  if (last === undefined || asked?.state !== 'taken' || last.fact.couldNotRead.length > 0)
    return { state: 'not-known', checkedAt: last?.at };
  return { state: 'inside-limits', checkedAt: last.at, byName: last.byName };
}

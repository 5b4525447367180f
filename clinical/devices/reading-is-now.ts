// Is this reading of this person, now? Cuffs and oximeters keep readings and send them when they are linked, so an old
// pressure of someone else can look like this minute's. Only what is clearly of now fills the row.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, houseRule, inputsOf } from '#clinical/dosing/dosing-finding.ts';
import { type Instant, millisecondsPerMinute, minutesBetween, type ZoneId } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { instantOfTimestamp, isMoment, isZone } from '#clinical/timestamp.ts';
import type { DeviceReading } from './device-reading.ts';

/** What comes sooner than this after a device was linked may have been waiting in its memory. */
export const waitedUntil = sourced(2, 's', 'H-HOUSE', 'H');
/** How far the device's own clock and the moment its reading came may lie apart for the reading to be of now. */
export const clocksAgreeWithin = sourced(2, 'min', 'H-HOUSE', 'H');
/** The same bytes without a clock, again within this time, are one reading that was sent twice. */
export const sentAgainWithin = sourced(10, 's', 'H-HOUSE', 'H');

/** A stream that has said nothing for this long no longer says how the person is. */
export const streamQuietAfter = sourced(10, 's', 'H-HOUSE', 'H');

export const readingIsNowRule = 'reading-is-now';

export type WhenOfReading =
  /** It may fill the boxes; a person still saves them. */
  | { readonly kind: 'now'; readonly takenAt: Instant; readonly issues: readonly DetectedIssue[] }
  /** Its own clock says when. A person says whose it is, and it is written at that time or not at all. */
  | { readonly kind: 'earlier'; readonly takenAt: Instant; readonly issues: readonly DetectedIssue[] }
  /** Nobody can say when it was taken: measure again, or type it with its time. */
  | { readonly kind: 'unknown'; readonly issues: readonly DetectedIssue[] }
  /** True of nobody. */
  | { readonly kind: 'never'; readonly issues: readonly DetectedIssue[] };

type Asked = {
  readonly reading: Pick<DeviceReading, 'clock' | 'stored' | 'trial'> | undefined;
  /** When its bytes arrived, in the clinic's time. */
  readonly deliveredAt: Instant | undefined;
  /** When the device was linked to this session, the last time. */
  readonly linkedAt: Instant | undefined;
  readonly sessionFrom: Instant | undefined;
  /** Where the device's clock hangs. */
  readonly zone: ZoneId | undefined;
};

export function readingIsNow(question: Asked): WhenOfReading {
  const { reading, deliveredAt, linkedAt, sessionFrom, zone } = question;
  const clock = reading?.clock;
  const missing = [
    ...(reading ? [] : ['reading']),
    ...(reading && !clock ? ['clock'] : []),
    ...(reading && typeof reading.stored !== 'boolean' ? ['stored'] : []),
    ...(reading && !reading.trial ? ['trial'] : []),
    ...(isMoment(orNothing(deliveredAt)) ? [] : ['deliveredAt']),
    ...(isMoment(orNothing(linkedAt)) ? [] : ['linkedAt']),
    ...(isMoment(orNothing(sessionFrom)) ? [] : ['sessionFrom']),
    ...(isZone(orNothing(zone)) ? [] : ['zone']),
  ];
  if (reading?.trial && reading.trial !== 'none')
    return {
      kind: 'never',
      issues: [
        found('reading-is-a-trial', 'The device says that it is being tried out. Its number is of nobody.', {
          trial: reading.trial,
        }),
      ],
    };
  if (
    missing.length > 0 ||
    !reading ||
    !clock ||
    deliveredAt === undefined ||
    linkedAt === undefined ||
    sessionFrom === undefined
  )
    return {
      kind: 'unknown',
      issues: [
        {
          ...found(
            'reading-time-missing',
            'It cannot be told when this reading was taken. Measure again.',
            {},
          ),
          missing,
        },
      ],
    };
  if (linkedAt > deliveredAt || sessionFrom > deliveredAt)
    return unknown('reading-before-link', 'This reading came before the device belonged to this session.', {
      deliveredAt,
      linkedAt,
    });
  const secondsAfterLink = (deliveredAt - linkedAt) / 1_000;
  const cameAtOnce = secondsAfterLink < waitedUntil.value;
  if (clock.kind !== 'shows') return withoutClock({ reading, cameAtOnce, secondsAfterLink, deliveredAt });
  return withClock({ reading, wallTime: clock.wallTime, zone, cameAtOnce, sessionFrom, deliveredAt });
}

function withoutClock(seen: {
  readonly reading: NonNullable<Asked['reading']>;
  readonly cameAtOnce: boolean;
  readonly secondsAfterLink: number;
  readonly deliveredAt: Instant;
}): WhenOfReading {
  const { reading, cameAtOnce, secondsAfterLink, deliveredAt } = seen;
  if (reading.clock.kind !== 'none' && reading.clock.kind !== 'not-set')
    return unknown(
      'reading-clock-unreadable',
      'The device sent a time that does not exist. Set its clock and measure again, or type the numbers.',
      { clock: reading.clock.kind },
    );
  if (reading.stored)
    return unknown(
      'reading-stored-no-clock',
      'The device had kept this reading and does not say since when. Measure again, or type it with its time.',
      { stored: true, clock: reading.clock.kind },
    );
  if (cameAtOnce)
    return unknown(
      'reading-waited',
      'This reading came the moment the device was linked and has no time of its own. It may be an older one.',
      { secondsAfterLink },
    );
  return { kind: 'now', takenAt: deliveredAt, issues: [] };
}

function withClock(seen: {
  readonly reading: NonNullable<Asked['reading']>;
  readonly wallTime: string;
  readonly zone: ZoneId | undefined;
  readonly cameAtOnce: boolean;
  readonly sessionFrom: Instant;
  readonly deliveredAt: Instant;
}): WhenOfReading {
  const { reading, wallTime, zone, cameAtOnce, sessionFrom, deliveredAt } = seen;
  const takenAt = instantOfTimestamp({ timestamp: wallTime, zone });
  if (takenAt === undefined)
    return unknown('reading-clock-unreadable', 'The time this device sent cannot be read.', { wallTime });
  const minutesOld = minutesBetween(takenAt, deliveredAt);
  if (minutesOld < -clocksAgreeWithin.value)
    return unknown(
      'reading-clock-ahead',
      'The clock of this device is ahead. Set it, measure again, or type the numbers.',
      { wallTime, minutesOld },
    );
  if (minutesOld <= clocksAgreeWithin.value && !reading.stored && !cameAtOnce)
    return { kind: 'now', takenAt: deliveredAt, issues: [] };
  // A clock that is a little ahead never puts a reading into the future.
  const at = Math.min(takenAt, deliveredAt);
  if (at < sessionFrom)
    return unknown(
      'reading-before-session',
      'By its own clock this reading is from before this session and may be of someone else. Measure again.',
      { wallTime, minutesOld },
    );
  return {
    kind: 'earlier',
    takenAt: at,
    issues: [
      found(
        'reading-is-earlier',
        'The device kept this reading. A person says whose it is.',
        {
          wallTime,
          minutesOld,
        },
        'review',
      ),
    ],
  };
}

/** Two deliveries of one reading: a device that was not heard sends again, and one that is linked again tells it all. */
export function isSameReading(a: HeardReading, b: HeardReading): boolean {
  if (a.deviceId !== b.deviceId || a.reading.device !== b.reading.device) return false;
  if (a.reading.stream || b.reading.stream) return false;
  if (JSON.stringify(a.reading.values) !== JSON.stringify(b.reading.values)) return false;
  const [one, other] = [a.reading.clock, b.reading.clock];
  if (one.kind === 'shows' || other.kind === 'shows')
    return one.kind === 'shows' && other.kind === 'shows' && one.wallTime === other.wallTime;
  return Math.abs(a.deliveredAt - b.deliveredAt) <= sentAgainWithin.value * 1_000;
}

export type HeardReading = {
  readonly deviceId: string;
  readonly reading: DeviceReading;
  readonly deliveredAt: Instant;
};

/** Whether a reading and what else stands in the row were taken at one look. */
export function isOneLook(a: Instant, b: Instant): boolean {
  return Math.abs(a - b) <= clocksAgreeWithin.value * millisecondsPerMinute;
}

/** Whether the last word of a stream still counts; it does not once the moment of either is not known. */
export function isStreamHeard(lastAt: Instant | undefined, now: Instant | undefined): boolean {
  if (lastAt === undefined || now === undefined) return false;
  return Math.abs(now - lastAt) <= streamQuietAfter.value * 1_000;
}

type Given = Readonly<Record<string, string | number | boolean | undefined>>;

function found(
  code: string,
  title: string,
  given: Given,
  action: DetectedIssue['action'] = 'unknown',
): DetectedIssue {
  return findingOf(readingIsNowRule, { code, title, action, inputs: inputsOf(given), roots: [houseRule] });
}

function unknown(code: string, title: string, given: Given): WhenOfReading {
  return { kind: 'unknown', issues: [{ ...found(code, title, given), missing: ['takenAt'] }] };
}

/** A part that was emptied is a part that is not there. */
function orNothing<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

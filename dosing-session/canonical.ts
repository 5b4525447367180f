// One agreed order and one agreed spelling for a session's facts, so that two devices which hold the same facts
// hold the same state, byte for byte, whatever order the facts reached them in.
import type { LogEvent, SessionEvent } from './events.ts';

/** When it was true of the patient decides; the rest only makes the order the same on every device. */
export const inCanonicalOrder = (one: LogEvent, other: LogEvent): number =>
  one.effectiveAt - other.effectiveAt ||
  byText(one.deviceId, other.deviceId) ||
  one.deviceSeq - other.deviceSeq ||
  byText(one.eventId, other.eventId);

/** JSON with its keys in order and nothing that JSON cannot say. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (isObject(value)) {
    const pairs: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const held = value[key];
      if (held !== undefined) pairs.push(`${JSON.stringify(key)}:${canonicalJson(held)}`);
    }
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

/** The part of a fact that its device wrote and sends, without what the clinic added. */
export const sentPart = ({
  version: _version,
  receivedAt: _receivedAt,
  authorId: _authorId,
  authorName: _authorName,
  actingRole: _actingRole,
  ...sent
}: LogEvent): SessionEvent => sent;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object';

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

// Yesterday's facts in today's shape. A stored fact is never rewritten; it is read through the steps below, one
// version at a time, and then parsed. A shape that changes gets a new version, a step here, and a recorded example.
import { SessionFact, type SessionFactType, sessionFactTypes } from './events.ts';

export type StoredFact = { readonly type: string; readonly v: number; readonly [field: string]: unknown };

/** For each kind, the step that lifts version `v` to `v + 1`. */
export type UpcastTable = {
  readonly [Type in SessionFactType]?: Readonly<Record<number, (fact: StoredFact) => StoredFact>>;
};

// Every kind is still in its first version, so there is nothing to lift yet.
export const upcastTable: UpcastTable = {};

export type Upcast =
  | { readonly kind: 'current'; readonly fact: SessionFact }
  /** Kept as it came: a newer release wrote it, or it is not a fact we know. It must be shown as unread. */
  | {
      readonly kind: 'unreadable';
      readonly stored: unknown;
      readonly why: 'unknown-kind' | 'newer-version' | 'wrong-shape';
    };

export const upcast = (stored: unknown, table: UpcastTable = upcastTable): Upcast => {
  if (!isStoredFact(stored)) return { kind: 'unreadable', stored, why: 'wrong-shape' };
  if (!isKnownKind(stored.type)) return { kind: 'unreadable', stored, why: 'unknown-kind' };
  const steps = table[stored.type] ?? {};
  let lifted = stored;
  for (let step = steps[lifted.v]; step !== undefined; step = steps[lifted.v])
    lifted = { ...step(lifted), type: stored.type, v: lifted.v + 1 };
  const parsed = SessionFact.safeParse(lifted);
  if (parsed.success) return { kind: 'current', fact: parsed.data };
  const newest = Math.max(1, ...Object.keys(steps).map((version) => Number(version) + 1));
  return { kind: 'unreadable', stored, why: stored.v > newest ? 'newer-version' : 'wrong-shape' };
};

const isKnownKind = (type: string): type is SessionFactType =>
  (sessionFactTypes as readonly string[]).includes(type);

const isStoredFact = (stored: unknown): stored is StoredFact =>
  typeof stored === 'object' &&
  stored !== null &&
  'type' in stored &&
  typeof stored.type === 'string' &&
  'v' in stored &&
  Number.isInteger(stored.v);

// Few interruptions: the checks that are due close together become one visit to the person. The first of them calls for the
// visit and the others come a little early, each only from when it counts, so none comes later for it. Calls, alerts and a
// second look after one are no checks here, and never wait for a visit.
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import { checkKinds, type DueCheck } from './due-checks.ts';
import { doseStartedAt } from './readings.ts';
import { type EntryOf, latest, type SessionState } from './state.ts';

/** Whether few interruptions were asked for, with when and by whom. The last word holds; without one each check is by itself. */
export const fewInterruptions = (state: SessionState): EntryOf<'InterruptionsSet'> | undefined => {
  const last = latest(state, 'InterruptionsSet');
  return last?.fact.to === 'few' ? last : undefined;
};

export type Visit = {
  /** When the first of its checks is due. */
  readonly at: Instant;
  /** When the first of them is late. */
  readonly lateAt: Instant;
  readonly checks: readonly DueCheck[];
};

type Timed = DueCheck & { readonly due: NonNullable<DueCheck['due']> };

/** In their order. What has no time of its own comes along with the first, and calls for none. */
export const visitsFor = (checks: readonly DueCheck[], now: Instant): readonly Visit[] => {
  const timed = checks.filter((check): check is Timed => check.due !== undefined);
  const untimed = checks.filter(({ due }) => due === undefined);
  const [first, ...rest] = gathered(
    timed.toSorted((one, other) => one.due.at - other.due.at),
    now,
  );
  return first === undefined ? [] : [{ ...first, checks: inOrder([...first.checks, ...untimed]) }, ...rest];
};

const gathered = (waiting: readonly Timed[], now: Instant): readonly Visit[] => {
  const first = waiting[0];
  if (first === undefined) return [];
  const moment = Math.max(first.due.at, now);
  const opened = waiting.filter(({ due }) => due.opensAt <= moment);
  return [
    {
      at: first.due.at,
      lateAt: Math.min(...opened.map(({ due }) => due.lateAt)),
      checks: inOrder(opened),
    },
    ...gathered(
      waiting.filter(({ due }) => due.opensAt > moment),
      now,
    ),
  ];
};

/** One of a kind is made once in a visit: a row taken now is not taken again for the next one. */
const inOrder = (checks: readonly DueCheck[]): readonly DueCheck[] =>
  checkKinds.flatMap((kind) => checks.find((check) => check.kind === kind) ?? []);

export type VisitsMade = { readonly checks: number; readonly visits: number };

/**
 * How often someone came for checks while few interruptions held. What was written within the late limit of the first is one
 * visit, each check still with its own time. Undefined where that never held while a dose worked.
 */
export const visitsMade = (state: SessionState, lateAfterMinutes: number): VisitsMade | undefined => {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined) return undefined;
  const held = (at: Instant): boolean =>
    state.facts.InterruptionsSet.findLast((set) => set.at <= at)?.fact.to === 'few';
  const { VitalSignsMeasured, SedationRated, LineChecked, PerceptionRated, OnsetSaid, TitrationEffectNoted } =
    state.facts;
  // How awake belongs to the row it was written with.
  const rows = new Set([...VitalSignsMeasured, ...SedationRated].map(({ at }) => at));
  const others = [...LineChecked, ...PerceptionRated, ...OnsetSaid, ...TitrationEffectNoted];
  const made = [...rows, ...others.map(({ at }) => at)]
    .filter((at) => at >= startedAt && held(at))
    .toSorted((one, other) => one - other);
  const begun: Instant[] = [];
  for (const at of made)
    if (minutesBetween(begun.at(-1) ?? Number.NEGATIVE_INFINITY, at) > lateAfterMinutes) begun.push(at);
  return held(startedAt) || made.length > 0 ? { checks: made.length, visits: begun.length } : undefined;
};

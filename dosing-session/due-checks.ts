// The checks of the bedside that are not over, each with the moment from which it counts and the moment it is due. A check
// without a moment of its own waits for whoever comes next.
import { onset } from '#clinical/dosing/onset.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import { lineInterval, nextLineCheck } from '#clinical/monitoring/line-check.ts';
import { perceptionLooks } from '#clinical/monitoring/perceptual-change.ts';
import { type CheckSchedule, earlyBy } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { doseStartedAt } from './readings.ts';
import { type EntryOf, latest, type SessionState } from './state.ts';
import { effectToNote } from './titration.ts';

/** In the order in which they disturb least: what is only seen stands before what is asked. */
export const checkKinds = ['row', 'line', 'perception', 'onset', 'effect'] as const;
export type CheckKind = (typeof checkKinds)[number];

export type DueCheck = {
  readonly kind: CheckKind;
  /** Minutes after the dose started, where the protocol names the check by them. */
  readonly minute?: number | undefined;
  /** Undefined: it has no time of its own. */
  readonly due: { readonly opensAt: Instant; readonly at: Instant; readonly lateAt: Instant } | undefined;
};

type Question = {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly schedule: CheckSchedule | undefined;
  readonly now: Instant;
};

export const dueChecks = (question: Question): readonly DueCheck[] => [
  ...rowChecks(question),
  ...lineCheck(question),
  ...perceptionChecks(question),
  ...onsetCheck(question),
  ...(effectToNote(question.state) === undefined ? [] : [{ kind: 'effect', due: undefined } as const]),
];

const rowChecks = ({ schedule }: Question): readonly DueCheck[] =>
  [schedule?.current, schedule?.next].flatMap((slot) => {
    if (slot === undefined || slot.state === 'taken') return [];
    const { minute, opensAt, dueAt, lateAt } = slot;
    return [{ kind: 'row' as const, minute, due: { opensAt, at: dueAt, lateAt } }];
  });

const lineCheck = ({ state, edition }: Question): readonly DueCheck[] => {
  const at = lineDueAt(state, edition);
  const every = lineInterval(edition.timing)?.value;
  if (at === undefined || every === undefined) return [];
  const late = edition.checkLateAfterMinutes.value;
  return [{ kind: 'line', due: { opensAt: at - earlyBy(every, late), at, lateAt: addMinutes(at, late) } }];
};

const perceptionChecks = ({ state, edition, now }: Question): readonly DueCheck[] =>
  state.facts.PatientReleased.length > 0
    ? []
    : perceptionLooks({
        edition,
        startedAt: doseStartedAt(state),
        ratedAt: state.facts.PerceptionRated.map(({ at }) => at),
        now,
      })
        .filter(({ ratedAt, isOver }) => ratedAt === undefined && !isOver)
        .map(({ minute, opensAt, dueAt }) => ({
          kind: 'perception',
          minute,
          due: { opensAt, at: dueAt, lateAt: addMinutes(dueAt, edition.checkLateAfterMinutes.value) },
        }));

/** Asked once the usual time of the first effect has come, and by its end; then with whoever comes, until it is felt. */
const onsetCheck = ({ state, edition, now }: Question): readonly DueCheck[] => {
  const from = givenAt(state);
  if (from === undefined || state.phase !== 'dosing') return [];
  const felt = lastFelt(state)?.fact.felt;
  if (felt === 'felt' || felt === 'too-much') return [];
  const usual = onset({ edition, givenAt: from, felt, now });
  if (felt === 'not-yet') return usual.clock === 'past' ? [{ kind: 'onset', due: undefined }] : [];
  return [
    {
      kind: 'onset',
      due: {
        opensAt: usual.from,
        at: usual.to,
        lateAt: addMinutes(usual.to, edition.checkLateAfterMinutes.value),
      },
    },
  ];
};

/** When the last of the dose went in, or the pump was started. Nothing before a dose. */
export const givenAt = (state: SessionState): Instant | undefined =>
  latest(state, 'DoseGiven')?.at ?? state.infusion?.startedAt;

export const lastFelt = (state: SessionState): EntryOf<'OnsetSaid'> | undefined => {
  const from = givenAt(state);
  return from === undefined ? undefined : state.facts.OnsetSaid.findLast(({ at }) => at >= from);
};

export const lineDueAt = (state: SessionState, edition: Edition): Instant | undefined =>
  nextLineCheck({
    edition,
    startedAt: state.infusion?.startedAt,
    stoppedAt: state.infusion?.stoppedAt ?? undefined,
    lookedAt: latest(state, 'LineChecked')?.at,
  });

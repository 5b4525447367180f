// May this person leave? Read from fresh facts, handed from person to person. There is a least time to rest and no
// greatest: nobody is hurried out.

import type { CareRecord, Fact, Role, SessionFacts } from '#clinical/care-record.ts';
import { type Gate, type ReleaseCondition, releaseConditionsOf } from '#clinical/gate.ts';
import {
  type Asked,
  fromFact,
  fromIssues,
  gateOf,
  have,
  settleLine,
  type Verdict,
} from '#clinical/gate-line.ts';
import type { Instant } from '#clinical/instant.ts';
import { bloodPressureBeforeRelease } from '#clinical/monitoring/blood-pressure.ts';
import { heartRateIssues, oxygenIssues } from '#clinical/monitoring/heart-and-breath.ts';
import { sedationSteps } from '#clinical/monitoring/sedation.ts';
import type { Edition, StayAnchor } from '#clinical/protocol/edition.ts';
import { isMoment } from '#clinical/timestamp.ts';
import { minimumStay } from './minimum-stay.ts';
import { isRecoveryTotal } from './recovery-score.ts';

// Before a dose nothing speaks for leaving and no time changes that: one shut door serves everyone on an edition.
const beforeAnyDose = new WeakMap<Edition, Gate>();

export function releaseGate(asked: Asked, record: CareRecord): Gate {
  const isUntouched = record.cycle?.session === undefined && (record.cycle?.overrides?.length ?? 0) === 0;
  if (!isUntouched) return gateNow(asked, record);
  const known = beforeAnyDose.get(asked.edition);
  if (known) return known;
  const made = gateNow(asked, record);
  beforeAnyDose.set(asked.edition, made);
  return made;
}

function gateNow(asked: Asked, record: CareRecord): Gate {
  const verdicts = releaseVerdicts(asked, record.cycle?.session);
  return gateOf(
    'release',
    releaseConditionsOf(asked.edition.route).map((condition) =>
      settleLine(asked, {
        condition,
        owner: releaseLineOwner,
        verdict: verdicts[condition],
        overrides: record.cycle?.overrides,
      }),
    ),
  );
}

const releaseLineOwner: Role = 'nurse';

function releaseVerdicts(
  asked: Asked,
  session: SessionFacts | undefined,
): Readonly<Record<ReleaseCondition, Verdict>> {
  const { edition } = asked;
  const { release } = edition.limits;
  const latest = session?.latest;
  return {
    'dose-ended': doseEnded(asked, session),
    'rest-minimum': restMinimum(asked, session),
    'recovery-score': recoveryScore(asked, session),
    orientation: afterDose(asked, session, 'orientation', session?.orientation, (value) => ({
      state: value === 'oriented' ? 'met' : 'not-met',
      have: have(value),
    })),
    gait: afterDose(asked, session, 'gait', session?.gait, (value) => ({
      state: value === 'steady' ? 'met' : 'not-met',
      have: have(value),
    })),
    'settled-blood-pressure': {
      ...afterDose(asked, session, 'settled-blood-pressure', latest?.bloodPressure, (value) =>
        fromIssues(
          bloodPressureBeforeRelease({ reading: latest?.bloodPressure, edition }),
          have('reading', { systolicMmHg: value.systolicMmHg, diastolicMmHg: value.diastolicMmHg }),
        ),
      ),
      rules: [release.systolicMmHg.above, release.diastolicMmHg.above],
    },
    'settled-heart-rate': {
      ...afterDose(asked, session, 'settled-heart-rate', latest?.heartRatePerMin, (value) =>
        fromIssues(
          heartRateIssues({ moment: 'release', reading: latest?.heartRatePerMin, edition }),
          have('reading', { heartRatePerMin: value }),
        ),
      ),
      rules: [release.heartRatePerMin.below, release.heartRatePerMin.above],
    },
    'settled-oxygen': {
      ...afterDose(asked, session, 'settled-oxygen', latest?.spo2Percent, (value) =>
        fromIssues(
          oxygenIssues({ moment: 'release', reading: latest?.spo2Percent, edition }),
          have('reading', { spo2Percent: value }),
        ),
      ),
      rules: [release.spo2Percent.below],
    },
    awake: {
      ...afterDose(asked, session, 'awake', latest?.moaas, (moaas): Verdict => {
        const isOnScale = sedationSteps.some(({ score }) => score === moaas);
        if (!isOnScale) return { state: 'unknown', have: have('not-on-scale', { moaas }) };
        const isAwake = moaas >= edition.sedation.releaseAtOrAbove.value;
        return { state: isAwake ? 'met' : 'not-met', have: have('reading', { moaas }) };
      }),
      rules: [edition.sedation.releaseAtOrAbove],
    },
    symptoms: afterDose(asked, session, 'symptoms', session?.symptomsUnresolved, (value) => ({
      state: value.length === 0 ? 'met' : 'not-met',
      have: value.length === 0 ? have('asked-none') : have('symptoms', { symptoms: value.join(', ') }),
    })),
    'open-alerts': none(session?.openAlerts, 'alerts-open'),
    'open-signals': none(session?.openSignals, 'signals-open'),
    instructions: fromFact(asked, 'instructions', session?.instructionsRepeatedBack, (value) => ({
      state: value === 'repeated' ? 'met' : 'not-met',
      have: have(value),
    })),
    'line-removed': fromFact(asked, 'line-removed', session?.lineRemoved, (value) => ({
      state: value === 'removed' ? 'met' : 'not-met',
      have: have(value),
    })),
    belongings: fromFact(asked, 'belongings', session?.belongings, (value) => ({
      state: value === 'returned' ? 'met' : 'not-met',
      have: have(value),
    })),
    'escort-at-door': fromFact(asked, 'escort-at-door', session?.escortAtDoor, (value) => ({
      state: value === 'present' ? 'met' : 'not-met',
      have: have(value),
    })),
    'sitter-stays': afterDose(asked, session, 'sitter-stays', session?.sitterStays, (value) => ({
      state: value === 'stays' ? 'met' : 'not-met',
      have: have(value),
    })),
  };
}

/** Only what was seen once the dose had ended speaks for leaving; a steady walk before it says nothing. */
function afterDose<T>(
  asked: Asked,
  session: SessionFacts | undefined,
  condition: ReleaseCondition,
  fact: Fact<T> | undefined,
  judge: (value: T) => Verdict,
): Verdict {
  const verdict = fromFact(asked, condition, fact, judge);
  const endedAt = session?.doseStoppedAt;
  if (!fact || verdict.have.code === 'from-the-future') return verdict;
  if (isMoment(endedAt) && fact.at >= endedAt) return verdict;
  const values = { ...verdict.have.values, said: verdict.have.code };
  return { ...verdict, state: 'unknown', have: have('before-dose-end', values) };
}

function doseEnded({ clock }: Asked, session: SessionFacts | undefined): Verdict {
  if (session?.doseStartedAt === undefined) return { state: 'unknown', have: have('dose-not-started') };
  const stoppedAt = session.doseStoppedAt;
  const startedAt = session.doseStartedAt;
  if (!isMoment(startedAt) || (stoppedAt !== undefined && !isMoment(stoppedAt))) {
    return { state: 'unknown', have: have('dose-time-not-readable') };
  }
  if (stoppedAt !== undefined && stoppedAt < startedAt) {
    return { state: 'unknown', have: have('dose-times-reversed', { startedAt, stoppedAt }) };
  }
  if (stoppedAt === undefined || !clock.reached(stoppedAt)) {
    return { state: 'not-met', have: have('dose-running', { startedAt }), at: startedAt };
  }
  return { state: 'met', have: have('dose-ended', { startedAt, stoppedAt }), at: stoppedAt };
}

function restMinimum({ edition, clock }: Asked, session: SessionFacts | undefined): Verdict {
  const rules = [edition.rest.minimumMinutes];
  const stay = minimumStay(edition, session);
  if (stay.kind === 'unknown') return { state: 'unknown', have: have(stay.why), rules };
  const isOver = clock.reached(stay.until);
  const state = isOver ? 'met' : 'not-met';
  const untilFrom = (from: StayAnchor): Instant | undefined =>
    stay.anchors.find((anchor) => anchor.from === from)?.until;
  const endedAt = stay.anchors.find((anchor) => anchor.from === 'dose-end')?.at;
  const restUntilAt = stay.until;
  if (endedAt !== undefined) {
    return {
      state,
      have: have(isOver ? 'rested' : 'still-resting', { endedAt, restUntilAt }),
      at: endedAt,
      rules,
    };
  }
  const fromFirstUntilAt = untilFrom('first-part');
  const fromLastUntilAt = untilFrom('last-part');
  return {
    state,
    have: have(isOver ? 'stay-over' : 'stay-not-over', {
      restUntilAt,
      ...(fromFirstUntilAt === undefined ? {} : { fromFirstUntilAt }),
      ...(fromLastUntilAt === undefined ? {} : { fromLastUntilAt }),
    }),
    at: Math.max(...stay.anchors.map((anchor) => anchor.at)),
    rules,
  };
}

function recoveryScore(asked: Asked, session: SessionFacts | undefined): Verdict {
  const { aldreteAtLeast, padssAtLeast } = asked.edition.recoveryScore;
  const fact = session?.recoveryScore;
  const rule = fact?.value.scale === 'aldrete-modified' ? aldreteAtLeast : padssAtLeast;
  const verdict = afterDose(asked, session, 'recovery-score', fact, ({ scale, total }): Verdict => {
    const values = { scale, total };
    if (!isRecoveryTotal(total)) return { state: 'unknown', have: have('score-not-readable', values) };
    return { state: total >= rule.value ? 'met' : 'not-met', have: have('score', values) };
  });
  return { ...verdict, rules: [rule] };
}

function none(open: readonly unknown[] | undefined, code: string): Verdict {
  if (!open) return { state: 'unknown', have: have('nothing') };
  if (open.length === 0) return { state: 'met', have: have('none-open') };
  return { state: 'not-met', have: have(code, { count: open.length }) };
}

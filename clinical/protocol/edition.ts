// A protocol edition is one clinic's rules for one route, as data: every interval, limit and window with its source
// and how sure that source is. Rules read it; none carries a number of its own. A session keeps the edition it began on.

import type { Route } from '#clinical/care-record.ts';
import type { Condition } from '#clinical/gate.ts';
import type { LocalDate } from '#clinical/instant.ts';
import type { Sourced } from '#clinical/sourced.ts';

/** A number of this edition, with its root. */
export type EditionValue<T> = Sourced<T>;

/** A reading strictly below `below` or strictly above `above` is outside. A side left out is not asked. */
export type Limit = {
  readonly below?: EditionValue<number> | undefined;
  readonly above?: EditionValue<number> | undefined;
};

export type VitalLimits = {
  readonly systolicMmHg: Limit;
  readonly diastolicMmHg: Limit;
  readonly heartRatePerMin: Limit;
  readonly respiratoryRatePerMin: Limit;
  readonly spo2Percent: Limit;
};

export type PhaseName = 'starting' | 'rising' | 'strongest' | 'easing' | 'resting';

/** Typical shape of the route, in minutes after the dose starts; never a prediction for one person. */
export type Phase = {
  readonly name: PhaseName;
  readonly fromMinute: number;
  readonly toMinute: number | undefined;
};

/** What only this route has. The route decides which clock runs. */
export type RouteTiming =
  | {
      readonly route: 'iv';
      readonly infusionMinutes: EditionValue<number>;
      readonly checkEveryMinutes: EditionValue<number>;
      readonly recoveryCheckEveryMinutes: EditionValue<number>;
    }
  | {
      readonly route: 'im';
      readonly checkMinutes: EditionValue<readonly number[]>;
      readonly thenEveryMinutes: EditionValue<number>;
      readonly secondInjectionAfterMinutes: EditionValue<number>;
    }
  | {
      readonly route: 'sublingual';
      readonly checkMinutes: EditionValue<readonly number[]>;
      readonly thenEveryMinutes: EditionValue<number>;
      readonly holdMinutes: EditionValue<number>;
    }
  | {
      readonly route: 'home';
      readonly checkMinutes: EditionValue<readonly number[]>;
      readonly thenEveryMinutes: EditionValue<number>;
      readonly holdMinutes: EditionValue<number>;
      readonly missedLooksBeforeCall: EditionValue<number>;
    }
  | {
      readonly route: 'nasal';
      readonly checkMinutes: EditionValue<readonly number[]>;
      readonly thenEveryMinutes: EditionValue<number>;
      readonly betweenDevicesMinutes: EditionValue<number>;
      readonly nasalProductMinutes: EditionValue<number>;
    };

export type DoseLimits = {
  readonly referenceMgPerKg?: EditionValue<number> | undefined;
  readonly reviewAboveMgPerKg?: EditionValue<number> | undefined;
  readonly excludeAboveMgPerKg?: EditionValue<number> | undefined;
  readonly excludeAboveMgPerKgPerMinute?: EditionValue<number> | undefined;
  readonly excludeAboveSessionMg?: EditionValue<number> | undefined;
  readonly confirmWeightBelowKg: EditionValue<number>;
  readonly confirmWeightAboveKg: EditionValue<number>;
  /** How far today's weight may lie from the weight the order was made for. */
  readonly weightChangePercent: EditionValue<number>;
};

export type AnchorWhen = 'before-first-dose' | 'before-each-dose' | 'after-last-dose';

export type Anchor = {
  readonly instrument: string;
  readonly when: AnchorWhen;
  /** How many days before the dose it may be answered, or after the last dose it opens. */
  readonly days: EditionValue<number>;
};

export type Edition = {
  readonly id: string;
  readonly name: string;
  readonly route: Route;
  readonly version: number;
  readonly writtenOn: LocalDate;
  /** The clinician who answers for it. Undefined: an example, and every surface says so. */
  readonly approver?: { readonly name: string; readonly on: LocalDate } | undefined;
  readonly consentEditionId: string;

  readonly timing: RouteTiming;
  readonly phases: readonly Phase[];
  readonly checkLateAfterMinutes: EditionValue<number>;

  readonly limits: {
    /** Outside these before the dose, the dose waits for a decision. */
    readonly start: VitalLimits;
    /** Outside these during or after, someone must come and look. */
    readonly alert: VitalLimits;
    /** Outside these, the person stays. */
    readonly release: VitalLimits;
    /** A systolic rise over the person's own baseline that asks for a look. */
    readonly systolicRisePercent: EditionValue<number>;
  };
  readonly alert: {
    readonly recheckAfterMinutes: EditionValue<number>;
    readonly escalateAfterSeconds: EditionValue<number>;
    readonly escalateAgainAfterSeconds: EditionValue<number>;
  };
  /** MOAA/S scores at or below which to look, to stop giving, and to treat as an emergency. */
  readonly sedation: {
    readonly reviewAtOrBelow: EditionValue<number>;
    readonly stopDoseAtOrBelow: EditionValue<number>;
    readonly emergencyAtOrBelow: EditionValue<number>;
    readonly releaseAtOrAbove: EditionValue<number>;
  };

  readonly fasting: {
    readonly foodMinutes: EditionValue<number>;
    readonly clearFluidMinutes: EditionValue<number>;
    readonly heavyMealMinutes: EditionValue<number>;
    /** How long before the dose the times are shown. Longer than a day, a bare time would name the wrong one. */
    readonly clockFromHoursBefore: EditionValue<number>;
  };
  readonly dose: DoseLimits;
  /** How old what we know may be before it counts as unknown, per line. A line left out does not age. */
  readonly ageLimitMinutes: { readonly [C in Condition]?: EditionValue<number> };
  /** Lines this clinic lets nobody override, beyond identity, consent and stop. */
  readonly notOverridable: readonly Condition[];
  /** An override speaks for this visit: after this long it must be decided again. */
  readonly overrideMinutes: EditionValue<number>;
  readonly clockSkewMinutes: EditionValue<number>;

  readonly staffing: { readonly dosingPerNurse: EditionValue<number> };
  /** A least time to rest after the dose, and on purpose no greatest. */
  readonly rest: { readonly minimumMinutes: EditionValue<number> };
  readonly recoveryScore: {
    readonly aldreteAtLeast: EditionValue<number>;
    readonly padssAtLeast: EditionValue<number>;
  };

  readonly preparation: {
    readonly opensDaysBefore: EditionValue<number>;
    readonly dueHoursBefore: EditionValue<number>;
    readonly consentDueHoursBefore: EditionValue<number>;
    readonly rideDueHoursBefore: EditionValue<number>;
    readonly arriveMinutesBefore: EditionValue<number>;
  };
  readonly integration: {
    readonly fromHours: EditionValue<number>;
    readonly toHours: EditionValue<number>;
  };
  readonly eveningCheck: {
    readonly minuteOfDay: EditionValue<number>;
    readonly lateAfterMinutes: EditionValue<number>;
  };
  readonly pulse: {
    readonly everyDays: EditionValue<number>;
    readonly opensAtMinuteOfDay: EditionValue<number>;
    readonly closesAtMinuteOfDay: EditionValue<number>;
  };
  readonly anchors: readonly Anchor[];
  readonly driving: { readonly text: EditionValue<string> };
  readonly quietHours: {
    readonly fromMinuteOfDay: EditionValue<number>;
    readonly toMinuteOfDay: EditionValue<number>;
  };
};

export function isExample(edition: Edition): boolean {
  return edition.approver === undefined;
}

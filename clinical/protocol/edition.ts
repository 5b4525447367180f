// A protocol edition is one clinic's rules for one route, as data: every interval, limit and window with its source
// and how sure that source is. Rules read it; none carries a number of its own. A session keeps the edition it began on.

import type { Route } from '#clinical/care-record.ts';
import type { Condition } from '#clinical/gate.ts';
import type { LocalDate } from '#clinical/instant.ts';
import type { AfterCheckTimes } from '#clinical/integration/after-check-rules.ts';
import type { MedicineClass } from '#clinical/screening/medicines.ts';
import type { Sourced } from '#clinical/sourced.ts';
import type { EditionSteps } from './care-steps.ts';

/** A value of this edition, with its root. */
export type EditionValue<T> = Sourced<T> & {
  /** The day its source was last looked at, where that is another day than the edition's. */
  readonly asOf?: LocalDate | undefined;
  /** What another source says. Its presence marks a value the sources do not agree on: the clinic decides. */
  readonly conflict?: string | undefined;
};

/** What a patient or companion is shown, in both languages of the house. */
export type PeopleWords = { readonly en: string; readonly es: string };

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

type CheckTimes = {
  readonly checkMinutes: EditionValue<readonly number[]>;
  readonly thenEveryMinutes: EditionValue<number>;
};

/** When one more part of an ordered dose may follow the first, in minutes after it. */
export type SecondPart = {
  readonly fromMinutes: EditionValue<number>;
  readonly toMinutes: EditionValue<number>;
};

type HeldInTheMouth = {
  readonly holdMinutes: EditionValue<number>;
  readonly afterHold: EditionValue<'spit' | 'swallow' | 'as-ordered'>;
};

/** What only this route has. The route decides which clock runs. */
export type RouteTiming =
  | {
      readonly route: 'iv';
      readonly infusionMinutes: EditionValue<number>;
      readonly checkEveryMinutes: EditionValue<number>;
      readonly recoveryCheckEveryMinutes: EditionValue<number>;
      /** How often the line is looked at. Undefined: signed before it could be said. */
      readonly lineCheckEveryMinutes?: EditionValue<number> | undefined;
    }
  | ({ readonly route: 'im'; readonly secondPart: SecondPart } & CheckTimes)
  | ({ readonly route: 'sublingual'; readonly secondPart: SecondPart } & CheckTimes & HeldInTheMouth)
  | ({ readonly route: 'home'; readonly missedLooksBeforeCall: EditionValue<number> } & CheckTimes &
      HeldInTheMouth)
  | ({
      readonly route: 'nasal';
      readonly betweenDevicesMinutes: EditionValue<number>;
      readonly nasalProductMinutes: EditionValue<number>;
    } & CheckTimes);

/** What is commonly seen on this route, in minutes; never a prediction for one person. */
export type MinuteSpan = {
  readonly fromMinutes: EditionValue<number>;
  readonly toMinutes: EditionValue<number>;
};

/**
 * A class of medicine a prescriber may space from the dose. The hours stay blank until a person sets them; what others
 * publish stands beside them to be read, and is never a default.
 */
export type MedicineHold = {
  readonly medicineClass: MedicineClass;
  readonly beforeHours: EditionValue<number> | undefined;
  readonly afterHours: EditionValue<number> | undefined;
  readonly published: readonly EditionValue<string>[];
};

/** From which moment the least stay is counted. Of several the latest counts, and all are shown. */
export type StayAnchor = 'dose-end' | 'first-part' | 'last-part';

/** What must be so at home, beyond the lines of the gate. */
export type HomeRules = {
  /** Someone of the clinic sees the room on video before the dose. */
  readonly videoBeforeDose: EditionValue<boolean>;
  readonly clinicianContactHours: {
    readonly from: EditionValue<number>;
    readonly to: EditionValue<number>;
  };
  readonly storage: EditionValue<PeopleWords>;
};

/** What people are told, by the question it answers. */
export type EditionTexts = {
  readonly food: EditionValue<PeopleWords>;
  readonly medicines: EditionValue<PeopleWords>;
  readonly companion: EditionValue<PeopleWords>;
  readonly dose: EditionValue<PeopleWords>;
  readonly stay: EditionValue<PeopleWords>;
  readonly afterwards: EditionValue<PeopleWords>;
};

export type DoseLimits = {
  readonly referenceMgPerKg?: EditionValue<number> | undefined;
  readonly reviewAboveMgPerKg?: EditionValue<number> | undefined;
  readonly excludeAboveMgPerKg?: EditionValue<number> | undefined;
  readonly excludeAboveMgPerKgPerMinute?: EditionValue<number> | undefined;
  readonly excludeAboveSessionMg?: EditionValue<number> | undefined;
  readonly firstSessionMg?: EditionValue<readonly number[]> | undefined;
  /** The only doses there are, where the product comes in fixed devices. */
  readonly allowedSessionMg?: EditionValue<readonly number[]> | undefined;
  readonly confirmWeightBelowKg: EditionValue<number>;
  readonly confirmWeightAboveKg: EditionValue<number>;
  /** How far today's weight may lie from the weight the order was made for. */
  readonly weightChangePercent: EditionValue<number>;
};

export const anchorMoments = [
  'before-first-dose',
  'before-each-dose',
  'every-n-doses',
  'after-last-dose',
  'weeks-after-last',
] as const;

export type AnchorWhen = (typeof anchorMoments)[number];

export type Anchor = { readonly instrument: string } & (
  | {
      readonly when: 'before-first-dose' | 'before-each-dose' | 'after-last-dose';
      /** How many days before the dose it may be answered, or after the last dose it opens. */
      readonly days: EditionValue<number>;
    }
  | {
      readonly when: 'every-n-doses';
      readonly everyDoses: EditionValue<number>;
      /** How many days after such a dose it opens. */
      readonly days: EditionValue<number>;
    }
  | {
      readonly when: 'weeks-after-last';
      /** How many weeks after the last dose it opens, each time anew. */
      readonly weeks: EditionValue<readonly number[]>;
    }
);

export type Edition = {
  readonly id: string;
  readonly name: string;
  readonly route: Route;
  readonly version: number;
  /** The edition this one was made from; undefined when it was written from nothing. */
  readonly madeFrom?: string | undefined;
  readonly writtenOn: LocalDate;
  /** The day its sources were last looked at. */
  readonly asOf: LocalDate;
  /** The clinician who answers for it. Undefined: an example, and every surface says so. */
  readonly approver?: { readonly name: string; readonly on: LocalDate } | undefined;
  readonly consentEditionId: string;

  readonly phases: readonly Phase[];
  /** Where the phases come from. */
  readonly phasesAre: EditionValue<'typical-shape'>;
  readonly durations: {
    readonly onset: MinuteSpan;
    readonly mainEffect?: MinuteSpan | undefined;
    /** How long the room, or at home the person who watches, is needed. */
    readonly roomMinutes: EditionValue<number>;
    /** Held at the end of the stay to talk it over. Undefined: signed before it could be said. */
    readonly talkMinutes?: EditionValue<number> | undefined;
    /** Until the room is ready for another, after the person has left. Undefined: as above. */
    readonly turnoverMinutes?: EditionValue<number> | undefined;
  };
  readonly timing: RouteTiming;
  readonly checkLateAfterMinutes: EditionValue<number>;
  readonly oximetry: EditionValue<'continuous' | 'with-each-row' | 'not-asked'>;

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

  /** From which rating of distress, of ten, someone is called to the bed. Undefined: signed before it could be said. */
  readonly distress?: { readonly callsFrom: EditionValue<number> } | undefined;

  /** How long nobody of the team may be in the room while a dose works. Undefined: at home, or signed before it could be said. */
  readonly presence?: { readonly mayBeAloneMinutes: EditionValue<number> } | undefined;

  /** When whoever watches rates how changed what is seen and heard seems. Undefined: this protocol does not ask. */
  readonly perceptualChange?:
    | {
        readonly scale: EditionValue<'seen-0-10'>;
        readonly askedMinutes: EditionValue<readonly number[]>;
      }
    | undefined;

  readonly fasting: {
    readonly foodMinutes: EditionValue<number>;
    readonly clearFluidMinutes: EditionValue<number>;
    readonly heavyMealMinutes: EditionValue<number>;
    /** How long before the dose the times are shown. Longer than a day, a bare time would name the wrong one. */
    readonly clockFromHoursBefore: EditionValue<number>;
  };
  readonly holds: readonly MedicineHold[];
  readonly dose: DoseLimits;
  /** How old what we know may be before it counts as unknown, per line. A line left out does not age. */
  readonly ageLimitMinutes: { readonly [C in Condition]?: EditionValue<number> };
  /** Lines this clinic lets nobody override, beyond identity, consent and stop. */
  readonly notOverridable: readonly Condition[];
  /** An override speaks for this visit: after this long it must be decided again. */
  readonly overrideMinutes: EditionValue<number>;
  readonly clockSkewMinutes: EditionValue<number>;

  readonly staffing: {
    readonly dosingPerNurse: EditionValue<number>;
    readonly prescriber: EditionValue<'on-site' | 'reachable'>;
  };
  readonly companion: {
    readonly presence: EditionValue<'takes-home' | 'stays-throughout'>;
    readonly mustBeAdult: EditionValue<boolean>;
    readonly taxiAloneCounts: EditionValue<boolean>;
  };
  /** Only where the dose is taken at home. */
  readonly home?: HomeRules | undefined;
  /** A least time to stay, and on purpose no greatest. */
  readonly rest: {
    readonly minimumMinutes: EditionValue<number>;
    readonly countedFrom: EditionValue<readonly StayAnchor[]>;
  };
  readonly recoveryScore: {
    readonly aldreteAtLeast: EditionValue<number>;
    readonly padssAtLeast: EditionValue<number>;
  };

  /** Which steps of getting ready, the day and afterwards are asked. Undefined: signed before it could be said. */
  readonly steps?: EditionSteps | undefined;
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
    /** How long nothing is made of what a person writes after a dose. Undefined: signed before it could be said. */
    readonly quietAfterDoseHours?: EditionValue<number> | undefined;
  };
  readonly eveningCheck: {
    readonly minuteOfDay: EditionValue<number>;
    readonly lateAfterMinutes: EditionValue<number>;
  };
  /** When the days after are asked about. Undefined: signed before it could be said. */
  readonly afterChecks?: Partial<AfterCheckTimes> | undefined;
  readonly pulse: {
    readonly everyDays: EditionValue<number>;
    readonly opensAtMinuteOfDay: EditionValue<number>;
    readonly closesAtMinuteOfDay: EditionValue<number>;
  };
  readonly anchors: readonly Anchor[];
  readonly driving: { readonly text: EditionValue<PeopleWords> };
  readonly texts: EditionTexts;
  readonly quietHours: {
    readonly fromMinuteOfDay: EditionValue<number>;
    readonly toMinuteOfDay: EditionValue<number>;
  };
};

export function isExample(edition: Edition): boolean {
  return edition.approver === undefined;
}

// A gate is a door that rests shut: may this dose open, may this person leave. Each line says what is asked, what we
// have, how old it is and from whom. Missing or too old is unknown, and unknown keeps the door shut.

import type { Role, Route } from './care-record.ts';
import type { Instant } from './instant.ts';
import type { Confidence, SourceId } from './sources.ts';

export type GateId = 'open-dose' | 'release';

export const doseConditions = [
  'identity',
  'consent',
  'no-stop',
  'protocol',
  'issues-decided',
  'order',
  'preparation',
  'medicines',
  'last-food',
  'last-clear-fluid',
  'nasal-product',
  'no-substances',
  'risk',
  'call-device',
  'room-ready',
  'blood-pressure',
  'heart-rate',
  'oxygen',
  'weight',
  'intention',
  'pre-dose-review',
  'second-check',
  'ride',
  'sitter',
  'emergency-address',
  'nobody-to-care-for',
  'integration-visit',
  'certified-site',
  'prescriber-on-site',
  'program-enrolment',
  'staffing',
] as const;

export const releaseConditions = [
  'dose-ended',
  'rest-minimum',
  'recovery-score',
  'orientation',
  'gait',
  'settled-blood-pressure',
  'settled-heart-rate',
  'settled-oxygen',
  'awake',
  'symptoms',
  'open-alerts',
  'open-signals',
  'instructions',
  'line-removed',
  'belongings',
  'escort-at-door',
  'sitter-stays',
] as const;

export type DoseCondition = (typeof doseConditions)[number];
export type ReleaseCondition = (typeof releaseConditions)[number];
export type Condition = DoseCondition | ReleaseCondition;

/** Every line of every gate, on whatever route. */
export const conditionsAsked: readonly Condition[] = [...doseConditions, ...releaseConditions];

const inTheClinic: readonly Route[] = ['iv', 'im', 'sublingual', 'nasal'];
const atHome: readonly Route[] = ['home'];

/**
 * Lines only some routes ask. At home there is no oximeter, no scale and no way home; the spray comes in fixed devices,
 * so a weight settles nothing. A line not named here is asked on every route.
 */
const askedOn: Readonly<Partial<Record<Condition, readonly Route[]>>> = {
  'nasal-product': ['nasal'],
  'certified-site': ['nasal'],
  'prescriber-on-site': ['nasal'],
  'program-enrolment': ['nasal'],
  'no-substances': atHome,
  sitter: atHome,
  'emergency-address': atHome,
  'nobody-to-care-for': atHome,
  'sitter-stays': atHome,
  oxygen: inTheClinic,
  weight: ['iv', 'im', 'sublingual'],
  ride: inTheClinic,
  'line-removed': ['iv'],
  'room-ready': inTheClinic,
  'second-check': inTheClinic,
  'recovery-score': inTheClinic,
  'settled-oxygen': inTheClinic,
  awake: inTheClinic,
  belongings: inTheClinic,
  'escort-at-door': inTheClinic,
};

export function isAskedOn(condition: Condition, route: Route): boolean {
  return askedOn[condition]?.includes(route) ?? true;
}

export function doseConditionsOf(route: Route): readonly DoseCondition[] {
  return linesOn[route].dose;
}

export function releaseConditionsOf(route: Route): readonly ReleaseCondition[] {
  return linesOn[route].release;
}

// Read for every person of a day's list; told apart by route once.
const linesOn: Readonly<Record<Route, RouteLines>> = {
  iv: linesOf('iv'),
  im: linesOf('im'),
  sublingual: linesOf('sublingual'),
  nasal: linesOf('nasal'),
  home: linesOf('home'),
};

type RouteLines = { readonly dose: readonly DoseCondition[]; readonly release: readonly ReleaseCondition[] };

function linesOf(route: Route): RouteLines {
  return {
    dose: doseConditions.filter((condition) => isAskedOn(condition, route)),
    release: releaseConditions.filter((condition) => isAskedOn(condition, route)),
  };
}

/** Nobody overrides who the patient is, that they agree, or a stop; no edition can loosen this. */
export const neverOverridden: readonly Condition[] = ['identity', 'consent', 'no-stop'];

export type LineState = 'met' | 'not-met' | 'unknown' | 'overridden';

/** The order lines are read in: what is wrong, what is not known, what was decided, what was met. */
export const lineStates: readonly LineState[] = ['not-met', 'unknown', 'overridden', 'met'];

export type HaveValue = string | number | boolean;

/** What we have, as data: screens translate the code and fill in the values. Moments are Instants named `...At`. */
export type Have = { readonly code: string; readonly values: Readonly<Record<string, HaveValue>> };

/** The edition value a line was held against, so that the reader can see the rule and its root. */
export type LineRule = {
  readonly value?: HaveValue | undefined;
  readonly unit?: string | undefined;
  readonly source: SourceId;
  readonly confidence: Confidence;
};

export type GateLine = {
  readonly condition: Condition;
  readonly state: LineState;
  /** What the line would be without the override; only on overridden lines. */
  readonly overriddenFrom?: 'not-met' | 'unknown' | undefined;
  readonly override?: { readonly reason: string; readonly by: string; readonly at: Instant } | undefined;
  readonly have: Have;
  /** When it was true; the viewer counts the age from here. */
  readonly at?: Instant | undefined;
  readonly by?: string | undefined;
  /** Who can settle it. */
  readonly owner: Role;
  readonly overridable: boolean;
  readonly rules: readonly LineRule[];
  readonly ageLimitMinutes?: number | undefined;
};

/** A line that still keeps the door shut. */
export const isUnsettled = ({ state }: Pick<GateLine, 'state'>): boolean =>
  state === 'not-met' || state === 'unknown';

export type Gate = {
  readonly id: GateId;
  /** True only when every line is met or overridden. It does not say that a dose is safe. */
  readonly open: boolean;
  /** Ordered not met, unknown, overridden, met. */
  readonly lines: readonly GateLine[];
  readonly counts: Readonly<Record<LineState, number>>;
};

// What may stand at a path of an edition: of which kind, in which unit, between which ends. The example of the route says
// what an edition must have; this says what it may have beside that.

import type { Route } from '#clinical/care-record.ts';
import { type VitalSignKey, vitalSign, vitalSigns } from '#clinical/monitoring/vital-signs.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { settingsAt, stepSettings } from './care-steps.ts';
import { type EditionPart, partsOf } from './edition-parts.ts';
import { exampleEditions } from './editions.ts';

type ValueType = 'number' | 'numbers' | 'text' | 'words' | 'choice' | 'choices' | 'yes-or-no';

export type KnownPart = {
  readonly kind: EditionPart['kind'];
  readonly required: boolean;
  readonly type: ValueType | 'plain-number' | 'plain-text';
  readonly unit?: string | undefined;
};

/** What may be set although the example of the route leaves it out. */
const mayBeSet: readonly (readonly [RegExp, Omit<KnownPart, 'required' | 'unit'>, string?])[] = [
  [/^limits\.(start|alert|release)\.(\w+)\.(below|above)$/, { kind: 'value', type: 'number' }],
  [/^holds\.[^.]+\.(beforeHours|afterHours)$/, { kind: 'value', type: 'number' }, 'h'],
  [/^holds\.[^.]+\.published\.\d+$/, { kind: 'value', type: 'text' }, 'text'],
  [/^holds\.[^.]+\.medicineClass$/, { kind: 'plain', type: 'plain-text' }],
  [
    /^dose\.(referenceMgPerKg|reviewAboveMgPerKg|excludeAboveMgPerKg)$/,
    { kind: 'value', type: 'number' },
    'mg/kg',
  ],
  [/^dose\.excludeAboveMgPerKgPerMinute$/, { kind: 'value', type: 'number' }, 'mg/kg/min'],
  [/^dose\.excludeAboveSessionMg$/, { kind: 'value', type: 'number' }, 'mg'],
  [/^dose\.(firstSessionMg|allowedSessionMg)$/, { kind: 'value', type: 'numbers' }, 'mg'],
  [/^durations\.mainEffect\.(from|to)Minutes$/, { kind: 'value', type: 'number' }, 'min'],
  [/^durations\.(talk|turnover)Minutes$/, { kind: 'value', type: 'number' }, 'min'],
  [/^integration\.quietAfterDoseHours$/, { kind: 'value', type: 'number' }, 'h'],
  [/^perceptualChange\.askedMinutes$/, { kind: 'value', type: 'numbers' }, 'min'],
  [/^perceptualChange\.scale$/, { kind: 'value', type: 'choice' }, 'rule'],
  [/^ageLimitMinutes\.[a-z-]+$/, { kind: 'value', type: 'number' }, 'min'],
  [/^afterChecks\.(firstHours|lastOpenHours)$/, { kind: 'value', type: 'number' }, 'h'],
  [/^afterChecks\.laterHours$/, { kind: 'value', type: 'numbers' }, 'h'],
  [/^afterChecks\.(morningMinuteOfDay|calledAfterMinutes)$/, { kind: 'value', type: 'number' }, 'min'],
  [/^anchors\.[^.]+\.days$/, { kind: 'value', type: 'number' }, 'd'],
  [/^anchors\.[^.]+\.everyDoses$/, { kind: 'value', type: 'number' }, '{doses}'],
  [/^anchors\.[^.]+\.weeks$/, { kind: 'value', type: 'numbers' }, 'wk'],
  [/^anchors\.[^.]+\.(instrument|when)$/, { kind: 'plain', type: 'plain-text' }],
  [/^phases\.[^.]+\.name$/, { kind: 'plain', type: 'plain-text' }],
  [/^phases\.[^.]+\.(fromMinute|toMinute)$/, { kind: 'plain', type: 'plain-number' }],
  [/^notOverridable\.[^.]+$/, { kind: 'plain', type: 'plain-text' }],
  [/^(madeFrom|approver\.name|approver\.on)$/, { kind: 'plain', type: 'plain-text' }],
];

/** Every path the example of a route has, and those an edition of it may have. Undefined: no such part. */
export function knownPart(route: Route, path: string): KnownPart | undefined {
  if (settingsAt(path)) return { kind: 'value', required: false, type: 'choice', unit: 'rule' };
  const beside = mayBeSet.find(([pattern]) => pattern.test(path));
  if (beside) {
    const [pattern, part, unit] = beside;
    return { ...part, required: false, unit: unit ?? vitalUnit(pattern.exec(path)?.[2], part.kind) };
  }
  return templateOf(route).get(path);
}

export function requiredPaths(route: Route): readonly string[] {
  return [...templateOf(route)].flatMap(([path]) => (knownPart(route, path)?.required ? [path] : []));
}

/** The words a choice may be, where it may not be any word. */
export function choicesAt(path: string): readonly string[] | undefined {
  return choices[path] ?? (settingsAt(path) && stepSettings);
}

const choices: Readonly<Record<string, readonly string[]>> = {
  oximetry: ['continuous', 'with-each-row', 'not-asked'],
  phasesAre: ['typical-shape'],
  'perceptualChange.scale': ['seen-0-10'],
  'timing.afterHold': ['spit', 'swallow', 'as-ordered'],
  'staffing.prescriber': ['on-site', 'reachable'],
  'companion.presence': ['takes-home', 'stays-throughout'],
  'rest.countedFrom': ['dose-end', 'first-part', 'last-part'],
};

function end(from: number, to: number, unit: string): Sourced<readonly [number, number]> {
  return sourced([from, to], unit, 'H-HOUSE', 'H', 'Outside it is a slip of the finger, not a decision.');
}

/** What a value in this unit can be at all. It catches slips; it is no limit of care. */
export const plausibleByUnit: Readonly<Record<string, Sourced<readonly [number, number]>>> = {
  min: end(0, 20_160, 'min'),
  s: end(5, 3_600, 's'),
  h: end(0, 1_344, 'h'),
  d: end(0, 365, 'd'),
  '%': end(1, 100, '%'),
  'mg/kg': end(0.01, 10, 'mg/kg'),
  'mg/kg/min': end(0.001, 5, 'mg/kg/min'),
  mg: end(1, 1_000, 'mg'),
  kg: end(20, 400, 'kg'),
  'MOAA/S': end(0, 5, 'MOAA/S'),
  points: end(1, 10, 'points'),
  patients: end(1, 10, 'patients'),
  looks: end(1, 10, 'looks'),
  '{doses}': end(1, 50, '{doses}'),
  wk: end(1, 260, 'wk'),
  rating: end(1, 10, 'rating'),
};

export const minuteOfDayEnds = end(0, 1_439, 'min');

/** A value of zero means something only here; anywhere else it would switch a rule off. */
export const mayBeZero =
  /MinuteOfDay$|\.minuteOfDay$|^holds\.|^preparation\.|^integration\.fromHours$|^clockSkewMinutes$|^anchors\.[^.]+\.days$|^timing\.checkMinutes$|^durations\.onset\.fromMinutes$|^sedation\./;

/** The two ends between which a number at this path can lie. Undefined: this unit is not known. */
export function plausibleAt(path: string, unit: string): Sourced<readonly [number, number]> | undefined {
  const sign = /^limits\.(?:start|alert|release)\.(\w+)\./.exec(path)?.[1];
  if (sign !== undefined && isVitalSign(sign)) {
    const { from, to, source, confidence } = vitalSign(sign).plausible;
    return { value: [from, to], unit: vitalSign(sign).ucum, source, confidence };
  }
  return /[mM]inuteOfDay$/.test(path) ? minuteOfDayEnds : plausibleByUnit[unit];
}

function isVitalSign(name: string): name is VitalSignKey {
  return vitalSigns.some((sign) => sign.key === name);
}

function vitalUnit(name: string | undefined, kind: EditionPart['kind']): string | undefined {
  return kind === 'value' && name !== undefined && isVitalSign(name) ? vitalSign(name).ucum : undefined;
}

const templates = new Map<Route, ReadonlyMap<string, KnownPart>>();

function templateOf(route: Route): ReadonlyMap<string, KnownPart> {
  const known = templates.get(route);
  if (known) return known;
  const example = exampleEditions.find((edition) => edition.route === route);
  const made = new Map(
    example === undefined ? [] : partsOf(example).map((part) => [part.path, asKnown(part)] as const),
  );
  templates.set(route, made);
  return made;
}

function asKnown(part: EditionPart): KnownPart {
  if (part.kind === 'plain') {
    const type = typeof part.value === 'number' ? 'plain-number' : 'plain-text';
    return { kind: 'plain', required: true, type };
  }
  const { value, unit } = part.value;
  return { kind: 'value', required: true, type: typeOf(value, part.path), unit };
}

export function typeOf(value: unknown, path: string): ValueType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes-or-no';
  if (typeof value === 'string') return choicesAt(path) ? 'choice' : 'text';
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'number') ? 'numbers' : 'choices';
  return 'words';
}

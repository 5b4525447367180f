// What no clinic's edition may loosen: the lines nobody goes on without, the facts that must grow old, and the figures of
// a label or a safety program. More than that is the clinic's to ask; less is not.

import type { Route } from '#clinical/care-record.ts';
import { type Condition, doseConditionsOf, neverOverridden, releaseConditionsOf } from '#clinical/gate.ts';
import type { Sourced } from '#clinical/sourced.ts';
import { carePhases, settingsAt } from './care-steps.ts';
import { against, type EditionFinding } from './edition-finding.ts';
import type { EditionPart } from './edition-parts.ts';
import { injectionLabel, nasalLabel } from './label-floors.ts';

type Parts = ReadonlyMap<string, EditionPart>;

export function floorFindings(route: Route, parts: Parts): readonly EditionFinding[] {
  return [
    ...shutFindings(route, parts),
    ...spineFindings(parts),
    ...agingFindings(route, parts),
    ...figureFindings(route, parts),
  ];
}

const shutOnEveryRoute: readonly Condition[] = [
  ...neverOverridden,
  'protocol',
  'order',
  'pre-dose-review',
  'dose-ended',
  'open-signals',
];
const atTheDoor: readonly Condition[] = ['escort-at-door'];
const shutBesides: Readonly<Record<Route, readonly Condition[]>> = {
  iv: ['line-removed', ...atTheDoor],
  im: atTheDoor,
  sublingual: atTheDoor,
  home: ['sitter', 'emergency-address', 'sitter-stays'],
  nasal: ['certified-site', 'program-enrolment', 'rest-minimum', ...atTheDoor],
};

/** Lines that stay shut whoever signs, on this route. */
export function shutFor(route: Route): readonly Condition[] {
  return [...shutOnEveryRoute, ...shutBesides[route]];
}

function shutFindings(route: Route, parts: Parts): readonly EditionFinding[] {
  const said = [...parts.keys()]
    .filter((path) => path.startsWith('notOverridable.'))
    .map((path) => path.slice('notOverridable.'.length));
  const asked: readonly string[] = [...doseConditionsOf(route), ...releaseConditionsOf(route)];
  return [
    ...shutFor(route)
      .filter((condition) => !said.includes(condition))
      .map((condition) =>
        against({
          path: `notOverridable.${condition}`,
          code: 'floor-line-open',
          title: `Someone could go on without ${condition}.`,
          wayOut: 'Put it back among the lines nobody overrides.',
        }),
      ),
    ...said
      // A line named twice is told as that.
      .filter((condition) => !asked.includes(condition) && !condition.includes('#'))
      .map((condition) =>
        against({
          path: `notOverridable.${condition}`,
          code: 'line-not-asked',
          title: `No gate of this route asks ${condition}.`,
          wayOut: 'Take it out.',
        }),
      ),
  ];
}

/** Three phases, always; and in each the steps a gate or a safety check rests on. */
function spineFindings(parts: Parts): readonly EditionFinding[] {
  const said = [...parts.keys()].filter((path) => path.startsWith('steps.'));
  // An edition signed before steps could be said has the usual ones.
  if (said.length === 0) return [];
  const missing = carePhases
    .filter((phase) => !said.some((path) => path.startsWith(`steps.${phase}.`)))
    .map((phase) =>
      against({
        path: `steps.${phase}`,
        code: 'phase-missing',
        title: `Every protocol has ${phase}; this one leaves it out.`,
        wayOut: 'Put the phase back with its steps.',
      }),
    );
  const cannotBe = said.flatMap((path): readonly EditionFinding[] => {
    const settings = settingsAt(path);
    if (settings === undefined || settings.some((setting) => setting === valueAt(parts, path))) return [];
    return [
      against({
        path,
        code: 'step-cannot-be-so',
        title:
          settings.length === 1
            ? 'A gate or a safety check rests on this step; it is always asked.'
            : 'This step cannot be set so.',
        wayOut: `Say ${settings.join(' or ')}.`,
      }),
    ];
  });
  return [...missing, ...cannotBe, ...preparesNobody(said, parts)];
}

/** Beside what has a line of its own at the door, at least one step of getting ready is asked. */
function preparesNobody(said: readonly string[], parts: Parts): readonly EditionFinding[] {
  const own = said.filter(
    (path) => path.startsWith('steps.preparation.') && settingsAt(path)?.includes('optional'),
  );
  if (own.length === 0 || own.some((path) => valueAt(parts, path) === 'asked')) return [];
  return [
    against({
      path: 'steps.preparation',
      code: 'prepares-nobody',
      title: 'No step of getting ready is asked; a dose would open on nothing.',
      wayOut: 'Ask at least one.',
    }),
  ];
}

/** What is asked or measured on the day says nothing about another day. */
const growsOld: readonly Condition[] = [
  'identity',
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
  'pre-dose-review',
  'second-check',
  'ride',
  'sitter',
  'emergency-address',
  'nobody-to-care-for',
  'program-enrolment',
  'recovery-score',
  'orientation',
  'gait',
  'settled-blood-pressure',
  'settled-heart-rate',
  'settled-oxygen',
  'awake',
  'symptoms',
  'escort-at-door',
  'sitter-stays',
];

function agingFindings(route: Route, parts: Parts): readonly EditionFinding[] {
  const asked: readonly Condition[] = [...doseConditionsOf(route), ...releaseConditionsOf(route)];
  return growsOld
    .filter((condition) => asked.includes(condition) && !parts.has(`ageLimitMinutes.${condition}`))
    .map((condition) =>
      against({
        path: `ageLimitMinutes.${condition}`,
        code: 'never-too-old',
        title: `What is known about ${condition} would never be too old.`,
        wayOut: 'Say after how long it is asked again.',
      }),
    );
}

type Floor = {
  readonly path: string;
  readonly side: 'at least' | 'at most';
  readonly figure: Sourced<number>;
};

const figures: Readonly<Partial<Record<Route, readonly Floor[]>>> = {
  iv: [
    {
      path: 'dose.excludeAboveMgPerKgPerMinute',
      side: 'at most',
      figure: injectionLabel.mostMgPerKgPerMinute,
    },
  ],
  nasal: [
    { path: 'fasting.foodMinutes', side: 'at least', figure: nasalLabel.foodMinutes },
    { path: 'fasting.clearFluidMinutes', side: 'at least', figure: nasalLabel.clearFluidMinutes },
    { path: 'timing.nasalProductMinutes', side: 'at least', figure: nasalLabel.nasalProductMinutes },
    { path: 'timing.betweenDevicesMinutes', side: 'at least', figure: nasalLabel.betweenDevicesMinutes },
    { path: 'rest.minimumMinutes', side: 'at least', figure: nasalLabel.stayMinutes },
  ],
};

function valueAt(parts: Parts, path: string): unknown {
  const part = parts.get(path);
  return part?.kind === 'value' ? part.value.value : undefined;
}

function figureFindings(route: Route, parts: Parts): readonly EditionFinding[] {
  const found = (figures[route] ?? []).flatMap(({ path, side, figure }): readonly EditionFinding[] => {
    const value = valueAt(parts, path);
    if (typeof value !== 'number') {
      // A required part that is missing is told elsewhere; a ceiling may not simply be left out.
      return side === 'at most' && value === undefined ? [weaker(path, side, figure, undefined)] : [];
    }
    const isWeaker = side === 'at least' ? value < figure.value : value > figure.value;
    return isWeaker ? [weaker(path, side, figure, value)] : [];
  });
  return route === 'nasal' ? [...found, ...nasalFindings(parts)] : [...found, ...homeFindings(route, parts)];
}

function nasalFindings(parts: Parts): readonly EditionFinding[] {
  const found: EditionFinding[] = [];
  const from = valueAt(parts, 'rest.countedFrom');
  if (Array.isArray(from) && !(from.includes('first-part') && from.includes('last-part'))) {
    found.push(
      against({
        path: 'rest.countedFrom',
        code: 'stay-not-from-both',
        title: 'The stay after a spray is not counted from both the first and the last device.',
        wayOut: 'Count from both; the later one holds.',
        root: nasalLabel.stayMinutes,
      }),
    );
  }
  const allowed = valueAt(parts, 'dose.allowedSessionMg');
  const labelled: readonly number[] = nasalLabel.sessionMg.value;
  if (!Array.isArray(allowed) || !allowed.every((mg) => labelled.includes(mg))) {
    found.push(
      against({
        path: 'dose.allowedSessionMg',
        code: 'dose-not-on-label',
        title: `The label knows only ${labelled.join(' and ')} mg.`,
        wayOut: 'Keep to the doses of the label.',
        root: nasalLabel.sessionMg,
      }),
    );
  }
  if (valueAt(parts, 'staffing.prescriber') !== nasalLabel.prescriber.value) {
    found.push(
      against({
        path: 'staffing.prescriber',
        code: 'prescriber-not-on-site',
        title: 'The safety program asks for a prescriber on site.',
        wayOut: 'Say on-site.',
        root: nasalLabel.prescriber,
      }),
    );
  }
  return found;
}

function homeFindings(route: Route, parts: Parts): readonly EditionFinding[] {
  if (route !== 'home' || valueAt(parts, 'companion.presence') === 'stays-throughout') return [];
  return [
    against({
      path: 'companion.presence',
      code: 'alone-at-home',
      title: 'Nobody would have to be there the whole time.',
      wayOut: 'Say stays-throughout.',
    }),
  ];
}

function weaker(
  path: string,
  side: Floor['side'],
  figure: Sourced<number>,
  value: number | undefined,
): EditionFinding {
  return against({
    path,
    code: 'weaker-than-label',
    title: `The label asks for ${side} ${figure.value} ${figure.unit} at ${path}.`,
    wayOut: `Set ${side} ${figure.value} ${figure.unit}.`,
    values: { value },
    root: figure,
  });
}

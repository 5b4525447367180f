// Do the values of a proposed edition stand in the right order to each other? Limits that open before they close, alerts
// outside what may start, phases without a hole, windows that do not end before they begin.

import { latestCheckHours } from '#clinical/integration/after-check-rules.ts';
import { asText } from './as-text.ts';
import type { Edition, PhaseName } from './edition.ts';
import { against, type EditionFinding } from './edition-finding.ts';
import type { EditionPart } from './edition-parts.ts';
import { plausibleByUnit } from './known-parts.ts';

type Parts = ReadonlyMap<string, EditionPart>;

export function orderFindings(parts: Parts, edition: Edition): readonly EditionFinding[] {
  return [
    ...limitFindings(parts),
    ...phaseFindings(edition),
    ...rowFindings(parts),
    ...perceptionFindings(parts),
    ...ladderFindings(parts),
    ...windowFindings(parts),
    ...afterCheckFindings(parts),
  ];
}

function numberAt(parts: Parts, path: string): number | undefined {
  const part = parts.get(path);
  const value = part?.kind === 'value' ? part.value.value : part?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function numbersAt(parts: Parts, path: string): readonly number[] | undefined {
  const part = parts.get(path);
  const value = part?.kind === 'value' ? part.value.value : undefined;
  return Array.isArray(value) && value.every((one) => typeof one === 'number') ? value : undefined;
}

const signs = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'respiratoryRatePerMin',
  'spo2Percent',
] as const;
const moments = ['start', 'alert', 'release'] as const;

/** The sides without which a moment would not be watched at all. */
const neededSides: readonly string[] = moments.flatMap((moment) => [
  `limits.${moment}.systolicMmHg.above`,
  `limits.${moment}.diastolicMmHg.above`,
  `limits.${moment}.heartRatePerMin.above`,
  `limits.${moment}.spo2Percent.below`,
]);

function limitFindings(parts: Parts): readonly EditionFinding[] {
  const found: EditionFinding[] = neededSides
    .filter((path) => !parts.has(path))
    .map((path) =>
      against({
        path,
        code: 'limit-missing',
        title: `Nothing stands at ${path}, so nothing would be noticed there.`,
        wayOut: 'Set a limit.',
        action: 'unknown',
      }),
    );
  for (const moment of moments) {
    for (const sign of signs) {
      const below = numberAt(parts, `limits.${moment}.${sign}.below`);
      const above = numberAt(parts, `limits.${moment}.${sign}.above`);
      if (below !== undefined && above !== undefined && below >= above) {
        found.push(
          outOfOrder(
            `limits.${moment}.${sign}.below`,
            `limits.${moment}.${sign}.above`,
            [below, above],
            'below',
          ),
        );
      }
    }
    const systolic = numberAt(parts, `limits.${moment}.systolicMmHg.above`);
    const diastolic = numberAt(parts, `limits.${moment}.diastolicMmHg.above`);
    if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) {
      found.push(
        outOfOrder(
          `limits.${moment}.diastolicMmHg.above`,
          `limits.${moment}.systolicMmHg.above`,
          [diastolic, systolic],
          'below',
        ),
      );
    }
  }
  for (const sign of signs) found.push(...nestingFindings(parts, sign));
  return found;
}

/** Whoever may start must not ring at once, and nobody leaves while they would. */
function nestingFindings(parts: Parts, sign: string): readonly EditionFinding[] {
  const at = (moment: string, side: string): number | undefined =>
    numberAt(parts, `limits.${moment}.${sign}.${side}`);
  const found: EditionFinding[] = [];
  for (const [inner, words] of [
    ['start', 'would ring for someone who may start'],
    ['release', 'would ring for someone who may leave'],
  ] as const) {
    const innerAbove = at(inner, 'above');
    const innerBelow = at(inner, 'below');
    const above = at('alert', 'above');
    const below = at('alert', 'below');
    if (innerAbove !== undefined && above !== undefined && above < innerAbove) {
      found.push(insideFinding(`limits.alert.${sign}.above`, words, { alert: above, [inner]: innerAbove }));
    }
    if (innerBelow !== undefined && below !== undefined && below > innerBelow) {
      found.push(insideFinding(`limits.alert.${sign}.below`, words, { alert: below, [inner]: innerBelow }));
    }
  }
  return found;
}

function insideFinding(
  path: string,
  words: string,
  values: Readonly<Record<string, number>>,
): EditionFinding {
  return against({
    path,
    code: 'alert-inside',
    title: `The alert at ${path} ${words}.`,
    wayOut: 'Move the alert outward, or the other limit inward.',
    values,
  });
}

const phaseOrder: readonly PhaseName[] = ['starting', 'rising', 'strongest', 'easing', 'resting'];

/** From the first minute on, every minute lies in exactly one phase, and the last one has no end. */
function phaseFindings(edition: Edition): readonly EditionFinding[] {
  const phases: unknown = edition.phases;
  if (!Array.isArray(phases) || phases.length === 0) {
    return [
      against({
        path: 'phases',
        code: 'part-missing',
        title: 'There are no phases.',
        wayOut: 'Begin with one from minute 0 that has no end.',
        action: 'unknown',
      }),
    ];
  }
  return phases.flatMap(
    (phase: Partial<Edition['phases'][number]> | null, index): readonly EditionFinding[] => {
      const { name, fromMinute, toMinute } = phase ?? {};
      const path = `phases.${name}`;
      const before = phases[index - 1] as Partial<Edition['phases'][number]> | undefined;
      const isLast = index === phases.length - 1;
      const expected = index === 0 ? 0 : before?.toMinute;
      const found: EditionFinding[] = [];
      if (fromMinute === undefined || fromMinute !== expected) {
        found.push(
          against({
            path: `${path}.fromMinute`,
            code: 'phases-with-a-hole',
            title:
              index === 0
                ? 'The first phase does not begin at minute 0.'
                : `${name} does not begin where ${before?.name} ends.`,
            wayOut: `Let it begin at ${expected ?? 'the end of the one before, which has to have an end'}.`,
            values: { fromMinute, expected },
          }),
        );
      }
      if (!isLast && !(toMinute !== undefined && fromMinute !== undefined && toMinute > fromMinute)) {
        found.push(
          against({
            path: `${path}.toMinute`,
            code: 'phase-without-time',
            title: `${name} does not end after it begins.`,
            wayOut: 'Let it end later.',
            values: { fromMinute, toMinute },
          }),
        );
      }
      if (isLast && toMinute !== undefined) {
        found.push(
          against({
            path: `${path}.toMinute`,
            code: 'phases-end',
            title: 'The last phase ends, and someone may still be here.',
            wayOut: 'Leave its end open.',
            values: { toMinute },
          }),
        );
      }
      const isInOrder =
        name !== undefined &&
        phaseOrder.includes(name) &&
        (before?.name === undefined || phaseOrder.indexOf(before.name) < phaseOrder.indexOf(name));
      if (!isInOrder) {
        found.push(
          against({
            path,
            code: 'phases-out-of-order',
            title: `${asText(name)} cannot stand here among the phases.`,
            wayOut: `Keep to the order ${phaseOrder.join(', ')}.`,
          }),
        );
      }
      return found;
    },
  );
}

function rowFindings(parts: Parts): readonly EditionFinding[] {
  const minutes = numbersAt(parts, 'timing.checkMinutes');
  const found: EditionFinding[] = [];
  if (minutes !== undefined) {
    if (minutes[0] !== 0 || !isRising(minutes)) {
      found.push(
        against({
          path: 'timing.checkMinutes',
          code: 'rows-out-of-order',
          title: 'The minutes of the rows do not begin at 0 and rise.',
          wayOut: 'Write them in order, each once, beginning with 0.',
          values: { minutes: minutes.join(', ') },
        }),
      );
    }
  }
  const late = numberAt(parts, 'checkLateAfterMinutes');
  const gaps = [
    ...(minutes ?? []).slice(1).map((minute, index) => minute - (minutes?.[index] ?? 0)),
    ...['thenEveryMinutes', 'checkEveryMinutes', 'recoveryCheckEveryMinutes'].flatMap(
      (name) => numberAt(parts, `timing.${name}`) ?? [],
    ),
  ];
  const shortest = Math.min(...gaps);
  if (late !== undefined && late >= shortest) {
    found.push(
      against({
        path: 'checkLateAfterMinutes',
        code: 'late-after-the-next',
        title: 'A row would be late only when the next one is already due.',
        wayOut: 'Let it be late sooner than the shortest time between two rows.',
        values: { late, shortest },
      }),
    );
  }
  return found;
}

function isRising(minutes: readonly number[]): boolean {
  return minutes.every((minute, index) => index === 0 || minute > (minutes[index - 1] ?? 0));
}

function perceptionFindings(parts: Parts): readonly EditionFinding[] {
  const path = 'perceptualChange.askedMinutes';
  const hasScale = parts.has('perceptualChange.scale');
  if (!hasScale && !parts.has(path)) return [];
  const minutes = numbersAt(parts, path) ?? [];
  if (hasScale && minutes.length > 0 && isRising(minutes)) return [];
  return [
    against({
      path,
      code: 'perception-out-of-order',
      title: 'What they see and hear is rated on a scale, at minutes that rise.',
      wayOut: 'Write both, each minute once and in order, or leave both out.',
      values: { minutes: minutes.join(', ') },
    }),
  ];
}

/** Each list rises from left to right. Equal neighbours are allowed only where the list says so. */
const ladders: readonly { readonly paths: readonly string[]; readonly mayBeEqual: boolean }[] = [
  {
    paths: [
      'sedation.emergencyAtOrBelow',
      'sedation.stopDoseAtOrBelow',
      'sedation.reviewAtOrBelow',
      'sedation.releaseAtOrAbove',
    ],
    mayBeEqual: false,
  },
  { paths: ['alert.escalateAfterSeconds', 'alert.escalateAgainAfterSeconds'], mayBeEqual: false },
  {
    paths: ['fasting.clearFluidMinutes', 'fasting.foodMinutes', 'fasting.heavyMealMinutes'],
    mayBeEqual: true,
  },
  {
    paths: ['dose.referenceMgPerKg', 'dose.reviewAboveMgPerKg', 'dose.excludeAboveMgPerKg'],
    mayBeEqual: true,
  },
  { paths: ['dose.confirmWeightBelowKg', 'dose.confirmWeightAboveKg'], mayBeEqual: false },
  { paths: ['integration.fromHours', 'integration.toHours'], mayBeEqual: false },
  { paths: ['pulse.opensAtMinuteOfDay', 'pulse.closesAtMinuteOfDay'], mayBeEqual: false },
  { paths: ['timing.secondPart.fromMinutes', 'timing.secondPart.toMinutes'], mayBeEqual: true },
  { paths: ['durations.onset.fromMinutes', 'durations.onset.toMinutes'], mayBeEqual: true },
  { paths: ['durations.mainEffect.fromMinutes', 'durations.mainEffect.toMinutes'], mayBeEqual: true },
  { paths: ['home.clinicianContactHours.from', 'home.clinicianContactHours.to'], mayBeEqual: false },
];

function ladderFindings(parts: Parts): readonly EditionFinding[] {
  return ladders.flatMap(({ paths, mayBeEqual }) => {
    const steps = paths.flatMap((path) => {
      const value = numberAt(parts, path);
      return value === undefined ? [] : [{ path, value }];
    });
    return steps.slice(1).flatMap((step, index) => {
      const before = steps[index];
      if (before === undefined || step.value > before.value) return [];
      if (mayBeEqual && step.value === before.value) return [];
      return [
        outOfOrder(before.path, step.path, [before.value, step.value], mayBeEqual ? 'not above' : 'below'),
      ];
    });
  });
}

const minutesPerHour = 60;
const hoursPerDay = 24;

function windowFindings(parts: Parts): readonly EditionFinding[] {
  const found: EditionFinding[] = [];
  const opensDays = numberAt(parts, 'preparation.opensDaysBefore');
  for (const name of ['dueHoursBefore', 'consentDueHoursBefore', 'rideDueHoursBefore']) {
    const path = `preparation.${name}`;
    const due = numberAt(parts, path);
    if (opensDays !== undefined && due !== undefined && due >= opensDays * hoursPerDay) {
      found.push(outOfOrder(path, 'preparation.opensDaysBefore', [due, opensDays * hoursPerDay], 'below'));
    }
  }
  const shown = numberAt(parts, 'fasting.clockFromHoursBefore');
  const longest = Math.max(
    numberAt(parts, 'fasting.foodMinutes') ?? 0,
    numberAt(parts, 'fasting.heavyMealMinutes') ?? 0,
  );
  if (shown !== undefined && (shown > hoursPerDay || shown * minutesPerHour < longest)) {
    found.push(
      against({
        path: 'fasting.clockFromHoursBefore',
        code: 'eating-times-shown-wrong',
        title:
          shown > hoursPerDay
            ? 'The eating times would be shown more than a day ahead and name the wrong day.'
            : 'The eating times would be shown only after the last meal is over.',
        wayOut: 'Show them less than a day ahead, and before the longest of the times.',
        values: { shownHours: shown, longestMinutes: longest },
      }),
    );
  }
  const override = numberAt(parts, 'overrideMinutes');
  if (override !== undefined && override > hoursPerDay * minutesPerHour) {
    found.push(
      against({
        path: 'overrideMinutes',
        code: 'override-beyond-the-visit',
        title: 'A decision to go on would still stand at another visit.',
        wayOut: 'Let it last a day at most.',
        values: { minutes: override },
        root: plausibleByUnit.min,
      }),
    );
  }
  const quiet = ['fromMinuteOfDay', 'toMinuteOfDay'].map((name) => numberAt(parts, `quietHours.${name}`));
  if (quiet[0] !== undefined && quiet[0] === quiet[1]) {
    found.push(
      against({
        path: 'quietHours.toMinuteOfDay',
        code: 'quiet-hours-empty',
        title: 'The quiet hours end as they begin.',
        wayOut: 'Let them end at another minute.',
      }),
    );
  }
  return found;
}

/** The questions follow each other: the first on the day of the dose, then the morning after, then the later ones in turn. */
function afterCheckFindings(parts: Parts): readonly EditionFinding[] {
  const later = 'afterChecks.laterHours';
  const found: EditionFinding[] = [];
  const first = numberAt(parts, 'afterChecks.firstHours');
  if (first !== undefined && first >= hoursPerDay / 2)
    found.push(outOfOrder('afterChecks.firstHours', 'half a day', [first, hoursPerDay / 2], 'below'));
  // A dose of the afternoon is asked about in the morning; a day and a half later that morning is over, whenever the dose was.
  [hoursPerDay * 1.5, ...(numbersAt(parts, later) ?? [])].forEach((before, index, all) => {
    const next = all[index + 1];
    if (next !== undefined && before >= next) found.push(outOfOrder(later, later, [before, next], 'below'));
  });
  const last = numbersAt(parts, later)?.at(-1);
  if (last !== undefined && last > latestCheckHours.value)
    found.push(outOfOrder(later, 'two weeks', [last, latestCheckHours.value], 'not above'));
  return found;
}

function outOfOrder(
  path: string,
  other: string,
  [value, otherValue]: readonly [number, number],
  words: 'below' | 'not above',
): EditionFinding {
  return against({
    path,
    code: 'out-of-order',
    title: `${path} has to lie ${words} ${other}.`,
    wayOut: 'Change one of the two.',
    values: { value, otherValue },
  });
}

// Where a fault would reach a patient, as data: the files that are broken on purpose, one change at a time, and the
// tests that must notice. An area runs only its own tests, so that one change costs a fraction of a second.

export type MutationArea = {
  readonly id: string;
  readonly title: string;
  /** Files to break, relative to the repository; `!` takes one out again. */
  readonly files: readonly string[];
  /** Test files that speak for them. */
  readonly tests: readonly string[];
};

const neverATest = '!clinical/**/*.test.ts';
const missingInputs = 'clinical/properties/unknown-is-never-fine.test.ts';

/** Files of one area that would take it past ten minutes together with the rest. */
const spray = [
  'clinical/dosing/esketamine-*.ts',
  'clinical/dosing/device-spacing.ts',
  'clinical/dosing/spray-timing.ts',
  'clinical/dosing/pressure-prompt.ts',
  'clinical/dosing/titration.ts',
];

export const mutationAreas: readonly MutationArea[] = [
  {
    id: 'dosing',
    title: 'How much, how fast',
    files: [
      'clinical/dosing/*.ts',
      '!clinical/dosing/dose-gate.ts',
      ...spray.map((file) => `!${file}`),
      neverATest,
    ],
    tests: ['clinical/dosing/*.test.ts', missingInputs],
  },
  {
    id: 'spray',
    title: 'The esketamine spray, and the next step on any route',
    files: [...spray, neverATest],
    tests: ['clinical/dosing/*.test.ts', missingInputs],
  },
  {
    id: 'gates',
    title: 'May the dose open, may they leave',
    files: [
      'clinical/gate-line.ts',
      'clinical/dosing/dose-gate.ts',
      'clinical/home/home-lines.ts',
      'clinical/preparation/nasal-product.ts',
      'clinical/discharge/release-gate.ts',
      'clinical/discharge/minimum-stay.ts',
    ],
    tests: [
      'clinical/answer.test.ts',
      'clinical/gate-*.test.ts',
      'clinical/dosing/dose-gate*.test.ts',
      'clinical/discharge/release-gate*.test.ts',
      'clinical/discharge/minimum-stay*.test.ts',
    ],
  },
  {
    id: 'risk',
    title: 'Does someone need to come now',
    files: ['clinical/risk/*.ts', '!clinical/risk/crisis-lines.ts', neverATest],
    tests: ['clinical/risk/*.test.ts', missingInputs],
  },
  {
    id: 'scoring',
    title: 'Totals and recovery scores',
    files: [
      'clinical/instruments/score*.ts',
      'clinical/instruments/pulse.ts',
      'clinical/discharge/recovery-score.ts',
      neverATest,
    ],
    tests: ['clinical/instruments/*.test.ts', 'clinical/discharge/recovery-score*.test.ts', missingInputs],
  },
  {
    id: 'outcomes',
    title: 'Is someone better than before they began',
    files: ['clinical/outcomes/*.ts', neverATest],
    tests: ['clinical/outcomes/*.test.ts', missingInputs],
  },
];

// Loaded before the tests: every property is asked with the same seed, so that a run that fails fails again. Other seeds
// are asked by `npm run properties`.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['MOORING_SEED'] ?? 1) });

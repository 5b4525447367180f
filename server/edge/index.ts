// The edge of the house: what a refusal is, how it reads on the wire, and the headers every answer carries.

export { guardAnswer, hashOfScript } from './headers.ts';
export { problemResponse } from './problem.ts';
export { openRateLimits, type RateClass, type RateLimits } from './rate-limits.ts';
export { type FieldProblem, isRefusal, type Refusal, refuse } from './refusal.ts';

// The edge of the house: what a refusal is, how it reads on the wire, and the headers every answer carries.

export { type FieldProblem, isRefusal, type Refusal, refuse } from './refusal.ts';
export { problemResponse } from './problem.ts';
export { securityHeaders } from './headers.ts';
export { type RateClass, type RateLimits, openRateLimits } from './rate-limits.ts';

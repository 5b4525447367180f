// The consult: what the rules found, what a prescriber decided about each, and the notes of care that happened.

export { consultRoutes } from './routes.ts';

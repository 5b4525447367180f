// Profiles of those who work here, in their own words, and a person's wish for whom they want beside them.

export { teamRoutes } from './routes.ts';

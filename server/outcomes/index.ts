// How it has gone: the daily answer and the anchor scores beside the doses, gaps as gaps, for patient and prescriber alike.

export { decisionRoutes } from './decision-routes.ts';
export { newestDecisions } from './decision-store.ts';
export { outcomeRoutes } from './routes.ts';

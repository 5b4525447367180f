// The plan: a series on one route and one protocol edition, its signed order, and whether it runs, rests or has ended.

export { changeStatus, hasEnded } from './change-status.ts';
export { seriesRoutes } from './routes.ts';
export { findSeries, isCycleOf, listSeries } from './store.ts';

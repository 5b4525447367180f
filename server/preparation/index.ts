// What a patient prepared for one cycle and meant the team to have: practice, plan, limits, comfort, day plan, readiness.

export { preparationRoutes } from './routes.ts';
export { currentPreparation, homeListFor } from './store.ts';

// What a patient prepared for one cycle and meant the team to have: practice, plan, limits, comfort, day plan, readiness.

export { preparationRoutes } from './routes.ts';
export { companyFor, currentPreparation, homeListFor, keepCompanyWord } from './store.ts';

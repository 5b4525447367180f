// The safety plan: sealed with the patient's key, in versions, read by the person and by those who care for them.

export { safetyPlanRoutes } from './routes.ts';

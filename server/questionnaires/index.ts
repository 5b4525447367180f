// Answers, saved as they are given, scored only when whole. What a person must see is raised in the same transaction.

export { questionnaireRoutes } from './routes.ts';
export { completedResponses, finishScreening } from './store.ts';

// Answers, saved as they are given, scored only when whole. What a person must see is raised in the same transaction.

export { keepAnswers } from './keep-answers.ts';
export { questionnaireRoutes } from './routes.ts';
export { completedResponses, findResponse, finishScreening } from './store.ts';

// What patients ask, fear and write, until a named person has answered.

export { questionRoutes } from './routes.ts';
export { keepTalk, raiseLateMessages } from './store.ts';

// What patients ask and fear, until a named person has answered.

export { questionRoutes } from './routes.ts';
export { keepTalk } from './store.ts';

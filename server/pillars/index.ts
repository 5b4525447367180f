// What each cycle rests on, counted from what people did and never from how they felt.

export { pillarRoutes } from './routes.ts';

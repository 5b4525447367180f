// The people a patient lets near, each with what they may see and no more.

export { circleRoutes } from './routes.ts';

// What the clinic works with while the computers are away, and how it comes back.

export { makeMorningPack } from './morning.ts';
export { downtimeRoutes } from './routes.ts';

// Rings: what calls a person of the clinic at any hour, until one of them says that they have it.

export { callRings } from './call.ts';
export { ringRoutes } from './routes.ts';
export { haveRing, openRing, ringsOfPatient } from './store.ts';

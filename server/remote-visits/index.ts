// Visits from elsewhere: the licence of the place the person is in opens the clinic's own video room, or does not.

export { remoteVisitRoutes } from './routes.ts';

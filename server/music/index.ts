// The clinic's own music with the licences beside it, and what a person is to hear.

export { musicRoutes } from './routes.ts';

// Practice in the real room screen with a made-up person, behind a wall of its own.

export { drillRoutes } from './routes.ts';

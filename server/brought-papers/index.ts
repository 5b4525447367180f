// Papers a person brings: marked on a list, photographed, sealed with their key, and read by someone who says so.

export { broughtPaperRoutes } from './routes.ts';

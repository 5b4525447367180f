// Hours and prices on the public pages, kept by the clinic itself.

export { siteDetailsRoutes } from './routes.ts';

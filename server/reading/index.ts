// What patients are given to read, and whether the places on the reading list still answer.

export { checkLinks, type Reach, reachByHead } from './check-links.ts';
export { silentLinks } from './links.ts';
export { readingRoutes } from './routes.ts';

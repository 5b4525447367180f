// The book of the drug cupboard: written by those who draw and give, counted by two, read by those who inspect.

export { medicationStockRoutes } from './routes.ts';

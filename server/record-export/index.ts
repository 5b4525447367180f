// The whole record, taken away by the person it is about.

export { recordExportRoutes } from './routes.ts';

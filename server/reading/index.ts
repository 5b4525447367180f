// What patients are given to read, who of the clinic stands behind the pages, and whether the places on the reading list still
// answer.

export { pageApprovalRoutes } from './approval-routes.ts';
export { approverOf } from './approvals.ts';
export { checkLinks, type Reach, reachByHead } from './check-links.ts';
export { silentLinks } from './links.ts';
export { readingRoutes } from './routes.ts';

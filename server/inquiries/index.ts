// A stranger asks; the clinic answers within its promise or invites to screening.

export { inquiryRoutes } from './routes.ts';
export { keepInquiry } from './store.ts';

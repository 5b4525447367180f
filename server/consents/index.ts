// The yes to treatment: the exact text that was shown, signed by name, withdrawn at once when the person says so.

export { consentRoutes } from './routes.ts';

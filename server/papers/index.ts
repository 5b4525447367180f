// The papers of a session: the note people sign, the safety programme's form, the evidence for billing, and what is due.

export { paperRoutes } from './routes.ts';

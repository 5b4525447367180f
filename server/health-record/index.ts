// History, medicines, allergies, conditions, treatments, goals: reported, confirmed, corrected, and never overwritten.
// A record from elsewhere becomes lines to decide on; nothing of it enters before the person says so.

export { healthRecordRoutes } from './routes.ts';
export { latestEntries } from './store.ts';

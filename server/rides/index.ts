// The way home: a named companion, a link of their own that ends by itself, and the steps they take until home safe.

export { companionAddress, keepLinkedPerson, linkEndsAt } from './companion-link.ts';
export { rideRoutes } from './routes.ts';
export { currentRide, doseOfCycle } from './store.ts';

// The way home: a named companion, a link of their own that ends by itself, and the steps they take until home safe.

export { rideRoutes } from './routes.ts';
export { currentRide } from './store.ts';

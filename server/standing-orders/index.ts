// What a prescriber has signed beforehand for the room.

export { standingOrderRoutes } from './routes.ts';
export { ordersInForce } from './store.ts';

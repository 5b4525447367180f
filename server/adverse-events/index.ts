// What went wrong, from the first word anyone said of it to the file that leaves the house.

export { countedEvents } from './rates.ts';
export { adverseEventRoutes } from './routes.ts';

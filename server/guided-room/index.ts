// The room of a dose as the guide beside the person has it.

export { guidedRoomRoutes } from './routes.ts';

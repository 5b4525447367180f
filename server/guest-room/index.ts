// The therapist outside the clinic, by a link the patient gave: a few dates, what was shown, and a note back.

export { guestNoteBound, guestRoomRoutes } from './routes.ts';

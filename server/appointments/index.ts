// Slots: consults, doses in rooms, integration hours; the day at the desk and the gate sheet of a coming dose.

export { appointmentRoutes } from './routes.ts';
export { findAppointment } from './store.ts';

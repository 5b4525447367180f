// Who is called while the clinic is closed: the rota, kept by whoever plans the shifts.

export { careStaffOnShift } from './on-shift.ts';
export { onCallRoutes } from './routes.ts';
export { dutiesAhead, type KeptDuty } from './store.ts';

// What people have begun to write, sealed, on its way to their other devices.

export { forgetOldMarks } from './forget-old-marks.ts';
export { carriedDraftRoutes } from './routes.ts';

// The demonstration clinic: made-up people whose histories were lived through the same routes everyone uses, with the
// clock turned back. It exists only where the demonstration is switched on.

export { authenticatorCode } from './authenticator.ts';
export { demoClinicId, demoPassword, staff as demoStaff } from './cast.ts';
export { aheadBy, openDemoClock } from './clock.ts';
export { mountDemo } from './pages.ts';
export { playSession } from './player.ts';
export { checkInForToday, makeClinic, seedDemoClinicOnce } from './seed.ts';

// The person: who they are, the stage they are at, who cares for them, their whole chart, and who looked at it.

export { joinCareTeam } from './care-team.ts';
export { type Invitation, invitePatient } from './invite.ts';
export { patientRoutes } from './routes.ts';
export { setStage } from './stage.ts';
export { findPatient, nameOf } from './store.ts';
export { whoLookedAt } from './who-looked.ts';

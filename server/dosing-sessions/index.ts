// The live session behind the screens: opened at arrival, fed with facts, shown on the board, told as papers.

export { eventsAfter, findSession, type LiveSessions, openLiveSessions, type SessionRow } from './kept.ts';
export { dosingSessionRoutes } from './routes.ts';

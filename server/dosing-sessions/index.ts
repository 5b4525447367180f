// The live session behind the screens: opened at arrival, fed with facts, shown on the board, told as papers.

export { type Appender, type AppendRequest, openAppender } from './append.ts';
export { openLiveSessions, type LiveSessions } from './kept.ts';
export { dosingSessionRoutes } from './routes.ts';

// The live session behind the screens: opened at arrival, fed with facts, shown on the board, told as papers.

export {
  type Appended,
  type Appender,
  type AppendRequest,
  contentHash,
  openAppender,
} from './append.ts';
export { boardSession } from './board-session.ts';
export type {
  AskedEarlier,
  Earlier,
  FactStore,
  FactsInHand,
  FreshFact,
  Work,
} from './fact-store.ts';
export { postgresFactStore } from './fact-store-postgres.ts';
export { type KeptRing, type Ring, raiseRing, ringsOf, takeTurn } from './home-rings.ts';
export {
  eventsAfter,
  eventsOfSessions,
  findSession,
  type KeptFacts,
  keepSession,
  keptIn,
  type LiveSessions,
  openLiveSessions,
  type SessionRow,
} from './kept.ts';
export { ownSession } from './own-session.ts';
export { bedsideAppender, dosingSessionRoutes } from './routes.ts';
export { stillInRoom } from './store.ts';

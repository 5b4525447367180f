// The door to access: who is asking, what they may do, and the registry through which every route must pass.

export { accessMatrix, type Cell, cellOf, type Stand } from './access-matrix.ts';
export type { Actor } from './actor.ts';
export { type Clinic, type Clinics, openClinics } from './clinics.ts';
export { type Decision, decide, type Standing } from './decide.ts';
export {
  type Action,
  type CompanionScope,
  clausesOf,
  policy,
  type RelationName,
  type Resource,
  type RoleName,
  roles,
} from './policy.ts';
export { cookieName, noCookie, openPrincipals, type Principals, signInsThatHold } from './principals.ts';
export {
  type AloneContext,
  aloneRoute,
  type Context,
  checkRoutes,
  mountRoutes,
  type PublicContext,
  publicRoute,
  type RegistryDeps,
  type Route,
  route,
} from './registry.ts';
export { standingOf, standingsTo } from './standing.ts';

// The door to the store: connections, transactions, migrations and the database that comes in the box.
// Every other module reaches PostgreSQL through these names and knows nothing of how it was started.

export { dumpSchema } from './dump-schema.ts';
export { type Embedded, type EmbeddedOptions, runningEmbedded, startEmbedded } from './embedded.ts';
export { type ExternalOptions, externalDatabase } from './external.ts';
export { type Migrated, type MigrateOptions, migrate } from './migrate.ts';
export {
  type Clinic,
  type OpenPoolOptions,
  openPool,
  type Pool,
  type Tx,
  type TxOptions,
  withOwner,
  withTenant,
} from './pool.ts';
export { DatabaseRefusal, type DatabaseRefusalReason } from './refusal.ts';
export { securityDefinerAllowed, type TenancyGuard, tenancyFaults } from './tenancy.ts';

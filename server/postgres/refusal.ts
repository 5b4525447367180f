// Reasons the store cannot be opened that a person can act on. The message is one sentence for whoever
// runs the installation; `reason` is the stable name that code and tests look at.

export type DatabaseRefusalReason =
  | 'data-folder-in-use'
  | 'data-folder-half-made'
  | 'data-folder-not-writable'
  | 'data-folder-of-another-user'
  | 'data-folder-of-another-version'
  | 'data-folder-missing'
  | 'disk-full'
  | 'no-postgres-for-this-platform'
  | 'postgres-did-not-start'
  | 'postgres-too-old'
  | 'database-not-reachable'
  | 'login-missing'
  | 'migration-changed'
  | 'migration-missing'
  | 'migration-misnamed'
  | 'migration-failed';

export class DatabaseRefusal extends Error {
  readonly reason: DatabaseRefusalReason;

  constructor(reason: DatabaseRefusalReason, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseRefusal';
    this.reason = reason;
  }
}

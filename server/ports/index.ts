// What every module is given and may use: the store, time, chance, keys, the live bus. Made once in app.ts, or by a test.

import type { Clock } from '#server/clock';
import type { LiveBus } from '#server/live';
import type { Log } from '#server/log';
import type { Pool } from '#server/postgres';
import type { Random, Secrets } from '#server/secrets';

export type Ports = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly bus: LiveBus;
  readonly log: Log;
  /** The address people reach us at, e.g. http://localhost:4000, for links in mail. */
  readonly origin: string;
  /** Demonstration clinic: a local outbox page, a live-session player, printed sign-ins. Never on in a real clinic. */
  readonly demo: boolean;
  /** The ways out of the house beside mail, as far as this installation switched them on. */
  readonly ways?: Ways | undefined;
};

export type Ways = {
  /** Whether text messages are sent, or at least kept to be seen. */
  readonly text: boolean;
  /** Whom the makers of browsers may write to about our knocks, as `mailto:` or an address. Undefined: no knocks are sent. */
  readonly pushContact: string | undefined;
};

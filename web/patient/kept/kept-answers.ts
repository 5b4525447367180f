// What the clinic last said about getting ready, today, one's own words and the questionnaires, sealed on this phone with the
// moment each was heard. It is what a page shows when the app is opened with no signal.
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Me } from '#api/me.ts';
import type { Instant } from '#clinical/instant.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';
import type { Vault } from '#web/kit/vault.ts';
import type { KeptShelf } from './kept-shelf.ts';

export interface KeptAnswer {
  readonly queryKey: QueryKey;
  readonly data: unknown;
  readonly heardAt: Instant;
}

/** As long as a sign-in with this phone's lock lasts. What is older would be shown as news and is let go. */
const keptForMs = 30 * 24 * 60 * 60_000;

const sealName = 'kept/heard';

/** By the name each has under the patient's key. */
const keptNames: ReadonlySet<unknown> = new Set([
  'after-visit',
  'answer',
  'appointments',
  'asked',
  'consents',
  'doses',
  'first-words',
  'forms',
  'instructions',
  'music-plan',
  'notes',
  'own-words',
  'preparation',
  'readings',
  'rides',
  'sessions',
]);

/** A recording or picture hangs deeper than any of these, and is too large to lie here. */
const deepest = 4;

export function isKept([subject, , name, ...rest]: QueryKey): boolean {
  if (subject === 'me' || subject === 'music') return true;
  return subject === 'patient' && keptNames.has(name) && rest.length + 3 <= deepest;
}

type Ports = {
  readonly shelf: Pick<KeptShelf, 'heard' | 'layHeard'>;
  readonly vault: Pick<Vault, 'seal' | 'unseal'>;
};

/** Everything that is not too old. Nothing while the vault is closed or is another person's. */
export async function keptAnswers({ shelf, vault }: Ports, now: Instant): Promise<readonly KeptAnswer[]> {
  const sealed = await shelf.heard();
  const found = sealed === undefined ? undefined : await vault.unseal(sealName, sealed);
  return ((found as readonly KeptAnswer[] | undefined) ?? []).filter(
    ({ heardAt }) => now - heardAt < keptForMs,
  );
}

export function personIn(answers: readonly KeptAnswer[]): Me | undefined {
  return answers.find(({ queryKey }) => queryKey[0] === 'me')?.data as Me | undefined;
}

function answerOf(query: Query): KeptAnswer | undefined {
  const { data, dataUpdatedAt } = query.state;
  if (data === undefined || !isKept(query.queryKey)) return undefined;
  return { queryKey: query.queryKey, data, heardAt: dataUpdatedAt };
}

/** From now on each answer is kept when it is heard, over what was kept before. Returns a way to stop. */
export async function keepAnswers(ports: Ports, client: QueryClient, now: Instant): Promise<() => void> {
  const known = new Map<string, KeptAnswer>();
  const learn = (answer: KeptAnswer | undefined): void => {
    if (answer !== undefined) known.set(JSON.stringify(answer.queryKey), answer);
  };
  for (const answer of await keptAnswers(ports, now)) learn(answer);
  const cache = client.getQueryCache();
  for (const query of cache.getAll()) learn(answerOf(query));
  const write = oneAtATime(
    async () => {
      const sealed = await ports.vault.seal(sealName, [...known.values()]);
      if (sealed !== undefined) await ports.shelf.layHeard(sealed);
    },
    // A phone may be put away at any moment; what was just heard is on it by then.
    () => Promise.resolve(),
  );
  write();
  return cache.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || !isKept(event.query.queryKey)) return;
    learn(answerOf(event.query));
    write();
  });
}

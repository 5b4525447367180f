// Living a history through the real routes: each step is a request by a person at a moment, checked, decided and audited
// like any other. Only the clock is ours.

import type { AnswerOf, BodyOf, Endpoint } from '#api/endpoint.ts';
import { cookieName } from '#server/access';
import type { Pool } from '#server/postgres';
import { withTenant } from '#server/postgres';
import type { Random } from '#server/secrets';
import { openSignIn } from '#server/sign-in';

export type SeedApp = { fetch(request: Request): Response | Promise<Response> };

export class DemoFailed extends Error {}

const signed = ['/orders', '/decisions'];

export type Life = {
  /** Turns the clock; it never has to run forward. */
  at(instant: number): void;
  now(): number;
  ask<E extends Endpoint>(accountId: string, endpoint: E, input?: Input<E>): Promise<AnswerOf<E>>;
  askAsCompanion<E extends Endpoint>(linkId: string, endpoint: E, input?: Input<E>): Promise<AnswerOf<E>>;
};

type Input<E> = { params?: Record<string, string>; body?: BodyOf<E>; query?: Record<string, string> };

export function startLife({
  app,
  pool,
  clinicId,
  origin,
  random,
  clock,
  id,
}: {
  app: SeedApp;
  pool: Pool;
  clinicId: string;
  origin: string;
  random: Random;
  clock: { set(at: number): void; now(): number };
  id(): string;
}): Life {
  const cookies = new Map<string, string>();
  const farAhead = 400 * 24 * 60 * 60_000;
  const longAgo = clock.now() - farAhead;
  const farFuture = clock.now() + farAhead;

  async function cookieOf(signedIn: { accountId: string } | { companionLinkId: string }): Promise<string> {
    const key = Object.values(signedIn).join();
    const known = cookies.get(key);
    if (known !== undefined) return known;
    const token = await withTenant(pool, { clinicId }, (tx) =>
      openSignIn(tx, random, { ...signedIn, method: 'demonstration', now: longAgo, expiresAt: farFuture }),
    );
    const cookie = `${cookieName}=${token}`;
    cookies.set(key, cookie);
    return cookie;
  }

  async function send<E extends Endpoint>(
    cookie: string,
    endpoint: E,
    input: Input<E>,
  ): Promise<AnswerOf<E>> {
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => input.params?.[name] ?? '');
    const query = input.query === undefined ? '' : `?${new URLSearchParams(input.query)}`;
    const response = await app.fetch(
      new Request(`${origin}${path}${query}`, {
        method: endpoint.method,
        headers: {
          host: new URL(origin).host,
          cookie,
          'x-mooring': '1',
          ...(endpoint.method === 'GET'
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': id() }),
        },
        body: endpoint.method === 'GET' ? null : JSON.stringify(input.body ?? {}),
      }),
    );
    const answer: unknown = await response.json();
    if (!response.ok)
      throw new DemoFailed(
        `${endpoint.method} ${endpoint.path} at ${new Date(clock.now()).toISOString()}: ${JSON.stringify(answer)}`,
      );
    return answer as AnswerOf<E>;
  }

  return {
    at: (instant) => clock.set(instant),
    now: () => clock.now(),
    async ask(accountId, endpoint, input = {}) {
      const cookie = await cookieOf({ accountId });
      if (signed.some((end) => endpoint.method === 'POST' && endpoint.path.endsWith(end))) {
        // Signing asks for a person who has just shown that it is them; here that person is the script.
        await withTenant(pool, { clinicId }, (tx) =>
          tx.query('update sign_ins set stepped_up_at = $3 where clinic_id = $1 and account_id = $2', [
            clinicId,
            accountId,
            new Date(clock.now()).toISOString(),
          ]),
        );
        clock.set(clock.now() + 2_000);
      }
      return await send(cookie, endpoint, input);
    },
    askAsCompanion: async (companionLinkId, endpoint, input = {}) =>
      await send(await cookieOf({ companionLinkId }), endpoint, input),
  };
}

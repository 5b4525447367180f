// One act of a signed-in person through a route of the app, for what another story already shows screen by screen.

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { AnswerOf, BodyOf, Endpoint } from '#api/endpoint.ts';

/** Sent as the page itself would, with its own cookie and origin. Anything but a plain yes fails the story. */
async function send(page: Page, request: { path: string; method: string; body?: unknown }): Promise<unknown> {
  const { path, method, body } = request;
  const told = await page.evaluate(
    async ({ path, method, body, id }) => {
      const response = await fetch(path, {
        method,
        headers: { 'content-type': 'application/json', 'x-mooring': '1', 'idempotency-key': id },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, text: await response.text() };
    },
    { path, method, body: body === undefined ? undefined : JSON.stringify(body), id: randomUUID() as string },
  );
  if (told.status !== 200) throw new Error(`${method} ${path} answered ${told.status}: ${told.text}`);
  return JSON.parse(told.text);
}

export async function postFrom(page: Page, path: string, body: unknown): Promise<Record<string, unknown>> {
  return (await send(page, { path, method: 'POST', body })) as Record<string, unknown>;
}

export async function through<E extends Endpoint>(
  page: Page,
  endpoint: E,
  {
    params = {},
    body,
  }: { readonly params?: Readonly<Record<string, string>>; readonly body?: BodyOf<E> } = {},
): Promise<AnswerOf<E>> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return (await send(page, { path, method: endpoint.method, body })) as AnswerOf<E>;
}

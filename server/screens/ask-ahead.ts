// A browser that still starts the app's worker asks for the page ahead of it. The worker has that page already, so what comes
// back is what the page will ask first: who is here and what now, each as its own route answers it.

import type { Context, Hono } from 'hono';
import { getAnswer } from '#api/answer.ts';
import { getMe } from '#api/me.ts';

/** Set by the browser on a question that goes ahead of a worker, and by nothing else. */
const aheadHeader = 'service-worker-navigation-preload';

const neverKept = { 'cache-control': 'no-store' };

export function isAhead(c: Context): boolean {
  return c.req.header(aheadHeader) !== undefined;
}

/** By address, the text of each answer; nothing where nobody is signed in. */
export async function answerAhead(app: Hono, c: Context): Promise<Response> {
  const ask = async (path: string): Promise<string | undefined> => {
    const headers = { cookie: c.req.header('cookie') ?? '', host: c.req.header('host') ?? '' };
    const answered = await app.request(path, { headers }, c.env);
    return answered.ok ? await answered.text() : undefined;
  };
  const me = await ask(getMe.path);
  if (me === undefined) return c.body(null, 204, neverKept);
  const { patientId } = JSON.parse(me) as { readonly patientId?: string };
  if (patientId === undefined) return c.json({ [getMe.path]: me }, 200, neverKept);
  const answerPath = getAnswer.path.replace(':patientId', patientId);
  return c.json({ [getMe.path]: me, [answerPath]: await ask(answerPath) }, 200, neverKept);
}

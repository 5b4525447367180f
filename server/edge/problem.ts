// RFC 9457 problem details, the one form in which a refusal or a bug leaves the house. It never repeats what was sent.

import type { Refusal } from './refusal.ts';

export function problemResponse(
  refusal: Refusal,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = {
    type: `urn:mooring:${refusal.code}`,
    title: refusal.sentence,
    status: refusal.status,
    code: refusal.code,
    requestId,
    ...(refusal.fields === undefined ? {} : { fields: refusal.fields }),
  };
  return new Response(JSON.stringify(body), {
    status: refusal.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

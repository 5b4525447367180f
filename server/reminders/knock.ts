// A knock at a phone: web push with nothing in it (RFC 8030), signed so that the makers of browsers know who knocks (RFC 8292).
// With nothing inside there is nothing to encrypt and nothing to read on the way; the phone says its own few words.

import { sign } from 'node:crypto';
import type { SigningKey } from '#server/secrets';

/** Where the browsers of this world take knocks. A phone that names another place could send us anywhere. */
const takers = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'notify.windows.com',
];

export function isTaker(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username } = new URL(address);
  const isKnown = takers.some((taker) => hostname === taker || hostname.endsWith(`.${taker}`));
  return protocol === 'https:' && port === '' && username === '' && isKnown;
}

/** An answer is asked for today; a knock that waited longer says nothing new. */
const keptForSeconds = 12 * 60 * 60;
const signedForSeconds = 12 * 60 * 60;

export function pushHeaders(knock: {
  readonly address: string;
  readonly key: SigningKey;
  readonly contact: string;
  readonly now: number;
}): Readonly<Record<string, string>> {
  const { address, key, contact, now } = knock;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    aud: new URL(address).origin,
    exp: Math.floor(now / 1000) + signedForSeconds,
    sub: contact,
  };
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url');
  return {
    authorization: `vapid t=${signed}.${signature}, k=${key.point.toString('base64url')}`,
    ttl: String(keptForSeconds),
    urgency: 'normal',
  };
}

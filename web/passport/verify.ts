// Checks a signed passport with what a browser brings along: the signature over every byte, and the key's own name.
import type { Passport } from '#dosing-session/papers/passport.ts';

export type Verified =
  | { readonly state: 'intact'; readonly passport: Passport; readonly keyId: string }
  /** Some byte is not what was signed, or the key is not the one it is named after. */
  | { readonly state: 'altered' }
  | { readonly state: 'unreadable' };

/** Far above any real passport; a small text that unfolds without end is not one. */
const mostBytes = 2_000_000;

export async function verifyPassport(token: string): Promise<Verified> {
  const [head, body, signature, ...more] = token.trim().split('.');
  if (head === undefined || body === undefined || signature === undefined || more.length > 0)
    return { state: 'unreadable' };
  try {
    const { alg, zip, kid, jwk } = JSON.parse(new TextDecoder().decode(bytesOf(head)));
    if (alg !== 'ES256' || zip !== 'DEF' || typeof kid !== 'string') return { state: 'unreadable' };
    const { crv, kty, x, y } = jwk;
    const name = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify({ crv, kty, x, y })));
    if (base64url(new Uint8Array(name)) !== kid) return { state: 'altered' };
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('jwk', { crv, kty, x, y }, algorithm, false, ['verify']);
    const isIntact = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      bytesOf(signature),
      utf8(`${head}.${body}`),
    );
    if (!isIntact) return { state: 'altered' };
    const passport = JSON.parse(await unfolded(bytesOf(body)));
    return passport.v === 1 ? { state: 'intact', passport, keyId: kid } : { state: 'unreadable' };
  } catch {
    return { state: 'unreadable' };
  }
}

async function unfolded(squeezed: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([squeezed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > mostBytes) throw new RangeError('Too long for a passport.');
  }
  return text + decoder.decode();
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const plain = base64.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

function base64url(bytes: Uint8Array): string {
  const plain = btoa(String.fromCharCode(...bytes));
  return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

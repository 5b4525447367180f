// Six digits from an authenticator. A code counts once: the step it belongs to is kept, and only a later one is taken.

import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

function totp(secret: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: periodSeconds, algorithm: 'SHA1' });
}

export function totpSecret(bytes: Buffer): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** What an authenticator reads, from a picture or typed in. */
export function totpAddress(
  secret: string,
  names: { readonly issuer: string; readonly label: string },
): string {
  return new TOTP({
    ...names,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: periodSeconds,
    algorithm: 'SHA1',
  }).toString();
}

export function totpCode(secret: string, now: number): string {
  return totp(secret).generate({ timestamp: now });
}

/** The step the code belongs to, one step of drift allowed either way; undefined when it is wrong or already used. */
export function acceptedStep(
  secret: string,
  code: string,
  now: number,
  lastStep: number | undefined,
): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now / 1000 / periodSeconds) + delta;
  return lastStep !== undefined && step <= lastStep ? undefined : step;
}

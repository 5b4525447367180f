// The six digits of the demonstration's staff, so that anyone can sign in by hand.

import type { Secrets } from '#server/secrets';
import { totpCode, totpSecret } from '#server/sign-in';

/** Made from the installation's key, so that two demonstrations do not share codes. */
export function authenticatorSecret(secrets: Secrets, accountId: string): string {
  return totpSecret(secrets.derive(`demonstration authenticator ${accountId}`).subarray(0, 20));
}

export function authenticatorCode(secrets: Secrets, accountId: string, now: number): string {
  return totpCode(authenticatorSecret(secrets, accountId), now);
}

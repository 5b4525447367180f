// Whom to call, remembered for as long as the link lives, so that the numbers stand at once and with no network.
import type { Instant } from '#clinical/instant.ts';
import { deviceNow } from '#web/kit/clock.ts';
import { type RememberedClinic, readClinic } from '#web/kit/remembered-clinic.ts';

const key = 'mooring/companion';

export function readClinicMemory(text: string | null, now: Instant): RememberedClinic | undefined {
  if (text === null) return undefined;
  try {
    const found = JSON.parse(text) as { readonly clinic?: unknown; readonly until?: unknown } | null;
    const lives = typeof found?.until === 'number' && now < found.until;
    return lives ? readClinic(found.clinic) : undefined;
  } catch {
    return undefined;
  }
}

export function rememberedClinic(): RememberedClinic | undefined {
  try {
    return readClinicMemory(localStorage.getItem(key), deviceNow());
  } catch {
    // A browser may refuse storage altogether; then nothing is remembered and everything else still works.
    return undefined;
  }
}

export function rememberClinic(clinic: RememberedClinic, until: Instant): void {
  try {
    localStorage.setItem(key, JSON.stringify({ clinic: readClinic(clinic), until }));
  } catch {
    // As above.
  }
}

export function forgetClinic(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

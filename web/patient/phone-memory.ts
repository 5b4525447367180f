// The little this phone may know before anyone has signed in: whom to call, in which language, and whose phone it is.
// No name, no health word, and no clinic by a name that says what it treats. It is what makes "I need help" work with no network and no sign-in.
import { quietName } from '#api/outside-name.ts';
import type { Language } from '#web/kit/preferred-language.ts';
import { type RememberedClinic, readClinic } from '#web/kit/remembered-clinic.ts';

export interface PhoneMemory {
  readonly patientId?: string | undefined;
  readonly language?: Language | undefined;
  readonly clinic?: RememberedClinic | undefined;
  /** The person said "not now" to the phone's lock. */
  readonly lockDeclined?: boolean | undefined;
  /** The phone's zone that is not taken over: its person is only travelling. */
  readonly zoneDeclined?: string | undefined;
  /** With no signal, this phone's lock opens what is kept under it. */
  readonly opensWithLock?: boolean | undefined;
}

const key = 'mooring/phone';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Reads what an older version may have written, and takes only what it understands. */
export function readMemory(text: string | null): PhoneMemory {
  if (text === null) return {};
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const { patientId, language, clinic, lockDeclined, zoneDeclined, opensWithLock } = found as Record<
    string,
    unknown
  >;
  return {
    patientId: isText(patientId) ? patientId : undefined,
    language: language === 'en' || language === 'es' ? language : undefined,
    clinic: quiet(readClinic(clinic)),
    lockDeclined: lockDeclined === true ? true : undefined,
    zoneDeclined: isText(zoneDeclined) ? zoneDeclined : undefined,
    opensWithLock: opensWithLock === true ? true : undefined,
  };
}

/** Whoever finds the phone reads what lies here. The number stays; a name that says too much does not. */
function quiet(clinic: RememberedClinic | undefined): RememberedClinic | undefined {
  return clinic && { ...clinic, name: quietName(clinic.name) ?? '' };
}

export function phoneMemory(): PhoneMemory {
  try {
    return readMemory(localStorage.getItem(key));
  } catch {
    // A browser may refuse storage altogether; then nothing is remembered and everything else still works.
    return {};
  }
}

export function remember(change: PhoneMemory): void {
  try {
    const { clinic, ...rest } = change;
    const heard = clinic === undefined ? {} : { clinic: quiet(clinic) };
    localStorage.setItem(key, JSON.stringify({ ...phoneMemory(), ...rest, ...heard }));
  } catch {
    // As above.
  }
}

/** Keeps the numbers to call, forgets whose phone it is. */
export function forgetPerson(): void {
  const { clinic, language } = phoneMemory();
  try {
    localStorage.setItem(key, JSON.stringify({ clinic, language }));
  } catch {
    // As above.
  }
}

// The phone's own lock, as the browser offers it. A phone that cannot simply does not show the button.
import { fromBase64 } from '#web/kit/base64.ts';
import type { LockSecret } from './kept/lock-key.ts';

interface PasskeyStatics {
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions;
}

function statics(): PasskeyStatics | undefined {
  return typeof PublicKeyCredential === 'undefined'
    ? undefined
    : (PublicKeyCredential as unknown as PasskeyStatics);
}

export function hasPasskeys(): boolean {
  const found = statics();
  return found?.parseCreationOptionsFromJSON !== undefined && found.parseRequestOptionsFromJSON !== undefined;
}

type PasskeyAnswer = Record<string, unknown>;

/** What opening the lock told this page alone. */
export interface OpenedLock {
  readonly credentialId: string;
  /** Absent where the phone's lock gives none. */
  readonly secret: LockSecret | undefined;
}

export interface ShownPasskey extends OpenedLock {
  /** For the server. The secret is not in it. */
  readonly answer: PasskeyAnswer;
}

/** The same each time, so that the lock answers with the same secret each time. */
const askedOfLock = { eval: { first: new TextEncoder().encode('mooring: what this phone keeps') } };

function read(credential: Credential | null): ShownPasskey | undefined {
  if (credential === null || !('toJSON' in credential)) return undefined;
  const shown = credential as PublicKeyCredential;
  const first = shown.getClientExtensionResults().prf?.results?.first;
  return {
    credentialId: shown.id,
    secret: first instanceof ArrayBuffer ? new Uint8Array(first) : undefined,
    answer: { ...(shown.toJSON() as unknown as PasskeyAnswer), clientExtensionResults: {} },
  };
}

/** Undefined when the person turned it away or the phone could not; both are ordinary. */
export async function makePasskey(options: unknown): Promise<ShownPasskey | undefined> {
  const parse = statics()?.parseCreationOptionsFromJSON;
  if (parse === undefined) return undefined;
  try {
    const publicKey = parse(options);
    const extensions = { ...publicKey.extensions, prf: askedOfLock };
    return read(await navigator.credentials.create({ publicKey: { ...publicKey, extensions } }));
  } catch {
    return undefined;
  }
}

async function show(publicKey: PublicKeyCredentialRequestOptions): Promise<ShownPasskey | undefined> {
  const extensions = { ...publicKey.extensions, prf: askedOfLock };
  return read(await navigator.credentials.get({ publicKey: { ...publicKey, extensions } }));
}

export async function showPasskey(options: unknown): Promise<ShownPasskey | undefined> {
  const parse = statics()?.parseRequestOptionsFromJSON;
  if (parse === undefined) return undefined;
  try {
    return await show(parse(options));
  } catch {
    return undefined;
  }
}

/** Asks the lock of one key and nobody else: what it proves to a server is thrown away. */
export async function askLock(credentialId: string): Promise<OpenedLock | undefined> {
  try {
    return await show({
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: [{ type: 'public-key', id: fromBase64(credentialId) }],
      userVerification: 'required',
    });
  } catch {
    return undefined;
  }
}

// The phone's own lock, as the browser offers it. A phone that cannot simply does not show the button.
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

function asJson(credential: Credential | null): PasskeyAnswer | undefined {
  if (credential === null || !('toJSON' in credential)) return undefined;
  return (credential as PublicKeyCredential).toJSON() as unknown as PasskeyAnswer;
}

/** Undefined when the person turned it away or the phone could not; both are ordinary. */
export async function makePasskey(options: unknown): Promise<PasskeyAnswer | undefined> {
  const parse = statics()?.parseCreationOptionsFromJSON;
  if (parse === undefined) return undefined;
  try {
    return asJson(await navigator.credentials.create({ publicKey: parse(options) }));
  } catch {
    return undefined;
  }
}

export async function showPasskey(options: unknown): Promise<PasskeyAnswer | undefined> {
  const parse = statics()?.parseRequestOptionsFromJSON;
  if (parse === undefined) return undefined;
  try {
    return asJson(await navigator.credentials.get({ publicKey: parse(options) }));
  } catch {
    return undefined;
  }
}

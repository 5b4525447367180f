// The browser's side of a passkey: the server's options in, a signed response out. Base64url to bytes and back,
// because not every browser we serve can read and write the JSON form by itself.

function bytesOf(text: string): ArrayBuffer {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
}

function textOf(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly timeout?: number;
  readonly userVerification?: UserVerificationRequirement;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

/** Undefined when the person turned away from it: not an error, they may use the other way. */
export async function passkeyResponse(
  given: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  const options = given as unknown as Options;
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(options.challenge),
        ...(options.rpId === undefined ? {} : { rpId: options.rpId }),
        ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
        ...(options.userVerification === undefined ? {} : { userVerification: options.userVerification }),
        allowCredentials: (options.allowCredentials ?? []).map(({ id }) => ({
          type: 'public-key' as const,
          id: bytesOf(id),
        })),
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return undefined;
    const response = credential.response as AuthenticatorAssertionResponse;
    return {
      id: credential.id,
      rawId: textOf(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        ...(response.userHandle === null ? {} : { userHandle: textOf(response.userHandle) }),
      },
    };
  } catch {
    // Closed, timed out, or none on this device; the browser does not say which.
    return undefined;
  }
}

export function canUsePasskey(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && window.isSecureContext;
}

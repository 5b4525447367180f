// Makes the app open with no network: the shell and its pages are kept on the phone by a worker that never touches /api.
import workerAddress from './service-worker.ts?worker&url';

interface TrustedAddresses {
  createScriptURL(address: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: TrustedAddresses): TrustedAddresses;
}

// The page's policy lets a script address in only by this name.
function trusted(address: string): string {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypesFactory };
  if (trustedTypes === undefined) return address;
  const policy = trustedTypes.createPolicy('app', {
    createScriptURL: (asked) => {
      if (asked !== workerAddress) throw new Error('Only our own worker may be started');
      return asked;
    },
  });
  return policy.createScriptURL(address);
}

function isSparing(): boolean {
  const { connection } = navigator as unknown as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** Call once the app stands. Fetches the remaining pages when the phone has nothing better to do. */
export function keepForLater(fetchEveryPage: () => Promise<void>): void {
  if (!('serviceWorker' in navigator)) return;
  const begin = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register(trusted(workerAddress), { scope: '/app/' });
    } catch {
      // Without the worker the app needs a network to open; everything else is the same.
      return;
    }
    await navigator.serviceWorker.ready;
    if (!isSparing()) await fetchEveryPage();
  };
  window.addEventListener('load', () => setTimeout(begin, 2_000), { once: true });
}

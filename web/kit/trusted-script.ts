// The one policy under which an address may become a script: our own service worker, and nothing else.
interface ScriptPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const allowed: readonly string[] = ['/service-worker.js', '/companion-worker.js'];

const rules: ScriptPolicy = {
  createScriptURL(address) {
    if (!allowed.includes(address)) throw new TypeError(`Not one of our scripts: ${address}`);
    return address;
  },
};

let policy: ScriptPolicy | undefined;

/** Gives an address the browser will accept under `trusted-types app`; browsers without the rule get the plain text. */
export function trustedScript(address: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('app', rules) ?? rules;
  return policy.createScriptURL(address);
}

/** Registers a service worker by one of the allowed addresses. Silent where the browser has none. */
export async function registerServiceWorker(
  address: string,
  scope: string,
): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  return navigator.serviceWorker.register(trustedScript(address), { scope });
}

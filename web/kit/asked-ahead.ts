// What the browser asked of the server while it was still starting the worker and the page: the worker holds it, the little
// script in the page fetches it, and both know it by this address, which the server itself never answers.

/** By the address the app would have asked, the text of its answer. */
export type Ahead = Readonly<Record<string, string>>;

export function aheadAddress(shell: string): string {
  return `${shell}asked-ahead`;
}

/** Nothing where no worker stands by, or where it holds nothing for this page. Fails as any question does where no line is. */
export async function askedAhead(shell: string, signal: AbortSignal): Promise<Ahead> {
  if (!navigator.serviceWorker?.controller) return {};
  const held = await fetch(aheadAddress(shell), { signal });
  // A worker from before this was built passes the question on, and a page comes back.
  const isHeld =
    held.status === 200 && held.headers.get('content-type')?.startsWith('application/json') === true;
  return isHeld ? ((await held.json()) as Ahead) : {};
}

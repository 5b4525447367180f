// The secret from a mailed link: taken out of the address bar at once, so that no history, bookmark or screenshot keeps it.

/** The secret in this hash, if there is one. */
export function secretIn(hash: string): string | undefined {
  const secret = new URLSearchParams(hash.replace(/^#/, '')).get('enter');
  return secret === null || secret === '' ? undefined : secret;
}

export function takeSecret(): string | undefined {
  const secret = secretIn(location.hash);
  if (secret !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}

// The token of a companion's link: everything after the hash, taken out of the address bar at once.

const shape = /^#([A-Za-z0-9_-]{20,200})$/;

export function secretIn(hash: string): string | undefined {
  return hash.match(shape)?.[1];
}

export function takeSecret(): string | undefined {
  const secret = secretIn(location.hash);
  if (secret !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}

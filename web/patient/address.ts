// Addresses of the app and moving between them. Small on purpose: a phone on a bad network pays for every kilobyte
// before the first word is readable, and thirty pages need no more than a path and its parts.
import { createContext, useContext, useSyncExternalStore } from 'react';

export const basePath = '/app';

/** "/app/journal/" is "/journal"; the bare "/app" is "/". */
export function pathWithin(address: string): string {
  const inside = address.startsWith(basePath) ? address.slice(basePath.length) : address;
  const trimmed = inside.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed;
}

export type PathParts = Readonly<Record<string, string>>;

/** The named parts when the path fits the pattern, such as "/journal/$wordsId"; otherwise nothing. */
export function matchPath(pattern: string, path: string): PathParts | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const found = given[index] ?? '';
    if (segment.startsWith('$')) {
      if (found === '') return undefined;
      parts[segment.slice(1)] = readable(found);
    } else if (segment !== found) return undefined;
  }
  return parts;
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export const PathPartsContext = createContext<PathParts>({});

/** A part of the address, such as the id in "/journal/<id>". Empty when the address has none by that name. */
export function usePathPart(name: string): string {
  return useContext(PathPartsContext)[name] ?? '';
}

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tell);
  };
}

/** Where the address stands; the page of it may still be on its way. */
export function useAddress(): string {
  return useSyncExternalStore(listen, () => pathWithin(location.pathname));
}

export const PathContext = createContext('/');

/** The path of the page one stands on. */
export function usePath(): string {
  return useContext(PathContext);
}

/** Goes to a place inside the app, such as "/prepare/ride". */
export function go(to: string): void {
  if (pathWithin(location.pathname) === to) return;
  history.pushState(null, '', `${basePath}${to}`);
  tell();
}

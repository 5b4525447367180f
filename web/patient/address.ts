// Addresses of the app and moving between them. Small on purpose: a phone on a bad network pays for every kilobyte
// before the first word is readable, and thirty pages need no more than a path and its parts.

import { createContext, useContext, useSyncExternalStore } from 'react';
import { afterFrame } from '#web/kit/after-frame.ts';

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

/** Where the person stands, once it was asked; for the length of a frame the browser's own address is a step behind. */
let here: string | undefined;
let writeNow: (() => void) | undefined;

function standing(): string {
  here ??= pathWithin(location.pathname);
  return here;
}

/** Someone went back: what they had just begun is over. */
function hearTheBrowser(): void {
  here = undefined;
  writeNow = undefined;
  tell();
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', hearTheBrowser);
    if (writeNow === undefined) here = undefined;
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', hearTheBrowser);
  };
}

/** Where the address stands; the page of it may still be on its way. */
export function useAddress(): string {
  return useSyncExternalStore(listen, standing);
}

export const PathContext = createContext('/');

/** The path of the page one stands on. */
export function usePath(): string {
  return useContext(PathContext);
}

/** Goes to a place inside the app, such as "/prepare/ride". */
export function go(to: string): void {
  if (standing() === to) return;
  writeNow?.();
  here = to;
  // While the browser writes an address it draws nothing of the page: first the frame that marks the tap.
  const callOff = afterFrame(() => writeNow?.());
  writeNow = () => {
    callOff();
    writeNow = undefined;
    history.pushState(null, '', `${basePath}${to}`);
  };
  tell();
}

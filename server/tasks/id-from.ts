// The same cause gives the same id, so that what is caused twice is kept once. A UUID of version 8: its bits are ours.

import { sha256 } from '#server/secrets';

export function idFrom(cause: string): string {
  const hex = sha256(cause).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

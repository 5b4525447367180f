/** Whatever a draft holds, to be shown to whoever wrote it. A thing with parts has no one text, and may refuse to be made one. */
export function asText(part: unknown): string {
  if (Array.isArray(part)) return part.map(asText).join(', ');
  return (typeof part === 'object' && part !== null) || typeof part === 'function' ? '{…}' : String(part);
}

// Reads a number as people type it: 0.5, 0,5, .5. Anything else is no number at all, never a zero.
export function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
}

// The code on a paper sheet: short enough to read aloud, and without a word about health. It is made from the slot it was
// printed for, so the same sheet printed twice carries the same code, and it ends in a character that catches a slip.

// No I, L, O or U: they are read as other signs, or as words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 5;

/** 'K7QM4-X' for the slot with this id. */
export function sheetCode(slotId: string): string {
  let rest = scrambled(slotId.toLowerCase());
  let code = '';
  for (let place = 0; place < length; place += 1) {
    code += alphabet[rest % alphabet.length] ?? '';
    rest = Math.floor(rest / alphabet.length);
  }
  return `${code}-${checkOf(code)}`;
}

/**
 * The code as a hand typed it: lower case, spaces and a missing dash are read; O is zero, I and L are one. Undefined when a
 * character is missing, unknown, or does not fit the last one.
 */
export function readSheetCode(typed: string | undefined): string | undefined {
  const plain = (typed ?? '')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== length + 1 || [...plain].some((sign) => !alphabet.includes(sign))) return undefined;
  const code = plain.slice(0, length);
  return checkOf(code) === plain.at(-1) ? `${code}-${checkOf(code)}` : undefined;
}

// FNV-1a over the characters: nothing secret, only well spread.
function scrambled(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

// Each place counts with another odd weight, so one wrong character is always caught, and so are most two that changed
// places.
function checkOf(code: string): string {
  const sum = [...code].reduce((total, sign, place) => total + alphabet.indexOf(sign) * (2 * place + 1), 0);
  return alphabet[sum % alphabet.length] ?? '';
}

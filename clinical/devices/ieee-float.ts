// The two ways a medical device writes a number: a whole number and a power of ten, in two bytes or in four. The power
// says how finely it was read, so the digits are kept as they were sent: 2.00 is not 2.0.

export type WhyNoNumber =
  | 'not-a-number'
  | 'not-at-this-resolution'
  | 'positive-infinity'
  | 'negative-infinity'
  | 'reserved'
  | 'unreadable';

export type DeviceNumber =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'none'; readonly why: WhyNoNumber };

type Layout = {
  readonly mantissaBits: 12 | 24;
  readonly exponentBits: 4 | 8;
};

/** SFLOAT of IEEE 11073-20601: four bits of exponent above twelve of mantissa, both in two's complement. */
export function readSfloat(word: number): DeviceNumber {
  return readNumber(word, { mantissaBits: 12, exponentBits: 4 });
}

/** FLOAT of IEEE 11073-20601: eight bits of exponent above twenty-four of mantissa, both in two's complement. */
export function readFloat(word: number): DeviceNumber {
  return readNumber(word, { mantissaBits: 24, exponentBits: 8 });
}

function readNumber(word: number, { mantissaBits, exponentBits }: Layout): DeviceNumber {
  const size = 2 ** mantissaBits;
  if (!Number.isInteger(word) || word < 0 || word >= size * 2 ** exponentBits)
    return { kind: 'none', why: 'unreadable' };
  const mantissa = signed(word % size, mantissaBits);
  const exponent = signed(Math.floor(word / size), exponentBits);
  const special = specialOf(mantissa, size / 2);
  // A special mantissa with a power of ten is read differently by different programs; nobody may guess which was meant.
  if (special !== undefined) return { kind: 'none', why: exponent === 0 ? special : 'unreadable' };
  const text = decimalText(mantissa, exponent);
  return { kind: 'number', value: Number(text), text };
}

/** The five values at the ends of the range that are words and not amounts. */
function specialOf(mantissa: number, half: number): WhyNoNumber | undefined {
  switch (mantissa) {
    case half - 1:
      return 'not-a-number';
    case half - 2:
      return 'positive-infinity';
    case -half:
      return 'not-at-this-resolution';
    case -half + 1:
      return 'reserved';
    case -half + 2:
      return 'negative-infinity';
    default:
      return undefined;
  }
}

function signed(bits: number, width: number): number {
  return bits >= 2 ** (width - 1) ? bits - 2 ** width : bits;
}

/** A whole number with its point moved, digit by digit, so that no arithmetic can change it. */
export function decimalText(whole: number, exponent: number): string {
  const sign = whole < 0 ? '-' : '';
  const digits = String(Math.abs(whole));
  if (exponent >= 0) return `${sign}${whole === 0 ? '0' : digits + '0'.repeat(exponent)}`;
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

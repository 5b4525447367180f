// What a case gives a rule, read as it was written: a number, a text, a yes or no, a list of them. Null and anything of
// another type are the same to a rule: not known.

export type Input = Readonly<Record<string, unknown>>;

export function numberOf(input: Input, name: string): number | undefined {
  return asNumber(input[name]);
}

export function textOf(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

export function saidOf(input: Input, name: string): boolean | undefined {
  const value = input[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function listOf(input: Input, name: string): readonly unknown[] {
  const value = input[name];
  return Array.isArray(value) ? value : [];
}

export function numbersOf(input: Input, name: string): readonly (number | undefined)[] {
  return listOf(input, name).map(asNumber);
}

export function textsOf(input: Input, name: string): readonly string[] {
  return listOf(input, name).filter((value) => typeof value === 'string');
}

export function inputOf(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

/** One of a few words; undefined when it is none of them. */
export function oneOf<const T extends string>(
  input: Input,
  name: string,
  words: readonly T[],
): T | undefined {
  const said = textOf(input, name)?.toLowerCase();
  return words.find((word) => word.toLowerCase() === said);
}

/** What a rule calls unknown, a case writes as null. */
export function known(answer: boolean | 'unknown'): boolean | null {
  return answer === 'unknown' ? null : answer;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

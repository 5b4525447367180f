// Chance from one seed. Each part of the story draws from a stream of its own, so that a change in one does not stir the rest.

import { type Random, randomFrom, uuidFrom, wholeBetween } from '#dosing-session/random.ts';

export type Chance = {
  /** True with this likelihood. */
  does(likelihood: number): boolean;
  between(low: number, high: number): number;
  oneOf<Value>(values: readonly Value[]): Value;
  number(): number;
  id(): string;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** Another stream, the same for the same seed and name. */
  stream(name: string): Chance;
};

export function chanceFrom(seed: number, name = ''): Chance {
  const random: Random = randomFrom(mixed(seed, name));
  return {
    does: (likelihood) => random() < likelihood,
    between: (low, high) => wholeBetween(random, low, high),
    oneOf: <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value,
    number: random,
    id: () => uuidFrom(random),
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
    stream: (inner) => chanceFrom(seed, `${name}/${inner}`),
  };
}

// FNV-1a over the name, begun from the seed.
function mixed(seed: number, name: string): number {
  let hash = (2_166_136_261 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619) >>> 0;
  return hash >>> 0;
}

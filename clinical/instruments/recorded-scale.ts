// What is kept of a scale whose words are not shipped: its name and version, who holds the words and why they are not
// here, which totals are possible, and how its totals are read. A clinic with its own licence types the total in.

import type { Sourced } from '#clinical/sourced.ts';

/** Names from the lowest total up, each with the lowest total it begins at. The last one ends with the range. */
export type RecordedBandSet = {
  readonly name: string;
  readonly bands: readonly string[];
  readonly from: Sourced<readonly number[]>;
};

/** One of the totals a scale may be kept as: a sum, a mean, a factor. Two of them are never compared. */
export type RecordedScore = {
  readonly id: string;
  readonly name: string;
  /** Lowest and highest possible; undefined when no source was read, and then no total can be checked. */
  readonly range: Sourced<readonly [number, number]> | undefined;
  /** The distance between two possible totals; undefined for a mean, which may be a fraction. */
  readonly step: number | undefined;
  /** Where sources conflict there is more than one set, and the clinic names the one it uses. */
  readonly bandSets: readonly RecordedBandSet[];
};

/** Items that may be answered by number; `count` of them, each a whole number within `range`. */
export type RecordedItems = {
  readonly count: number;
  readonly range: Sourced<readonly [number, number]>;
};

export type RecordedScale = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly filledBy: 'patient' | 'clinician';
  readonly rights: Sourced<string>;
  /** Over what time it asks. */
  readonly recall: Sourced<string>;
  readonly betterIs: Sourced<'lower' | 'higher' | 'neither'>;
  readonly scores: readonly RecordedScore[];
  /** Undefined where the options differ from item to item, or their format was not read. */
  readonly items?: RecordedItems | undefined;
  /** The number of the item that speaks of death or self-harm, if there is one: a total hides its answer. */
  readonly riskItem?: Sourced<number> | undefined;
};

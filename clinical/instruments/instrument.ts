// What an instrument is: a published form with its own words, options, arithmetic, bands and licence. One renderer asks
// any of them. A paraphrased item is no longer the instrument, so the wording is the publisher's own.

import type { Confidence, SourceId } from '#clinical/sources.ts';

export type Option = { readonly value: number; readonly text: string; readonly loinc?: string };

export type Item = {
  readonly id: string;
  readonly text: string;
  /** A short label for charts and lists; never shown in place of the item. */
  readonly topic: string;
  readonly loinc?: string;
};

export type Band = { readonly name: string; readonly from: number; readonly to: number };

export type Instrument = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly language: 'en';
  readonly stem: string;
  readonly recallDays: number;
  readonly items: readonly Item[];
  readonly options: readonly Option[];
  /** Asked after the items and never counted. */
  readonly after?: { readonly item: Item; readonly options: readonly Option[] };
  readonly range: { readonly from: number; readonly to: number };
  readonly bands: readonly Band[];
  readonly betterIs: 'lower' | 'higher';
  readonly loincPanel: string;
  readonly loincTotal: string;
  /** The item that speaks of death or self-harm, if it has one. */
  readonly riskItemId?: string;
  readonly change: ChangeRules;
  readonly licence: { readonly text: string; readonly source: SourceId };
  readonly source: SourceId;
  readonly confidence: Confidence;
};

export type ChangeRule = {
  readonly value: number;
  readonly source: SourceId;
  readonly confidence: Confidence;
};

export type ChangeRules = {
  /** A fall from baseline of at least this many percent. */
  readonly responsePercent: ChangeRule;
  /** A total at or below this. */
  readonly remissionAtOrBelow: ChangeRule;
  /** A change of at least this many points is more than the form's own noise. */
  readonly reliablePoints: ChangeRule;
};

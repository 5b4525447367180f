// What an instrument is: a published form with its own words, options, arithmetic, cut points and licence. One
// renderer asks any of them. A paraphrased item is no longer the instrument, so the wording is the publisher's own;
// a form whose words we may not or cannot hold is in recorded-scales.ts.

import type { Sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

export type Language = 'en' | 'es';

export type Option = { readonly value: number; readonly text: string; readonly loinc?: string };

export type Item = {
  readonly id: string;
  readonly text: string;
  /** A short label for charts and lists; never shown in place of the item. */
  readonly topic: string;
  readonly loinc?: string;
  /** The time this question is about, where a form gives its questions different ones. */
  readonly period?: string;
  /** What the publisher prints beside the question to explain it. */
  readonly examples?: string;
  /** Its own answers, where they are not those of the form. Lowest first. */
  readonly options?: readonly Option[];
  /** What stands at the two ends of a line of numbers. */
  readonly ends?: { readonly lowest: string; readonly highest: string };
  /** Asked only once another question was answered with this value. */
  readonly askedWhen?: { readonly item: string; readonly is: number };
  /** Counted the other way round: the lowest answer earns the most. */
  readonly reversed?: true;
};

export type Band = { readonly name: string; readonly from: number; readonly to: number };

export type Cut = {
  readonly name: string;
  readonly atOrAbove: Sourced<number>;
  /** For whom it holds; undefined: for everyone. */
  readonly sex?: 'male' | 'female' | 'unknown-or-other';
};

/** sum and mean give a number; rating is one number as given; triage goes by single answers and is never added up. */
export type ScoringKind = 'sum' | 'mean' | 'rating' | 'triage';

export type Licence = {
  /** free: nothing to ask for. attribution: free when its text is shown. non-commercial: the clinic must make sure. */
  readonly use: 'free' | 'attribution' | 'non-commercial';
  /** The publisher's own statement or credit, shown with the form. */
  readonly text: string;
  /** What must hold before a clinic offers it, in our words. */
  readonly conditions: readonly string[];
  /** A named person at the clinic confirms that they may use it; until then it is not offered. */
  readonly clinicConfirms: boolean;
  readonly source: SourceId;
};

/** The same form in another language: the publisher's own translation, the same items, options and values. */
export type Translation = {
  readonly language: Language;
  /** Where the form's own name is words too, as that of a house form is. */
  readonly name?: string;
  /** Publisher and edition against which every sentence was checked. */
  readonly wordingFrom: string;
  readonly instructions?: string;
  readonly stem: string;
  /** By item id, the one asked after the items too. */
  readonly items: Readonly<
    Record<string, { readonly text: string; readonly period?: string; readonly examples?: string }>
  >;
  /** The form's answers by their value. */
  readonly options: Readonly<Record<number, string>>;
  readonly afterOptions?: Readonly<Record<number, string>>;
  readonly licenceText?: string;
};

export type Filler = 'patient' | 'clinician';

export type Instrument = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly language: Language;
  /** Publisher and edition against which every sentence was checked. */
  readonly wordingFrom: string;
  readonly filledBy: Filler;
  /** Asked aloud by a clinician as a rule; a person may also answer it alone, question by question. */
  readonly alsoByPatient?: true;
  readonly instructions?: string;
  readonly stem: string;
  /** Undefined where the form asks about now, or each question about its own time. */
  readonly recallDays?: number;
  readonly items: readonly Item[];
  /** The answers of every item that has none of its own. Lowest first. */
  readonly options: readonly Option[];
  /** Asked after the items and never counted. */
  readonly after?: { readonly item: Item; readonly options: readonly Option[] };
  readonly scoring: ScoringKind;
  /** From 0 to 0 for a form that is never added up. */
  readonly range: { readonly from: number; readonly to: number };
  /** Empty where the publisher gives none. */
  readonly bands: readonly Band[];
  readonly cuts?: readonly Cut[];
  readonly betterIs: 'lower' | 'higher';
  readonly loincPanel?: string;
  readonly loincTotal?: string;
  /** The item that speaks of death or self-harm, if it has one. */
  readonly riskItemId?: string;
  readonly change?: ChangeRules;
  readonly licence: Licence;
  readonly translations?: readonly Translation[];
  /** Where items, arithmetic and bands come from. */
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

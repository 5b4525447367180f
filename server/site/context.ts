// What a public page is given: the clinic's own facts, the day, and where the stylesheet lies. A page asks for
// nothing else and reads no clock.

import type { Instant, LocalDate, ZoneId } from '#clinical/instant.ts';
import { localDateOf } from '#clinical/instant.ts';
import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import type { EventCount } from '#clinical/risk/event-rates.ts';
import type { Reviewer } from '#content/claims.ts';
import type { Language, Words } from '#content/language.ts';
import type { RouteDayFigures } from '#content/route-days.ts';
import type { StoryKind } from '#content/story-order.ts';

export type OpenHours = {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly opensMinuteOfDay: number;
  readonly closesMinuteOfDay: number;
};

export type CostRange = {
  readonly what: Words;
  readonly visitDollars: { readonly low: number; readonly high: number };
  readonly seriesDollars: { readonly low: number; readonly high: number };
  readonly includes: Words;
};

export type TeamProfile = {
  readonly name: string;
  readonly role: Words;
  readonly credentials: string;
  readonly licensedIn: readonly string[];
  readonly speaks: readonly string[];
  readonly about: Words;
};

export type SiteClinic = {
  readonly name: string;
  /** A made-up clinic says so at the top of every page. */
  readonly isExample: boolean;
  readonly phone: string;
  readonly addressLines: readonly string[];
  readonly zone: ZoneId;
  /** ISO country code; decides which crisis line is shown. */
  readonly country: string;
  readonly hours: readonly OpenHours[];
  /** The clinic's own words for when it is open; shown where no hours are given day by day. */
  readonly hoursInWords?: string | undefined;
  readonly closedOn: readonly LocalDate[];
  readonly access: readonly Words[];
  readonly serviceArea: Words;
  readonly team: readonly TeamProfile[];
  /** Who watches and with what, as this clinic says it; what is done on every route stands on the page already. */
  readonly safety?: { readonly watchedBy: Words; readonly equipment: readonly Words[] } | undefined;
  readonly costs: { readonly asOf: LocalDate; readonly ranges: readonly CostRange[] } | null;
  readonly inquiries: { readonly answeredBy: Words; readonly workingDays: number; readonly keptDays: number };
  readonly routeDays: RouteDayFigures;
};

export type CountedEvents = {
  readonly fromAt: Instant;
  readonly sessions: number;
  readonly counts: readonly EventCount<AdverseEventTerm>[];
};

export type ShownStory = {
  readonly id: string;
  readonly kind: StoryKind;
  readonly words: string;
  readonly isExample: boolean;
};

export type SiteAssets = {
  readonly stylesheets: readonly string[];
  /** Font files worth fetching before the stylesheet is read. */
  readonly fonts: readonly string[];
  readonly icon?: string | undefined;
};

export type SiteContext = {
  readonly clinic: SiteClinic;
  readonly language: Language;
  readonly now: Instant;
  readonly assets: SiteAssets;
  /** Listed addresses that did not answer when they were last tried, and since when. */
  readonly silentLinks?: ReadonlyMap<string, Instant> | undefined;
  /** Who of this clinic approved the words of this page as they stand. */
  readonly approver?: Reviewer | undefined;
  /** What was told to have gone wrong here, with how many sessions it was in. */
  readonly counted?: CountedEvents | undefined;
  /** Stories that may be shown now. */
  readonly stories?: readonly ShownStory[] | undefined;
  /** A fresh id for the question form, so that sending twice is sending once. */
  readonly inquiryId: string;
};

export function todayAt(ctx: SiteContext): LocalDate {
  return localDateOf(ctx.now, ctx.clinic.zone);
}

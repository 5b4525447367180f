// What the public pages say of a clinic's hours and prices, in both languages, and who changed it last.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { instant, line, localDate, version } from './fields.ts';

const minuteOfDay = z.int().check(z.gte(0), z.lte(24 * 60));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
const words = z.strictObject({ en: text, es: text });
const dollars = z
  .strictObject({ low: z.number().check(z.gte(0)), high: z.number().check(z.gte(0)) })
  .check(z.refine((range) => range.low <= range.high, 'has a low that is higher than its high'));

/** One stretch of an open day; 0 is Sunday. */
export const openHours = z
  .strictObject({
    weekday: z.int().check(z.gte(0), z.lte(6)),
    opensMinuteOfDay: minuteOfDay,
    closesMinuteOfDay: minuteOfDay,
  })
  .check(z.refine((span) => span.opensMinuteOfDay < span.closesMinuteOfDay, 'closes before it opens'));

export const costs = z.strictObject({
  asOf: localDate,
  ranges: z.array(
    z.strictObject({ what: words, visitDollars: dollars, seriesDollars: dollars, includes: words }),
  ),
});

const details = {
  /** The clinic's own words for when it is open, shown where no hours are given day by day. */
  openingHours: line,
  hours: z.array(openHours).check(z.maxLength(28)),
  closedOn: z.array(localDate).check(z.maxLength(100)),
  /** Null: the pages say that prices are told on asking. */
  costs: z.nullable(costs),
};

export const siteDetails = z.strictObject(details);
export type SiteDetails = z.output<typeof siteDetails>;

const siteDetailsTold = z.strictObject({
  ...details,
  version,
  changed: z.optional(z.strictObject({ at: instant, byName: z.string() })),
});
export type SiteDetailsTold = z.output<typeof siteDetailsTold>;

export const getSiteDetails = endpoint({
  method: 'GET',
  path: '/api/site-details',
  summary: 'Hours and prices as the public pages say them, and who changed them last',
  response: siteDetailsTold,
});

export const saveSiteDetails = endpoint({
  method: 'PUT',
  path: '/api/site-details',
  summary: 'Change the hours and prices on the public pages; every version stays',
  body: z.strictObject({ ...details, version }),
  response: siteDetailsTold,
});

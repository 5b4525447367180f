// What a clinic says about itself on its public pages: read from a file it wrote, checked field by field, and filled with
// nothing where it said nothing. No price, no name and no opening hour is made up.

import * as z from 'zod/mini';
import { costs, openHours } from '#api/site-details.ts';
import { exampleRouteDayFigures, routeIds } from '#content/route-days.ts';
import type { SiteClinic } from '#server/site';
import { SetupRefusal } from './refusal.ts';

/** What the command line says once, and the file need not say again. */
export type SiteGiven = Pick<SiteClinic, 'name' | 'phone' | 'zone' | 'country' | 'addressLines'>;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
const words = z.strictObject({ en: text, es: text });
const date = z.iso.date();
const minuteOfDay = z.int().check(z.gte(0), z.lte(24 * 60));
const minutes = z.number().check(z.gte(0), z.lte(24 * 60));

const routeFigures = (steps: readonly string[]) =>
  z.strictObject({
    minutes: z.strictObject(Object.fromEntries(steps.map((step) => [step, minutes]))),
    doseMinutes: minutes,
    checkEveryMinutes: minutes,
    startsAfterMinutes: z.strictObject({ from: minutes, to: minutes }),
    strongestMinutes: z.strictObject({ from: minutes, to: minutes }),
    sourceIds: z.array(text),
  });

const siteFile = z.strictObject({
  addressLines: z.optional(z.array(text)),
  hours: z.optional(z.array(openHours)),
  closedOn: z.optional(z.array(date)),
  access: z.optional(z.array(words)),
  serviceArea: z.optional(words),
  team: z.optional(
    z.array(
      z.strictObject({
        name: text,
        role: words,
        credentials: text,
        licensedIn: z.array(text),
        speaks: z.array(text),
        about: words,
      }),
    ),
  ),
  safety: z.optional(z.strictObject({ watchedBy: words, equipment: z.array(words) })),
  costs: z.optional(z.nullable(costs)),
  inquiries: z.optional(
    z.strictObject({
      answeredBy: words,
      workingDays: z.int().check(z.gte(1), z.lte(30)),
      keptDays: z.int().check(z.gte(1), z.lte(3_650)),
    }),
  ),
  routeDays: z.optional(
    z.strictObject({
      edition: words,
      arrivalMinuteOfDay: minuteOfDay,
      routes: z.strictObject(
        Object.fromEntries(
          routeIds.map((route) => [
            route,
            routeFigures(Object.keys(exampleRouteDayFigures.routes[route].minutes)),
          ]),
        ),
      ),
    }),
  ),
});

const saidElsewhere = ['name', 'phone', 'zone', 'country', 'isExample'];

/** The public pages of a clinic; `file` is what its JSON held, and left out when it wrote none. */
export function siteFrom(given: SiteGiven, file: unknown = {}): SiteClinic {
  const read = siteFile.safeParse(file);
  if (!read.success) throw new SetupRefusal(`The site file cannot be used: ${faults(read.error.issues)}.`);
  const { routeDays, ...said } = read.data;
  return {
    ...given,
    isExample: false,
    hours: [],
    closedOn: [],
    access: [],
    serviceArea: { en: '', es: '' },
    team: [],
    costs: null,
    inquiries: {
      answeredBy: { en: 'Someone at the clinic', es: 'Una persona de la clínica' },
      workingDays: 1,
      keptDays: 90,
    },
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<
      typeof said
    >),
    // The steps of each route were checked against those of the example, one by one.
    routeDays: (routeDays as SiteClinic['routeDays'] | undefined) ?? exampleRouteDayFigures,
  } as SiteClinic;
}

const mostTold = 5;

function faults(issues: readonly z.core.$ZodIssue[]): string {
  const told = issues.slice(0, mostTold).map((issue) => {
    const at = issue.path.length === 0 ? 'the file' : issue.path.join('.');
    switch (issue.code) {
      case 'invalid_type':
        return `${at} is missing, or is no ${issue.expected}`;
      case 'unrecognized_keys': {
        const known = issue.keys.filter((key) => saidElsewhere.includes(key));
        return known.length > 0
          ? `${known.join(', ')} comes from the command line and is left out here`
          : `${at} has ${issue.keys.join(', ')}, which no page reads`;
      }
      case 'custom':
        return `${at} ${issue.message}`;
      default:
        return `${at} is not as it must be`;
    }
  });
  const more = issues.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

// Reading and changing what the public pages say of hours and prices.

import * as api from '#api/site-details.ts';
import { type Clinic, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { type KeptDetails, keepDetails, newestDetails } from './store.ts';

const noPages = refuse(409, 'no-public-pages', 'This clinic has not set up its public pages yet.');
const stale = refuse(409, 'stale', 'Someone else changed these first. What you typed is still here.');

export function siteDetailsRoutes(): readonly Route[] {
  return [
    route(
      api.getSiteDetails,
      { resource: 'site-details', action: 'r', subject: 'clinic' },
      { audit: 'site-details.read' },
      async ({ tx, clinic }) => {
        const kept = await newestDetails(tx);
        return kept === undefined ? (asSetUp(clinic) ?? noPages) : told(kept);
      },
    ),

    route(
      api.saveSiteDetails,
      { resource: 'site-details', action: 'u', subject: 'clinic' },
      { audit: 'site-details.save' },
      async ({ tx, clinic, body, actor, now }) => {
        if (clinic.settings.site === undefined) return noPages;
        const { version, ...details } = body;
        if (!(await keepDetails(tx, { details, version }, { id: actor.id, name: actor.name, now })))
          return stale;
        return told({ version: version + 1, details, at: now, byName: actor.name });
      },
    ),
  ];
}

function told({ version, details, at, byName }: KeptDetails): api.SiteDetailsTold {
  return { ...details, version, changed: { at, byName } };
}

function asSetUp({ openingHours, settings }: Clinic): api.SiteDetailsTold | undefined {
  if (settings.site === undefined) return undefined;
  // The file a clinic was set up with was checked by the same shapes.
  const { hours, closedOn, costs } = api.siteDetails.parse({
    openingHours,
    hours: settings.site.hours,
    closedOn: settings.site.closedOn,
    costs: settings.site.costs,
  });
  return { version: 0, openingHours, hours, closedOn, costs };
}

// The public pages on the wire: drawn on the server, read without a script, an account or a cookie; and the one form.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import type { InquiryInput } from '#api/inquiries.ts';
import { openingHoursIn } from '#api/opening-hours.ts';
import { instantOf, localDateOf } from '#clinical/instant.ts';
import type { Language } from '#content/language.ts';
import type { Clinic, Clinics } from '#server/access';
import { countedEvents } from '#server/adverse-events';
import { appendAudit } from '#server/audit';
import { keepInquiry } from '#server/inquiries';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { approverOf, silentLinks } from '#server/reading';
import {
  answerByDate,
  askPage,
  askPath,
  errorPage,
  type Inquiry,
  languageOfPath,
  parseInquiryForm,
  type SiteAssets,
  type SiteContext,
  type SitePage,
  sitePages,
  thankYouPage,
} from '#server/site';
import { shownStories } from '#server/stories';

type SiteDeps = {
  readonly ports: Ports;
  readonly clinics: Clinics;
  readonly distDirectory: string | undefined;
};

/** Two posts and a slack line. The ground is drawn too, so that it shows on a dark tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0C4A61"/><g stroke="#fff" stroke-linecap="round" fill="none"><path d="M6.5 6v12M17.5 6v12" stroke-width="3.4"/><path d="M6.5 7.6c2 6 9 6 11 0" stroke-width="2"/></g></svg>`;
const iconPath = '/icon.svg';

const languages: readonly Language[] = ['en', 'es'];
const endOfWorkingDayMinutes = 17 * 60;
/** A clinic that is open on too few days to promise one still owes an answer: the desk sees it fall due in two weeks. */
const unpromisedMs = 14 * 24 * 60 * 60_000;

export function mountSite(app: Hono, { ports, clinics, distDirectory }: SiteDeps): void {
  const assets = siteAssets(distDirectory);

  function contextFor(clinic: Clinic, language: Language): SiteContext | undefined {
    const site = clinic.settings.site;
    if (site === undefined) return undefined;
    return {
      clinic: {
        ...site,
        name: clinic.name,
        phone: clinic.phone,
        zone: clinic.zone,
        hoursInWords: openingHoursIn(language, {
          openingHours: clinic.openingHours,
          openingHoursEs: clinic.settings.openingHoursEs,
        }),
      },
      language,
      now: ports.clock.now(),
      assets,
      inquiryId: ports.random.uuid(),
    };
  }

  async function siteOf(
    c: Context,
    language: Language,
  ): Promise<{ clinic: Clinic; ctx: SiteContext } | undefined> {
    const clinic = await clinics.byHost(c.req.header('host'));
    const ctx = clinic === undefined ? undefined : contextFor(clinic, language);
    return clinic === undefined || ctx === undefined ? undefined : { clinic, ctx };
  }

  app.get(iconPath, (c) =>
    c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  app.get('/favicon.ico', (c) => c.redirect(iconPath, 301));

  for (const page of sitePages) {
    app.get(page.path, async (c) => {
      const site = await siteOf(c, page.language);
      if (site === undefined) return c.text('This clinic has not set up its public pages yet.', 503);
      const told = await withTenant(ports.pool, { clinicId: site.clinic.id }, (tx) =>
        toldByTheStore(tx, page, site.ctx),
      );
      // A story or a name taken back is gone at once, from every shelf.
      const isFresh = page.hasForm || page.path.endsWith('/stories') || told.approver !== undefined;
      c.header('cache-control', isFresh ? 'no-store' : 'public, max-age=300');
      return c.html(page.render({ ...site.ctx, ...told }));
    });
  }

  for (const language of languages) {
    app.post(askPath(language), async (c) => {
      const site = await siteOf(c, language);
      if (site === undefined) return c.text('This clinic has not set up its public pages yet.', 503);
      const { clinic, ctx } = site;
      const origin = c.req.header('origin');
      const foreign =
        origin !== undefined &&
        origin !== 'null' &&
        (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
      if (foreign) return c.html(errorPage(ctx, 'notFound'), 403);
      const form = await c.req.formData().catch(() => new FormData());
      const parsed = parseInquiryForm(form);
      c.header('cache-control', 'no-store');
      if (!parsed.ok) return c.html(askPage(ctx, parsed), 422);
      const { inquiry } = parsed;
      const answerBy =
        answerByDate(ctx.clinic, ctx.now) ?? localDateOf(ctx.now + unpromisedMs, ctx.clinic.zone);
      await withTenant(ports.pool, { clinicId: clinic.id }, async (tx) => {
        const kept = await keepInquiry(tx, toInput(inquiry), {
          now: ctx.now,
          promiseBy: instantOf(answerBy, endOfWorkingDayMinutes, clinic.zone),
        });
        if (kept) {
          await appendAudit(tx, {
            at: ctx.now,
            requestId: ports.random.uuid(),
            actorId: undefined,
            actorName: '',
            actingRole: 'visitor',
            action: 'inquiry.ask',
            outcome: 'done',
            resourceId: inquiry.inquiryId,
            rule: 'public',
          });
        }
      });
      ports.bus.publish([{ clinicId: clinic.id, topic: 'inquiries', id: inquiry.inquiryId }]);
      return c.html(thankYouPage(ctx, inquiry, answerBy));
    });
  }

  app.notFound(async (c) => {
    const site = await siteOf(c, languageOfPath(c.req.path));
    return site === undefined
      ? c.text('There is nothing here.', 404)
      : c.html(errorPage(site.ctx, 'notFound'), 404);
  });
}

/** What a page shows that is not the clinic's own words: asked for only where it stands. */
async function toldByTheStore(
  tx: Tx,
  page: SitePage,
  { now, clinic }: SiteContext,
): Promise<Partial<SiteContext>> {
  const approver = await approverOf(tx, page.path, clinic.zone);
  if (page.path.endsWith('/resources')) return { approver, silentLinks: await silentLinks(tx) };
  if (page.path.endsWith('/safety')) return { counted: await countedEvents(tx, now) };
  if (page.path.endsWith('/stories')) return { stories: await shownStories(tx, page.language) };
  return { approver };
}

function toInput(inquiry: Inquiry): InquiryInput {
  const byEmail = inquiry.channel === 'email';
  return {
    id: inquiry.inquiryId,
    name: inquiry.calledName ?? 'No name given',
    reachBy: byEmail ? 'email' : 'phone',
    reach: (byEmail ? inquiry.email : inquiry.phone) ?? inquiry.email ?? inquiry.phone ?? '',
    body: {
      question: inquiry.message ?? undefined,
      bestTime: inquiry.bestTime ?? undefined,
      heardFrom: inquiry.heardFrom ?? undefined,
      channel: inquiry.channel,
      mayNameClinic: inquiry.mayNameClinic,
    },
    language: inquiry.language,
  };
}

type ManifestEntry = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
};

export function siteAssets(distDirectory: string | undefined): SiteAssets {
  return { stylesheets: stylesheetsOf(distDirectory, ['site']), fonts: [], icon: iconPath };
}

/** The demonstration's own page looks like the others, with a few rows they do not have. */
export function demoStylesheets(distDirectory: string | undefined): readonly string[] {
  return stylesheetsOf(distDirectory, ['site', 'demo']);
}

function stylesheetsOf(distDirectory: string | undefined, names: readonly string[]): readonly string[] {
  const path = distDirectory === undefined ? undefined : join(distDirectory, 'manifest-plain.json');
  if (path === undefined || !existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>;
  return names.flatMap((name) => {
    const entry = manifest[`web/site/${name}.css`];
    return entry === undefined ? [] : [`/${entry.file}`];
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import type { Language } from '#content/language.ts';
import { guideNamed } from '#web/patient/learn/guides.ts';
import type { SiteClinic, SiteContext } from './context.ts';
import {
  askPage,
  errorPage,
  exampleClinic,
  languageOfPath,
  parseInquiryForm,
  type SitePage,
  sitePages,
  thankYouPage,
} from './index.ts';

const inquiryId = '7d1f5c1e-4a52-4a63-9b1c-2f3e4d5c6b7a';

function context(language: Language, more: { clinic?: SiteClinic; date?: string } = {}): SiteContext {
  return {
    clinic: more.clinic ?? exampleClinic,
    language,
    now: instantOf(more.date ?? '2026-11-23', 600, exampleClinic.zone),
    assets: { stylesheets: ['/assets/site.css'], fonts: ['/assets/hyperlegible.woff2'] },
    inquiryId,
  };
}

const draw = async (page: SitePage, more?: Parameters<typeof context>[1]) =>
  String(await page.render(context(page.language, more)));
const open = (path: string) =>
  sitePages.find((page) => page.path === path) ?? assert.fail(`there is no page at ${path}`);
/** The same words in the app, in the language they are read in. */
const isGuide = (href: string, language: Language) => {
  const [, name = '', asked] = /^\/app\/learn\/([\w-]+)\?lang=(\w+)$/.exec(href) ?? [];
  return asked === language && guideNamed(name, language) !== undefined;
};
const withoutTags = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('every public page', () => {
  it('has an address of its own', () => {
    assert.equal(new Set(sitePages.map((page) => page.path)).size, sitePages.length);
    for (const path of [
      '/',
      '/first-session',
      '/routes',
      '/what-people-feel',
      '/conditions',
      '/how-it-works',
      '/risks',
      '/costs',
      '/questions',
      '/companions',
      '/team',
      '/location',
      '/resources',
      '/words-and-sources',
      '/privacy',
      '/ask',
    ]) {
      open(path);
      open(path === '/' ? '/es' : `/es${path}`);
    }
  });

  for (const page of sitePages)
    it(`at ${page.path} works without a script, a cookie or another company`, async () => {
      const markup = await draw(page);
      assert.doesNotMatch(markup, /<script|\son\w+="|javascript:|\sstyle="|<style|<img|<iframe/i);
      assert.doesNotMatch(markup, /(src|action)="https?:/);
      for (const link of markup.matchAll(/<link[^>]+href="([^"]+)"/g)) assert.match(link[1] ?? '', /^\//);
      assert.match(markup, new RegExp(`<html lang="${page.language}">`));
      assert.equal(markup.match(/<h1>/g)?.length, 1);
      assert.match(markup, /988/);
    });

  for (const page of sitePages)
    it(`at ${page.path} leads only to places that exist`, async () => {
      const markup = await draw(page);
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length, 'an id is used twice');
      for (const match of markup.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        const href = match[1] ?? '';
        if (href.startsWith('#')) assert.ok(ids.includes(href.slice(1)), href);
        else if (href.startsWith('/app/')) assert.ok(isGuide(href, page.language), href);
        else if (href.startsWith('/')) {
          const [path, anchor] = href.split('#');
          const target = open(path ?? '');
          if (anchor) assert.match(await draw(target), new RegExp(`\\sid="${anchor}"`), href);
        } else assert.match(href, /^(https:\/\/|tel:)/);
      }
      for (const match of markup.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
        for (const id of (match[1] ?? '').split(' ')) assert.ok(ids.includes(id), id);
    });

  it('says that a made-up clinic is made up, and that its words are not approved', async () => {
    const markup = await draw(open('/first-session'));
    assert.match(markup, /Example clinic\. Its people, prices and hours are made up\./);
    assert.match(markup, /not yet approved by a named clinician/);
    const real = await draw(open('/first-session'), { clinic: { ...exampleClinic, isExample: false } });
    assert.doesNotMatch(real, /made up/);
  });

  for (const [country, shown, never] of [
    [
      'US',
      /988 Suicide and Crisis Lifeline: call or text 988 ?, day or night.*Life in danger: call 911\./,
      /112|999/,
    ],
    ['GB', /Samaritans: call 116 123 ?\. Life in danger: call 999\./, /988|911/],
    ['ES', /Life in danger: call 112\./, /988|911|116/],
    ['MX', /Call the emergency number where you are/, /988|911|112/],
  ] as const)
    it(`shows a clinic in ${country} the numbers that answer there, and none of another country`, async () => {
      const markup = withoutTags(await draw(open('/ask'), { clinic: { ...exampleClinic, country } }));
      assert.match(markup, shown);
      assert.doesNotMatch(markup, never);
    });

  it('escapes what a clinic typed about itself', async () => {
    const markup = await draw(open('/location'), { clinic: { ...exampleClinic, name: '<b>Harbor</b>' } });
    assert.doesNotMatch(markup, /<b>Harbor/);
  });
});

describe('a claim on a page', () => {
  it('carries its source, how sure we are, when it was read, who approved it and until when', async () => {
    const markup = withoutTags(await draw(open('/risks')));
    assert.match(
      markup,
      /One US center, 138 people, 2,342 drips We are fairly sure read 21 November 2026 Nobody has approved this yet\. To be read again by 21 May 2027\./,
    );
  });

  it('is hatched and being read again once its day has passed, and not a day before', async () => {
    assert.doesNotMatch(await draw(open('/risks'), { date: '2027-05-21' }), /Being read again/);
    assert.match(
      await draw(open('/risks'), { date: '2027-05-22' }),
      /hatch-amber[^>]*><\/span>Past its review date\. Being read again\./,
    );
  });
});

describe('the first session', () => {
  it('tells each route hour by hour at an address of its own', async () => {
    for (const [path, hour] of [
      ['/first-session', '8:50'],
      ['/first-session/injection', '8:45'],
      ['/first-session/lozenge', '9:00'],
      ['/first-session/spray', '10:40'],
    ] as const)
      assert.match(await draw(open(path)), new RegExp(`<p class="hour">${hour}</p>`), path);
  });

  it('follows the minutes of the clinic’s own protocol', async () => {
    const clinic = {
      ...exampleClinic,
      routeDays: { ...exampleClinic.routeDays, arrivalMinuteOfDay: 10 * 60 },
    };
    assert.match(await draw(open('/first-session'), { clinic }), /<p class="hour">10:35<\/p>/);
  });

  it('says what each step and the times of each route rest on', async () => {
    const markup = await draw(open('/first-session/spray'));
    const spray = withoutTags(markup);
    assert.match(spray, /Two hours watched .*? source 4/);
    assert.match(markup, /id="claim-spray-two-hours"/);
    const espray = withoutTags(await draw(open('/es/first-session/spray')));
    assert.match(espray, /Dos horas .*? fuente 4/);
    assert.doesNotMatch(espray, /\bsource \d/);
    assert.match(spray, /These times come from: Drug guide summary of the US spray label;/);
    assert.match(
      withoutTags(await draw(open('/es/first-session'))),
      /Estas horas salen de: Cómo se da un suero/,
    );
  });

  it('says its curve is a typical shape and not a forecast', async () => {
    assert.match(withoutTags(await draw(open('/first-session'))), /A typical shape, not a forecast for you/);
    assert.match(withoutTags(await draw(open('/es/first-session'))), /no un pronóstico para usted/);
  });
});

describe('the list of other places', () => {
  it('is curated and dated, says what nobody here has opened, and marks a place that no longer answers @S2-62', async () => {
    const page = open('/resources');
    const ctx = context('en');
    const text = withoutTags(String(await page.render(ctx)));
    assert.match(text, /988 Lifeline, US .* Looked at 21 November 2026/);
    assert.match(text, /MAPS .* No one at this clinic has opened it yet\./);
    const later = withoutTags(
      String(await page.render({ ...ctx, now: instantOf('2027-06-21', 600, exampleClinic.zone) })),
    );
    assert.match(later, /That is too long ago\. It may be gone or changed\./);
    const silentLinks = new Map([['https://maps.org', instantOf('2026-11-10', 600, exampleClinic.zone)]]);
    assert.match(
      withoutTags(String(await page.render({ ...ctx, silentLinks }))),
      /It has not answered since 10 November 2026\. It may be gone\./,
    );
  });

  it('says of each book whom it suits @S2-63', async () => {
    const books = /Books<\/h2>(.*?)<\/section>/s.exec(await draw(open('/resources')))?.[1] ?? '';
    assert.equal(books.match(/<h3>/g)?.length, books.match(/Who it suits:/g)?.length);
    assert.ok((books.match(/<h3>/g)?.length ?? 0) >= 3);
  });

  it('lists podcasts and forums with cautions, and says why there is no forum of our own @S2-64', async () => {
    const text = withoutTags(await draw(open('/resources')));
    assert.match(text, /In a forum no one checks a dose/);
    assert.match(text, /There is no forum of our own\. One that no one looks after can do harm/);
  });
});

describe('prices, people and place', () => {
  it('are said to be missing where the clinic has not given them', async () => {
    const clinic = { ...exampleClinic, costs: null, team: [] };
    assert.match(await draw(open('/costs'), { clinic }), /has not put its prices here yet/);
    assert.match(await draw(open('/team'), { clinic }), /has not named its team here yet/);
  });

  it('show the price of a whole series beside one visit', async () => {
    assert.match(withoutTags(await draw(open('/costs'))), /\$400 to \$550 A first series \$2,400 to \$3,300/);
  });

  it('show every day of the week, closed ones too', async () => {
    assert.match(
      withoutTags(await draw(open('/location'))),
      /Friday 8:00 am to 5:30 pm Saturday Closed Sunday Closed/,
    );
  });

  it('name the closed days ahead, so that nobody stands before a shut door, and none that is over', async () => {
    const asked = withoutTags(await draw(open('/location'), { date: '2026-11-27' }));
    assert.match(asked, /Closed days Friday 25 December Friday 1 January/);
    assert.doesNotMatch(asked, /Thursday 26 November/);
    assert.match(withoutTags(await draw(open('/es/location'))), /Días cerrados Jueves 26 de noviembre/);
    assert.doesNotMatch(withoutTags(await draw(open('/location'), { date: '2027-02-01' })), /Closed days/);
  });
});

describe('asking', () => {
  it('carries the id that makes sending twice the same as sending once', async () => {
    for (const page of sitePages.filter((candidate) => candidate.hasForm))
      assert.match(await draw(page), new RegExp(`name="inquiryId" value="${inquiryId}"`), page.path);
    for (const page of sitePages.filter((candidate) => !candidate.hasForm))
      assert.doesNotMatch(await draw(page), /<form/, page.path);
  });

  it('promises a day the clinic is open', async () => {
    assert.match(withoutTags(await draw(open('/ask'))), /by Tuesday 24 November/);
    assert.match(withoutTags(await draw(open('/es/ask'))), /a más tardar el martes 24 de noviembre/);
  });

  it('ticks nothing for the reader', async () => {
    assert.doesNotMatch(await draw(open('/ask')), /\schecked/);
  });

  it('shows each fault beside its box and keeps every word', async () => {
    const form = new FormData();
    for (const [name, value] of [
      ['inquiryId', inquiryId],
      ['message', 'Is <this> a problem?'],
      ['email', 'ana@'],
      ['bestTime', 'evening'],
      ['mayNameClinic', 'yes'],
    ] as const)
      form.set(name, value);
    const parsed = parseInquiryForm(form);
    assert.ok(!parsed.ok);
    const markup = String(await askPage(context('en'), parsed));
    assert.match(markup, /value="ana@"[^>]*aria-describedby="hint-email fault-email" aria-invalid="true"/);
    assert.match(markup, /id="fault-email">.*We cannot send to this address/);
    assert.match(markup, /Is &lt;this&gt; a problem\?<\/textarea>/);
    assert.match(markup, /value="evening" selected/);
    assert.match(markup, /value="yes"[^>]* checked/);
    assert.match(markup, /Not sent yet/);
  });

  it('says who answers, how, by when, and what to do if no one does', async () => {
    const form = new FormData();
    form.set('inquiryId', inquiryId);
    form.set('email', 'ana@example.org');
    const parsed = parseInquiryForm(form);
    assert.ok(parsed.ok);
    const text = withoutTags(String(await thankYouPage(context('en'), parsed.inquiry, '2026-11-24')));
    assert.match(text, /A nurse answers by email, by Tuesday 24 November\./);
    assert.match(text, /we are late\. Call 555 0142/);
    assert.match(
      withoutTags(String(await thankYouPage(context('es'), parsed.inquiry, '2026-11-24'))),
      /responde por correo, a más tardar el martes 24 de noviembre/,
    );
  });
});

describe('when there is no page', () => {
  it('says what happened and where to go, in the reader’s language', async () => {
    assert.match(withoutTags(String(await errorPage(context('en'), 'notFound'))), /No page here/);
    assert.match(withoutTags(String(await errorPage(context('es'), 'broken'))), /Algo falló de nuestro lado/);
  });

  it('answers a wrong address among the Spanish pages in Spanish, and no other', async () => {
    for (const path of ['/es', '/es/', '/es/rieasgos', '/es/risks/2'])
      assert.equal(languageOfPath(path), 'es');
    for (const path of ['/', '/riskz', '/estonia', '/en/es/risks']) assert.equal(languageOfPath(path), 'en');
    const text = withoutTags(String(await errorPage(context(languageOfPath('/es/rieasgos')), 'notFound')));
    assert.match(text, /Aquí no hay página/);
    assert.doesNotMatch(text, /No page here|may be old/);
  });
});

// The demonstration's own page: who can sign in, their codes, the mail that would have gone out, and a session to play.
// Mounted only where the demonstration is switched on.

import type { Hono } from 'hono';
import { html } from 'hono/html';
import { daysBetween, localDateOf } from '#clinical/instant.ts';
import { cookieName } from '#server/access';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { openSignIn } from '#server/sign-in';
import { exampleClinic } from '#server/site';
import { authenticatorCode } from './authenticator.ts';
import { openBook } from './book.ts';
import { demoClinicId, demoPassword, emailOf, patients, staff } from './cast.ts';
import type { SeedApp } from './life.ts';
import { playSession } from './player.ts';
import { checkInForToday } from './seed.ts';

const hour = 3_600_000;
const speeds = [1, 10, 30, 60] as const;

export function mountDemo(
  app: Hono,
  { ports, self, stylesheets }: { ports: Ports; self: () => SeedApp; stylesheets: readonly string[] },
): void {
  const inClinic = { clinicId: demoClinicId };

  app.get('/demo', async (c) => {
    const now = ports.clock.now();
    const mail = await withTenant(ports.pool, inClinic, async (tx) => {
      const { rows } = await tx.query<{
        id: string;
        to_address: string;
        subject: string;
        body: string;
        created_at: number;
      }>(
        `select id, to_address, subject, body, created_at from outgoing_mail
          where clinic_id = $1 and (sent_at is null or sent_at <> created_at) order by created_at desc limit 40`,
        [demoClinicId],
      );
      return rows;
    });
    const words = (text: string) =>
      text
        .split(/(https?:\/\/\S+)/)
        .map((part) => (/^https?:/.test(part) ? html`<a href="${part}">${part}</a>` : part));
    c.header('cache-control', 'no-store');
    return c.html(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The demonstration clinic</title>
${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}</head>
<body class="site"><main class="wide demo"><h1>The demonstration clinic</h1>
<p>Everyone here is made up. This page exists only while the demonstration is switched on: it lets you in as anyone.</p>
<h2>Play a session</h2>
<p>A made-up session runs in the next free room of today. Open the <a href="/clinic/board">board</a> in another window and watch.</p>
<form class="demo-play" method="post" action="/demo/play"><label>Speed <select name="speed">${speeds.map((speed) => html`<option value="${speed}"${speed === 30 ? ' selected' : ''}>${speed === 1 ? 'as it happens' : `${speed} times faster`}</option>`)}</select></label> <button class="demo-enter" type="submit">Play a session</button></form>
<h2>Staff</h2>
<ul class="demo-grid">${staff.map(
      (member) =>
        html`<li class="demo-card"><h3>${member.name}, ${member.roles.join(', ')}</h3><p>${member.does}</p><p class="by-hand">${member.email}<br>${demoPassword}<br>six digits now: <strong data-code="${member.email}">${authenticatorCode(ports.secrets, member.id, now)}</strong></p><form method="post" action="/demo/enter"><input type="hidden" name="accountId" value="${member.id}"><button class="demo-enter" type="submit">Enter as ${member.name}</button></form></li>`,
    )}</ul>
<h2>Patients</h2>
<ul class="demo-grid">${patients.map(
      (patient) =>
        html`<li class="demo-card"><h3>${patient.given} ${patient.family}</h3><p>${arcInWords(patient.arc, now)}</p><form method="post" action="/demo/enter"><input type="hidden" name="email" value="${emailOf(patient)}"><button class="demo-enter" type="submit">Enter as ${patient.given} ${patient.family}</button></form></li>`,
    )}</ul>
<h2>Outbox</h2>
<p>Mail that would have gone out. No mail server is set, so it waits here.</p>
${mail.length === 0 ? html`<p>No mail yet. An invitation or a sign-in link will stand here.</p>` : ''}
${mail.map((one) => html`<article class="demo-mail"><h3>${one.subject}</h3><p class="by-hand">To ${one.to_address}, ${new Date(one.created_at).toISOString().replace('T', ' ').slice(0, 16)} UTC</p><p class="letter">${words(one.body)}</p></article>`)}
</main></body></html>`);
  });

  app.post('/demo/enter', async (c) => {
    if (foreign(c.req.header('origin'), c.req.header('host')))
      return c.text('This did not come from the demonstration page.', 403);
    const form = await c.req.formData();
    const accountId = form.get('accountId');
    const email = form.get('email');
    // A demonstration that is left running overnight has its people back in the morning.
    await checkInForToday(ports);
    const now = ports.clock.now();
    const entered = await withTenant(ports.pool, inClinic, async (tx) => {
      const { rows } = await tx.query<{ id: string; kind: string }>(
        'select id, kind from accounts where clinic_id = $1 and (id::text = $2 or lower(email) = lower($3)) and disabled_at is null',
        [
          demoClinicId,
          typeof accountId === 'string' ? accountId : '',
          typeof email === 'string' ? email : '',
        ],
      );
      const account = rows[0];
      if (account === undefined) return undefined;
      return {
        kind: account.kind,
        token: await openSignIn(tx, ports.random, {
          accountId: account.id,
          method: 'demonstration',
          now,
          expiresAt: now + 12 * hour,
        }),
      };
    });
    if (entered === undefined) return c.text('There is no such person here.', 404);
    c.header(
      'set-cookie',
      `${cookieName}=${entered.token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200`,
    );
    return c.redirect(entered.kind === 'staff' ? '/clinic/' : '/app/', 303);
  });

  app.post('/demo/play', async (c) => {
    if (foreign(c.req.header('origin'), c.req.header('host')))
      return c.text('This did not come from the demonstration page.', 403);
    const speed = Number((await c.req.formData()).get('speed'));
    if (!Number.isFinite(speed) || speed < 1 || speed > 600)
      return c.text('Choose a speed from 1 to 600.', 400);
    const playing = await playSession(ports, self(), speed);
    if (playing === undefined)
      return c.text(
        'Every dose of today has been opened. Start the demonstration tomorrow, or with an empty data folder.',
        409,
      );
    return c.text(
      `${playing.patientName} is now in ${playing.roomName}. The session is ${playing.minutesLong} minutes long and plays ${playing.speed} times as fast. Open /clinic/board to watch.`,
    );
  });
}

function foreign(origin: string | undefined, host: string | undefined): boolean {
  return (
    origin !== undefined && origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== host)
  );
}

/** As the calendar of a clinic made today has it: a day on which it is closed is passed over. */
function daysUntil(days: number, now: number): number {
  const { zone, closedOn } = exampleClinic;
  return daysBetween(localDateOf(now, zone), openBook({ zone, now, closedOn }).dayFromToday(days));
}

function arcInWords(arc: (typeof patients)[number]['arc'], now: number): string {
  switch (arc.kind) {
    case 'invited':
      return 'has just been invited';
    case 'half-screened':
      return 'is halfway through the questions';
    case 'screened':
      return 'has answered, waits for a consult';
    case 'consulted':
      return 'was at the consult, findings wait for a decision';
    case 'planned':
      return 'has a signed order, nothing booked yet';
    case 'series': {
      const session = `session ${arc.done + 1} of ${arc.of}`;
      const days = daysUntil(arc.nextInDays, now);
      return days === 0
        ? `arrives today, ${session}`
        : `${session} ${days === 1 ? 'tomorrow' : `in ${days} days`}`;
    }
    case 'ended':
      return `${arc.how} after ${arc.done} of ${arc.of}, ${arc.weeksSince === 1 ? 'a week' : `${arc.weeksSince} weeks`} ago`;
  }
}

// The whole server, put together from its modules, given a clock and a database. Tests start exactly this.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { decide, mountRoutes, openClinics, openPrincipals, type Route, standingsTo } from '#server/access';
import { adverseEventRoutes } from '#server/adverse-events';
import { appointmentRoutes } from '#server/appointments';
import { appendAuditBatch } from '#server/audit';
import { broughtPaperRoutes } from '#server/brought-papers';
import { careRecordRoutes } from '#server/care-record';
import { carriedDraftRoutes } from '#server/carried-drafts';
import { circleRoutes } from '#server/circle';
import type { Clock } from '#server/clock';
import { companionCheckRoutes } from '#server/companion-checks';
import { consentRoutes } from '#server/consents';
import { consultRoutes } from '#server/consult';
import { mountDemo } from '#server/demo';
import { dosingSessionRoutes, openLiveSessions } from '#server/dosing-sessions';
import { downtimeRoutes } from '#server/downtime';
import { drillRoutes } from '#server/drills';
import { guardAnswer, openRateLimits } from '#server/edge';
import { emdrRoutes } from '#server/emdr';
import { firstWordsRoutes } from '#server/first-words';
import { guestRoomRoutes } from '#server/guest-room';
import { guidedRoomRoutes } from '#server/guided-room';
import { healthRecordRoutes } from '#server/health-record';
import { homeRoutes } from '#server/home';
import { inquiryRoutes } from '#server/inquiries';
import { openLiveBus } from '#server/live';
import { mountStream } from '#server/live-stream';
import { describeError, type Log } from '#server/log';
import { lostPhoneRoutes } from '#server/lost-phones';
import { medicationStockRoutes } from '#server/medication-stock';
import { musicRoutes } from '#server/music';
import { onCallRoutes } from '#server/on-call';
import { decisionRoutes, outcomeRoutes } from '#server/outcomes';
import { ownWordsRoutes } from '#server/own-words';
import { paperRoutes } from '#server/papers';
import { mountPassportPage, passportRoutes } from '#server/passports';
import { patientRoutes } from '#server/patients';
import { pillarRoutes } from '#server/pillars';
import type { Ports, Ways } from '#server/ports';
import { type Pool, withTenant } from '#server/postgres';
import { preparationRoutes } from '#server/preparation';
import { protocolRoutes } from '#server/protocols';
import { psychotherapyNoteRoutes } from '#server/psychotherapy-notes';
import { questionnaireRoutes } from '#server/questionnaires';
import { questionRoutes } from '#server/questions';
import { pageApprovalRoutes, readingRoutes } from '#server/reading';
import { recordExportRoutes } from '#server/record-export';
import { reminderRoutes } from '#server/reminders';
import { remoteVisitRoutes } from '#server/remote-visits';
import { rideRoutes } from '#server/rides';
import { ringRoutes } from '#server/rings';
import { safetyPlanRoutes } from '#server/safety-plan';
import { mountScreens } from '#server/screens';
import type { Random, Secrets } from '#server/secrets';
import { seriesRoutes } from '#server/series';
import { signInRoutes } from '#server/sign-in';
import { siteDetailsRoutes } from '#server/site-details';
import { demoStylesheets, mountSite } from '#server/site-routes';
import { standingOrderRoutes } from '#server/standing-orders';
import { storyRoutes } from '#server/stories';
import { taskRoutes } from '#server/tasks';
import { teamRoutes } from '#server/team';

export type AppOptions = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly origin: string;
  readonly demo: boolean;
  /** The ways out of the house beside mail; absent: none. */
  readonly ways?: Ways | undefined;
  /** Where the built screens lie; absent in tests that need none. */
  readonly distDirectory?: string | undefined;
  /** Multiplies every request budget: load measurements come from one address. */
  readonly budgetScale?: number | undefined;
};

export type App = {
  readonly fetch: Hono['fetch'];
  readonly routes: readonly Route[];
  readonly ports: Ports;
  /** Ends open streams, so that the listener can close. */
  close(): void;
};

export function createApp(options: AppOptions): App {
  const { pool, clock, random, secrets, log, origin, demo } = options;
  const bus = openLiveBus(random.uuid());
  const ports: Ports = { pool, clock, random, secrets, bus, log, origin, demo, ways: options.ways };
  const clinics = openClinics({ pool, clock });
  const principals = openPrincipals({ pool, clock });
  const live = openLiveSessions();

  const routes: readonly Route[] = [
    ...signInRoutes(ports, principals),
    ...lostPhoneRoutes(principals),
    ...inquiryRoutes(ports),
    ...patientRoutes(ports),
    ...careRecordRoutes(ports),
    ...healthRecordRoutes(ports),
    ...questionnaireRoutes(ports),
    ...reminderRoutes(ports),
    ...consultRoutes(ports),
    ...protocolRoutes(ports),
    ...seriesRoutes(ports),
    ...appointmentRoutes(ports),
    ...preparationRoutes(ports),
    ...questionRoutes(ports),
    ...readingRoutes(ports),
    ...pageApprovalRoutes(),
    ...consentRoutes(ports),
    ...rideRoutes(ports),
    ...companionCheckRoutes(),
    ...circleRoutes(ports),
    ...ownWordsRoutes(ports),
    ...carriedDraftRoutes(),
    ...firstWordsRoutes(ports),
    ...safetyPlanRoutes(ports),
    ...guestRoomRoutes(ports),
    ...psychotherapyNoteRoutes(ports),
    ...emdrRoutes(ports),
    ...remoteVisitRoutes(ports),
    ...teamRoutes(ports),
    ...storyRoutes(ports),
    ...broughtPaperRoutes(ports),
    ...dosingSessionRoutes(ports, live),
    ...homeRoutes(ports, live),
    ...guidedRoomRoutes(ports, live),
    ...adverseEventRoutes(ports),
    ...musicRoutes(ports, live),
    ...paperRoutes(ports),
    ...passportRoutes(ports, options.distDirectory),
    ...recordExportRoutes(ports),
    ...downtimeRoutes(ports),
    ...outcomeRoutes(ports),
    ...pillarRoutes(ports),
    ...decisionRoutes(ports),
    ...taskRoutes(ports),
    ...onCallRoutes(ports),
    ...siteDetailsRoutes(),
    ...ringRoutes(ports),
    ...medicationStockRoutes(ports),
    ...standingOrderRoutes(ports),
    ...drillRoutes(ports),
  ];

  const app = new Hono();
  app.use(guardAnswer);
  app.onError((error, c) => {
    log('error', 'bug', { route: c.req.routePath, method: c.req.method, ...describeError(error) });
    return c.json(
      {
        type: 'urn:mooring:bug',
        title: 'Something broke on our side. Nothing was saved.',
        status: 500,
        code: 'bug',
      },
      500,
    );
  });
  // Its length tells nobody anything: the cookie is `SameSite=Strict`, so only our own pages are answered with health words.
  app.get('/api/*', compress());
  app.get('/api/health', async (c) => {
    const answered = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    return c.json({ store: answered ? 'answers' : 'away' }, answered ? 200 : 503);
  });

  const closeStreams = mountStream(app, {
    clinics,
    principals,
    clock,
    bus,
    mayReadPatients: (clinicId, asked) =>
      withTenant(pool, { clinicId }, async (tx) => {
        const standings = await standingsTo(tx, asked, clock.now());
        return standings.map((standing, index) =>
          decide(asked[index]?.actor.roles ?? [], 'session-record', 'r', standing),
        );
      }),
    noteReading: (clinicId, heard) =>
      withTenant(pool, { clinicId }, (tx) => {
        const requestId = random.uuid();
        return appendAuditBatch(
          tx,
          heard.map(({ actor, patientId, decision }) => ({
            at: clock.now(),
            requestId,
            actorId: actor.id,
            actorName: actor.name,
            actingRole: decision.allowed ? decision.role : '',
            action: 'dosing-session.read',
            outcome: 'done' as const,
            code: 'live',
            patientId,
            relation: decision.allowed ? decision.relation : undefined,
            rule: decision.rule,
            signInId: actor.signInId,
          })),
        );
      }),
  });
  app.route(
    '/',
    mountRoutes(routes, {
      pool,
      clock,
      random,
      secrets,
      clinics,
      principals,
      limits: openRateLimits(options.budgetScale),
      bus,
      log,
    }),
  );
  app.all('/api/*', (c) =>
    c.json({ type: 'urn:mooring:absent', title: 'There is nothing here.', status: 404, code: 'absent' }, 404),
  );

  app.use('/ask', bodyLimit({ maxSize: 64 * 1024 }));
  app.use('*', compress());
  if (options.distDirectory !== undefined) mountScreens(app, options.distDirectory, clinics);
  if (demo) mountDemo(app, { ports, self: () => app, stylesheets: demoStylesheets(options.distDirectory) });
  mountPassportPage(app, { ports, clinics, distDirectory: options.distDirectory });
  mountSite(app, { ports, clinics, distDirectory: options.distDirectory });

  return { fetch: app.fetch, routes, ports, close: closeStreams };
}

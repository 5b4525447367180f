// Every route, declared with who may use it before it can start. A request passes one way: clinic, sign-in, budget,
// shape, standing, decision, the command said once, the work, the audit line; all but the first four in one transaction.

import { Hono } from 'hono';
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from '#api/endpoint.ts';
import { type AuditEntry, appendAudit } from '#server/audit';
import type { Clock } from '#server/clock';
import {
  type FieldProblem,
  isRefusal,
  problemResponse,
  type RateClass,
  type RateLimits,
  type Refusal,
  refuse,
} from '#server/edge';
import type { Change, LiveBus } from '#server/live';
import { describeError, type Log } from '#server/log';
import { type Pool, type Tx, withTenant } from '#server/postgres';
import { type Random, type Secrets, sameBytes, sha256 } from '#server/secrets';
import type { Actor } from './actor.ts';
import type { Clinic, Clinics } from './clinics.ts';
import { type Decision, decide } from './decide.ts';
import type { Action, RelationName, Resource } from './policy.ts';
import { noCookie, type Principals } from './principals.ts';
import { patientExists, standingTo } from './standing.ts';

export type RouteAccess =
  | { readonly public: true }
  | {
      readonly resource: Resource;
      readonly action: Action;
      /** patient: the :patientId of the path. clinic: no one patient; the module filters by what it may show. */
      readonly subject: 'patient' | 'clinic';
      /** Signing asks for proof of the person within the last minutes. */
      readonly freshSignIn?: boolean;
    };

/**
 * What a handler may reach. `patientIds` and `resourceId` go into the audit line; `patientId` where a link, and not the address,
 * says whose record was looked at, so that the patient is told of it.
 */
export type Context<E> = {
  readonly tx: Tx;
  readonly clinic: Clinic;
  readonly actor: Actor;
  readonly role: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: BodyOf<E>;
  readonly query: QueryOf<E>;
  readonly now: number;
  readonly requestId: string;
  readonly network: string;
  newId(): string;
  publish(change: Omit<Change, 'clinicId'>): void;
  audit(more: Pick<AuditEntry, 'patientId' | 'patientIds' | 'resourceId'>): void;
  /** Headers for the answer: only sign-in and sign-out use this. */
  header(name: string, value: string): void;
};

export type PublicContext<E> = Omit<Context<E>, 'actor' | 'role'> & { readonly actor: Actor | undefined };

export type Route = {
  readonly endpoint: Endpoint;
  readonly access: RouteAccess;
  readonly audit: string;
  readonly rate: RateClass;
  readonly maxBytes: number;
  /** by-key: the Idempotency-Key is kept with the answer. by-content: the work itself is idempotent by its own ids. */
  readonly idempotent: 'by-key' | 'by-content';
  readonly handle: (context: Context<Endpoint>) => Promise<unknown>;
  /** Work that makes its own transaction, such as bedside facts written in batches. */
  readonly handleAlone?: ((context: AloneContext) => Promise<unknown>) | undefined;
};

export type AloneContext = Omit<Context<Endpoint>, 'tx' | 'audit' | 'role'>;

type RouteOptions = { audit: string; rate?: RateClass; maxBytes?: number };

const ordinaryBytes = 256 * 1024;
const freshForMs = 5 * 60_000;
/** Relations that cannot be true of a patient who is not in this clinic. */
const proves: ReadonlySet<RelationName> = new Set<RelationName>(['self', 'linked', 'care']);

export function route<E extends Endpoint>(
  endpoint: E,
  access: Exclude<RouteAccess, { public: true }>,
  options: RouteOptions,
  handle: (context: Context<E>) => Promise<AnswerOf<E> | Refusal>,
): Route {
  return {
    endpoint,
    access,
    audit: options.audit,
    rate: options.rate ?? (endpoint.method === 'GET' ? 'read' : 'write'),
    maxBytes: options.maxBytes ?? ordinaryBytes,
    idempotent: 'by-key',
    handle: handle as unknown as Route['handle'],
  };
}

export function publicRoute<E extends Endpoint>(
  endpoint: E,
  options: RouteOptions,
  handle: (context: PublicContext<E>) => Promise<AnswerOf<E> | Refusal>,
): Route {
  return {
    endpoint,
    access: { public: true },
    audit: options.audit,
    rate: options.rate ?? 'public',
    maxBytes: options.maxBytes ?? 16 * 1024,
    idempotent: 'by-content',
    handle: handle as unknown as Route['handle'],
  };
}

/** A route whose work is idempotent by the ids it carries and which writes its own transaction and audit lines. */
export function aloneRoute<E extends Endpoint>(
  endpoint: E,
  access: Exclude<RouteAccess, { public: true }>,
  options: RouteOptions,
  handle: (
    context: AloneContext & { readonly body: BodyOf<E>; readonly query: QueryOf<E> },
  ) => Promise<AnswerOf<E> | Refusal>,
): Route {
  return {
    endpoint,
    access,
    audit: options.audit,
    rate: options.rate ?? 'bedside',
    maxBytes: options.maxBytes ?? ordinaryBytes,
    idempotent: 'by-content',
    handle: () => Promise.reject(new Error('This route writes its own transaction.')),
    handleAlone: handle as unknown as Route['handleAlone'],
  };
}

export type RegistryDeps = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly clinics: Clinics;
  readonly principals: Principals;
  readonly limits: RateLimits;
  readonly bus: LiveBus;
  readonly log: Log;
};

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Refuses to start on two routes with one address, or a patient's route without the patient in its path. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { endpoint, access, audit } of routes) {
    const name = `${endpoint.method} ${endpoint.path}`;
    if (seen.has(name)) throw new Error(`Two routes answer ${name}.`);
    seen.add(name);
    if (!audit) throw new Error(`${name} names no audit action.`);
    if ('subject' in access && access.subject === 'patient' && !endpoint.path.includes('/:patientId')) {
      throw new Error(`${name} is about a patient and has none in its path.`);
    }
    if ('subject' in access && access.subject === 'clinic' && endpoint.path.includes('/:patientId')) {
      throw new Error(`${name} has a patient in its path and does not check them.`);
    }
  }
}

export function mountRoutes(routes: readonly Route[], deps: RegistryDeps): Hono {
  checkRoutes(routes);
  const app = new Hono();
  for (const each of routes) {
    app.on(each.endpoint.method, each.endpoint.path, (c) =>
      serve(each, c.req.raw, c.req.param() as Record<string, string>, networkOf(c), deps),
    );
  }
  return app;
}

function networkOf(c: { env: unknown }): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

async function serve(
  each: Route,
  request: Request,
  params: Record<string, string>,
  network: string,
  deps: RegistryDeps,
): Promise<Response> {
  const started = deps.clock.now();
  const requestId = deps.random.uuid();
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  let answer: unknown;
  try {
    answer = await answerTo(each, request, params, network, requestId, headers, deps);
  } catch (error) {
    // Somebody else changed the same thing first, or a rule of the database was broken by what was sent.
    const known = knownDatabaseRefusal(error);
    if (known === undefined) {
      deps.log('error', 'bug', {
        requestId,
        route: each.endpoint.path,
        method: each.endpoint.method,
        ...describeError(error),
      });
      return new Response(
        JSON.stringify({
          type: 'urn:mooring:bug',
          title: 'Something broke on our side. Nothing was saved. What you typed is still here.',
          status: 500,
          code: 'bug',
          requestId,
        }),
        { status: 500, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
      );
    }
    answer = known;
  }
  if (isRefusal(answer)) {
    deps.log('info', 'refused', {
      requestId,
      route: each.endpoint.path,
      method: each.endpoint.method,
      status: answer.status,
      code: answer.code,
      ms: deps.clock.now() - started,
    });
    return problemResponse(answer, requestId, headers);
  }
  const text = JSON.stringify(answer);
  // With its length known, an answer too short to gain by it is not squeezed.
  const length = String(Buffer.byteLength(text));
  return new Response(text, {
    status: 200,
    headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
  });
}

function notForThem(status: 403 | 404): Refusal {
  return status === 403
    ? refuse(403, 'not-yours', 'This is not yours to open. Ask someone on this person’s care team.')
    : refuse(404, 'absent', 'There is nothing here.');
}

function knownDatabaseRefusal(error: unknown): Refusal | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code === '23P01')
    return refuse(409, 'slot-taken', 'That room or person is already booked then. Choose another time.');
  if (code === '23505')
    return refuse(409, 'already-there', 'This was already saved, or the id is already in use.');
  if (code === '23503')
    return refuse(422, 'refers-to-nothing', 'This points to something that is not in this record.');
  // Text that came folded inside other text, as in a file brought from elsewhere, is only found out here.
  const isUnkeptJson = code === '22P02' && /type json/.test((error as Error).message);
  if (code === '22P05' || code === '22021' || isUnkeptJson)
    return refuse(
      400,
      'unreadable-text',
      'The text holds a character that cannot be kept. Remove it and send again.',
    );
  if (
    code === '53300' ||
    code === '57P03' ||
    code === '57P01' ||
    code === '08006' ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET'
  ) {
    return refuse(
      503,
      'store-away',
      'The record cannot be reached right now. Nothing was saved. Try again in a moment.',
    );
  }
  return undefined;
}

async function answerTo(
  each: Route,
  request: Request,
  params: Record<string, string>,
  network: string,
  requestId: string,
  headers: Record<string, string>,
  deps: RegistryDeps,
): Promise<unknown> {
  const { endpoint, access } = each;
  const clinic = await deps.clinics.byHost(request.headers.get('host') ?? undefined);
  if (clinic === undefined) return refuse(503, 'no-clinic', 'No clinic has been set up here yet.');

  const actor = await deps.principals.find(clinic.id, request.headers.get('cookie') ?? undefined);
  const wait = await deps.limits.take(each.rate, actor?.id ?? network);
  if (wait !== undefined) {
    headers['retry-after'] = String(wait);
    return refuse(429, 'too-many', `Too many requests. Wait ${wait} seconds and try again.`);
  }
  if (!('public' in access) && actor === undefined) {
    if (await deps.principals.wasEnded(clinic.id, request.headers.get('cookie') ?? undefined)) {
      // Said once: from the next request on, this device is one that nobody knows.
      headers['set-cookie'] = noCookie;
      return refuse(401, 'sign-in-ended', 'This sign-in was ended from elsewhere.');
    }
    return refuse(401, 'signed-out', 'We locked the screen. Sign in again; your words are still here.');
  }

  const unsafe = endpoint.method !== 'GET';
  if (unsafe) {
    const forged = foreignOrigin(request);
    if (forged !== undefined) return forged;
  }
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Id') && !uuidShape.test(value)) return refuse(404, 'absent', 'There is nothing here.');
  }
  const body = await readBody(each, request);
  if (isRefusal(body)) return body;
  const query = readQuery(endpoint, request.url);
  if (isRefusal(query)) return query;

  const now = deps.clock.now();
  const changes: Change[] = [];
  const publish = (change: Omit<Change, 'clinicId'>) => void changes.push({ clinicId: clinic.id, ...change });
  const shared = {
    clinic,
    params,
    body: body.value,
    query,
    now,
    requestId,
    network,
    newId: () => deps.random.uuid(),
    publish,
    header: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
  };

  if ('public' in access) {
    const result = await withTenant(deps.pool, { clinicId: clinic.id, accountId: actor?.id }, async (tx) => {
      const outcome = await each.handle({
        ...shared,
        tx,
        actor: actor as Actor,
        role: '',
        audit: () => undefined,
      } as Context<Endpoint>);
      if (unsafe) {
        await appendAudit(tx, {
          at: now,
          requestId,
          actorId: actor?.id,
          actorName: actor?.name ?? '',
          actingRole: actor?.roles[0] ?? 'visitor',
          action: each.audit,
          outcome: isRefusal(outcome) ? 'refused' : 'done',
          code: isRefusal(outcome) ? outcome.code : undefined,
          rule: 'public',
        });
      }
      return outcome;
    });
    deps.bus.publish(changes);
    return isRefusal(result) ? result : allowListed(each, result);
  }
  if (actor === undefined)
    return refuse(401, 'signed-out', 'We locked the screen. Sign in again; your words are still here.');
  const patientId = access.subject === 'patient' ? params['patientId'] : undefined;

  const entryOf = (
    decision: Decision,
    outcome: 'done' | 'refused',
    more: Partial<AuditEntry>,
  ): AuditEntry => ({
    at: now,
    requestId,
    actorId: actor.id,
    actorName: actor.name,
    actingRole: decision.allowed ? decision.role : (actor.roles[0] ?? ''),
    action: each.audit,
    outcome,
    patientId,
    relation: decision.allowed ? decision.relation : undefined,
    rule: decision.rule,
    signInId: actor.signInId,
    ...more,
  });

  if (each.handleAlone !== undefined) {
    // About a patient in the address it decides in its own transaction; without one it is decided here.
    if (access.subject === 'clinic') {
      const turnedAway = await withTenant(
        deps.pool,
        { clinicId: clinic.id, accountId: actor.id },
        async (tx) => {
          const standing = await standingTo(tx, actor, undefined, now);
          const decision = decide(actor.roles, access.resource, access.action, standing);
          if (decision.allowed) return undefined;
          const refusal = notForThem(decision.status);
          await appendAudit(tx, entryOf(decision, 'refused', { code: refusal.code }));
          return refusal;
        },
      );
      if (turnedAway !== undefined) return turnedAway;
    }
    const result = await each.handleAlone({ ...shared, actor } as AloneContext);
    if (!isRefusal(result)) deps.bus.publish(changes);
    return isRefusal(result) ? result : allowListed(each, result);
  }

  // A refusal undoes the work but keeps its audit line, so the work's transaction is left by throwing the refusal's note.
  class Undo {
    readonly refusal: Refusal;
    readonly decision: Decision;
    constructor(refusal: Refusal, decision: Decision) {
      this.refusal = refusal;
      this.decision = decision;
    }
  }
  try {
    const result = await withTenant(deps.pool, { clinicId: clinic.id, accountId: actor.id }, async (tx) => {
      const standing = await standingTo(tx, actor, patientId, now);
      const decision = decide(actor.roles, access.resource, access.action, standing);
      if (!decision.allowed) {
        const known =
          decision.status === 403 && (patientId === undefined || (await patientExists(tx, patientId)));
        throw new Undo(notForThem(known ? 403 : 404), decision);
      }
      if (
        patientId !== undefined &&
        !proves.has(decision.relation) &&
        !(await patientExists(tx, patientId))
      ) {
        throw new Undo(refuse(404, 'absent', 'There is nothing here.'), decision);
      }
      // Asked only of those who may sign at all: to everyone else this is not theirs, or not there.
      if (access.freshSignIn && now - actor.steppedUpAt > freshForMs) {
        throw new Undo(
          refuse(
            403,
            'show-it-is-you',
            'Before you sign, show again that it is you: a code from your authenticator, or your passkey.',
          ),
          decision,
        );
      }
      const command =
        unsafe && each.idempotent === 'by-key'
          ? await beginCommand(tx, deps.secrets, actor, request, endpoint, params, body.text, now)
          : undefined;
      if (isRefusal(command)) throw new Undo(command, decision);
      if (command?.earlier !== undefined) {
        // The same act said again is done once, and its answer is read once more.
        await appendAudit(tx, entryOf(decision, 'done', { code: 'said-again' }));
        return command.earlier;
      }
      const noted: Partial<AuditEntry> = {};
      const outcome = await each.handle({
        ...shared,
        tx,
        actor,
        role: decision.role,
        audit: (more) => Object.assign(noted, more),
      } as Context<Endpoint>);
      if (isRefusal(outcome)) throw new Undo(outcome, decision);
      const listed = allowListed(each, outcome);
      if (command !== undefined) await endCommand(tx, deps.secrets, actor, command.id, listed);
      await appendAudit(tx, entryOf(decision, 'done', noted));
      return listed;
    });
    deps.bus.publish(changes);
    return result;
  } catch (thrown) {
    if (!(thrown instanceof Undo)) throw thrown;
    await withTenant(deps.pool, { clinicId: clinic.id, accountId: actor.id }, (tx) =>
      appendAudit(tx, entryOf(thrown.decision, 'refused', { code: thrown.refusal.code })),
    );
    return thrown.refusal;
  }
}

/** What leaves is what the endpoint declares: an answer with anything else in it is a bug, not a leak. */
function allowListed(each: Route, result: unknown): unknown {
  const parsed = each.endpoint.response.safeParse(result);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ');
  const error = new Error(
    `The answer of ${each.endpoint.method} ${each.endpoint.path} is not the one declared: ${where}`,
  );
  error.name = 'UndeclaredAnswer';
  throw error;
}

function foreignOrigin(request: Request): Refusal | undefined {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  const sameOrigin =
    origin === null || (host !== null && URL.canParse(origin) && new URL(origin).host === host);
  if (sameOrigin && request.headers.get('x-mooring') === '1') return undefined;
  return refuse(403, 'foreign-origin', 'This request did not come from our own screens.');
}

async function readBody(each: Route, request: Request): Promise<{ value: unknown; text: string } | Refusal> {
  if (each.endpoint.method === 'GET') return { value: undefined, text: '' };
  const tooLarge = refuse(
    413,
    'too-large',
    `This is larger than the ${Math.round(each.maxBytes / 1024)} kB that can be sent here.`,
  );
  if (Number(request.headers.get('content-length') ?? 0) > each.maxBytes) return tooLarge;
  if (each.endpoint.body === undefined) return { value: undefined, text: '' };
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return refuse(415, 'not-json', 'Send this as JSON.');
  }
  const text = await readLimited(request, each.maxBytes);
  if (text === undefined) return tooLarge;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse(400, 'not-json', 'This is not readable JSON. Nothing was saved.');
  }
  const parsed = each.endpoint.body.safeParse(json);
  if (!parsed.success)
    return refuse(
      400,
      'invalid',
      'Some fields need another look. Nothing was saved.',
      fieldProblems(parsed.error.issues),
    );
  const unkept = whereUnkept(parsed.data);
  if (unkept === undefined) return { value: parsed.data, text };
  return refuse(
    400,
    'unreadable-text',
    'The text holds a character that cannot be kept. Remove it and send again.',
    [{ path: unkept, message: 'Holds a character that cannot be kept.' }],
  );
}

/** The first place whose text PostgreSQL cannot hold: a zero character, or half of a pair. Not by recursion: what may hold anything may be deep. */
function whereUnkept(value: unknown): string | undefined {
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value, path: '' }];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (typeof each.value === 'string' && (!each.value.isWellFormed() || each.value.includes('\u0000')))
      return each.path.slice(0, 200) || '(whole)';
    if (typeof each.value !== 'object' || each.value === null) continue;
    for (const [key, inner] of Object.entries(each.value)) {
      if (!key.isWellFormed() || key.includes('\u0000')) return each.path.slice(0, 200) || '(whole)';
      waiting.push({
        value: inner,
        path: each.path.length > 200 ? each.path : [each.path, key.slice(0, 60)].filter(Boolean).join('.'),
      });
    }
  }
  return undefined;
}

async function readLimited(request: Request, maxBytes: number): Promise<string | undefined> {
  // The common case arrives in one piece; a body without a declared length is counted as it comes.
  if (request.headers.get('content-length') !== null) return await request.text();
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readQuery(endpoint: Endpoint, url: string): unknown {
  const given: Record<string, string> = {};
  for (const [name, value] of new URL(url).searchParams) {
    if (name in given)
      return refuse(400, 'invalid', 'A field was given twice.', [{ path: name, message: 'Give this once.' }]);
    given[name] = value;
  }
  if (endpoint.query === undefined) {
    const unknown = Object.keys(given);
    if (unknown.length === 0) return undefined;
    return refuse(
      400,
      'invalid',
      'This address takes no fields.',
      unknown.slice(0, 20).map((path) => ({ path: path.slice(0, 60), message: 'Unknown field.' })),
    );
  }
  const parsed = endpoint.query.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(400, 'invalid', 'Some fields need another look.', fieldProblems(parsed.error.issues));
}

type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

/** Names the field and the way out; never repeats the value. Unknown keys are named, cut to a sane length. */
function fieldProblems(issues: readonly unknown[]): FieldProblem[] {
  return (issues as readonly Issue[]).slice(0, 50).flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).slice(0, 20).map((key) => ({
        path: [path, key.slice(0, 60)].filter(Boolean).join('.'),
        message: 'Unknown field. Leave it out.',
      }));
    }
    return [{ path: path || '(whole)', message: sentenceFor(issue) }];
  });
}

function sentenceFor(
  issue: Issue & {
    expected?: string;
    minimum?: number | bigint;
    maximum?: number | bigint;
    format?: string;
    origin?: string;
    values?: readonly unknown[];
    input?: unknown;
  },
): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${issue.expected ?? 'another kind of value'}.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? issue.minimum === 1
          ? 'This cannot be empty.'
          : `Needs at least ${issue.minimum}.`
        : `Must be ${issue.minimum} or more.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Can be at most ${issue.maximum} characters.`
        : `Must be ${issue.maximum} or less.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'Not a date that exists. Use YYYY-MM-DD.'
        : issue.format === 'email'
          ? 'Not an e-mail address.'
          : issue.format === 'uuid'
            ? 'Not an id.'
            : 'Not in the form this needs.';
    case 'invalid_value':
      return issue.values === undefined
        ? 'Not one of the choices.'
        : `Choose one of: ${issue.values.map(String).join(', ')}.`;
    default:
      return 'This needs another look.';
  }
}

async function beginCommand(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  request: Request,
  endpoint: Endpoint,
  params: Record<string, string>,
  body: string,
  now: number,
): Promise<{ id: string; earlier?: unknown } | Refusal> {
  const id = request.headers.get('idempotency-key') ?? '';
  if (!uuidShape.test(id))
    return refuse(400, 'no-command-id', 'Send an Idempotency-Key: a UUID made once for this act.');
  const hash = sha256(`${endpoint.method} ${endpoint.path} ${JSON.stringify(params)} ${body}`);
  const inserted = await tx.prepared(
    'begin-command',
    `insert into commands (clinic_id, actor_key, command_id, request_sha256, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.clinicId, actor.id, id, hash, new Date(now).toISOString()],
  );
  if (inserted.rowCount === 1) return { id };
  const { rows } = await tx.prepared<{ request_sha256: Buffer; response: { sealed: string } | null }>(
    'earlier-command',
    'select request_sha256, response from commands where clinic_id = $1 and actor_key = $2 and command_id = $3',
    [tx.clinicId, actor.id, id],
  );
  const earlier = rows[0];
  if (earlier === undefined || !sameBytes(earlier.request_sha256, hash)) {
    return refuse(409, 'command-differs', 'This id was already used for something else. Nothing was saved.');
  }
  if (earlier.response === null) throw new Error('A finished command has no answer.');
  return {
    id,
    earlier: JSON.parse(
      secrets.open(Buffer.from(earlier.response.sealed, 'base64'), boundTo(tx, actor, id)).toString('utf8'),
    ),
  };
}

/** An answer can hold a journal entry or a companion's link, so it is kept as closed as they are. */
function boundTo(tx: Tx, actor: Actor, id: string): string {
  return `command|${tx.clinicId}|${actor.id}|${id.toLowerCase()}`;
}

async function endCommand(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  id: string,
  response: unknown,
): Promise<void> {
  await tx.prepared(
    'end-command',
    'update commands set status = 200, response = $4 where clinic_id = $1 and actor_key = $2 and command_id = $3',
    [
      tx.clinicId,
      actor.id,
      id,
      JSON.stringify({
        sealed: secrets.seal(JSON.stringify(response), boundTo(tx, actor, id)).toString('base64'),
      }),
    ],
  );
}

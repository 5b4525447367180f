// Every word between a screen and the server passes here: one fetch, one way of failing.
// The answer is a value, never a throw: a refusal in words, no network, a lock, or something unreadable.
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from '#api/endpoint.ts';
import { takeAskedEarly } from './asked-early.ts';
import { type HeardResponse, howWeAsk, ourMark, usualTimeoutMs } from './how-we-ask.ts';
import { currentLanguage } from './locale.ts';
import { type SignedOutState, signedOut } from './signed-out.ts';

export interface Answered<Answer> {
  readonly kind: 'answered';
  readonly value: Answer;
}

/** The server understood and said no, with a stable name and a sentence for the person. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}

/** Nothing was heard: no network, a stranger's answer, or too long. The act may or may not have arrived; repeat it with the same id. */
export interface Offline {
  readonly kind: 'offline';
  readonly timedOut: boolean;
}

export interface SignedOut {
  readonly kind: 'signed-out';
}

/** An answer this screen cannot read, most often because it is older than the server. */
export interface Unreadable {
  readonly kind: 'unreadable';
  /** Which parts could not be read, by path; never their contents. */
  readonly issues: readonly string[];
}

export type CallFailure = Refusal | Offline | SignedOut | Unreadable;
export type CallResult<Answer> = Answered<Answer> | CallFailure;

export type PathParams = Readonly<Record<string, string | number>>;

export interface CallInput<E> {
  readonly params?: PathParams | undefined;
  readonly query?: QueryOf<E> | undefined;
  readonly body?: BodyOf<E> | undefined;
  /** The id made on the device for this act. Repeat it with every retry; without one, a new id is made. */
  readonly commandId?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What may pass by itself. The act may or may not have been done; repeat it with the same id. */
export function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

export function pathWith(path: string, params: PathParams = {}, query?: unknown): string {
  const filled = path.replaceAll(/:([A-Za-z][A-Za-z0-9]*)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) asked.append(name, String(each));
    }
  }
  const text = asked.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads problem+json. A body that is no problem at all still gives a refusal with a name. */
export function readRefusal(status: number, body: unknown): Refusal {
  const problem = isRecord(body) ? body : {};
  const fields = Array.isArray(problem['fields']) ? problem['fields'] : [];
  return {
    kind: 'refusal',
    status,
    code: typeof problem['code'] === 'string' ? problem['code'] : `status-${status}`,
    title: typeof problem['title'] === 'string' ? problem['title'] : `${status}`,
    fields: fields.flatMap((field: unknown) =>
      isRecord(field) && typeof field['path'] === 'string' && typeof field['message'] === 'string'
        ? [{ path: field['path'], message: field['message'] }]
        : [],
    ),
  };
}

export function newCommandId(): string {
  return crypto.randomUUID();
}

/** AbortSignal.any is missing in browsers that still open the apps. */
function whicheverFirst(...signals: readonly AbortSignal[]): AbortSignal {
  const first = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) first.abort(signal.reason);
    else
      signal.addEventListener('abort', () => first.abort(signal.reason), {
        once: true,
        signal: first.signal,
      });
  }
  return first.signal;
}

async function bodyOf(response: HeardResponse): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller learns that from an undefined body.
    return undefined;
  }
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
  readonly commandId: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The way out of this device. */
export interface Wire {
  readonly fetch: (url: string, init: RequestInit) => Promise<HeardResponse>;
  /** Aborts by itself once the time is up. */
  readonly limit: (timeoutMs: number) => AbortSignal;
  readonly newId: () => string;
  readonly signedOut: SignedOutState;
}

export interface Caller {
  /** The bare exchange, shared with the outbox, which keeps requests as text until there is a network. */
  send(request: SentRequest): Promise<{ readonly kind: 'heard'; readonly body: unknown } | CallFailure>;
  call<E extends Endpoint>(endpoint: E, input?: CallInput<E>): Promise<CallResult<AnswerOf<E>>>;
}

export function openCaller(wire: Wire): Caller {
  const send: Caller['send'] = async (request) => {
    const unsafe = request.method !== 'GET';
    const how = howWeAsk(currentLanguage());
    const headers: Record<string, string> = { ...how.headers };
    if (unsafe) {
      headers['X-Mooring'] = '1';
      headers['Idempotency-Key'] = request.commandId ?? wire.newId();
    }
    if (request.body !== undefined) headers['Content-Type'] = 'application/json';
    const limit = wire.limit(request.timeoutMs ?? usualTimeoutMs);
    try {
      const response = await wire.fetch(request.url, {
        ...how,
        method: request.method,
        headers,
        body: request.body ?? null,
        signal: request.signal ? whicheverFirst(request.signal, limit) : limit,
      });
      const body = await bodyOf(response);
      // A guest network's page or a broken gateway answers with whatever it likes. It speaks for nobody here: what was
      // asked may have arrived or not, as with no answer at all.
      if (response.headers.get(ourMark) === null) return { kind: 'offline', timedOut: false };
      if (response.ok) return { kind: 'heard', body };
      const refusal = readRefusal(response.status, body);
      // A wrong password is also a 401, but it is an answer to the question asked, not a lost session.
      if (response.status === 401 && !request.url.startsWith('/api/sign-in/')) {
        wire.signedOut.announce(refusal.code === 'sign-in-ended' ? 'ended' : undefined);
        return { kind: 'signed-out' };
      }
      return refusal;
    } catch {
      return { kind: 'offline', timedOut: limit.aborted };
    }
  };
  return {
    send,
    async call<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}) {
      const heard = await send({
        method: endpoint.method,
        url: pathWith(endpoint.path, input.params, input.query),
        body: input.body === undefined ? undefined : JSON.stringify(input.body),
        commandId: input.commandId,
        timeoutMs: input.timeoutMs,
        signal: input.signal,
      });
      if (heard.kind !== 'heard') return heard;
      const parsed = endpoint.response.safeParse(heard.body);
      if (!parsed.success)
        return { kind: 'unreadable', issues: parsed.error.issues.map((issue) => issue.path.join('.')) };
      return { kind: 'answered', value: parsed.data as AnswerOf<E> };
    },
  };
}

export const { send, call } = openCaller({
  fetch: (url, init) => (init.method === 'GET' ? takeAskedEarly(url) : undefined) ?? fetch(url, init),
  limit: (timeoutMs) => AbortSignal.timeout(timeoutMs),
  newId: newCommandId,
  signedOut,
});

/** For code that speaks in promises, such as a query cache: the answer, or a thrown CallFailed. */
export async function ask<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): Promise<AnswerOf<E>> {
  const result = await call(endpoint, input);
  if (result.kind === 'answered') return result.value;
  throw new CallFailed(result);
}

export class CallFailed extends Error {
  readonly failure: CallFailure;
  constructor(failure: CallFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

// What a page asked before its app had come, kept by the window until the app asks the same. The little script that asks and
// the app are built apart, so the window is all they share; a wrong name would only mean that nothing is found.

import type { Ahead } from './asked-ahead.ts';
import { type HeardResponse, howWeAsk, ourMark } from './how-we-ask.ts';

const name = 'mooringAskedEarly';

type Asked = Map<string, Promise<HeardResponse>>;

type Holder = { [name]?: Asked };

/** What every question before the app shares: the language the app would ask in, and what was asked ahead of the page. */
export interface EarlyWay {
  readonly language: string;
  readonly ahead: Promise<Ahead>;
  readonly signal: AbortSignal;
}

/**
 * Runs before the app. What follows from the answer is done before whoever takes the answer has it, so that they do not ask
 * the same twice.
 */
export function askEarly(
  url: string,
  way: EarlyWay,
  follow?: (answered: HeardResponse) => Promise<void>,
): void {
  const holder = globalThis as Holder;
  holder[name] ??= new Map();
  const asked = aheadOrNow(url, way).then(async (answered) => {
    if (follow === undefined) return answered;
    const twice = readTwice(answered);
    // An answer nobody can follow is still an answer; whoever takes it says what is wrong with it.
    await follow(twice).catch(() => undefined);
    return twice;
  });
  // Whoever takes it meets the failure; a page that never asks shall not call it unhandled.
  asked.catch(() => undefined);
  holder[name].set(url, asked);
}

async function aheadOrNow(url: string, { language, ahead, signal }: EarlyWay): Promise<HeardResponse> {
  const { [url]: text } = await ahead;
  if (text === undefined) return await fetch(url, { ...howWeAsk(language), signal });
  // Handed on as it is: a slow phone would wait for each stream a new response is read through.
  const get = (name: string): string | null => (name.toLowerCase() === ourMark.toLowerCase() ? '1' : null);
  return { ok: true, status: 200, headers: { get }, text: async () => text };
}

function readTwice(answered: HeardResponse): HeardResponse {
  const { ok, status, headers } = answered;
  let text: Promise<string> | undefined;
  return {
    ok,
    status,
    headers,
    text: () => {
      text ??= answered.text();
      return text;
    },
  };
}

/** Once each: an answer grows old, and the next question is asked anew. */
export function takeAskedEarly(url: string): Promise<HeardResponse> | undefined {
  const all = (globalThis as Holder)[name];
  const asked = all?.get(url);
  all?.delete(url);
  return asked;
}

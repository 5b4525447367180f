// What a page asked before its app had come, kept by the window until the app asks the same. The little script that asks and
// the app are built apart, so the window is all they share; a wrong name would only mean that nothing is found.

import type { Ahead } from './asked-ahead.ts';
import { howWeAsk, ourMark } from './how-we-ask.ts';

const name = 'mooringAskedEarly';

type Asked = Map<string, Promise<Response>>;

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
  follow: (answered: Response) => Promise<void> = async () => undefined,
): void {
  const holder = globalThis as Holder;
  holder[name] ??= new Map();
  const asked = aheadOrNow(url, way).then(async (answered) => {
    // An answer nobody can follow is still an answer; whoever takes it says what is wrong with it.
    await follow(answered.clone()).catch(() => undefined);
    return answered;
  });
  // Whoever takes it meets the failure; a page that never asks shall not call it unhandled.
  asked.catch(() => undefined);
  holder[name].set(url, asked);
}

async function aheadOrNow(url: string, { language, ahead, signal }: EarlyWay): Promise<Response> {
  const { [url]: text } = await ahead;
  if (text === undefined) return await fetch(url, { ...howWeAsk(language), signal });
  return new Response(text, { headers: { [ourMark]: '1' } });
}

/** Once each: an answer grows old, and the next question is asked anew. */
export function takeAskedEarly(url: string): Promise<Response> | undefined {
  const all = (globalThis as Holder)[name];
  const asked = all?.get(url);
  all?.delete(url);
  return asked;
}

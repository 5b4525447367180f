// What the clinic said last, sealed on this phone: with no signal the page shows it, and as of when.
import type { Instant } from '#clinical/instant.ts';
import { serverNow } from '#web/kit/clock.ts';
import { deviceStore } from '#web/kit/device-store.ts';

export interface KeptAnswer<Answer> {
  readonly answer: Answer;
  readonly heardAt: Instant;
}

/** The link's own page; the questions of the days after; the day at home for whoever watches it; and for whoever guides it. */
type About = 'link' | 'checks' | 'home' | 'guide';

export async function keepAnswer(about: About, answer: unknown): Promise<void> {
  const kept: KeptAnswer<unknown> = { answer, heardAt: serverNow() };
  // Without a place to keep it the page needs a signal to open again, and says so then.
  await deviceStore.put('shown', about, kept).catch(() => false);
}

export async function keptAnswer<Answer>(about: About): Promise<KeptAnswer<Answer> | undefined> {
  return (await deviceStore.get('shown', about).catch(() => undefined)) as KeptAnswer<Answer> | undefined;
}

// Writes facts of a session as the person of this page, without walking through every sheet.

import type { Page } from '@playwright/test';
import type { SessionFact } from '#dosing-session/events.ts';

/** When it was true, if not now. */
type Said = SessionFact & { readonly minutesAgo?: number };

/** Facts that the room's own sheets would write, said at once: for stories that are about something else. */
export function writerIn(page: Page, room: string): (...facts: readonly Said[]) => Promise<void> {
  const deviceId = crypto.randomUUID();
  const [patientId = '', sessionId = ''] = [room.split('/').at(-4), room.split('/').at(-2)];
  let seq = 0;
  return async (...facts) => {
    const now = await page.evaluate(() => Date.now());
    const events = facts.map(({ minutesAgo = 0, ...fact }) => {
      seq += 1;
      return {
        eventId: crypto.randomUUID(),
        sessionId,
        patientId,
        deviceId,
        deviceSeq: seq,
        effectiveAt: now - minutesAgo * 60_000,
        recordedAt: now,
        fact,
      };
    });
    const answer = await page
      .context()
      .request.post(`/api/patients/${patientId}/dosing-sessions/${sessionId}/events`, {
        data: { events },
        headers: { 'x-mooring': '1', 'idempotency-key': crypto.randomUUID() },
      });
    if (!answer.ok()) throw new Error(`The facts were not taken: ${await answer.text()}`);
  };
}

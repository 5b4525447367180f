// Facts tapped on this device, each with its place in the device's count and both clocks, ready to be kept and sent.
import { SessionEvent, type SessionFact } from '#dosing-session/events.ts';
import { newCommandId } from './api-client.ts';
import { deviceClock, deviceNow, serverNow } from './clock.ts';
import { phoneCount } from './phone-count.ts';

export async function phoneEvents(
  session: { readonly sessionId: string; readonly patientId: string },
  facts: readonly SessionFact[],
): Promise<readonly SessionEvent[]> {
  const at = Math.round(serverNow());
  const made: SessionEvent[] = [];
  for (const fact of facts) {
    const place = await phoneCount.next(session.sessionId);
    made.push(
      SessionEvent.parse({
        eventId: newCommandId(),
        ...session,
        ...place,
        effectiveAt: at,
        recordedAt: Math.round(deviceNow()),
        clockOffsetMs: Math.round(deviceClock.offsetMs()),
        fact,
      }),
    );
  }
  return made;
}

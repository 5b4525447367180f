// What the patient's buttons do: each press becomes a fact with its own id and number, kept on this phone and sent
// when there is a way.
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import type { FactOf } from '#dosing-session/events.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { type DeviceClock, deviceClock } from '#web/kit/clock.ts';
import { type Outbox, pageOutbox } from '#web/kit/outbox.ts';
import { type PhoneCount, phoneCount } from '#web/kit/phone-count.ts';
import type { MadeCall } from './call-state.ts';

export interface SessionAddress {
  readonly patientId: string;
  readonly sessionId: string;
}

/** One touch: a signal, and what is wished for where one touch already says it. */
export type Touch = Pick<FactOf<'PatientSignalled'>, 'signal' | 'wish'>;

export interface PatientCalls {
  /** Resolves once the press is safe on this phone. */
  signal(address: SessionAddress, touch: Touch): Promise<MadeCall>;
}

export interface PatientCallPorts {
  readonly count: Pick<PhoneCount, 'next'>;
  readonly outbox: Pick<Outbox, 'keep'>;
  readonly clock: Pick<DeviceClock, 'deviceNow' | 'serverNow' | 'steadyNow' | 'measuredOffsetMs'>;
  readonly newId: () => string;
}

export function openPatientCalls({ count, outbox, clock, newId }: PatientCallPorts): PatientCalls {
  return {
    async signal({ patientId, sessionId }, touch) {
      const eventId = newId();
      const at = clock.serverNow();
      const offset = clock.measuredOffsetMs();
      const place = await count.next(sessionId);
      await outbox.keep(appendSessionEvents, {
        topic: `dosing-session/${sessionId}`,
        params: { patientId, sessionId },
        commandId: eventId,
        body: {
          events: [
            {
              eventId,
              sessionId,
              patientId,
              ...place,
              effectiveAt: at,
              recordedAt: clock.deviceNow(),
              ...(offset === undefined ? {} : { clockOffsetMs: offset }),
              monotonicMs: clock.steadyNow(),
              fact: { type: 'PatientSignalled', v: 1, ...touch },
            },
          ],
        },
      });
      return { eventId, at, triedAt: at };
    },
  };
}

/** The buttons of this phone. */
export const patientCalls = openPatientCalls({
  count: phoneCount,
  outbox: pageOutbox,
  clock: deviceClock,
  newId: newCommandId,
});

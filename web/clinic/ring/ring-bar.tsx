// What calls for someone, on whatever page this device shows: it rings or buzzes here, and is answered here. A device that
// shows a room never sounds: the person in it would hear somebody else's call.
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { BellOff, BellRing, Hand } from 'lucide-react';
import { useEffect, useState } from 'react';
import { listOpenCalls } from '#api/dosing-sessions.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { sessionBook } from '#web/clinic/session-book.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { useNow } from '#web/kit/clock.ts';
import { useFreshness, useLive } from '#web/kit/live.ts';
import { formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { callInWords, isAlert, type RungRow, rowsOf, rungNow } from './ring-plan.ts';
import { ringOnce, startRinger, useRingAbility, useRingChoice } from './ringer.ts';

export function RingBar() {
  const me = useMe();
  return me.onShift && readsChart(me) ? <Listening /> : null;
}

const urgentEveryMs = 3_000;
const roomPath = /^\/patients\/[^/]+\/sessions\/([^/]+)\/room$/;

function Listening() {
  const me = useMe();
  const queries = useQueryClient();
  const asked = useAnswer(['calls'], listOpenCalls);
  useLive(['session'], (change) => {
    if (change === undefined || mayConcernCalls(change.events))
      queries.invalidateQueries({ queryKey: ['calls'] });
  });
  useEffect(startRinger, []);
  const now = useNow(1000);
  const here = useLocation({ select: ({ pathname }) => pathname });
  const roomHere = roomPath.exec(here)?.[1];
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const rung = rungNow(asked.answer?.calls ?? [], { id: me.id, isNurse: me.roles.includes('nurse') }, now);
  const open = rung.filter(({ call }) => !answered.has(call.key));
  const ringing = open.filter(({ rings }) => rings);
  const urgent = ringing.some(({ call }) => call.kind !== 'adjust');
  const sound = roomHere === undefined;
  const ringsNow = ringing.length > 0;
  useEffect(() => {
    if (!ringsNow) return;
    ringOnce({ urgent, sound });
    const timer = setInterval(() => ringOnce({ urgent, sound }), urgent ? urgentEveryMs : 2 * urgentEveryMs);
    return () => clearInterval(timer);
  }, [ringsNow, urgent, sound]);
  // The room shows its own calls, larger and beside the person's name.
  const elsewhere = rung.filter(({ call }) => call.sessionId !== roomHere);
  return (
    <div
      data-theme={roomHere === undefined ? undefined : 'room'}
      className="not-on-paper sticky bottom-0 z-20 text-body text-ink"
    >
      {elsewhere.length > 0 && (
        <section aria-label="Calls" className="border-t-[3px] border-lamp bg-surface">
          <ul className="mx-auto m-0 flex max-w-360 list-none flex-col gap-2 p-3">
            {rowsOf(elsewhere).map((row) => (
              <CallRow
                key={row.first.call.key}
                row={row}
                isAnswered={row.all.every(({ call }) => answered.has(call.key))}
                onAnswered={() => setAnswered(new Set([...answered, ...row.all.map(({ call }) => call.key)]))}
              />
            ))}
          </ul>
        </section>
      )}
      {sound && <MayNotRing />}
      <p role="status" className="only-read-aloud">
        {elsewhere.map(({ call }) => `${callInWords(call)}.`).join(' ')}
      </p>
    </div>
  );
}

const concerning: ReadonlySet<string> = new Set<SessionFact['type']>([
  'PatientSignalled',
  'SignalAcknowledged',
  'SignalPassedOn',
  'SignalResolved',
  'AlertAcknowledged',
  'AlertResolved',
  'VitalSignsMeasured',
  'SedationRated',
  'LookMade',
  'LineChecked',
  'DistressRated',
  'MonitorAssigned',
  'MonitorHandedOver',
  'RoomEntered',
  'RoomLeft',
  'BackUpNamed',
  'BackUpCalled',
  'DoseStarted',
  'DoseGiven',
  'RecoveryStarted',
  'PatientReleased',
  'EnteredInError',
]);

/** A change that carries no facts may be anything. */
function mayConcernCalls(events: readonly unknown[] | undefined): boolean {
  if (events === undefined) return true;
  return events.some((event) => {
    const fact = (event as { readonly fact?: { readonly type?: string } }).fact;
    return fact?.type === undefined || concerning.has(fact.type);
  });
}

const levelWords = {
  'first-person': '',
  'second-person': 'A second person is called.',
  everyone: 'Everyone on shift is called.',
  acknowledged: '',
} as const;

interface CallRowProps {
  readonly row: RungRow;
  readonly isAnswered: boolean;
  readonly onAnswered: () => void;
}

function CallRow({ row: { first, all }, isAnswered, onAnswered }: CallRowProps) {
  const { call, level, seconds } = first;
  const rings = all.some((each) => each.rings);
  const me = useMe();
  const [failed, setFailed] = useState(false);
  const isOfAlert = isAlert(call);
  const say = async (factFor: (key: string) => SessionFact): Promise<boolean> => {
    setFailed(false);
    const address = { patientId: call.patientId, sessionId: call.sessionId };
    try {
      for (const each of all) await sessionBook.record(address, me, factFor(each.call.key));
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  const come = async (): Promise<void> => {
    const said = await say((key) =>
      isOfAlert
        ? factOf('AlertAcknowledged', { alertKey: key })
        : factOf('SignalAcknowledged', { signalEventId: key }),
    );
    if (said) onAnswered();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {isOfAlert ? (
        <StateMark state="alert" size={34} />
      ) : (
        <Hand size={34} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-lamp" />
      )}
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sub font-sub leading-tight">{callInWords(call)}</p>
        <p className="text-small text-ink-2">
          {isAnswered
            ? 'You said that you are coming. Sending it.'
            : `${rings ? '' : call.kind === 'back-up' ? 'Rings for the back-up. ' : 'Rings for the one who watches. '}${levelWords[level]} No answer for ${formatSpan(seconds * 1000)}.`}
        </p>
        {failed && <p className="text-small font-[560]">Not saved here. Go there, or press again.</p>}
      </div>
      {!isAnswered && (
        <div className="flex flex-wrap gap-2 max-tablet:w-full">
          <Button variant="lamp" className="min-h-14 border-[2.5px] max-tablet:flex-1" onClick={come}>
            I am coming
          </Button>
          {!isOfAlert && !call.passedOnByIds.includes(me.id) && (
            <Button
              variant="plain"
              className="min-h-14 max-tablet:flex-1"
              onClick={() => say((key) => factOf('SignalPassedOn', { signalEventId: key }))}
            >
              I am busy
            </Button>
          )}
          <a
            className={buttonClass({ variant: 'plain', className: 'min-h-14' })}
            href={`/clinic/patients/${call.patientId}/sessions/${call.sessionId}/room`}
          >
            Open the room
          </a>
        </div>
      )}
    </li>
  );
}

/** A device that would stay silent says so before anyone relies on it. */
function MayNotRing() {
  const ability = useRingAbility();
  const choice = useRingChoice();
  const { stale } = useFreshness();
  const words = stale
    ? 'The clinic is not heard. Calls do not ring here now.'
    : choice === 'buzz'
      ? undefined
      : ability === 'needs-a-touch'
        ? 'Calls do not sound here yet. Touch the screen once.'
        : ability === 'no-sound'
          ? 'This device cannot sound. Calls only show here.'
          : undefined;
  if (words === undefined) return null;
  const Sign = stale ? BellOff : BellRing;
  return (
    <p
      role="status"
      className={classNames(
        'flex items-center gap-3 border-t border-contour px-8 py-2 text-small font-[560]',
        stale ? 'bg-amber-tint' : 'bg-shallow',
      )}
    >
      <Sign size={20} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
      {words}
    </p>
  );
}

// A call that runs: what the clinic says about it is asked every two seconds, and what has not left the phone is tried again
// as often.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { escalationOf } from '#clinical/monitoring/alert.ts';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { outbox, useTransport } from '#web/kit/outbox.ts';
import { useSignedOut } from '#web/kit/signed-out.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { CallScreen } from './call-screen.tsx';
import { type CallState, callState, type MadeCall } from './call-state.ts';
import { mySessionQuery } from './my-session.ts';

const tryEveryMs = 2_000;

export interface RunningCallProps {
  readonly call: MadeCall;
  readonly patientId: string;
  readonly onStop: () => void;
  readonly onChange: (call: MadeCall) => void;
}

export function RunningCall({ call, patientId, onStop, onChange }: RunningCallProps) {
  const { me } = usePerson();
  const now = useNow(1_000);
  const { data } = useQuery(mySessionQuery(patientId, tryEveryMs));
  const answer = useQuery(answerQuery(patientId));
  const outboxState = useTransport();
  const isLocked = useSignedOut();
  const isTaken =
    call.eventId !== '' &&
    ![...outboxState.waiting, ...outboxState.refused].some((item) => item.commandId === call.eventId);
  useEffect(() => {
    if (isTaken) return;
    const timer = setInterval(() => outbox.flush(), tryEveryMs);
    return () => clearInterval(timer);
  }, [isTaken]);
  const edition = answer.data?.edition;
  const heard = data?.session?.signal;
  const escalation =
    edition === undefined
      ? 'everyone'
      : escalationOf({ alert: { raisedAt: call.at, passedOnTimes: heard?.passedOn }, edition, now }).level;
  const state: CallState = callState({
    call,
    heard,
    isTaken,
    isLocked,
    listening: data?.session?.listening,
    escalation,
    now,
  });
  return (
    <CallScreen
      state={state}
      seconds={Math.max(0, Math.floor((now - (state.kind === 'no-one' ? call.triedAt : call.at)) / 1_000))}
      phone={me.clinic.phone}
      onStop={onStop}
      onAgain={() => {
        outbox.flush();
        onChange({ ...call, triedAt: serverNow() });
      }}
    />
  );
}

// The medical back-up of this session: by name, and called with one press. The press rings on their devices, and on everyone's
// after the seconds of the protocol; a telephone number stands beside it, because a device may be off.
import { useState } from 'react';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { signalEscalation } from '#dosing-session/signals.ts';
import { latest } from '#dosing-session/state.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { KeepSheet, NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { TeamChoice, type TeamMember } from './team-choice.tsx';
import { useKeep } from './use-keep.ts';

export function BackUpSheet() {
  const { state } = useRoom();
  const [isChanging, change] = useState(false);
  const named = latest(state, 'BackUpNamed')?.fact;
  return named === undefined || isChanging ? (
    <NameBackUp />
  ) : (
    <CallBackUp name={named.name} phone={named.phone} change={() => change(true)} />
  );
}

function CallBackUp({
  name,
  phone,
  change,
}: {
  readonly name: string;
  readonly phone: string | undefined;
  readonly change: () => void;
}) {
  const { facts, signals, edition, now, close, open } = useRoom();
  const { keep, busy, failed } = useKeep();
  const call = signals.findLast(({ kind, resolvedAt }) => kind === 'back-up' && resolvedAt === undefined);
  const number = crisisPlace(facts.me.clinic.crisisPlace)?.emergency.number;
  const everyone = call !== undefined && signalEscalation(call, edition, now).level === 'everyone';
  return (
    <Sheet
      open
      onClose={close}
      title={`Medical back-up: ${name}`}
      actions={
        <Button
          variant="lamp"
          wide
          size="large"
          busy={busy ? 'Saving here' : undefined}
          closed={call === undefined ? undefined : `${name} is called`}
          onClick={() => keep([factOf('BackUpCalled', {})])}
        >
          Call {name} to this room
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {call !== undefined && (
          <p role="status" className="rounded-card bg-lamp-tint px-4 py-3 font-[560]">
            {call.answeredBy === undefined
              ? everyone
                ? 'No one has answered. Everyone on shift is called.'
                : 'Called. No one has answered yet.'
              : `${call.answeredBy} answered in ${call.answerSeconds} s.`}
          </p>
        )}
        {phone === undefined ? (
          <p className="text-small text-ink-2">No telephone number of {name} is written down.</p>
        ) : (
          <a className={buttonClass({ variant: 'plain', wide: true })} href={`tel:${phone}`}>
            Telephone {name}: {phone}
          </a>
        )}
        {number !== undefined && (
          <a className={buttonClass({ variant: 'plain', wide: true })} href={`tel:${number}`}>
            Ambulance: {number}
          </a>
        )}
        <Button variant="plain" wide onClick={() => open({ kind: 'done-for-them' })}>
          Help given, first moves
        </Button>
        <Button onClick={change}>Another back-up</Button>
        {failed && <NotSaved />}
      </div>
    </Sheet>
  );
}

function NameBackUp() {
  const [member, setMember] = useState<TeamMember>();
  const [phone, setPhone] = useState('');
  const number = phone.trim();
  return (
    <KeepSheet
      title="Medical back-up"
      verb={member === undefined ? 'Save' : `${member.name} is the back-up`}
      facts={
        member === undefined
          ? 'Closed: who'
          : [
              factOf('BackUpNamed', {
                practitionerId: member.id,
                name: member.name,
                ...(number === '' ? {} : { phone: number }),
              }),
            ]
      }
    >
      <p>Who comes when this room needs a prescriber. They know that they are named.</p>
      <TeamChoice label="Who" only="prescriber" value={member} onChange={setMember} />
      <TextField label="Telephone" optional type="tel" value={phone} onChange={setPhone} autoComplete="off" />
    </KeepSheet>
  );
}

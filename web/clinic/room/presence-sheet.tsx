// Who is in the room, from when to when. Each coming and going is one tap with its time.
import { useState } from 'react';
import { aloneLimit } from '#clinical/monitoring/presence.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { inTheRoom, type Stay, stays } from '#dosing-session/presence.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { watcherOf } from '#dosing-session/watch.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { TeamChoice, type TeamMember } from './team-choice.tsx';
import { useKeep } from './use-keep.ts';

export function PresenceSheet() {
  const { state, facts, close } = useRoom();
  const { me } = facts;
  const { keep, busy, failed } = useKeep();
  const here = inTheRoom(state);
  const gone = stays(state).filter(({ to }) => to !== undefined);
  const amHere = here.some(({ practitionerId }) => practitionerId === me.id);
  const mine = { practitionerId: me.id, name: me.name };
  return (
    <Sheet
      open
      onClose={close}
      title="Who is in the room"
      actions={
        <Button
          variant={amHere ? 'plain' : 'primary'}
          wide
          size="large"
          busy={busy ? 'Saving here' : undefined}
          onClick={async () => {
            if (await keep([amHere ? factOf('RoomLeft', mine) : factOf('RoomEntered', mine)])) close();
          }}
        >
          {amHere ? 'I go out now' : 'I am in the room'}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {here.length === 0 && <p>No one is noted as in the room.</p>}
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {here.map((stay) => (
            <HereRow
              key={stay.practitionerId ?? stay.name}
              stay={stay}
              goesOut={
                stay.practitionerId === me.id ? undefined : () => keep([factOf('RoomLeft', whoIn(stay))])
              }
            />
          ))}
        </ul>
        <LastOut />
        <SomeoneElse keep={keep} here={here} />
        {failed && <NotSaved />}
        {gone.length > 0 && (
          <section className="border-t border-contour pt-3">
            <h3 className="font-sub">Before</h3>
            <ul className="m-0 list-none p-0 text-small">
              {gone.map((stay) => (
                <li key={`${stay.name}/${stay.from}`}>
                  <span className="figures">
                    {formatClock(stay.from)} to {formatClock(stay.to ?? stay.from)}
                  </span>{' '}
                  {stay.name}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Sheet>
  );
}

function whoIn({ practitionerId, name }: Stay): { practitionerId?: string; name: string } {
  return practitionerId === undefined ? { name } : { practitionerId, name };
}

function HereRow({ stay, goesOut }: { readonly stay: Stay; readonly goesOut: (() => void) | undefined }) {
  const { state } = useRoom();
  const watches = watcherOf(state)?.id === stay.practitionerId;
  return (
    <li className="flex items-center gap-3">
      <p className="min-w-0 flex-1">
        <strong className="font-sub">{stay.name}</strong>
        {stay.practitionerId === undefined ? ', for them' : watches ? ', watches' : ''}, since{' '}
        {formatClock(stay.from)}
      </p>
      {goesOut !== undefined && <Button onClick={goesOut}>Went out</Button>}
    </li>
  );
}

/** What follows when the last of the team goes out while the dose works. */
function LastOut() {
  const { state, edition, stage } = useRoom();
  const limit = aloneLimit(edition);
  const team = inTheRoom(state).filter(({ practitionerId }) => practitionerId !== undefined);
  if (stage !== 'dosing' || limit === undefined || team.length > 1) return null;
  return (
    <p className="text-small text-ink-2">
      With no one of the team in the room it rings after {limit.value} min. The one who watches stays the one
      who watches until another takes it.
    </p>
  );
}

function SomeoneElse({
  keep,
  here,
}: {
  readonly keep: (facts: readonly SessionFact[]) => Promise<boolean>;
  readonly here: readonly Stay[];
}) {
  const { facts } = useRoom();
  const [asks, setAsks] = useState(false);
  const [member, setMember] = useState<TeamMember>();
  const [visitor, setVisitor] = useState('');
  if (!asks) return <Button onClick={() => setAsks(true)}>Someone else came in</Button>;
  const name = visitor.trim();
  const fact =
    member !== undefined
      ? factOf('RoomEntered', { practitionerId: member.id, name: member.name })
      : name === ''
        ? undefined
        : factOf('RoomEntered', { name });
  return (
    <div className="flex flex-col gap-3">
      <TeamChoice
        label="One of the team"
        without={[facts.me.id, ...here.flatMap(({ practitionerId }) => practitionerId ?? [])]}
        value={member}
        onChange={setMember}
      />
      <TextField
        label="Or someone who is there for them"
        optional
        value={visitor}
        onChange={setVisitor}
        autoComplete="off"
      />
      <Button
        variant="plain"
        closed={fact === undefined ? 'Closed: who' : undefined}
        onClick={async () => {
          if (fact === undefined || !(await keep([fact]))) return;
          setMember(undefined);
          setVisitor('');
          setAsks(false);
        }}
      >
        Came in now
      </Button>
    </div>
  );
}

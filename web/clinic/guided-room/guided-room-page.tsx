// The room as its guide has it: the person's own words and limits, light and sound, what was done beside them, how far it is,
// and whether a nurse is asked. What was given and measured is not here.
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { GuidedRoom } from '#api/guided-room.ts';
import { minutesBetween } from '#clinical/instant.ts';
import { indicationsNotTold } from '#clinical/pathways/careful-limits.ts';
import { Failure } from '#web/clinic/desk-page.tsx';
import { limitsNow, planSaid, talkAsked, tighterLimits } from '#web/clinic/room/limits-said.ts';
import { useNow } from '#web/kit/clock.ts';
import { LimitsCard } from '#web/kit/limits-card.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { RoomPage } from '#web/kit/room-page.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { BesideCard, ComfortCard, Tighten } from './comfort-cards.tsx';
import { CallForHelp, CallsCard, NurseCard, PeopleHereCard } from './help-cards.tsx';
import { phaseWords } from './phase-words.ts';
import { type GuidedRoomHere, useGuidedRoom } from './use-guided-room.ts';

export function GuidedRoomPlace() {
  const { patientId, sessionId } = useParams({ from: '/guided-rooms/$patientId/$sessionId' });
  const here = useGuidedRoom({ patientId, sessionId });
  const { answer, failure } = here.asked;
  useEffect(() => {
    document.title = 'Beside them, Mooring';
  }, []);
  if (answer === undefined) return failure === undefined ? <Loading /> : <Failure failure={failure} />;
  return <GuidedRoomPage room={answer} here={here} />;
}

function GuidedRoomPage({ room, here }: { readonly room: GuidedRoom; readonly here: GuidedRoomHere }) {
  const now = useNow(10_000);
  const { comfort, transport, record, asked } = here;
  const { patientFirstName: name, doseStartedAt, phase } = room;
  const plan = planSaid(room.preparation);
  return (
    <RoomPage
      minute={
        doseStartedAt === undefined || phase === 'released'
          ? undefined
          : Math.max(0, Math.floor(minutesBetween(doseStartedAt, now)))
      }
      person={`${name}, ${room.roomName}`}
      detail={`You sit with ${name}: ${phaseWords[phase]}.`}
      transport={
        <>
          <Link to="/guided-rooms" className="link inline-flex min-h-12 items-center">
            All rooms
          </Link>
          <TransportLine outbox={transport} />
          {phase !== 'released' && <CallForHelp room={room} onCall={record} />}
        </>
      }
      watch={
        <>
          <Failure failure={asked.failure} />
          <LimitsCard
            name={name}
            {...limitsNow(room.preparation, comfort, formatClock, indicationsNotTold)}
            actions={<Tighten comfort={comfort} onTighten={record} />}
          />
          {tighterLimits(comfort).map(({ eventId, at, text, byName }) => (
            <p key={eventId} className="own-words">
              {text}{' '}
              <span className="font-sans text-small text-ink-2">{`${formatClock(at)}, ${byName}`}</span>
            </p>
          ))}
          {room.intention !== undefined && (
            <OwnWordsCard when="What they come with, shown to you" words={room.intention} />
          )}
          <dl className="rounded-card bg-surface px-4 py-2.5">
            <Said term="Talk or quiet" words={talkAsked(room.preparation)} />
            <Said term="Helps" words={plan.helps} />
            <Said term="Does not help" words={plan.doesNotHelp} />
            <Said term="Comes back with" words={plan.anchor} />
          </dl>
          <ComfortCard room={room} comfort={comfort} onChange={record} />
        </>
      }
      aside={
        <>
          <NurseCard room={room} />
          <CallsCard room={room} />
          <PeopleHereCard room={room} onSay={record} />
          <BesideCard comfort={comfort} onDone={record} />
        </>
      }
    />
  );
}

function Said({ term, words }: { readonly term: string; readonly words: string | undefined }) {
  return (
    <div>
      <dt className="inline font-[560]">{term}: </dt>
      <dd className="inline">{words ?? <span className="text-ink-2">not said</span>}</dd>
    </div>
  );
}

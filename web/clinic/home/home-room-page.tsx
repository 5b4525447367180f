// A remote room: a dose at home, seen from the clinic. Where it is and whom to call stand beside everything; looks come from
// the one who watches, and those that did not come are drawn as what they are.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getHomeRoom, type HomeRoom } from '#api/home.ts';
import { minutesBetween } from '#clinical/instant.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { signals } from '#dosing-session/signals.ts';
import { latest } from '#dosing-session/state.ts';
import { openSymptoms } from '#dosing-session/symptoms.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { toSettle } from '#web/clinic/gate-sheet/line-verbs.ts';
import { lookWords } from '#web/clinic/room/fact-words.ts';
import { UnsettledLines } from '#web/clinic/room/unsettled-lines.tsx';
import { sessionTopic } from '#web/clinic/session-book.ts';
import { type SessionFacts, useSessionFacts } from '#web/clinic/session-facts.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { formatClock, formatCountdown, formatNumber } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { looksShown } from './home-looks.ts';
import { RingCard, WhereAndWhom } from './ring-card.tsx';

export function HomeRoomPlace() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId/home' });
  return <HomeRoomPage patientId={patientId} sessionId={sessionId} />;
}

interface HomeRoomPageProps {
  readonly patientId: string;
  readonly sessionId: string;
}

export function HomeRoomPage({ patientId, sessionId }: HomeRoomPageProps) {
  const facts = useSessionFacts(patientId, sessionId);
  const home = useAnswer(['patient', patientId, 'home', sessionId], getHomeRoom, {
    params: { patientId, sessionId },
  });
  const transport = useTransport(sessionTopic(sessionId));
  const { room } = facts;
  const firstName = room?.patientName.split(' ')[0] ?? 'They';
  return (
    <DeskPage
      title={room === undefined ? 'A dose at home' : `${room.patientName}, at home`}
      lead={
        room === undefined
          ? undefined
          : `Dose ${room.cycleNumber} of ${room.cyclesPlanned}. ${phaseInWords(facts)}`
      }
      actions={
        <Link to="/patients/$patientId/gate" params={{ patientId }} className={buttonClass({ size: 'row' })}>
          Gate sheet
        </Link>
      }
      aside={
        <>
          <Card title="Where, and whom to call">
            <Heard of={home}>{(heard) => <Where home={heard} />}</Heard>
          </Card>
          <TransportLine outbox={transport} />
        </>
      }
    >
      {facts.failure !== undefined && <Failure failure={facts.failure} />}
      {home.answer?.rings.map((ring) => (
        <RingCard
          key={ring.id}
          ring={ring}
          home={home.answer as HomeRoom}
          patientId={patientId}
          sessionId={sessionId}
          bare
        />
      ))}
      {room !== undefined && (
        <>
          <OpenCalls facts={facts} />
          <Symptoms facts={facts} />
          {facts.state.facts.DoseGiven.length === 0 ? (
            <BeforeTheDose facts={facts} patientId={patientId} firstName={firstName} />
          ) : (
            <LooksCard facts={facts} />
          )}
          {facts.state.facts.DoseGiven.length > 0 && <CloseTheDay facts={facts} home={home.answer} />}
        </>
      )}
    </DeskPage>
  );
}

function phaseInWords({ state, now }: SessionFacts): string {
  const released = latest(state, 'PatientReleased');
  if (released !== undefined) return `Closed ${formatClock(released.at)} with ${released.fact.toName}.`;
  const given = state.facts.DoseGiven[0];
  if (given === undefined) return 'Nothing has been taken.';
  const minute = Math.max(0, Math.floor(minutesBetween(given.at, now)));
  return `${formatNumber(given.fact.doseMg)} mg taken ${formatClock(given.at)}. Minute ${minute}.`;
}

function Where({ home }: { readonly home: HomeRoom }) {
  return (
    <div className="flex flex-col gap-3">
      <WhereAndWhom home={home} />
      <p className="text-small text-ink-2">
        {home.onCall === undefined
          ? 'Nobody is named to be rung.'
          : `Rung first: ${home.onCall.first.name}. Next: ${home.onCall.second.name}. Then everyone on shift.`}
      </p>
    </div>
  );
}

function BeforeTheDose({
  facts,
  patientId,
  firstName,
}: {
  readonly facts: SessionFacts;
  readonly patientId: string;
  readonly firstName: string;
}) {
  const gate = facts.dose?.gate;
  if (gate === undefined) return null;
  const open = toSettle(gate.lines);
  return (
    <Card title={open === 0 ? 'Every line is settled' : `Dose is closed: ${linesToSettle(open)}`}>
      <p className="mb-3">
        Speak with {firstName} by phone or video. What you ask is written on the gate sheet; what the one who
        watches answers comes from their phone.
      </p>
      <div className="mb-4">
        <UnsettledLines lines={gate.lines} />
      </div>
      <Link
        to="/patients/$patientId/gate"
        params={{ patientId }}
        className={buttonClass({ variant: 'primary' })}
      >
        Settle the clinic’s lines
      </Link>
    </Card>
  );
}

function LooksCard({ facts }: { readonly facts: SessionFacts }) {
  const { state, edition, now } = facts;
  const looks = edition === undefined ? [] : looksShown(state, edition, now);
  return (
    <Card title="Looks">
      {looks.length === 0 ? (
        <EmptyState>No look is due yet.</EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-contour">
          {looks.map((look) => (
            <li key={look.key} className="flex items-stretch gap-3 py-2.5">
              <span className="figures w-24 shrink-0">Minute {look.minute}</span>
              {look.kind === 'gap' && (
                <span className="hatch-amber w-10 shrink-0 rounded-mark" aria-hidden="true" />
              )}
              <StateMark state={look.state} />
              <span>
                {look.kind === 'look' && look.seen !== undefined && (
                  <>
                    {lookWords[look.seen]}, {formatClock(look.at)}{' '}
                    <span className="text-ink-2">{look.byName}</span>
                  </>
                )}
                {look.kind === 'gap' && `No look came. It was due ${formatClock(look.at)}`}
                {look.kind === 'due' && `Asked for now, due ${formatClock(look.at)}`}
                {look.kind === 'next' &&
                  `Next, due ${formatClock(look.at)}, in ${formatCountdown(look.at - now)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** A call from the house stays open until someone says what they found. */
function OpenCalls({ facts }: { readonly facts: SessionFacts }) {
  const open = signals(facts.state).filter(
    (signal) => signal.answeredAt !== undefined && signal.resolvedAt === undefined,
  );
  return open.map((signal) => <Resolve key={signal.eventId} eventId={signal.eventId} facts={facts} />);
}

function Resolve({ eventId, facts }: { readonly eventId: string; readonly facts: SessionFacts }) {
  const [what, setWhat] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Card title="What did you find when you called?">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="In a few words"
          className="min-w-64 flex-1"
          value={what}
          onChange={setWhat}
          fault={tried && what.trim() === '' ? 'Write what you found' : undefined}
        />
        <Button
          variant="primary"
          onClick={() => {
            setTried(true);
            if (what.trim() !== '')
              facts.record(factOf('SignalResolved', { signalEventId: eventId, what: what.trim() }));
          }}
        >
          Close this call
        </Button>
      </div>
    </Card>
  );
}

/** What was reported from the house stays open until someone has asked about it again. */
function Symptoms({ facts }: { readonly facts: SessionFacts }) {
  const open = openSymptoms(facts.state);
  if (open.length === 0) return null;
  return (
    <Card title="Reported from the house">
      <ul className="flex flex-col gap-2">
        {open.map(({ symptomId, symptom, severity, reportedAt }) => (
          <li key={symptomId} className="flex flex-wrap items-center gap-3">
            <StateMark state="alert" />
            <span className="flex-1">
              {symptom}, {severity}, {formatClock(reportedAt)}
            </span>
            <Button size="row" onClick={() => facts.record(factOf('SymptomResolved', { symptomId }))}>
              It has gone
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CloseTheDay({ facts, home }: { readonly facts: SessionFacts; readonly home: HomeRoom | undefined }) {
  const { leave, state } = facts;
  const [pressed, setPressed] = useState(false);
  if (leave === undefined || latest(state, 'PatientReleased') !== undefined) return null;
  const open = toSettle(leave.gate.lines);
  const sitter = home?.sitter;
  return (
    <Card title="The end of the day">
      <div className="mb-4">
        <UnsettledLines lines={leave.gate.lines} />
      </div>
      {sitter === undefined ? (
        <ErrorState compact title="Nobody is known to stay with them. The day stays open." />
      ) : (
        <Button
          variant="primary"
          size="large"
          closed={open === 0 ? undefined : `Closed: ${linesToSettle(open)}`}
          busy={pressed ? 'Closing' : undefined}
          onClick={() => {
            setPressed(true);
            facts.record(
              factOf('PatientReleased', {
                toName: sitter.name,
                toRelation: sitter.relationship ?? 'stays with them',
              }),
            );
          }}
        >
          Close the day with {sitter.name}
        </Button>
      )}
    </Card>
  );
}

const linesToSettle = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'} to settle`;

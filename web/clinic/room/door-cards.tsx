// The two doors of a session: may the dose open, may this person leave. Both rest shut and say why.
import { Link } from '@tanstack/react-router';
import { conditionWords } from '#clinical/gate-words.ts';
import type { LogConcern, LogStop, RoomAnswer } from '#dosing-session/gates.ts';
import { latest } from '#dosing-session/state.ts';
import { has } from '#web/clinic/places.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { useRoom } from './room-context.ts';
import { UnsettledLines } from './unsettled-lines.tsx';

const stopWords: Readonly<Record<LogStop, string>> = {
  'called-off': 'Today is called off',
  'already-released': 'They have gone home',
  'infusion-already-started': 'The dose is already on',
};

const concernWords: Readonly<Record<LogConcern, string>> = {
  'facts-in-conflict': 'Two facts do not fit together. See everything written.',
  'facts-to-review': 'A fact needs a look. See everything written.',
  'facts-not-arrived': 'A device has written something that has not arrived here.',
};

export function closedWords(answer: RoomAnswer | undefined): string | undefined {
  if (answer === undefined) return 'Closed: no rules to ask';
  if (answer.open) return undefined;
  const stop = answer.stops[0];
  if (stop !== undefined) return `Closed: ${stopWords[stop]}`;
  const left = answer.gate.counts['not-met'] + answer.gate.counts.unknown;
  return `Closed: ${left} ${left === 1 ? 'line' : 'lines'} to settle`;
}

function Counts({ answer }: { readonly answer: RoomAnswer }) {
  const { counts } = answer.gate;
  const shown = [
    ['not-met', 'not met'],
    ['unknown', 'unknown'],
    ['overridden', 'overridden'],
    ['met', 'met when checked'],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
      {shown.flatMap(([state, words]) =>
        counts[state] === 0 && state === 'overridden'
          ? []
          : [
              <li key={state} className="flex items-center gap-2">
                <StateMark state={state} size={22} />
                <span className="figures font-sub">{counts[state]}</span> {words}
              </li>,
            ],
      )}
    </ul>
  );
}

function Concerns({ answer }: { readonly answer: RoomAnswer }) {
  return (
    <ul className="flex flex-col gap-1.5 text-small">
      {answer.concerns.map((concern) => (
        <li key={concern} className="flex gap-2.5">
          <StateMark state="unknown" size={22} />
          {concernWords[concern]}
        </li>
      ))}
    </ul>
  );
}

export function DoseDoor() {
  const { facts, room, state, open } = useRoom();
  const { dose } = facts;
  const review = latest(state, 'PreDoseReviewSigned');
  const maySign = has(facts.me, 'prescriber');
  return (
    <>
      <section className="flex flex-col gap-3 rounded-card bg-surface px-4 py-3.5">
        <h2 className="text-sub font-sub">{dose?.open === true ? 'Dose may open' : 'Dose is closed'}</h2>
        {dose !== undefined && (
          <>
            <Counts answer={dose} />
            <UnsettledLines lines={dose.gate.lines} most={4} />
            <Concerns answer={dose} />
          </>
        )}
        <Button
          variant="primary"
          size="large"
          wide
          closed={closedWords(dose)}
          onClick={() => open({ kind: 'start' })}
        >
          Open the dose
        </Button>
        <p className="text-small text-ink-2">
          Checked {formatClock(facts.now)} against {facts.edition?.name ?? room.editionId}
          {facts.edition?.approver === undefined ? ', signed by no clinician' : ''}. It does not say a dose is
          safe.{' '}
          <Link to="/patients/$patientId/gate" params={{ patientId: room.patientId }} className="link">
            Gate sheet
          </Link>
        </p>
      </section>
      <section className="flex flex-col gap-2.5 rounded-card bg-surface px-4 py-3.5">
        <h2 className="flex items-center gap-3 font-sub">
          <StateMark state={review === undefined ? 'unknown' : 'checked'} size={26} />
          Dose review
        </h2>
        <p className="text-small">
          {review === undefined
            ? `Waits for a prescriber${room.order === undefined ? '' : `. ${room.order.signedByName} signed the order`}.`
            : `${review.fact.doseMg} mg, signed ${formatClock(review.at)} by ${review.byName}.`}
        </p>
        {maySign && (
          <Button variant="secondary" wide onClick={() => open({ kind: 'review' })}>
            {review === undefined ? 'Read and sign the dose' : 'Read and sign again'}
          </Button>
        )}
      </section>
    </>
  );
}

export function LeaveDoor({ most }: { readonly most: number }) {
  const { facts, firstName, open } = useRoom();
  const { leave } = facts;
  const overridden = leave?.gate.lines.filter((line) => line.state === 'overridden') ?? [];
  return (
    <section className="flex flex-col gap-2.5 rounded-card bg-surface px-4 py-3.5">
      <h2 className="text-sub font-sub">
        {leave?.open === true ? 'The way home may open' : 'The way home is closed'}
      </h2>
      {leave !== undefined && (
        <>
          <Counts answer={leave} />
          <UnsettledLines lines={leave.gate.lines} most={most} />
          <Concerns answer={leave} />
        </>
      )}
      <Button
        variant="primary"
        size="large"
        wide
        closed={closedWords(leave)}
        onClick={() => open({ kind: 'release' })}
      >
        Release {firstName} to a person
      </Button>
      {overridden.length > 0 && (
        <p className="text-small text-ink-2">
          Overridden: {overridden.map((line) => conditionWords[line.condition].name).join(', ')}.
        </p>
      )}
    </section>
  );
}

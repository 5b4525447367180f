// The patient's own call. Someone says that they are coming, then what was done; the seconds in between are kept.
import { Hand } from 'lucide-react';
import { factOf } from '#dosing-session/recorder.ts';
import { type Signal, signalEscalation } from '#dosing-session/signals.ts';
import { soundFact } from '#web/clinic/sound/sound-plan.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { RoomPanel } from '#web/kit/room-panel.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { useKeep } from './use-keep.ts';

const kinds: Readonly<Record<Signal['kind'], string>> = {
  come: 'calls: come',
  adjust: 'asks: adjust something',
  worried: 'is watched with worry',
  'not-sure': 'is watched by someone who could not tell',
  'back-up': 'needs the medical back-up',
};

export function SignalCards() {
  const { signals, state, firstName } = useRoom();
  const openOnes = signals.filter((signal) => signal.resolvedAt === undefined);
  if (openOnes.length > 0)
    return (
      <>
        {openOnes.map((signal) => (
          <OpenSignalCard key={signal.eventId} signal={signal} />
        ))}
      </>
    );
  const last = signals.at(-1);
  const ok = state.facts.PatientSignalled.findLast(({ fact }) => fact.signal === 'ok');
  return (
    <RoomPanel
      icon={<Hand size={34} strokeWidth={1.9} aria-hidden="true" />}
      title={`${firstName}’s signal: quiet`}
      detail={
        last === undefined
          ? ok === undefined
            ? 'No call so far.'
            : `Signalled “ok” ${formatClock(ok.at)}.`
          : `Last ${formatClock(last.at)} “${last.kind}”. ${last.answeredBy}, ${last.answerSeconds} seconds.`
      }
      end={last?.answeredAt === undefined ? undefined : <StateMark state="seen" size={30} />}
    />
  );
}

function OpenSignalCard({ signal }: { readonly signal: Signal }) {
  const { edition, facts, now, firstName, open, sound, state } = useRoom();
  const { keep, busy, failed } = useKeep();
  const isSeen = signal.answeredAt !== undefined;
  const seconds = Math.max(0, Math.floor((now - signal.at) / 1000));
  const { level } = signalEscalation(signal, edition, now);
  const saidBusy = signal.passedOn.some(({ byId }) => byId === facts.me.id);
  const busyNames = signal.passedOn.map(({ byName }) => byName).join(' and ');
  // A later "ok" from the bed is told, and closes nothing: someone still looks in.
  const ok = state.facts.PatientSignalled.findLast(({ fact, at }) => fact.signal === 'ok' && at > signal.at);
  return (
    <section className="rounded-card border-[3px] border-lamp bg-lamp-tint px-4 py-3">
      <div className="flex items-center gap-3.5">
        <Hand size={40} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-lamp" />
        <div className="min-w-0 flex-1">
          <h2 className="text-sub font-sub">
            {firstName} {signal.wish === 'silence' ? 'asks for silence' : kinds[signal.kind]}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-small">
            {isSeen ? (
              <>
                <StateMark state="seen" size={20} />
                {signal.answeredBy} answered in {signal.answerSeconds} s
              </>
            ) : (
              <>
                Called {formatClock(signal.at)}. {busyNames !== '' && `${busyNames}: busy. `}
                {level === 'everyone'
                  ? 'Everyone on shift is called.'
                  : level === 'second-person'
                    ? 'A second person is called.'
                    : 'No one has answered yet.'}
              </>
            )}
          </p>
          {ok !== undefined && (
            <p className="text-small">Signalled “ok” {formatClock(ok.at)}. Look in all the same.</p>
          )}
        </div>
        {!isSeen && (
          <p className="figures text-figure-2 font-[600]" aria-live="off">
            {seconds} s
          </p>
        )}
      </div>
      {signal.wish === 'silence' && sound.playing !== undefined && sound.playing.fact.kind !== 'silence' && (
        <Button
          variant="plain"
          wide
          className="mt-2"
          busy={busy ? 'Saving here' : undefined}
          onClick={() =>
            keep([
              soundFact(
                { kind: 'silence' },
                { part: sound.part, why: 'patient-asked', tracks: sound.tracks },
              ),
              ...(isSeen ? [] : [factOf('SignalAcknowledged', { signalEventId: signal.eventId })]),
              factOf('SignalResolved', { signalEventId: signal.eventId, what: 'Silence' }),
            ])
          }
        >
          Silence now
        </Button>
      )}
      {isSeen ? (
        <div className="mt-2 grid grid-cols-2 gap-2">
          <Button variant="plain" onClick={() => open({ kind: 'done-for-them' })}>
            Help given, first moves
          </Button>
          <Button variant="plain" onClick={() => open({ kind: 'settle-signal', signal })}>
            Settled: say what was done
          </Button>
        </div>
      ) : (
        <div className="mt-2 flex gap-2">
          <Button
            variant="lamp"
            wide
            className="border-[2.5px]"
            busy={busy ? 'Saving here' : undefined}
            onClick={() => keep([factOf('SignalAcknowledged', { signalEventId: signal.eventId })])}
          >
            I am coming
          </Button>
          {!saidBusy && signal.kind !== 'worried' && (
            <Button
              variant="plain"
              className="shrink-0"
              onClick={() => keep([factOf('SignalPassedOn', { signalEventId: signal.eventId })])}
            >
              I am busy
            </Button>
          )}
        </div>
      )}
      {failed && <NotSaved />}
    </section>
  );
}

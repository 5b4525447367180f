// One bedside, from the door to the door: the room's facts folded, the clock, and what this moment of the session asks for.
import { Link } from '@tanstack/react-router';
import { Shield } from 'lucide-react';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import { minutesBetween } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { dosesGiven } from '#dosing-session/flowsheet.ts';
import { partsAnswer } from '#dosing-session/parts.ts';
import { presenceAlerts } from '#dosing-session/presence.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { signals } from '#dosing-session/signals.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { fewInterruptions } from '#dosing-session/visits.ts';
import { type SessionFacts, useSessionFacts } from '#web/clinic/session-facts.ts';
import { useRoomSound } from '#web/clinic/sound/use-room-sound.ts';
import { routeWord } from '#web/clinic/stage-words.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { bluetoothHere } from '#web/kit/devices/bluetooth.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { LimitsCard } from '#web/kit/limits-card.tsx';
import { useFreshness } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import { formatClock, formatLocalDate, formatNumber, formatSpan, formatTime } from '#web/kit/locale.ts';
import { RoomPage } from '#web/kit/room-page.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { AlertCard, alertFigure } from './alert-card.tsx';
import { BackUpButton } from './back-up-button.tsx';
import { DoseDoor, LeaveDoor } from './door-cards.tsx';
import { subjectWords } from './due-items.ts';
import { limitsNow, tighterLimits } from './limits-said.ts';
import { OfferCard } from './offer-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { PumpCard } from './pump-card.tsx';
import { RoomContext, type RoomInUse, type RoomStage, type SheetAsked, useRoom } from './room-context.ts';
import { RoomSheet } from './room-sheet.tsx';
import { SignalCards } from './signal-card.tsx';
import { StepList } from './step-list.tsx';
import { settleSteps, wayHomeSteps } from './steps.ts';
import { TakeOverCard } from './take-over-card.tsx';
import { tapClass } from './tap-choices.tsx';
import { TightestButton } from './tighten-sheet.tsx';
import { Course, Due, KeptRow, Row } from './watch-and-write.tsx';

export interface RoomScreenProps {
  readonly patientId: string;
  readonly sessionId: string;
}

export function RoomScreen({ patientId, sessionId }: RoomScreenProps) {
  const facts = useSessionFacts(patientId, sessionId);
  const { room, edition } = facts;
  if (room === undefined)
    return (
      <NotYet>
        {facts.failure === undefined ? (
          <Loading words="Opening the room" />
        ) : (
          <ErrorState
            title={failureWords(facts.failure)}
            stillTrue={
              facts.pending === 0
                ? 'The room cannot be opened now. Write on paper, with the times.'
                : `${facts.pending} facts are safe on this device. Write on paper until the room opens.`
            }
          />
        )}
      </NotYet>
    );
  if (edition === undefined)
    return (
      <NotYet>
        <ErrorState
          title={`This page does not know the protocol “${room.editionId}”`}
          stillTrue="No limit and no check time can be shown. Load the page again, or write on paper."
        />
      </NotYet>
    );
  // One room, one tree: nothing half typed may follow into another session.
  return <OpenRoom key={sessionId} facts={facts} room={room} edition={edition} />;
}

function NotYet({ children }: { readonly children: ReactNode }) {
  return (
    <main data-theme="room" data-density="room" className="min-h-dvh bg-page px-5 py-6 text-body text-ink">
      <h1 className="only-read-aloud">Room</h1>
      {children}
    </main>
  );
}

function stageOf(state: SessionState): RoomStage {
  if (state.phase === 'released') return 'released';
  if (state.phase === 'dosing' || state.phase === 'recovering') return state.phase;
  return state.facts.SessionCalledOff.length > 0 ? 'called-off' : 'settling';
}

interface OpenRoomProps {
  readonly facts: SessionFacts;
  readonly room: SessionRoom;
  readonly edition: Edition;
  /** In a drill: the made-up person, in place of the one in the chair. */
  readonly drill?: ReactNode;
}

type View = { readonly stage: RoomStage; readonly shown: 'list' | 'row' };

export function OpenRoom({ facts, room, edition, drill }: OpenRoomProps) {
  const now = useNow(1000);
  const { state } = facts;
  const isWide = useMedia('(min-width: 73.75rem)');
  const [sheet, setSheet] = useState<SheetAsked>();
  const stage = stageOf(state);
  const [chosen, choose] = useState<View>();
  const shown = chosen?.stage === stage ? chosen.shown : stage === 'recovering' ? 'row' : 'list';
  const raised = useMemo(() => alerts(state, edition), [state, edition]);
  const called = useMemo(() => signals(state), [state]);
  const session = useMemo(() => sessionFacts(state, edition), [state, edition]);
  const startedAt = doseStartedAt(state);
  const sound = useRoomSound({ facts, state, room, edition, now, goesOn: drill === undefined });
  const inUse: RoomInUse = {
    facts,
    isDrill: drill !== undefined,
    state,
    room,
    edition,
    now,
    zone: room.record.zone,
    stage,
    firstName: room.patientName.split(' ')[0] ?? room.patientName,
    schedule: checkSchedule({ edition, session, now }),
    openAlerts: [...raised, ...presenceAlerts(state, edition, now)].filter(
      (alert) => alert.closedAt === undefined,
    ),
    signals: called,
    rowIsInSheet: sheet?.kind === 'visit' && sheet.checks.includes('row'),
    sound,
    open: setSheet,
    parts: partsAnswer({ state, edition, order: room.order, now }),
    close: () => setSheet(undefined),
    showRow: () => {
      setSheet(undefined);
      choose({ stage, shown: 'row' });
    },
  };
  const show = (view: 'list' | 'row'): void => choose({ stage, shown: view });
  const isCounting = startedAt !== undefined && stage !== 'released';
  return (
    <RoomContext value={inUse}>
      <KeptRow>
        <RoomPage
          minute={isCounting ? Math.max(0, Math.floor(minutesBetween(startedAt, now))) : undefined}
          beforeDose={<p className="text-sub font-sub">{stageWords[stage]}</p>}
          person={
            <>
              {room.patientName}
              {personDetail(room, drill !== undefined)}
            </>
          }
          detail={`${detailOf(room, edition)}${fewInterruptions(state) === undefined ? '' : '. Few interruptions'}`}
          transport={
            <>
              <BackUpButton />
              <Transport />
            </>
          }
          watch={
            <>
              {!isWide && drill}
              {isWide ? <WideWatch shown={shown} show={show} /> : <NarrowWatch shown={shown} show={show} />}
            </>
          }
          aside={
            <>
              <Spoken />
              {isWide && drill}
              {isWide ? <WideAside /> : <NarrowAside />}
              {sheet !== undefined && <RoomSheet key={JSON.stringify(sheet)} asked={sheet} />}
            </>
          }
        />
      </KeptRow>
    </RoomContext>
  );
}

const stageWords: Readonly<Record<RoomStage, string>> = {
  settling: 'Settling in',
  dosing: 'Dosing',
  recovering: 'Resting',
  released: 'Gone home',
  'called-off': 'Called off',
};

function personDetail({ birthDate }: SessionRoom, isDrill: boolean): string {
  if (isDrill) return ', nobody real';
  return birthDate === undefined ? ', birth date not known' : `, ${formatLocalDate(birthDate)}`;
}

function detailOf(room: SessionRoom, edition: Edition): string {
  const dose =
    room.order === undefined
      ? 'no signed order'
      : room.order.doseMgPerKg === undefined
        ? `${room.order.doseMg} mg`
        : `${formatNumber(room.order.doseMgPerKg)} mg/kg, ${room.order.doseMg} mg`;
  return `${room.roomName}. ${routeWord(edition.route)}, ${dose}, ${room.cycleNumber} of ${room.cyclesPlanned}`;
}

function Transport() {
  const { facts } = useRoom();
  const { stale, lastHeardAt, silentMs } = useFreshness(facts.behindSince);
  return (
    <div className="flex flex-wrap items-center gap-2 max-tablet:w-full">
      {stale && (
        <div
          role="status"
          className="flex items-stretch overflow-hidden rounded-control bg-amber-tint text-small"
        >
          <span className="hatch-amber w-5 shrink-0" aria-hidden="true" />
          <span className="px-3 py-2 leading-tight font-[560]">
            {lastHeardAt === undefined || silentMs === undefined
              ? 'Not heard from the clinic yet'
              : `Others last heard ${formatSpan(silentMs)} ago`}
          </span>
        </div>
      )}
      <TransportLine outbox={facts.transport} boxed />
    </div>
  );
}

/** What a screen reader hears when an alert or a call comes or is answered, without the seconds counting on. */
function Spoken() {
  const { openAlerts, signals: called, state, firstName } = useRoom();
  const alertWords = openAlerts.map(
    (alert) =>
      `${subjectWords[alert.subject]} ${alertFigure(alert, state)}, ${alert.acknowledgedBy === undefined ? 'not seen yet' : `seen by ${alert.acknowledgedBy}`}.`,
  );
  const callWords = called.flatMap((signal) =>
    signal.resolvedAt === undefined
      ? [
          `${firstName} calls, ${signal.answeredBy === undefined ? 'no one has answered yet' : `${signal.answeredBy} answered`}.`,
        ]
      : [],
  );
  return (
    <p role="status" className="only-read-aloud">
      {[...alertWords, ...callWords].join(' ')}
    </p>
  );
}

interface ViewProps {
  readonly shown: 'list' | 'row';
  readonly show: (view: 'list' | 'row') => void;
}

function ViewSwitch({ shown, show }: ViewProps) {
  const { stage } = useRoom();
  const list = {
    settling: 'Settle in',
    recovering: 'Way home',
    released: 'What happened',
    'called-off': 'What happened',
    dosing: '',
  }[stage];
  if (stage === 'dosing') return null;
  return (
    <div className="grid grid-cols-2 gap-2">
      <button
        type="button"
        aria-pressed={shown === 'list'}
        onClick={() => show('list')}
        className={tapClass(shown === 'list')}
      >
        {list}
      </button>
      <button
        type="button"
        aria-pressed={shown === 'row'}
        onClick={() => show('row')}
        className={tapClass(shown === 'row')}
      >
        Readings
      </button>
    </div>
  );
}

function List() {
  const { stage, state, facts, open, showRow } = useRoom();
  switch (stage) {
    case 'settling':
      return (
        <StepList
          label="Settle in"
          steps={settleSteps({ state, gate: facts.dose?.gate, time: formatTime })}
          onOpen={(step) => (step === 'baseline' ? showRow() : open({ kind: 'step', step }))}
        />
      );
    case 'recovering':
      return (
        <StepList
          label="Way home"
          steps={wayHomeSteps({ state, gate: facts.leave?.gate, time: formatTime })}
          onOpen={(step) => (step === 'readings' ? showRow() : open({ kind: 'step', step }))}
        />
      );
    case 'released':
    case 'called-off':
      return <Ended />;
    case 'dosing':
      return null;
  }
}

function Ended() {
  const { state, room, now, firstName, open, isDrill } = useRoom();
  const released = latest(state, 'PatientReleased');
  const calledOff = latest(state, 'SessionCalledOff');
  return (
    <section className="flex flex-col gap-4 rounded-card bg-surface p-5">
      <h2 className="text-head font-title">
        {released === undefined ? 'No dose today' : `${firstName} went home ${formatClock(released.at)}`}
      </h2>
      {released !== undefined && (
        <p>
          Handed to {released.fact.toName}, {released.fact.toRelation}, by {released.byName}. {room.roomName}{' '}
          is free.
        </p>
      )}
      {released === undefined && calledOff !== undefined && (
        <p>
          Called off {formatClock(calledOff.at)} by {calledOff.fact.deciderName}:{' '}
          <q className="font-serif">{calledOff.fact.reason}</q>
        </p>
      )}
      {dosesGiven(state, now).map((line) => (
        <p key={line.eventId}>
          {line.route === 'iv'
            ? `${formatNumber(line.givenMg, { maximumFractionDigits: 1 })} of ${line.preparedMg} mg given from ${formatClock(line.startedAt)}${line.endedAt === undefined ? '' : ` to ${formatClock(line.endedAt)}`}`
            : `${line.givenMg} mg given ${formatClock(line.startedAt)}${line.deviceNumber === undefined ? '' : `, device ${line.deviceNumber}`}`}
          . Lot {line.lot ?? 'not readable'}.
        </p>
      ))}
      <div className="grid gap-2 tablet:grid-cols-2">
        {released !== undefined && !isDrill && (
          <Link
            className={buttonClass({ variant: 'primary', wide: true })}
            to="/patients/$patientId/sessions/$sessionId/summary"
            params={{ patientId: room.patientId, sessionId: room.id }}
          >
            Open the after-visit summary
          </Link>
        )}
        <Button variant="plain" wide onClick={() => open({ kind: 'log' })}>
          Everything written, corrections
        </Button>
        <Button variant="plain" wide onClick={() => open({ kind: 'note' })}>
          Add a note
        </Button>
        <Link className={buttonClass({ variant: 'plain', wide: true })} to="/">
          Back to the day
        </Link>
      </div>
    </section>
  );
}

/** Header, gaps and the row's own height, which the course must leave room for. */
const roomBesideCourse = 512;
const switchHeight = 72;
const devicesHeight = 76;
const drillFrameHeight = 52;
/** A visit names its checks in two lines. */
const visitLineHeight = 28;

function WideWatch({ shown, show }: ViewProps) {
  const { stage, isDrill, rowIsInSheet, state } = useRoom();
  const height = useWindowHeight();
  const hasSwitch = stage !== 'dosing';
  const hasDue = stage === 'dosing' || stage === 'recovering';
  const devices = bluetoothHere() === undefined ? 0 : devicesHeight;
  const frame = isDrill ? drillFrameHeight : 0;
  const visit = fewInterruptions(state) === undefined ? 0 : visitLineHeight;
  const course =
    height - roomBesideCourse - frame - devices - visit - (hasSwitch ? switchHeight : 0) + (hasDue ? 0 : 88);
  const isList = shown === 'list' && hasSwitch;
  return (
    <>
      {hasDue && <Due />}
      <ViewSwitch shown={shown} show={show} />
      {isList ? (
        <List />
      ) : (
        <>
          <Course height={Math.max(190, Math.min(440, course))} />
          {!rowIsInSheet && <Row />}
        </>
      )}
    </>
  );
}

function NarrowWatch({ shown, show }: ViewProps) {
  const { stage, openAlerts, signals: called, rowIsInSheet } = useRoom();
  const hasDue = stage === 'dosing' || stage === 'recovering';
  const isList = shown === 'list' && stage !== 'dosing';
  const isCalled = called.some((signal) => signal.resolvedAt === undefined);
  return (
    <>
      <TakeOverCard />
      <OfferCard />
      <Refused />
      {openAlerts.map((alert) => (
        <AlertCard key={alert.key} alert={alert} />
      ))}
      {isCalled && <SignalCards />}
      {hasDue && <Due />}
      <ViewSwitch shown={shown} show={show} />
      {isList ? <List /> : !rowIsInSheet && <Row />}
      {hasDue && !isCalled && <SignalCards />}
      {!isList && <Course height={300} />}
    </>
  );
}

function Refused() {
  const { facts, open } = useRoom();
  if (facts.refused.length === 0) return null;
  return (
    <section className="flex items-center gap-3 rounded-card border-[3px] border-alert bg-alert-tint px-4 py-3">
      <StateMark state="not-met" size={30} />
      <p className="flex-1 font-[560]">
        {facts.refused.length === 1
          ? 'One fact was not accepted'
          : `${facts.refused.length} facts were not accepted`}
      </p>
      <Button variant="plain" onClick={() => open({ kind: 'refused' })}>
        See
      </Button>
    </section>
  );
}

function Limits({ compact }: { readonly compact: boolean }) {
  const { room, state, firstName, stage, open } = useRoom();
  const tighter = tighterLimits(state);
  if (compact) {
    const card = (
      <Button
        variant="sand"
        wide
        icon={<Shield size={22} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => open({ kind: 'limits' })}
        className="bg-sand!"
      >
        {firstName}’s limits
        {state.facts.LimitTightened.length > 0 ? `, ${state.facts.LimitTightened.length} made tighter` : ''}
      </Button>
    );
    if (stage !== 'dosing' && stage !== 'recovering') return card;
    return (
      <div className="grid grid-cols-[2fr_1fr_1fr] gap-2">
        {card}
        <TightestButton topic="touch" words="No touch" />
        <TightestButton topic="words" words="No words" />
      </div>
    );
  }
  return (
    <>
      {tighter.length > 0 && (
        <section className="rounded-card bg-sand px-4 py-2.5 text-on-sand">
          <h2 className="text-small font-[560]">Made tighter here</h2>
          {tighter.map((limit) => (
            <p key={limit.eventId} className="font-serif text-body">
              {limit.text} <span className="font-sans text-small">{formatClock(limit.at)}</span>
            </p>
          ))}
        </section>
      )}
      <LimitsCard
        name={firstName}
        {...limitsNow(room.preparation, state, formatClock, room.record.indications)}
        actions={
          <>
            <TightestButton topic="touch" words="No touch" />
            <TightestButton topic="words" words="No words" />
            <Button variant="sand" wide className="min-h-15" onClick={() => open({ kind: 'tighten' })}>
              Tighter
            </Button>
          </>
        }
      />
    </>
  );
}

/** The aside keeps its own height, so that the row and its keys never move from under a hand. */
function WideAside() {
  const { openAlerts } = useRoom();
  return (
    <section
      aria-label="The rest of the room"
      className="relative -mx-1 flex max-h-[calc(100dvh-5.5rem)] flex-col gap-2 overflow-y-auto px-1"
    >
      <TakeOverCard />
      <OfferCard />
      <Refused />
      {openAlerts.map((alert) => (
        <AlertCard key={alert.key} alert={alert} />
      ))}
      <StageCards />
    </section>
  );
}

function StageCards() {
  const { stage, openAlerts, signals: called, state, parts } = useRoom();
  const calls = called.filter((signal) => signal.resolvedAt === undefined).length;
  const isCrowded = openAlerts.length > 0 || calls > 0 || tighterLimits(state).length > 0;
  switch (stage) {
    case 'settling':
      return (
        <>
          {calls > 0 && <SignalCards />}
          <DoseDoor />
          <PeopleCard compact />
        </>
      );
    case 'dosing':
      return (
        <>
          {calls > 0 && <SignalCards />}
          <PumpCard />
          {calls === 0 && <SignalCards />}
          <Limits compact={isCrowded || parts !== undefined} />
          <PeopleCard compact={openAlerts.length > 0} />
        </>
      );
    case 'recovering':
      return (
        <>
          {calls > 0 && <SignalCards />}
          <LeaveDoor most={openAlerts.length + calls > 0 ? 3 : 5} />
          {calls === 0 && <SignalCards />}
          <Limits compact />
          <PeopleCard compact />
          {state.infusion === null && <PumpCard />}
        </>
      );
    case 'released':
    case 'called-off':
      return (
        <>
          {calls > 0 && <SignalCards />}
          <PumpCard />
          <Limits compact />
          <PeopleCard compact />
        </>
      );
  }
}

function NarrowAside() {
  const { stage, signals: called } = useRoom();
  const isQuiet = called.every((signal) => signal.resolvedAt !== undefined);
  switch (stage) {
    case 'settling':
      return (
        <>
          {isQuiet && <SignalCards />}
          <DoseDoor />
          <Limits compact={false} />
          <PeopleCard compact={false} />
        </>
      );
    case 'dosing':
      return (
        <>
          <PumpCard />
          <Limits compact={false} />
          <PeopleCard compact={false} />
        </>
      );
    case 'recovering':
      return (
        <>
          <LeaveDoor most={16} />
          <PumpCard />
          <Limits compact={false} />
          <PeopleCard compact={false} />
        </>
      );
    case 'released':
    case 'called-off':
      return (
        <>
          {isQuiet && <SignalCards />}
          <PumpCard />
          <PeopleCard compact={false} />
        </>
      );
  }
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

function useWindowHeight(): number {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.innerHeight,
  );
}

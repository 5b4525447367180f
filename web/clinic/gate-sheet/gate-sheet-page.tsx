// Readiness that fails closed. Each line says what we have, how old it is and from whom, and offers one verb. The answer
// is the one clinical answer; before a session is open it comes from the server, after that from the facts on this screen.
import { Link, useParams } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { getGateSheet } from '#api/appointments.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { type Condition, type Gate, type GateLine, isUnsettled } from '#clinical/gate.ts';
import { conditionWords, haveInWords, lineNameOf } from '#clinical/gate-words.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sources } from '#clinical/sources.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import type { LogConcern, LogStop } from '#dosing-session/gates.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, roleWord, writesSession } from '#web/clinic/places.ts';
import { MorningSaid } from '#web/clinic/preparation/morning-said.tsx';
import { type MorningWords, morningOf, saidOn } from '#web/clinic/preparation/morning-words.ts';
import { sessionTopic } from '#web/clinic/session-book.ts';
import { type SessionFacts, useSessionFacts } from '#web/clinic/session-facts.ts';
import { sureness } from '#web/clinic/sureness.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { Form } from '#web/kit/form.tsx';
import type { GateRow } from '#web/kit/gate-table.tsx';
import {
  currentZone,
  formatClock,
  formatDate,
  formatLocalDate,
  formatSpan,
  formatTime,
  t,
} from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { OverrideForm } from '#web/kit/override-form.tsx';
import { StateMark, stateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { GateSheet } from './gate-sheet.tsx';
import { LineFormFor } from './line-form.tsx';
import { type LineForm, type LinePlace, toSettle, verbOf } from './line-verbs.ts';
import { neverOverriddenIn, rulesInWords } from './rule-words.ts';

type Sheet = AnswerOf<typeof getGateSheet>;

export function GateSheetPage() {
  const { patientId } = useParams({ from: '/patients/$patientId/gate' });
  const sheet = useAnswer(['gate-sheet', patientId], getGateSheet, { params: { patientId } });
  const me = useMe();
  if (sheet.answer === undefined) {
    return (
      <DeskPage title="Gate sheet">
        <Heard of={sheet}>{() => null}</Heard>
      </DeskPage>
    );
  }
  const { sessionId } = sheet.answer;
  return sessionId === undefined || !writesSession(me) ? (
    <SheetView
      patientId={patientId}
      sheet={sheet.answer}
      gate={sheet.answer.gate}
      edition={sheet.answer.edition}
      checkedAt={sheet.answer.now}
    />
  ) : (
    <SheetInSession patientId={patientId} sessionId={sessionId} sheet={sheet.answer} />
  );
}

function SheetInSession(props: {
  readonly patientId: string;
  readonly sessionId: string;
  readonly sheet: Sheet;
}) {
  const facts = useSessionFacts(props.patientId, props.sessionId);
  return (
    <SheetView
      patientId={props.patientId}
      sheet={props.sheet}
      // Until the facts have been read, the server's own sheet stands.
      gate={facts.dose?.gate ?? props.sheet.gate}
      edition={(facts.dose && facts.edition) ?? props.sheet.edition}
      checkedAt={facts.dose === undefined ? props.sheet.now : facts.now}
      session={{ facts, sessionId: props.sessionId }}
    />
  );
}

interface SheetViewProps {
  readonly patientId: string;
  readonly sheet: Sheet;
  readonly gate: Gate;
  /** What the gate was asked with. */
  readonly edition: Edition;
  readonly checkedAt: number;
  readonly session?: { readonly facts: SessionFacts; readonly sessionId: string } | undefined;
}

function SheetView({ patientId, sheet, gate, edition, checkedAt, session }: SheetViewProps) {
  const me = useMe();
  const now = useNow(10_000);
  const [chosen, setChosen] = useState<Condition>();
  // A new object for each save, so that the same words said again are heard again.
  const [saved, setSaved] = useState<{ readonly words: string }>();
  const lines = useRef<HTMLDivElement>(null);
  const line = gate.lines.find((each) => each.condition === chosen);
  const editionWords = `“${edition.name}”, version ${edition.version}${edition.approver === undefined ? ' (an example, not approved by a clinician)' : `, approved by ${edition.approver.name}`}`;
  const room = session?.facts.room;
  const { appointment } = sheet;

  const morning = room && morningOf(room.preparation, now, currentZone());

  const rows = gate.lines.map(
    (each): GateRow => ({
      id: each.condition,
      state: each.state,
      overriddenFrom: each.overriddenFrom,
      condition: conditionWords[each.condition].name,
      have: (
        <>
          {haveInWords(each, momentWords(now))}
          {morning !== undefined && isUnsettled(each) && <Said line={each} morning={morning} />}
        </>
      ),
      age:
        each.at === undefined ? (each.state === 'met' ? 'as it stands' : 'none') : formatSpan(now - each.at),
      from: each.by ?? (each.at === undefined && each.state !== 'met' ? 'no one' : 'the record'),
      override:
        each.override === undefined
          ? undefined
          : {
              words: t('kit.overridden-by', {
                state: stateWord(lineNameOf(each)),
                name: each.override.by,
                time: formatClock(each.override.at),
              }),
              reason: each.override.reason,
            },
      act: (
        <RowAct line={each} chosen={chosen === each.condition} onChoose={() => setChosen(each.condition)} />
      ),
    }),
  );
  return (
    <DeskPage
      title={
        room === undefined
          ? sheet.patientName
          : `${sheet.patientName}, dose ${room.cycleNumber} of ${room.cyclesPlanned}`
      }
      lead={
        <>
          {appointment === undefined
            ? 'No dose is booked. '
            : `${appointment.roomName ?? 'No room'}, ${formatDate(appointment.startsAt)}, planned ${formatTime(appointment.startsAt)}. `}
          {sheet.birthDate === undefined
            ? 'Birth date not known. '
            : `Born ${formatLocalDate(sheet.birthDate, 'long')}. `}
          Protocol {editionWords}.
        </>
      }
      actions={
        <Link to="/patients/$patientId" params={{ patientId }} className={buttonClass({ size: 'row' })}>
          Their page
        </Link>
      }
      aside={
        <>
          <OpenTheDose gate={gate} session={session} />
          {line !== undefined && (
            <ChosenLine
              key={line.condition}
              line={line}
              patientId={patientId}
              session={session}
              gate={gate}
              edition={edition}
              onSaved={() => {
                setSaved({
                  words: `${conditionWords[line.condition].name}: written down at ${formatClock(now)}.`,
                });
                setChosen(undefined);
              }}
              onClose={() => {
                setChosen(undefined);
                goTo(buttonOf(lines.current, line.condition));
              }}
            />
          )}
          {session !== undefined && <Unsent facts={session.facts} sessionId={session.sessionId} />}
          {session !== undefined && <CallOff facts={session.facts} />}
          <NeverOverridden edition={edition} />
        </>
      }
    >
      <Saved saved={saved} />
      {session?.facts.failure !== undefined && (
        <Failure
          failure={session.facts.failure}
          stillTrue="Below is what the server said last. What you write here is kept."
        />
      )}
      <div ref={lines}>
        <GateSheet
          title={gate.open ? 'Each line is settled' : 'Dose is closed'}
          open={gate.open}
          counts={gate.counts}
          rows={rows}
          foot={
            <>
              Checked at {formatClock(checkedAt)}, seen by {me.name}, against protocol {editionWords}. This
              sheet lists what was looked at. It does not say that a dose is safe. A fact that grows too old
              turns unknown by itself.
            </>
          }
        />
      </div>
    </DeskPage>
  );
}

/** The form that was saved is gone and took the focus with it; its word takes it over, right before the lines still open. */
function Saved({ saved }: { readonly saved: { readonly words: string } | undefined }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (saved !== undefined) goTo(said.current);
  }, [saved]);
  return (
    <div role="status" className={saved === undefined ? 'only-read-aloud' : 'not-on-paper'}>
      {saved !== undefined && (
        <p
          ref={said}
          tabIndex={-1}
          className="flex scroll-mt-4 items-center gap-2.5 rounded-control bg-surface px-4 py-3 font-sub"
        >
          <StateMark state="saved" />
          {saved.words}
        </p>
      )}
    </div>
  );
}

/** To where the work goes on. Without a glide: on a long sheet that is a page full of motion. */
function goTo(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** The sheet stands there twice, for a wide and for a narrow screen; only one of the two is drawn. */
function buttonOf(lines: HTMLElement | null, condition: Condition): HTMLElement | undefined {
  return [...(lines?.querySelectorAll<HTMLElement>(`[data-line="${condition}"]`) ?? [])].find(
    (button) => button.getClientRects().length > 0,
  );
}

function NeverOverridden({ edition }: { readonly edition: Edition }) {
  const { dose, release } = neverOverriddenIn(edition);
  return (
    <Card title="Never overridden">
      <p>Before the dose: {dose.join(', ')}.</p>
      {release.length > 0 && <p className="mt-2">Before they leave: {release.join(', ')}.</p>}
    </Card>
  );
}

/** Their own words beside a line that nobody has settled yet. */
function Said({ line, morning }: { readonly line: GateLine; readonly morning: MorningWords }) {
  const said = saidOn(line.condition, morning.body);
  if (said.length === 0) return null;
  return (
    <span className="mt-1 block">
      <span className="block text-small text-ink-2">They said at {formatTime(morning.at)}:</span>
      <span className="own-words">{said.map(({ words }) => words).join('. ')}</span>
    </span>
  );
}

/** Today by the clock; any other day by its date as well. */
function momentWords(now: number): (at: number) => string {
  return (at) =>
    formatLocal(at) === formatLocal(now) ? formatTime(at) : `${formatTime(at)}, ${formatDate(at, 'short')}`;
}

function formatLocal(at: number): string {
  return formatDate(at, 'medium');
}

function RowAct(props: { readonly line: GateLine; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { line, chosen, onChoose } = props;
  const name = conditionWords[line.condition].name;
  const open = isUnsettled(line);
  const verb = open ? (verbOf(line.condition)?.verb ?? 'Look') : 'Look';
  return (
    <Button
      size="row"
      variant={open ? 'secondary' : 'quiet'}
      aria-pressed={chosen}
      aria-label={`${verb}: ${name}`}
      data-line={line.condition}
      className="scroll-my-4"
      onClick={onChoose}
    >
      {verb}
    </Button>
  );
}

const stopWords: Readonly<Record<LogStop, string>> = {
  'called-off': 'This session was called off',
  'already-released': 'This person has already left',
  'infusion-already-started': 'A dose is already running or was given',
};
const concernWords: Readonly<Record<LogConcern, string>> = {
  'facts-in-conflict': 'Two facts do not agree. Settle them in the room',
  'facts-to-review': 'A fact needs another look in the room',
  'facts-not-arrived': 'Another device has facts that have not arrived here',
};

function OpenTheDose({ gate, session }: Pick<SheetViewProps, 'gate' | 'session'>) {
  const count = toSettle(gate.lines);
  const dose = session?.facts.dose;
  const stop = dose?.stops[0];
  const reason =
    stop !== undefined
      ? `Closed: ${stopWords[stop].toLowerCase()}`
      : count > 0
        ? `Closed: ${count} ${count === 1 ? 'line' : 'lines'} to settle`
        : session === undefined
          ? 'Closed: the person is not here yet'
          : dose === undefined
            ? 'Closed: the facts have not been read yet'
            : !dose.open
              ? 'Closed: the answer is not open'
              : undefined;
  return (
    <Card title="Open the dose">
      <p className="mb-3">Closed until each line is met, decided or overridden.</p>
      {reason === undefined && session !== undefined ? (
        <Link
          to="/patients/$patientId/sessions/$sessionId/room"
          params={{ patientId: session.facts.state.patientId, sessionId: session.sessionId }}
          className={buttonClass({ variant: 'primary', wide: true, className: 'min-h-12' })}
        >
          Each line is settled. Start it in the room
        </Link>
      ) : (
        <Button
          wide
          className="min-h-12"
          icon={<Lock size={20} strokeWidth={1.9} aria-hidden="true" />}
          closed={reason}
        >
          Start it in the room
        </Button>
      )}
      {session !== undefined && (
        <Link
          to="/patients/$patientId/sessions/$sessionId/room"
          params={{ patientId: session.facts.state.patientId, sessionId: session.sessionId }}
          className="link mt-3 inline-block"
        >
          Go to the room
        </Link>
      )}
      {dose !== undefined && dose.concerns.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1.5 text-small">
          {dose.concerns.map((concern) => (
            <li key={concern} className="flex gap-2">
              <StateMark state="unknown" size={20} className="mt-0.5" />
              {concernWords[concern]}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Lines that nobody settles on this sheet, and what does. */
const settledElsewhere: Readonly<Partial<Record<Condition, string>>> = {
  staffing: 'It counts the nurses who started their shift and the people dosing now.',
  'prescriber-on-site': 'It counts the prescribers who started their shift.',
  'certified-site':
    'Whoever runs the installation enters the certificate of the safety program, with its last day.',
};

interface ChosenLineProps extends Pick<SheetViewProps, 'patientId' | 'session' | 'gate' | 'edition'> {
  readonly line: GateLine;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

function ChosenLine({ line, patientId, session, gate, edition, onSaved, onClose }: ChosenLineProps) {
  const me = useMe();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const verb = verbOf(line.condition);
  const name = conditionWords[line.condition].name;
  const open = isUnsettled(line);
  return (
    <>
      <section className="card flex flex-col gap-4 rounded-card bg-surface p-5">
        <div className="flex items-start justify-between gap-3">
          <h2 ref={heading} tabIndex={-1} className="text-sub font-sub">
            {name}
          </h2>
          <Button size="row" variant="quiet" onClick={onClose}>
            Close
          </Button>
        </div>
        <RuleWords line={line} edition={edition} />
        {verb?.form !== undefined &&
          (session === undefined ? (
            <p>This is written in the session. It opens when the person is here.</p>
          ) : (
            <>
              <TheirMorning facts={session.facts} form={verb.form} />
              <LineFormFor form={verb.form} facts={session.facts} onSaved={onSaved} />
            </>
          ))}
        {verb?.place !== undefined && (
          <PlaceLink
            place={verb.place}
            patientId={patientId}
            sessionId={session?.sessionId}
            verb={verb.verb}
          />
        )}
        {settledElsewhere[line.condition] !== undefined && <p>{settledElsewhere[line.condition]}</p>}
      </section>
      {open && (
        <OverrideCard
          line={line}
          session={session}
          gate={gate}
          allowed={has(me, 'prescriber')}
          onSigned={onSaved}
        />
      )}
    </>
  );
}

/** The lines whose form asks what a person may have said by themselves. */
const saidThemselves: Readonly<Partial<Record<LineForm, readonly Condition[]>>> = {
  intake: ['last-food', 'last-clear-fluid'],
  medicines: ['medicines'],
  'no-substances': ['no-substances'],
  intention: ['intention'],
};

function TheirMorning({ facts, form }: { readonly facts: SessionFacts; readonly form: LineForm }) {
  const on = saidThemselves[form];
  if (on === undefined || facts.room === undefined) return null;
  return <MorningSaid items={facts.room.preparation} on={on} now={facts.now} zone={currentZone()} />;
}

function PlaceLink(props: {
  readonly place: LinePlace;
  readonly patientId: string;
  readonly sessionId: string | undefined;
  readonly verb: string;
}): ReactNode {
  const { place, patientId, sessionId, verb } = props;
  const look = buttonClass({ variant: 'primary' });
  if (place === 'room') {
    return sessionId === undefined ? (
      <p>This is done in the room. It opens when the person is here.</p>
    ) : (
      <Link
        to="/patients/$patientId/sessions/$sessionId/room"
        params={{ patientId, sessionId }}
        className={look}
      >
        {verb}
      </Link>
    );
  }
  if (place === 'book') {
    return (
      <Link to="/patients/$patientId/book" params={{ patientId }} className={look}>
        {verb}
      </Link>
    );
  }
  return (
    <Link to="/patients/$patientId" params={{ patientId }} search={{ tab: place }} className={look}>
      {verb}
    </Link>
  );
}

function RuleWords({ line, edition }: { readonly line: GateLine; readonly edition: Edition }) {
  return (
    <div className="flex flex-col gap-1 text-small text-ink-2">
      <p>Settled by the {roleWord(line.owner)}.</p>
      {rulesInWords(line, edition).map(({ rule, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rules of one line stand in order
        <p key={index}>
          {words}. {sources[rule.source]}. {sureness(rule.confidence)}.
        </p>
      ))}
      {line.ageLimitMinutes !== undefined && (
        <p>Counts as unknown after {formatSpan(line.ageLimitMinutes * 60_000)}.</p>
      )}
    </div>
  );
}

interface OverrideCardProps extends Pick<SheetViewProps, 'session' | 'gate'> {
  readonly line: GateLine;
  readonly allowed: boolean;
  readonly onSigned: () => void;
}

function OverrideCard({ line, session, gate, allowed, onSigned }: OverrideCardProps) {
  const me = useMe();
  const name = conditionWords[line.condition].name;
  const draft = useDraft(`override/${session?.sessionId ?? 'none'}/${line.condition}`, '');
  const sign = useAct(
    async (fact: SessionFact) =>
      session === undefined ? ({ kind: 'offline', timedOut: false } as const) : session.facts.sign(fact),
    () => {
      draft.clear();
      onSigned();
    },
  );
  if (!line.overridable) {
    return (
      <Card title={`“${name}” cannot be overridden`}>
        <p>It has to be settled. No one decides around it.</p>
      </Card>
    );
  }
  if (session === undefined || !allowed) {
    return (
      <Card title={`Override “${name}”`}>
        <p>
          {allowed
            ? 'An override is signed in the session. It opens when the person is here.'
            : 'Only a prescriber can decide to go on without it. Ask them to open this sheet.'}
        </p>
      </Card>
    );
  }
  const others = toSettle(gate.lines) - 1;
  return (
    <OverrideForm
      condition={name}
      decider={`${me.name}, prescriber`}
      reason={draft.value}
      onReason={draft.set}
      failure={sign.failure}
      busy={sign.busy}
      onSign={() =>
        sign.run(
          factOf('ConditionOverridden', {
            condition: line.condition,
            reason: draft.value.trim(),
            deciderName: me.name,
          }),
        )
      }
      changes={[
        others > 0
          ? `“${name}” no longer holds the dose. ${others} other ${others === 1 ? 'line still does' : 'lines still do'}`
          : `“${name}” no longer holds the dose`,
      ]}
      doesNotChange={[
        line.condition === 'ride'
          ? 'They still cannot leave without a person at the door'
          : 'What we know does not change, and the line says so',
      ]}
    />
  );
}

function Unsent({ facts, sessionId }: { readonly facts: SessionFacts; readonly sessionId: string }) {
  const transport = useTransport(sessionTopic(sessionId));
  if (facts.pending === 0 && facts.refused.length === 0) return null;
  return (
    <Card title="On this device">
      <TransportLine outbox={transport} />
      {facts.refused.map((item) => (
        <ErrorState
          key={item.commandId}
          compact
          title={item.refusedBecause ?? 'Not accepted'}
          stillTrue="This fact has no effect. Write it again if it is true."
          action={
            <div>
              <Button size="row" onClick={() => facts.settle(item)}>
                I have seen this
              </Button>
            </div>
          }
        />
      ))}
    </Card>
  );
}

function CallOff({ facts }: { readonly facts: SessionFacts }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    goTo(box.current?.querySelector<HTMLElement>('textarea, button'));
  }, [open]);
  const calledOff = facts.state.facts.SessionCalledOff.at(-1);
  if (calledOff !== undefined) {
    return (
      <Card title="Called off">
        <p>
          {calledOff.fact.deciderName}, {formatTime(calledOff.at)}
        </p>
        <p className="own-words mt-2">{calledOff.fact.reason}</p>
      </Card>
    );
  }
  if (!open) {
    return (
      <Card title="Not today">
        <div ref={box}>
          <p className="mb-3">Going back is ordinary. Nothing written so far is lost.</p>
          <Button onClick={() => setOpen(true)}>Call today off</Button>
        </div>
      </Card>
    );
  }
  const empty = reason.trim() === '';
  return (
    <Card title="Not today">
      <div ref={box}>
        <Form
          className="gap-4"
          onSubmit={() => {
            setTried(true);
            if (!empty)
              facts.record(factOf('SessionCalledOff', { reason: reason.trim(), deciderName: facts.me.name }));
          }}
          actions={
            <>
              <Button type="submit" variant="danger">
                Call it off
              </Button>
              <Button onClick={() => setOpen(false)}>Back</Button>
            </>
          }
        >
          <TextArea
            label="Why, in one sentence"
            rows={2}
            value={reason}
            onChange={setReason}
            fault={tried && empty ? 'Write the reason first' : undefined}
          />
        </Form>
      </div>
    </Card>
  );
}

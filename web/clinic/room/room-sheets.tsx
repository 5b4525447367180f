// The room's papers: limits, notes, and the log with its corrections.
import { useState } from 'react';
import { isSeen } from '#dosing-session/device-clocks.ts';
import { SessionEvent } from '#dosing-session/events.ts';
import { type TimelineEntry, timeline } from '#dosing-session/flowsheet.ts';
import { mayLoosenLimits } from '#dosing-session/limits.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { titrations } from '#dosing-session/titration.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock, formatSpan, formatTime } from '#web/kit/locale.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { factWords } from './fact-words.ts';
import { KeepSheet, NotSaved } from './keep-sheet.tsx';
import { planSaid } from './limits-said.ts';
import { QuickWords } from './quick-words.tsx';
import { type SheetAsked, useRoom } from './room-context.ts';
import { LimitsWords } from './settle-sheets.tsx';
import { useKeep } from './use-keep.ts';

export function LimitsSheet() {
  const { room, close, open, firstName } = useRoom();
  const plan = planSaid(room.preparation);
  const parts = [
    ['What helps', plan.helps],
    ['What does not help', plan.doesNotHelp],
    ['Anchor', plan.anchor],
  ] as const;
  return (
    <Sheet
      open
      onClose={close}
      title={`${firstName}’s limits and plan`}
      actions={
        <Button variant="sand" wide onClick={() => open({ kind: 'tighten' })}>
          Make a limit tighter
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <LimitsWords />
        {parts.flatMap(([title, words]) =>
          words === undefined ? [] : [<OwnWordsCard key={title} when={title} words={words} />],
        )}
      </div>
    </Sheet>
  );
}

export function NoteSheet() {
  const [text, setText] = useState('');
  return (
    <KeepSheet
      title="Note"
      verb="Save the note"
      facts={text.trim() === '' ? 'Closed: no words yet' : [factOf('NoteAdded', { text: text.trim() })]}
    >
      <TextArea label="What was seen or said" value={text} onChange={setText} rows={4} />
    </KeepSheet>
  );
}

export function LogSheet() {
  const { state, close } = useRoom();
  const entries = timeline(state).toReversed();
  const sent = new Set(
    state.log.filter((event) => event.version !== undefined).map((event) => event.eventId),
  );
  return (
    <Sheet open onClose={close} title="Everything written so far">
      {entries.length === 0 ? (
        <p>Nothing is written yet. What you save stands here with its time and its name.</p>
      ) : (
        <ol className="m-0 flex list-none flex-col p-0">
          {entries.map((entry) => (
            <LogRow key={entry.eventId} entry={entry} sent={sent.has(entry.eventId)} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

const aMinuteMs = 60_000;

function LogRow({ entry, sent }: { readonly entry: TimelineEntry; readonly sent: boolean }) {
  const { facts, state } = useRoom();
  const { keep, busy, failed } = useKeep();
  const [correcting, setCorrecting] = useState(false);
  const [reason, setReason] = useState('');
  const late = entry.writtenAt - entry.at >= aMinuteMs;
  const isCorrection = entry.fact.type === 'EnteredInError';
  // Whoever checks second works it out without the figures of the first.
  const worked = state.facts.DoseWorkedOut;
  const isMine = worked.some(({ eventId, byId }) => eventId === entry.eventId && byId === facts.me.id);
  const hidden =
    entry.fact.type === 'DoseWorkedOut' && !isMine && !worked.some(({ byId }) => byId === facts.me.id);
  // A tighter limit is not taken back while the effect lasts; the clinic refuses it too.
  const isHeld = entry.fact.type === 'LimitTightened' && !mayLoosenLimits(state);
  return (
    <li className="flex flex-col gap-2 border-b border-contour py-2.5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className={entry.struck === undefined ? '' : 'text-ink-2 line-through'}>
            {hidden
              ? `${entry.byName} worked the dose out. Work it out too, and the figures are shown.`
              : factWords(entry.fact, formatTime)}
          </p>
          <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
            <span className="figures">
              {formatClock(entry.at)}
              {late && `, written ${formatClock(entry.writtenAt)}`}
            </span>
            {isSeen(entry.deviceAheadMs) && (
              <span>
                corrected: the device’s clock was {formatSpan(Math.abs(entry.deviceAheadMs))}{' '}
                {entry.deviceAheadMs > 0 ? 'fast' : 'slow'}
              </span>
            )}
            <span>
              {entry.paper === undefined
                ? entry.byName
                : `seen by ${entry.paper.seenByName}, typed from paper by ${entry.byName}`}
            </span>
            <span className="inline-flex items-center gap-1.5">
              <StateMark state={sent ? 'sent' : 'saved'} size={16} />
              {sent ? 'Sent' : 'Saved here, not sent'}
            </span>
          </p>
          {entry.struck !== undefined && (
            <p className="text-small">
              Entered in error, {entry.struck.byName}: <q className="font-serif">{entry.struck.reason}</q>
            </p>
          )}
        </div>
        {entry.struck === undefined && !isCorrection && !entry.stray && !isHeld && (
          <Button
            aria-expanded={correcting}
            onClick={() => setCorrecting(!correcting)}
            className="text-small"
          >
            In error
          </Button>
        )}
      </div>
      {correcting && entry.struck === undefined && (
        <div className="flex flex-col gap-2">
          <QuickWords
            label="Why it is wrong"
            words={['Typed wrong', 'Wrong person', 'Did not happen', 'Wrong time']}
            value={reason}
            onChange={setReason}
          />
          <Button
            variant="danger"
            busy={busy ? 'Saving here' : undefined}
            closed={reason.trim() === '' ? 'Closed: why' : undefined}
            onClick={() =>
              keep([factOf('EnteredInError', { targetEventId: entry.eventId, reason: reason.trim() })])
            }
          >
            Mark as entered in error
          </Button>
          {failed && <NotSaved />}
        </div>
      )}
    </li>
  );
}

export function RefusedSheet() {
  const { facts, close } = useRoom();
  return (
    <Sheet open onClose={close} title="Not accepted by the clinic">
      <div className="flex flex-col gap-4">
        <p>These have no effect. Write them again in the right place, then put each aside.</p>
        {facts.refused.map((item) => (
          <div
            key={item.commandId}
            className="flex flex-col gap-2 rounded-card border-[1.5px] border-alert p-3"
          >
            <p className="font-[560]">{refusedWords(item)}</p>
            <p>
              Saved here {formatClock(item.savedAt)}. {item.refusedBecause}
            </p>
            <Button onClick={() => facts.settle(item)}>Put aside</Button>
          </div>
        ))}
        {facts.refused.length === 0 && <p>Nothing is left here.</p>}
      </div>
    </Sheet>
  );
}

function refusedWords(item: OutboxItem): string {
  const body: unknown = item.body === undefined ? undefined : JSON.parse(item.body);
  const events: unknown =
    typeof body === 'object' && body !== null && 'events' in body ? body.events : undefined;
  const first: unknown = Array.isArray(events) ? events[0] : undefined;
  const parsed = SessionEvent.safeParse(first);
  return parsed.success ? factWords(parsed.data.fact, formatTime) : 'A fact this page cannot read';
}

export function MoreSheet() {
  const { close, open, stage, parts, state, edition } = useRoom();
  const runs = state.infusion !== null && state.infusion.run !== 'stopped';
  const all: readonly (readonly [string, SheetAsked, boolean])[] = [
    ['Symptoms', { kind: 'symptoms' }, true],
    ['Medicine given', { kind: 'rescue' }, true],
    ['Help given, first moves', { kind: 'done-for-them' }, true],
    ['Breaths, temperature, oxygen', { kind: 'other-signs' }, true],
    ['How it feels', { kind: 'feelings' }, true],
    ['What is seen', { kind: 'experience' }, true],
    ['What they see and hear', { kind: 'perception' }, edition.perceptualChange !== undefined],
    ['Is anything felt?', { kind: 'onset' }, stage === 'dosing'],
    ['Look at the line', { kind: 'line' }, runs],
    ['Given at once by the pump', { kind: 'booster' }, runs],
    ['What the changes did', { kind: 'effect' }, titrations(state).length > 0],
    ['Limits and plan', { kind: 'limits' }, true],
    ['Light, sound, comfort', { kind: 'setting' }, true],
    ['Few interruptions', { kind: 'interruptions' }, stage !== 'released' && stage !== 'called-off'],
    ['Who watches', { kind: 'hand-over' }, true],
    ['Who is in the room', { kind: 'presence' }, true],
    ['Medical back-up', { kind: 'back-up' }, true],
    ['A dose already given', { kind: 'give', earlier: true }, parts !== undefined],
    ['Note', { kind: 'note' }, true],
    ['Everything written, corrections', { kind: 'log' }, true],
    ['No dose today', { kind: 'call-off' }, stage === 'settling'],
  ];
  return (
    <Sheet open onClose={close} title="More for this room">
      <div className="grid grid-cols-2 gap-2">
        {all.flatMap(([words, sheet, shown]) =>
          shown
            ? [
                <Button key={words} variant="plain" onClick={() => open(sheet)} className="min-h-17">
                  {words}
                </Button>,
              ]
            : [],
        )}
      </div>
    </Sheet>
  );
}

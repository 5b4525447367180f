// What has been given by parts, what may follow and when, and how long the person stays at least.

import { minimumStay } from '#clinical/discharge/minimum-stay.ts';
import { deviceMg } from '#clinical/dosing/esketamine-dose.ts';
import { addMinutes, minutesBetween } from '#clinical/instant.ts';
import type { StayAnchor } from '#clinical/protocol/edition.ts';
import { lastFelt } from '#dosing-session/due-checks.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { effectToNote } from '#dosing-session/titration.ts';
import { fewInterruptions } from '#dosing-session/visits.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { emptiedWords, feltWords } from './fact-words.ts';
import { NotSaved } from './keep-sheet.tsx';
import { closedToGive, partName, routeByParts } from './part-words.ts';
import { useRoom } from './room-context.ts';
import { RowButton } from './row-button.tsx';
import { useKeep } from './use-keep.ts';

export function GivenCard() {
  const { state, edition, parts, now, stage, open } = useRoom();
  const { keep, busy, failed } = useKeep();
  const route = routeByParts(edition);
  const given = state.facts.DoseGiven;
  if (given.length === 0 || route === undefined || parts === undefined) return null;
  const isOver = state.facts.DoseStopped.length > 0;
  const closed = closedToGive(parts, now);
  const isComplete = parts.next.state === 'complete';
  const what = route === 'nasal' ? 'devices' : 'parts';
  return (
    <section className="flex flex-col gap-2 rounded-card bg-surface px-4 py-3">
      <h2 className="font-sub">
        {parts.ordered === undefined || (route !== 'nasal' && parts.ordered === 1)
          ? 'Dose given'
          : `${given.length} of ${parts.ordered} ${what} given`}
      </h2>
      <ul className="flex flex-col gap-0.5 text-small">
        {given.map(({ eventId, at, fact, byName }, index) => (
          <li key={eventId}>
            <span className="figures font-[560]">{formatClock(at)}</span> {partName(route, index + 1)},{' '}
            {fact.doseMg} mg{fact.site === undefined ? '' : `, ${fact.site}`}. Lot{' '}
            {fact.lot ?? 'not readable'}. {byName}
          </li>
        ))}
      </ul>
      {parts.issues.map((issue) => (
        <p key={issue.code + issue.title} className="flex gap-2.5 text-small">
          <StateMark state={issue.action === 'unknown' ? 'unknown' : 'not-met'} size={22} />
          {issue.title}
        </p>
      ))}
      {stage === 'dosing' && <Onset what={partName(route, 1).toLowerCase()} />}
      {route === 'sublingual' && <Hold />}
      {stage === 'dosing' && !isComplete && !isOver && (
        <Button
          variant="primary"
          wide
          size="large"
          closed={closed}
          onClick={() => open({ kind: 'give', earlier: false })}
        >
          {giveWords()}
        </Button>
      )}
      {stage === 'dosing' && (isComplete || isOver) && (
        <Button
          variant="primary"
          wide
          size="large"
          busy={busy ? 'Saving here' : undefined}
          onClick={() => keep([factOf('RecoveryStarted', {})])}
        >
          Rest begins now
        </Button>
      )}
      {stage !== 'released' && (
        <div className="grid grid-cols-2 gap-2">
          <Button variant="plain" onClick={() => open({ kind: 'give', earlier: true })} className="px-1">
            Write one already given
          </Button>
          {stage === 'dosing' && !isComplete && !isOver && (
            <Button variant="danger" onClick={() => open({ kind: 'stop' })} className="px-1">
              No more today
            </Button>
          )}
        </div>
      )}
      {failed && <NotSaved />}
      {stage !== 'released' && <Stay />}
    </section>
  );

  function giveWords(): string {
    if (route === undefined || parts === undefined) return '';
    const name = partName(route, parts.given + 1).toLowerCase();
    const { next } = parts;
    const mg = 'doseMg' in next ? next.doseMg : deviceMg.value;
    const left =
      next.state === 'from' && next.until !== undefined ? `, until ${formatClock(next.until)}` : '';
    return `Give ${name}, ${mg} mg${left}`;
  }
}

const anchorWords: Readonly<Record<StayAnchor, string>> = {
  'dose-end': 'from the end of the dose',
  'first-part': 'from the first',
  'last-part': 'from the last',
};

/** Every clock the protocol counts, and which of them holds; there is no time by which they must go. */
function Stay() {
  const { state, edition, now } = useRoom();
  const stay = minimumStay(edition, sessionFacts(state, edition));
  if (stay.kind === 'unknown') return null;
  const left = stay.until - now;
  const isCountedTwice = stay.anchors.some(({ until }) => until !== stay.until);
  const each = stay.anchors.map(({ from, until }) => `${anchorWords[from]} ${formatClock(until)}`).join(', ');
  return (
    <p className="border-t border-contour pt-2 text-small">
      <span className="font-[560]">Stays at least until {formatClock(stay.until)}</span>
      {left > 0 ? `, ${formatSpan(left)} more` : ', which has passed'}
      {isCountedTwice && `. Counted ${each}; the later one holds`}.
    </p>
  );
}

/** When the effect usually begins on this route, counted from the last part; never a promise for one person. */
function Onset({ what }: { readonly what: string }) {
  const { state, edition, open } = useRoom();
  const last = latest(state, 'DoseGiven');
  if (last === undefined) return null;
  const { fromMinutes, toMinutes } = edition.durations.onset;
  const at = (minutes: number): string => formatClock(addMinutes(last.at, minutes));
  const said = lastFelt(state);
  const effect = effectToNote(state);
  // With few interruptions the visit asks, and nothing asks beside it.
  const isGathered = fewInterruptions(state) !== undefined;
  return (
    <>
      <RowButton
        icon={<StateMark state={isGathered ? 'not-yet' : 'due'} size={22} />}
        onClick={() => open({ kind: 'onset' })}
      >
        Usually felt {fromMinutes.value} to {toMinutes.value} min after {what === 'injection' ? 'an' : 'a'}{' '}
        {what}:{' '}
        <span className="figures">
          {at(fromMinutes.value)} to {at(toMinutes.value)}
        </span>
        .{' '}
        {said === undefined
          ? isGathered
            ? 'Asked in a visit.'
            : 'Is anything felt?'
          : `${feltWords[said.fact.felt]}, ${formatClock(said.at)}.`}
      </RowButton>
      {effect !== undefined && !isGathered && (
        <RowButton icon={<StateMark state="due" size={22} />} onClick={() => open({ kind: 'effect' })}>
          {`Changed ${formatClock(effect.at)}: what did it do?`}
        </RowButton>
      )}
    </>
  );
}

/** How long the lozenge is held by the protocol, and how it ended. It counts on until someone says. */
function Hold() {
  const { state, edition, room, now, stage } = useRoom();
  const { keep, busy, failed } = useKeep();
  const placed = latest(state, 'DoseGiven');
  if (placed === undefined || !('holdMinutes' in edition.timing)) return null;
  const emptied = state.facts.MouthEmptied.findLast(({ at }) => at >= placed.at);
  const until = addMinutes(placed.at, edition.timing.holdMinutes.value);
  const asOrdered = room.order?.afterHold;
  const ordered = asOrdered === undefined ? undefined : asOrdered === 'spit' ? 'spat' : 'swallowed';
  if (emptied !== undefined) {
    const minutes = Math.round(minutesBetween(placed.at, emptied.at));
    const differs = ordered !== undefined && emptied.fact.how !== ordered;
    return (
      <p className="flex gap-2.5 text-small">
        <StateMark state={differs ? 'not-met' : 'checked'} size={22} />
        Held {minutes} min, {emptiedWords[emptied.fact.how]}
        {differs ? `; the order says ${emptiedWords[ordered]}` : ''}.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-small">
        <span className="font-[560]">
          In the mouth for {formatSpan(Math.max(0, now - placed.at))}, held until {formatClock(until)}.
        </span>{' '}
        {ordered === undefined ? '' : `Then ${emptiedWords[ordered]}, as ordered.`}
      </p>
      {stage !== 'released' && (
        <div className="grid grid-cols-3 gap-2">
          {(['spat', 'swallowed', 'partly-swallowed'] as const).map((how) => (
            <Button
              key={how}
              variant="plain"
              className="px-1"
              busy={busy ? 'Saving here' : undefined}
              onClick={() => keep([factOf('MouthEmptied', { how })])}
            >
              {{ spat: 'Spat out', swallowed: 'Swallowed', 'partly-swallowed': 'Some of each' }[how]}
            </Button>
          ))}
        </div>
      )}
      {failed && <NotSaved />}
    </div>
  );
}

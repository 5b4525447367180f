// What the pump has given, by the clock, and what may be marked at it. A pump says what it says; this says what was set.
import { minutesBetween } from '#clinical/instant.ts';
import { infusionProgress } from '#dosing-session/infusion.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { fewInterruptions } from '#dosing-session/visits.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock, formatNumber } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { askedBeside } from './beside-the-pump.ts';
import { short } from './fact-words.ts';
import { GivenCard } from './given-card.tsx';
import { NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { RowButton } from './row-button.tsx';
import { useKeep } from './use-keep.ts';

export function PumpCard() {
  const { state, edition, now, open } = useRoom();
  const { keep, busy, failed } = useKeep();
  const { infusion } = state;
  const progress = infusionProgress(state, now);
  // With few interruptions the visit asks, and nothing asks beside it.
  const asked =
    fewInterruptions(state) === undefined ? askedBeside({ state, edition, now }, formatClock) : undefined;
  if (infusion === null || progress === undefined) return <GivenCard />;
  const startedBy = state.facts.DoseStarted.find(
    ({ eventId }) => eventId === infusion.startedByEventId,
  )?.byName;
  const share = Math.min(1, progress.givenMg / infusion.doseMg);
  const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (
    <section className="rounded-card bg-surface px-4 py-3">
      <h2 className="text-small font-[560] text-ink-2">{title()}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figures text-figure-3 font-[600]">{formatNumber(progress.givenMg, oneDigit)}</span>
        <span>of {short(infusion.doseMg)} mg, by the clock</span>
      </p>
      <div aria-hidden="true" className="mt-1 h-3 overflow-hidden rounded-full bg-shoal">
        <div className="h-full bg-sea" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="mt-1.5 text-small">{rateWords()}</p>
      {asked !== undefined && (
        <RowButton
          icon={<StateMark state={asked.due ? 'due' : 'not-yet'} size={22} />}
          onClick={() => open(asked.opens)}
        >
          {asked.words}
        </RowButton>
      )}
      {infusion.run !== 'stopped' && (
        <div className="mt-2 grid grid-cols-3 gap-2">
          <Button variant="plain" onClick={() => open({ kind: 'rate' })} className="px-1">
            Set rate
          </Button>
          {infusion.run === 'paused' ? (
            <Button
              variant="plain"
              className="px-1"
              busy={busy ? 'Saving' : undefined}
              onClick={() => keep([factOf('InfusionResumed', {})])}
            >
              Mark resume
            </Button>
          ) : (
            <Button variant="plain" onClick={() => open({ kind: 'pause' })} className="px-1">
              Mark pause
            </Button>
          )}
          <Button variant="danger" onClick={() => open({ kind: 'stop' })} className="px-1">
            Mark stop
          </Button>
        </div>
      )}
      {failed && <NotSaved />}
    </section>
  );

  function title(): string {
    if (infusion === null) return '';
    switch (infusion.run) {
      case 'running':
        return `Pump on since ${formatClock(infusion.startedAt)}${startedBy === undefined ? '' : `, entered by ${startedBy}`}`;
      case 'paused':
        return `Pump paused since ${formatClock(infusion.changedAt)}, ${Math.max(0, Math.floor(minutesBetween(infusion.changedAt, now)))} min`;
      case 'stopped':
        return `Pump stopped ${formatClock(infusion.stoppedAt ?? infusion.changedAt)}`;
    }
  }

  function rateWords(): string {
    if (infusion === null || progress === undefined) return '';
    const rate = `${short(infusion.rateMgPerMin)} mg a minute.`;
    switch (infusion.run) {
      case 'running':
        return progress.emptyAt === undefined
          ? rate
          : `${rate} Ends ${formatClock(progress.emptyAt)} if unchanged.`;
      case 'paused':
        return `Was ${rate} No end while it stands still.`;
      case 'stopped':
        return infusion.pumpReadsMg === null
          ? 'What the pump showed was not read.'
          : `The pump showed ${short(infusion.pumpReadsMg)} mg.`;
    }
  }
}

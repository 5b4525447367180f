// A reading outside its limits. Solid until someone has said that they see it; then edged, with its second look counted down.
import type { Alert, AlertReading } from '#dosing-session/alerts.ts';
import { alertEscalation } from '#dosing-session/alerts.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { Button } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { formatClock, formatCountdown, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { subjectWords } from './due-items.ts';
import { lineWords } from './fact-words.ts';
import { NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { type Keeping, useKeep } from './use-keep.ts';

/** The value that raised it, as it was read. */
export function alertFigure(alert: Alert, state: SessionState): string {
  const reading: AlertReading | undefined =
    alert.readings.findLast(({ issues }) => issues.length > 0) ?? alert.readings[0];
  const entry = state.facts.VitalSignsMeasured.find(({ eventId }) => eventId === reading?.eventId);
  const sedation = state.facts.SedationRated.find(({ eventId }) => eventId === reading?.eventId);
  if (sedation !== undefined) return `MOAA/S ${sedation.fact.moaas}`;
  const distress = state.facts.DistressRated.find(({ eventId }) => eventId === reading?.eventId);
  if (distress !== undefined) return `${distress.fact.score} of 10`;
  const line = state.facts.LineChecked.find(({ eventId }) => eventId === reading?.eventId);
  const { systolicMmHg, diastolicMmHg, heartRatePerMin, spo2Percent, respiratoryRatePerMin } =
    entry?.fact ?? {};
  const written = (value: number | undefined, unit = ''): string =>
    value === undefined ? 'not read' : `${value}${unit}`;
  switch (alert.subject) {
    case 'blood-pressure':
      return systolicMmHg === undefined && diastolicMmHg === undefined
        ? 'not read'
        : `${written(systolicMmHg)} / ${written(diastolicMmHg)}`;
    case 'heart-rate':
      return written(heartRatePerMin);
    case 'oxygen':
      return written(spo2Percent, ' %');
    case 'breathing':
      return written(respiratoryRatePerMin);
    case 'sedation':
    case 'distress':
      return 'not rated';
    case 'line':
      return line === undefined ? 'not looked at' : lineWords[line.fact.found];
    case 'presence':
      return 'No one';
  }
}

const calledWords = {
  'first-person': 'No one has seen it yet.',
  'second-person': 'No one has seen it yet. A second person is called.',
  everyone: 'No one has seen it yet. Everyone on shift is called.',
  acknowledged: '',
} as const;

export function AlertCard({ alert }: { readonly alert: Alert }) {
  const { state, edition, now, open } = useRoom();
  const { keep, busy, failed } = useKeep();
  const isSeen = alert.acknowledgedAt !== undefined;
  const isByTime = alert.subject === 'presence';
  const escalation = alertEscalation(alert, edition, now);
  const last = alert.readings.findLast(({ issues }) => issues.length > 0);
  return (
    <section
      className={classNames(
        'rounded-card px-4 py-3',
        isSeen
          ? 'border-[3px] border-alert bg-alert-tint'
          : 'bg-alert text-on-alert [--mark-alert:var(--on-alert)] [--mark-on-alert:var(--alert)]',
      )}
    >
      <div className="flex items-center gap-3">
        <StateMark state="alert" size={isSeen ? 34 : 44} />
        <div className="min-w-0 flex-1">
          <h2 className="text-small font-sub">
            {subjectWords[alert.subject]},{isByTime && ' since'} {formatClock(last?.at ?? alert.raisedAt)}
          </h2>
          <p
            className={classNames(
              'figures font-[620]',
              'whitespace-nowrap',
              isSeen ? 'text-figure-2' : 'text-figure-2 tablet:text-figure-3',
            )}
          >
            {isByTime ? formatSpan(now - (last?.at ?? alert.raisedAt)) : alertFigure(alert, state)}
          </p>
        </div>
        {alert.recheckDueAt !== undefined && (
          <p className="text-right text-small">
            {alert.recheckDueAt > now ? 'again in' : 'again, late'}
            <span className="figures block text-figure-1 font-[600]">
              {formatCountdown(alert.recheckDueAt - now)}
            </span>
          </p>
        )}
      </div>
      <p className="text-small">{alert.issues[0]?.title}</p>
      <p className="mt-0.5 flex items-center gap-2 text-small font-[560]">
        {isSeen ? (
          <>
            <StateMark state="seen" size={20} /> Seen by {alert.acknowledgedBy} in {alert.answerSeconds} s
            {alert.settledAt !== undefined && `, back inside ${formatClock(alert.settledAt)}`}
          </>
        ) : (
          calledWords[escalation.level]
        )}
      </p>
      <div className={classNames('mt-2 grid gap-2', isSeen ? 'grid-cols-2' : 'grid-cols-1')}>
        {isByTime ? (
          <HereNow alert={alert} keep={keep} busy={busy} />
        ) : isSeen ? (
          <>
            <Button variant="plain" onClick={() => open({ kind: 'rescue' })}>
              Medicine given
            </Button>
            <Button variant="plain" onClick={() => open({ kind: 'settle-alert', alert })}>
              Settle
            </Button>
            <Button
              variant="plain"
              wide
              className="col-span-2"
              onClick={() =>
                open(
                  alert.subject === 'distress'
                    ? { kind: 'done-for-them', firstMoves: 'distress' }
                    : { kind: 'done-for-them' },
                )
              }
            >
              Help given, first moves
            </Button>
          </>
        ) : (
          <Button
            variant="plain"
            className="border-on-alert! text-on-alert! hover:bg-transparent!"
            busy={busy ? 'Saving here' : undefined}
            onClick={() => keep([factOf('AlertAcknowledged', { alertKey: alert.key })])}
          >
            I see it
          </Button>
        )}
      </div>
      {failed && <NotSaved />}
    </section>
  );
}

/** What ends it is somebody in the room; whoever is on the way says so meanwhile. */
function HereNow({ alert, keep, busy }: Pick<Keeping, 'keep' | 'busy'> & { readonly alert: Alert }) {
  const { facts } = useRoom();
  const { id, name } = facts.me;
  const isSeen = alert.acknowledgedAt !== undefined;
  const plain = isSeen ? '' : 'border-on-alert! text-on-alert! hover:bg-transparent!';
  return (
    <>
      <Button
        variant="plain"
        className={classNames('col-span-full', plain)}
        busy={busy ? 'Saving here' : undefined}
        onClick={() => keep([factOf('RoomEntered', { practitionerId: id, name })])}
      >
        I am in the room
      </Button>
      {!isSeen && (
        <Button
          variant="plain"
          className={plain}
          busy={busy ? 'Saving here' : undefined}
          onClick={() => keep([factOf('AlertAcknowledged', { alertKey: alert.key })])}
        >
          I am coming
        </Button>
      )}
    </>
  );
}

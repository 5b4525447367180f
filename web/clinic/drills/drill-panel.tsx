// The made-up person of a drill: what one sees and hears, and what the monitor beside the bed shows. Trainees read it off and
// write it into the room as they would; the room itself is the real one.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { endDrill } from '#api/drills.ts';
import type { DrillMoment } from '#dosing-session/drills/simulated.ts';
import { Failure } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { formatCountdown } from '#web/kit/locale.ts';
import { scenarioName } from './drill-words.ts';

export interface DrillPanelProps {
  readonly drillId: string;
  readonly scenario: string;
  readonly moment: DrillMoment;
  readonly ended: boolean;
  readonly waiting: number;
}

const shownLines = 2;

export function DrillPanel({ drillId, scenario, moment, ended, waiting }: DrillPanelProps) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const toRecord = (): void => {
    navigate({ to: '/drills/$drillId', params: { drillId } });
  };
  const end = useAct(
    (_: Record<string, never>, commandId) => call(endDrill, { params: { drillId }, body: {}, commandId }),
    toRecord,
  );
  const { monitor, seen, second, link, isTold } = moment;
  return (
    <section
      aria-label="The made-up person"
      className="flex flex-col gap-2 rounded-card border-[2.5px] border-amber bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-sub">Drill: {scenarioName(scenario)}</h2>
        <p className="figures text-small" aria-live="off">
          {formatCountdown(second * 1_000)}
        </p>
      </div>
      <div role="status" className="flex flex-col">
        {seen.slice(-shownLines).map((words, index, shown) => (
          <p key={words} className={index === shown.length - 1 ? 'font-[560]' : 'text-small text-ink-2'}>
            {words}
          </p>
        ))}
      </div>
      <dl className="m-0 flex flex-wrap gap-x-5 gap-y-1 text-small">
        <Shown name="Cuff" value={`${monitor.systolicMmHg}/${monitor.diastolicMmHg}`} />
        <Shown name="Pulse" value={String(monitor.heartRatePerMin)} />
        <Shown name="Oxygen" value={`${monitor.spo2Percent} %`} />
        <Shown
          name="Breaths"
          value={
            monitor.respiratoryRatePerMin === undefined ? 'none seen' : `${monitor.respiratoryRatePerMin}`
          }
        />
      </dl>
      {ended ? (
        <Button variant="plain" wide onClick={toRecord}>
          Ended. Open the record
        </Button>
      ) : asked ? (
        <div className="grid grid-cols-2 gap-2">
          <Button
            variant="plain"
            busy={end.busy ? 'Ending' : undefined}
            closed={link === 'lost' ? 'Closed: no link' : undefined}
            onClick={() => end.run({})}
          >
            Yes, end the drill
          </Button>
          <Button variant="plain" onClick={() => setAsked(false)}>
            Go on
          </Button>
        </div>
      ) : (
        <Button variant="plain" wide onClick={() => setAsked(true)}>
          {isTold ? 'The story is told. End the drill' : 'End the drill'}
        </Button>
      )}
      {asked && waiting > 0 && !ended && (
        <p className="text-small">{waiting} written here have not arrived. They still go after the end.</p>
      )}
      <Failure failure={end.failure} />
    </section>
  );
}

function Shown({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className="text-ink-2">{name}</dt>
      <dd className="figures m-0 text-sub font-[620]">{value}</dd>
    </div>
  );
}

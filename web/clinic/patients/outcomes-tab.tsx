// How it has gone, against this person's own past only. The patient sees the same; a gap stays a gap on both screens.

import type { AnswerOf } from '#api/endpoint.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { localDateOf } from '#clinical/instant.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import type { Change } from '#clinical/outcomes/response.ts';
import { pulseTrend } from '#clinical/outcomes/response.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { type Column, Table } from '#web/kit/table.tsx';
import { TrendChart } from '#web/kit/trend-chart.tsx';
import type { PatientTabProps } from './patient-page.tsx';

type Outcomes = AnswerOf<typeof getOutcomes>;
type Score = Outcomes['scores'][number];

export function OutcomesTab({ patient }: PatientTabProps) {
  const outcomes = useAnswer(['patient', patient.id, 'outcomes'], getOutcomes, {
    params: { patientId: patient.id },
  });
  return (
    <Heard of={outcomes}>
      {(answer) => (
        <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Pulse outcomes={answer} />
            <Scores outcomes={answer} />
          </div>
          <InWords outcomes={answer} />
        </div>
      )}
    </Heard>
  );
}

function Pulse({ outcomes }: { readonly outcomes: Outcomes }) {
  const { pulses, now, zone, sessions } = outcomes;
  const trend = pulseTrend({ pulses, now, zone });
  if (trend.days.length === 0)
    return <EmptyState>No daily answer yet. The course appears with the first one.</EmptyState>;
  const sessionDates = sessions.map((session) => localDateOf(session.at, zone));
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">How heavy was each day</h2>
      <p className="text-ink-2">Their own answers, 0 light to 10 heavy.</p>
      <TrendChart
        title="How heavy was each day"
        points={trend.days.map((day) => ({ label: formatLocalDate(day.date, 'short'), value: day.value }))}
        sessions={trend.days.flatMap((day, index) => (sessionDates.includes(day.date) ? [index] : []))}
        low={0}
        high={10}
        answerWord="their answer"
      />
    </section>
  );
}

function Scores({ outcomes }: { readonly outcomes: Outcomes }) {
  return (
    <>
      {instruments.map((instrument) => {
        const rows = outcomes.scores
          .filter((score) => score.instrument === instrument.id)
          .toSorted((one, other) => other.at - one.at);
        // A form that is asked over and over stands here from the first day; any other once it was answered.
        if (instrument.change === undefined && rows.length === 0) return null;
        const columns: readonly Column<Score>[] = [
          { id: 'at', title: 'When', figures: true, cell: (row) => formatDate(row.at, 'medium') },
          {
            id: 'total',
            title: `Total of ${instrument.range.to}`,
            figures: true,
            cell: (row) => formatNumber(row.total),
          },
          {
            id: 'band',
            title: 'Band',
            cell: (row) =>
              row.band?.replaceAll('-', ' ') ??
              (instrument.bands.length === 0 ? 'has none' : 'outside the bands'),
          },
        ];
        return (
          <section key={instrument.id} className="flex flex-col gap-2">
            <h2 className="text-sub font-sub">{instrument.name}</h2>
            <Table
              label={instrument.name}
              columns={columns}
              rows={rows}
              rowKey={(row) => String(row.at)}
              empty={<EmptyState>No complete {instrument.name} yet.</EmptyState>}
            />
          </section>
        );
      })}
    </>
  );
}

function range(
  given: { readonly from: number; readonly to: number; readonly answers: number } | undefined,
): string {
  if (given === undefined) return 'no answer';
  return given.from === given.to ? String(given.from) : `${given.from} to ${given.to}`;
}

const reliableWords: Readonly<Record<Change['reliable'], string>> = {
  better: 'The fall is more than the form’s own noise.',
  worse: 'The rise is more than the form’s own noise.',
  neither: 'The difference lies within the form’s own noise.',
};

function InWords({ outcomes }: { readonly outcomes: Outcomes }) {
  const { words } = outcomes;
  return (
    <Card title="In words">
      <dl className="flex flex-col">
        <Line term="Before the first session" value={range(words.beforeFirstSession)} />
        <Line term="Last seven days" value={range(words.lastSevenDays)} />
        <Line
          term="Days with no answer"
          value={String(words.daysWithoutAnswer)}
          note="We do not guess these."
        />
        {instruments.map((instrument) => {
          if (instrument.change === undefined) return null;
          const found = words.changes[instrument.id];
          if (found === undefined || found.change === 'unknown') {
            return (
              <Line
                key={instrument.id}
                term={`${instrument.name} since before the first dose`}
                value="unknown"
                note="One of the two totals is missing."
              />
            );
          }
          const { baseline, now, reliable, remission } = found.change;
          return (
            <Line
              key={instrument.id}
              term={`${instrument.name} since before the first dose`}
              value={`${baseline} to ${now}`}
              note={`${reliableWords[reliable]}${remission ? ' The total is in the range called remission.' : ''}`}
            />
          );
        })}
      </dl>
      <p className="mt-3 text-small text-ink-2">This shows what they told us. It cannot show why.</p>
    </Card>
  );
}

function Line({
  term,
  value,
  note,
}: {
  readonly term: string;
  readonly value: string;
  readonly note?: string | undefined;
}) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-contour py-2.5 last:border-b-0">
      <dt>{term}</dt>
      <dd className="figures font-sub">{value}</dd>
      {note !== undefined && <dd className="w-full text-small text-ink-2">{note}</dd>}
    </div>
  );
}

// How it has gone, against this person's own past only. The patient sees the same; a gap stays a gap on both screens.

import { getAnswer } from '#api/answer.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { getPreparation } from '#api/preparation.ts';
import { localDateOf } from '#clinical/instant.ts';
import { auditC, auditCCutMen, auditCCutUnknown, auditCCutWomen } from '#clinical/instruments/audit-c.ts';
import { dast10, dast10Cut } from '#clinical/instruments/dast-10.ts';
import type { Instrument, ScoringKind } from '#clinical/instruments/instrument.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { pcl5, pcl5LowerCut, pcl5UpperCut } from '#clinical/instruments/pcl-5.ts';
import type { Change } from '#clinical/outcomes/response.ts';
import { pulseTrend } from '#clinical/outcomes/response.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { latestBody } from '#web/clinic/preparation/prepared-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { ScoreCourse } from '#web/kit/score-course.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { TrendChart } from '#web/kit/trend-chart.tsx';
import { ClinicianForms, ScreenerResults } from './clinician-forms.tsx';
import { DidItCome, HowLongHeld, ItemCourses } from './days-after.tsx';
import { PainCards } from './pain-card.tsx';
import type { PatientTabProps } from './patient-page.tsx';

type Outcomes = AnswerOf<typeof getOutcomes>;
type Score = Outcomes['scores'][number];

export function OutcomesTab({ patient }: PatientTabProps) {
  const me = useMe();
  const outcomes = useAnswer(['patient', patient.id, 'outcomes'], getOutcomes, {
    params: { patientId: patient.id },
  });
  return (
    <Heard of={outcomes}>
      {(answer) => (
        <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Pulse outcomes={answer} />
            <DidItCome onset={answer.onset} />
            <HowLongHeld held={answer.held} />
            <ItemCourses outcomes={answer} />
            <ScreenerResults patient={patient} />
            <Scores outcomes={answer} />
            <PainCards patientId={patient.id} zone={patient.zone} />
          </div>
          <div className="flex flex-col gap-4">
            <InWords outcomes={answer} />
            <Expected patientId={patient.id} />
            {has(me, 'nurse', 'prescriber', 'therapist') && <ClinicianForms patient={patient} />}
          </div>
        </div>
      )}
    </Heard>
  );
}

/** What they expected before the first session, so that hope is read beside the numbers and not mistaken for them. */
function Expected({ patientId }: { readonly patientId: string }) {
  const answer = useAnswer(['patient', patientId, 'answer'], getAnswer, { params: { patientId } });
  const record = answer.answer?.record;
  const firstCycleId = record?.previousCycles?.[0]?.id ?? record?.cycle?.id;
  const prepared = useAnswer(
    ['patient', patientId, 'preparation', firstCycleId],
    getPreparation,
    { params: { patientId, cycleId: firstCycleId ?? '' } },
    { enabled: firstCycleId !== undefined },
  );
  const expected = latestBody(prepared.answer?.items ?? [], 'expectation');
  return (
    <Card title="Expected before the first session">
      {expected === undefined ? (
        <p className="text-ink-2">They have not said what they expect. Read the course without it.</p>
      ) : (
        <>
          <p>{expected.body.helpExpected} of 10 that it helps.</p>
          {expected.body.words !== '' && <p className="own-words">{expected.body.words}</p>}
          <p className="text-small text-ink-2">
            {formatDate(expected.at, 'long')}. High hope can lift early answers. It says nothing about later
            ones.
          </p>
        </>
      )}
    </Card>
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
        return (
          <ScoresOf key={instrument.id} instrument={instrument} rows={rows} sessions={outcomes.sessions} />
        );
      })}
    </>
  );
}

interface ScoresOfProps {
  readonly instrument: Instrument;
  /** Newest first. */
  readonly rows: readonly Score[];
  readonly sessions: Outcomes['sessions'];
}

function ScoresOf({ instrument, rows, sessions }: ScoresOfProps) {
  const { name, range: scale, bands, scoring, betterIs } = instrument;
  const columns: readonly Column<Score>[] = [
    { id: 'at', title: 'When', figures: true, cell: (row) => formatDate(row.at, 'medium') },
    {
      id: 'total',
      title: `${resultWords[scoring]}, ${scale.from} to ${scale.to}`,
      figures: true,
      cell: (row) => scoreWords(row.total),
    },
    ...(bands.length === 0
      ? []
      : [
          {
            id: 'band',
            title: 'Band',
            cell: (row: Score) => row.band?.replaceAll('-', ' ') ?? 'outside the bands',
          },
        ]),
  ];
  const [last] = rows;
  const first = rows.at(-1);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">{name}</h2>
      <p className="text-ink-2">
        {betterIs === 'lower' ? 'Lower is better.' : 'Higher is better.'} {noteOn(instrument)}
      </p>
      {first !== undefined && last !== undefined && first !== last && (
        <Card>
          <ScoreCourse
            title={`The course of ${name}`}
            points={rows.toReversed().map(({ at, total }) => ({ at, value: total }))}
            sessions={sessions.map((session) => session.at)}
            low={scale.from}
            high={scale.to}
            words={`${rows.length} answers: ${scoreWords(first.total)} on ${formatDate(first.at, 'medium')}, ${scoreWords(last.total)} on ${formatDate(last.at, 'medium')}. The line only joins them; between two answers nobody asked.`}
          />
        </Card>
      )}
      <Table
        label={name}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.at)}
        empty={<EmptyState>No complete {name} yet.</EmptyState>}
      />
    </section>
  );
}

const resultWords: Readonly<Record<ScoringKind, string>> = {
  sum: 'Total',
  mean: 'Mean',
  rating: 'Rating',
  triage: 'Level',
};

/** A mean is rounded here, where it is read, and nowhere before. */
function scoreWords(total: number): string {
  return formatNumber(total, { maximumFractionDigits: 1 });
}

function noteOn(instrument: Instrument): string {
  switch (instrument.id) {
    case pcl5.id:
      return `It has no severity bands. A provisional diagnosis begins between ${pcl5LowerCut.value} and ${pcl5UpperCut.value}, by setting.`;
    case auditC.id:
      return `Positive from ${auditCCutWomen.value} for women, from ${auditCCutMen.value} for men; where sex is unknown or other, from ${auditCCutUnknown.value}.`;
    case dast10.id:
      return `Usually called positive from ${dast10Cut.value}.`;
    default:
      return '';
  }
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

// How it has gone, against this person's own past: gaps as gaps, ranges in words, no averages and no verdict.
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#api/endpoint.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { localDateOf } from '#clinical/instant.ts';
import { mayFill } from '#clinical/instruments/asking.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { pulseTrend, type Range } from '#clinical/outcomes/response.ts';
import { ask } from '#web/kit/api-client.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, formatDate, formatLocalDate, formatNumber, t } from '#web/kit/locale.ts';
import { ScoreCourse } from '#web/kit/score-course.tsx';
import { TrendChart } from '#web/kit/trend-chart.tsx';
import { DecidedSoFar } from '#web/patient/after/decided.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { formsQuery } from '#web/patient/questionnaires/forms-query.ts';
import { say } from '#web/patient/say.ts';
import { appointmentsQuery } from '#web/patient/today/appointments-query.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { DayStrips } from './day-strips.tsx';
import { DidItCome } from './did-it-come.tsx';
import { HowLongHeld } from './how-long-held.tsx';
import { ItemCourses } from './item-courses.tsx';
import { LongTerm } from './long-term.tsx';

extendCatalog(afterWords);

type Outcomes = AnswerOf<typeof getOutcomes>;

function ProgressPage() {
  const { patientId } = usePerson();
  const outcomes = useQuery({
    queryKey: patientKey(patientId, 'outcomes'),
    queryFn: () => ask(getOutcomes, { params: { patientId } }),
  });
  return (
    <Page
      place="/more"
      title={t('progress.title')}
      lead={t('progress.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={outcomes}>{(data) => <Progress outcomes={data} />}</Asked>
    </Page>
  );
}

function rangeWords(range: Range | undefined): string {
  if (range === undefined) return t('progress.no-answer');
  return range.from === range.to
    ? String(range.from)
    : t('progress.range', { from: range.from, to: range.to });
}

function Progress({ outcomes }: { readonly outcomes: Outcomes }) {
  const { patientId } = usePerson();
  const appointments = useQuery(appointmentsQuery(patientId));
  const { now, zone } = outcomes;
  const trend = pulseTrend({ pulses: outcomes.pulses, now, zone });
  const sessionDates = new Set(outcomes.sessions.map((session) => localDateOf(session.at, zone)));
  const sessions = trend.days.flatMap((day, index) => (sessionDates.has(day.date) ? [index] : []));
  const next = appointments.data?.appointments
    .filter((each) => each.kind === 'integration' && each.startsAt > now && each.status === 'booked')
    .toSorted((a, b) => a.startsAt - b.startsAt)[0];
  return (
    <>
      {trend.days.length === 0 ? (
        <EmptyState>{t('progress.empty')}</EmptyState>
      ) : (
        <>
          <TrendChart
            title={t('progress.title')}
            points={trend.days.map((day) => ({
              label: formatLocalDate(day.date, 'short'),
              value: day.value,
            }))}
            sessions={sessions}
            low={pulse.from}
            high={pulse.to}
          />
          <Section title={t('progress.in-words')}>
            <Card>
              <dl className="divide-y divide-contour">
                <Row words={t('progress.last-seven')} value={rangeWords(trend.lastSevenDays)} />
                <Row words={t('progress.before')} value={rangeWords(trend.before)} />
                <Row
                  words={t('progress.days-without')}
                  value={t('progress.of-days', { count: trend.daysWithoutAnswer, days: trend.days.length })}
                  note={trend.daysWithoutAnswer > 0 ? t('progress.no-guess') : undefined}
                />
              </dl>
            </Card>
          </Section>
        </>
      )}
      <DayStrips outcomes={outcomes} />
      <DidItCome onset={outcomes.onset} />
      <HowLongHeld held={outcomes.held} />
      <ItemCourses outcomes={outcomes} />
      <Scores outcomes={outcomes} />
      <LongTerm />
      <DecidedSoFar />
      <p>
        {t('progress.cannot-say')}{' '}
        {next !== undefined && say('progress.next-visit', { when: whenWords(next.startsAt, now) })}
      </p>
      <Go to="/journal" className={buttonClass({ size: 'large', wide: true })}>
        {t('progress.leaves-out')}
      </Go>
    </>
  );
}

function Row({
  words,
  value,
  note,
}: {
  readonly words: string;
  readonly value: string;
  readonly note?: string | undefined;
}) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 py-3.5 first:pt-0 last:pb-0">
      <dt>
        {words}
        {note !== undefined && <span className="block text-small text-ink-2">{note}</span>}
      </dt>
      <dd className="figures font-sub">{value}</dd>
    </div>
  );
}

function Scores({ outcomes }: { readonly outcomes: Outcomes }) {
  const { scores } = outcomes;
  // What a clinician rated is theirs to talk about, not a number to meet alone.
  const ids = [...new Set(scores.map((each) => each.instrument))].filter((id) => {
    const instrument = instrumentById(id);
    return instrument === undefined || mayFill(instrument, 'patient');
  });
  return (
    <Section title={t('progress.scores')}>
      {ids.length === 0 && <p className="text-ink-2">{t('progress.scores-none')}</p>}
      {ids.map((id) => (
        <ScoresOf key={id} id={id} outcomes={outcomes} />
      ))}
      <AnswerOne />
    </Section>
  );
}

function ScoresOf({ id, outcomes }: { readonly id: string; readonly outcomes: Outcomes }) {
  const instrument = instrumentById(id);
  const name = instrument?.name ?? id.toUpperCase();
  const isMean = instrument?.scoring === 'mean';
  const oldestFirst = outcomes.scores
    .filter((each) => each.instrument === id)
    .toSorted((a, b) => a.at - b.at);
  return (
    <Card>
      {instrument !== undefined && oldestFirst.length > 1 && (
        <div className="mb-5">
          <Course instrument={instrument} scores={oldestFirst} sessions={outcomes.sessions} />
        </div>
      )}
      <table className="w-full border-collapse text-left">
        <caption className="mb-2 text-left font-sub">
          {t(isMean ? 'progress.mean-of' : 'progress.score-of', { name })}
        </caption>
        <thead>
          <tr className="border-b border-contour text-small text-ink-2">
            <th scope="col" className="py-2 font-[540]">
              {t('progress.day')}
            </th>
            <th scope="col" className="py-2 text-right font-[540]">
              {t(isMean ? 'progress.mean' : 'progress.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {oldestFirst.toReversed().map((each) => (
            <tr key={each.at} className="border-b border-contour last:border-0">
              <th scope="row" className="py-2.5 font-normal">
                {formatDate(each.at, 'medium')}
              </th>
              <td className="figures py-2.5 text-right font-sub">{scoreWords(each.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {instrument !== undefined && (
        <p className="mt-2 text-small text-ink-2">
          {t(isMean ? 'progress.mean-range-of' : 'progress.range-of', {
            from: instrument.range.from,
            to: instrument.range.to,
            direction: t(instrument.betterIs === 'lower' ? 'progress.lower' : 'progress.higher'),
          })}
        </p>
      )}
    </Card>
  );
}

/** A mean is rounded here, where it is read, and nowhere before. */
function scoreWords(total: number): string {
  return formatNumber(total, { maximumFractionDigits: 1 });
}

interface CourseProps {
  readonly instrument: Instrument;
  /** Oldest first, at least two. */
  readonly scores: Outcomes['scores'];
  readonly sessions: Outcomes['sessions'];
}

function Course({ instrument, scores, sessions }: CourseProps) {
  const first = scores.at(0);
  const last = scores.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <ScoreCourse
      title={t('progress.course', { name: instrument.name })}
      points={scores.map(({ at, total }) => ({ at, value: total }))}
      sessions={sessions.map((session) => session.at)}
      low={instrument.range.from}
      high={instrument.range.to}
      words={say('progress.course-words', {
        count: scores.length,
        first: scoreWords(first.total),
        from: formatDate(first.at, 'medium'),
        last: scoreWords(last.total),
        to: formatDate(last.at, 'medium'),
      })}
    />
  );
}

function AnswerOne() {
  const { patientId } = usePerson();
  const { data } = useQuery(formsQuery(patientId));
  if (data === undefined) return null;
  return (
    <details>
      <summary className="link flex min-h-12 cursor-pointer items-center">{t('progress.answer-one')}</summary>
      <p className="text-small text-ink-2">{t('progress.answer-one-text')}</p>
      <ul>
        {data.offered.map((id) => (
          <li key={id}>
            <Go to={`/questions/${id}`} className="link flex min-h-12 items-center">
              {t(`progress.about.${id}`)}
            </Go>
          </li>
        ))}
      </ul>
    </details>
  );
}

export const page = ProgressPage;

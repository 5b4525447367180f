// The further questions this person chose, each against their own days before: a chart with its gaps, and two ranges. On one
// scale before and after; nothing is summed, averaged or joined across a gap.
import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes } from '#api/outcomes.ts';
import { localDateOf } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { pulseTrend, type Range } from '#clinical/outcomes/response.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { extendCatalog, formatDate, formatLocalDate, t } from '#web/kit/locale.ts';
import { TrendChart } from '#web/kit/trend-chart.tsx';
import { courseWords } from '#web/patient/words/course.ts';

extendCatalog(dayQuestionWords);
extendCatalog(courseWords);

type Outcomes = AnswerOf<typeof getOutcomes>;

export function ItemCourses({ outcomes }: { readonly outcomes: Outcomes }) {
  if (outcomes.items.length === 0 && outcomes.flexibility === undefined) return null;
  return (
    <Section title={t('items.title')}>
      <p className="text-ink-2">{t('items.lead')}</p>
      {outcomes.items.map((one) => (
        <ItemCourse key={one.item} of={one} outcomes={outcomes} />
      ))}
      <Flexibility of={outcomes.flexibility} />
    </Section>
  );
}

interface ItemCourseProps {
  readonly of: Outcomes['items'][number];
  readonly outcomes: Outcomes;
}

function ItemCourse({ of, outcomes }: ItemCourseProps) {
  const { sessions, now, zone } = outcomes;
  const { days } = pulseTrend({ pulses: of.answers, now, zone });
  const sessionDates = sessions.map((session) => localDateOf(session.at, zone));
  const question = t(`ask.${of.item}`);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-sub">{question}</h3>
      <TrendChart
        title={question}
        points={days.map(({ date, value }) => ({ label: formatLocalDate(date, 'short'), value }))}
        sessions={days.flatMap(({ date }, index) => (sessionDates.includes(date) ? [index] : []))}
        low={pulse.from}
        high={pulse.to}
      />
      <p className="text-small text-ink-2">
        {pulse.from} {t(`ask.${of.item}.low`)}, {pulse.to} {t(`ask.${of.item}.high`)}
      </p>
      <Card>
        <dl className="divide-y divide-contour">
          <Line term={t('items.before')} value={rangeWords(of.beforeFirstSession)} />
          <Line term={t('items.last-seven')} value={rangeWords(of.lastSevenDays)} />
        </dl>
      </Card>
    </section>
  );
}

function Flexibility({ of }: { readonly of: Outcomes['flexibility'] }) {
  if (of === undefined) return null;
  const { name, from, to, totals } = of;
  return (
    <Card title={t('items.flexibility')}>
      <dl className="divide-y divide-contour">
        {totals.map(({ at, total }) => (
          <Line key={at} term={formatDate(at, 'medium')} value={String(total)} />
        ))}
      </dl>
      <p className="mt-2 text-small text-ink-2">{t('items.flexibility-note', { name, from, to })}</p>
    </Card>
  );
}

function rangeWords(range: Range | undefined): string {
  if (range === undefined) return t('progress.no-answer');
  return range.from === range.to
    ? String(range.from)
    : t('progress.range', { from: range.from, to: range.to });
}

function Line({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 py-3 first:pt-0 last:pb-0">
      <dt>{term}</dt>
      <dd className="figures font-sub">{value}</dd>
    </div>
  );
}

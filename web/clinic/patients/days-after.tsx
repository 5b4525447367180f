// What the days after each dose say, for who cares: the questions this person chose, whether a change came and by which route, and
// how long it held. Against their own past only; a gap stays a gap, and what is not known is said.

import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes, Held } from '#api/outcomes.ts';
import { localDateOf } from '#clinical/instant.ts';
import { morningCheckHours } from '#clinical/integration/after-check-rules.ts';
import { moodMayLiftWithinHours, type Onset, type RouteOnset } from '#clinical/outcomes/onset.ts';
import { pulseTrend, type Range } from '#clinical/outcomes/response.ts';
import { sureness } from '#web/clinic/sureness.ts';
import { Card } from '#web/kit/card.tsx';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { extendCatalog, formatDate, formatLocalDate, t } from '#web/kit/locale.ts';
import { type Column, Table } from '#web/kit/table.tsx';
import { TrendChart } from '#web/kit/trend-chart.tsx';

extendCatalog(dayQuestionWords);

type Outcomes = AnswerOf<typeof getOutcomes>;

export function ItemCourses({ outcomes }: { readonly outcomes: Outcomes }) {
  const { items, flexibility, sessions, now, zone } = outcomes;
  const sessionDates = sessions.map((session) => localDateOf(session.at, zone));
  return (
    <>
      {items.map(({ item, answers, beforeFirstSession, lastSevenDays }) => {
        const { days } = pulseTrend({ pulses: answers, now, zone });
        const question = t(`ask.${item}`);
        return (
          <section key={item} className="flex flex-col gap-2">
            <h2 className="text-sub font-sub">{question}</h2>
            <p className="text-ink-2">
              Asked by their choice, 0 {t(`ask.${item}.low`)} to 10 {t(`ask.${item}.high`)}. Before the first
              session {range(beforeFirstSession)}, last seven days {range(lastSevenDays)}.
            </p>
            <TrendChart
              title={question}
              points={days.map(({ date, value }) => ({ label: formatLocalDate(date, 'short'), value }))}
              sessions={days.flatMap(({ date }, index) => (sessionDates.includes(date) ? [index] : []))}
              low={0}
              high={10}
              answerWord="their answer"
            />
          </section>
        );
      })}
      {flexibility !== undefined && (
        <Card title={`${flexibility.name}, typed in from your own copy`}>
          <p>
            {flexibility.totals.map(({ at, total }) => `${total} on ${formatDate(at, 'medium')}`).join(', ')}.
            From {flexibility.from} to {flexibility.to}; lower is more flexible.
          </p>
        </Card>
      )}
    </>
  );
}

function range(given: Range | undefined): string {
  if (given === undefined) return 'no answer';
  return given.from === given.to ? String(given.from) : `${given.from} to ${given.to}`;
}

const routeWords: Readonly<Record<RouteOnset['route'], string>> = {
  iv: 'By drip',
  im: 'By injection',
  sublingual: 'By lozenge, here',
  home: 'By lozenge, at home',
  nasal: 'By spray',
};

const effectWords: Readonly<Record<string, string>> = {
  clear: 'clearly',
  some: 'a little',
  none: 'no change',
  'not-sure': 'cannot tell',
  'no-answer': 'no answer',
  'to-come': 'to come',
};

/** A column for each check that any of these doses was asked after with; one that was not has nothing there. */
function onsetColumns(doses: readonly Onset[]): readonly Column<Onset>[] {
  const asked = new Set(doses.flatMap(({ hours }) => hours.map(({ hours: hour }) => hour)));
  return [
    { id: 'dose', title: 'Dose', figures: true, cell: ({ at }) => formatDate(at, 'medium') },
    ...[...asked]
      .toSorted((a, b) => a - b)
      .map(
        (hour): Column<Onset> => ({
          id: String(hour),
          title: hour === morningCheckHours ? 'Next morning' : `${hour} h`,
          cell: ({ hours }) => {
            const said = hours.find((each) => each.hours === hour);
            return said === undefined ? 'not asked' : effectWords[said.effect ?? said.state];
          },
        }),
      ),
  ];
}

/** Doses of one route stand together and two routes are never added up. */
export function DidItCome({ onset }: Pick<Outcomes, 'onset'>) {
  return (
    <>
      {onset.map(({ route, doses, noticed, answered }) => {
        const known = moodMayLiftWithinHours[route];
        return (
          <section key={route} className="flex flex-col gap-2">
            <h2 className="text-sub font-sub">Did it come? {routeWords[route]}</h2>
            <p className="text-ink-2">
              A change noticed after {noticed} of {answered} {answered === 1 ? 'dose' : 'doses'} with an
              answer
              {doses.length > answered && `, ${doses.length - answered} without`}.{' '}
              {known === undefined
                ? 'How soon mood lifts by this route has not been counted well.'
                : `Told beforehand: within ${known.value} hours, where it lifts at all. ${sureness(known.confidence)}.`}
            </p>
            <Table
              label={`Did it come? ${routeWords[route]}`}
              columns={onsetColumns(doses)}
              rows={doses}
              rowKey={({ sessionId }) => sessionId}
            />
          </section>
        );
      })}
    </>
  );
}

type Cycle = Held['cycles'][number];

const heldColumns: readonly Column<Cycle>[] = [
  { id: 'dose', title: 'Dose', figures: true, cell: ({ doseDate }) => formatLocalDate(doseDate, 'medium') },
  { id: 'gain', title: 'Gain', figures: true, cell: ({ found }) => gainWords(found) },
  { id: 'held', title: 'Held at least', figures: true, cell: ({ found }) => daysWords(found) },
  { id: 'end', title: 'End', cell: ({ found }) => endWords(found) },
];

const measures = { heavy: 'By how heavy the days were', doing: 'By what they could do' } as const;

export function HowLongHeld({ held }: Pick<Outcomes, 'held'>) {
  if (held === undefined) return null;
  return (
    <>
      {(['heavy', 'doing'] as const).map((measure) => (
        <section key={measure} className="flex flex-col gap-2">
          <h2 className="text-sub font-sub">How long it held. {measures[measure]}</h2>
          <p className="text-ink-2">{summaryOf(held[measure])}</p>
          <Table
            label={`How long it held. ${measures[measure]}`}
            columns={heldColumns}
            rows={held[measure].cycles.toReversed()}
            rowKey={({ doseDate }) => doseDate}
          />
        </section>
      ))}
    </>
  );
}

/** Only doses by the route of the latest one are put side by side. */
function summaryOf({ endsSeen, dosesWithoutGain, soonestEnd, allEnds, nextDate }: Held): string {
  const lines = [
    `${endsSeen} ${endsSeen === 1 ? 'end' : 'ends'} of a benefit seen, ${dosesWithoutGain} without a gain.`,
    soonestEnd && `Soonest lost between day ${soonestEnd.fromDays} and day ${soonestEnd.toDays}.`,
    allEnds &&
      `All ends between day ${allEnds.fromDays} and day ${allEnds.toDays}${allEnds.isOpenAbove ? ', and some held longer' : ''}.`,
    nextDate
      ? `Another dose to talk about between ${formatLocalDate(nextDate.from, 'medium')} and ${formatLocalDate(nextDate.to, 'medium')}. A range, not an order.`
      : 'Too little was seen to put a next date forward.',
  ];
  return lines.filter((line) => line !== undefined).join(' ');
}

function gainWords(found: Cycle['found']): string {
  switch (found.benefit) {
    case 'unknown':
      return 'unknown';
    case 'no-gain':
      return 'none';
    case 'held':
    case 'lost':
      return `${found.gainPoints} points`;
  }
}

function daysWords(found: Cycle['found']): string {
  return found.benefit === 'held' || found.benefit === 'lost' ? weeksAndDays(found.heldAtLeastDays) : '';
}

function weeksAndDays(days: number): string {
  return days < 7 ? `${days} d` : `${Math.floor(days / 7)} wk ${days % 7} d`;
}

const endedBy = {
  'next-dose': 'still held at the next dose',
  'last-answer': 'still held at the last answer',
  gap: 'not known, days without answers',
} as const;

function endWords(found: Cycle['found']): string {
  switch (found.benefit) {
    case 'unknown':
      return `not known: ${found.missing.map((name) => name.replaceAll('-', ' ')).join(', ')}`;
    case 'no-gain':
      return 'no gain to lose';
    case 'lost':
      return `lost by ${weeksAndDays(found.lostByDays)}`;
    case 'held':
      return `${endedBy[found.endedBy]}${found.isLossUnconfirmed ? ', the last answer lower' : ''}`;
  }
}

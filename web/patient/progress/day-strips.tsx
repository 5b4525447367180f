// The days after each visit, one square a day: the person's own number, "no answer" hatched, and what is still to come left
// open. The newest visit stands first; visits are not laid side by side to be ranked.
import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes } from '#api/outcomes.ts';
import { type DayAfter, stripsOf } from '#clinical/outcomes/days-after.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { extendCatalog, formatLocalDate, t } from '#web/kit/locale.ts';
import { daysWords } from '#web/patient/words/days.ts';

extendCatalog(daysWords);

type Outcomes = Pick<AnswerOf<typeof getOutcomes>, 'sessions' | 'pulses' | 'now' | 'zone'>;

export function DayStrips({ outcomes }: { readonly outcomes: Outcomes }) {
  const { sessions, pulses, now, zone } = outcomes;
  const strips = stripsOf({ sessions, answers: pulses, now, zone }).toReversed();
  if (strips.length === 0) return null;
  return (
    <Section title={t('strip.title')}>
      <p className="text-ink-2">{t('strip.lead')}</p>
      {strips.map((strip) => (
        <Card key={strip.sessionId}>
          <h3 className="font-sub">{t('strip.visit', { date: formatLocalDate(strip.date, 'long') })}</h3>
          <ol className="mt-3 grid grid-cols-4 gap-2 tablet:grid-cols-8">
            {strip.days.map((day) => (
              <li key={day.day} className="flex flex-col items-center gap-1">
                <span
                  className={classNames(
                    'figures flex h-12 w-full items-center justify-center rounded-control border-[1.5px] font-sub',
                    squares[day.state],
                  )}
                >
                  <Said day={day} />
                </span>
                <span className="text-small text-ink-2">
                  {day.day === 0 ? t('strip.day-of') : t('strip.day', { day: day.day })}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </Section>
  );
}

const squares: Readonly<Record<DayAfter['state'], string>> = {
  answered: 'border-edge bg-surface',
  'no-answer': 'hatch-quiet border-contour bg-page',
  'to-come': 'border-dashed border-contour',
};

function Said({ day }: { readonly day: DayAfter }) {
  if (day.value !== undefined) return day.value;
  return (
    <span className="only-read-aloud">
      {t(day.state === 'no-answer' ? 'strip.no-answer' : 'strip.to-come')}
    </span>
  );
}

// How long each visit's change held, in plain words from the person's own answers: by how heavy the days were and by what
// they could do. What is not known is said; what comes next is not.
import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes, Held } from '#api/outcomes.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { extendCatalog, formatLocalDate, t } from '#web/kit/locale.ts';
import { courseWords } from '#web/patient/words/course.ts';

extendCatalog(courseWords);

const measures = ['heavy', 'doing'] as const;
type Measure = (typeof measures)[number];
type Found = Held['cycles'][number]['found'];

export function HowLongHeld({ held }: Pick<AnswerOf<typeof getOutcomes>, 'held'>) {
  if (held === undefined) return null;
  const { nextDate } = held.heavy;
  return (
    <Section title={t('held.title')}>
      <p className="text-ink-2">{t('held.lead')}</p>
      {measures.map((measure) => (
        <Card key={measure} title={t(`held.${measure}`)}>
          <dl className="divide-y divide-contour">
            {held[measure].cycles.toReversed().map(({ doseDate, found }) => (
              <div key={doseDate} className="py-3 first:pt-0 last:pb-0">
                <dt className="text-small text-ink-2">
                  {t('held.after', { date: formatLocalDate(doseDate, 'long') })}
                </dt>
                <dd>{heldWords(measure, found)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
      {nextDate !== undefined && (
        <p>
          {t('held.talk', {
            from: formatLocalDate(nextDate.from, 'long'),
            to: formatLocalDate(nextDate.to, 'long'),
          })}
        </p>
      )}
    </Section>
  );
}

function heldWords(measure: Measure, found: Found): string {
  switch (found.benefit) {
    case 'unknown':
      return t('held.unknown');
    case 'no-gain':
      return t(`held.${measure}.no-gain`);
    case 'lost':
      return t(`held.${measure}.lost`, {
        held: spanOf(found.heldAtLeastDays),
        lost: spanOf(found.lostByDays),
      });
    case 'held': {
      const held = { held: spanOf(found.heldAtLeastDays) };
      const words =
        found.endedBy === 'gap' ? t('held.gap', held) : t(`held.${measure}.${found.endedBy}`, held);
      return found.isLossUnconfirmed ? `${words} ${t('held.unconfirmed')}` : words;
    }
  }
}

/** Whole weeks from two on; below that a day still counts. */
function spanOf(days: number): string {
  return days < 14 ? t('held.days', { count: days }) : t('held.weeks', { count: Math.floor(days / 7) });
}

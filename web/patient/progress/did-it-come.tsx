// What the person said in the hours and days after each visit, route by route, beside what is known of how soon it may come.
import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes } from '#api/outcomes.ts';
import { morningCheckHours } from '#clinical/integration/after-check-rules.ts';
import { moodMayLiftWithinHours, type Onset } from '#clinical/outcomes/onset.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { courseWords } from '#web/patient/words/course.ts';

extendCatalog(courseWords);

export function DidItCome({ onset }: Pick<AnswerOf<typeof getOutcomes>, 'onset'>) {
  if (onset.length === 0) return null;
  return (
    <Section title={t('onset.title')}>
      <p className="text-ink-2">{t('onset.lead')}</p>
      {onset.map(({ route, doses }) => {
        const known = moodMayLiftWithinHours[route];
        return (
          <Card key={route} title={t(`onset.route.${route}`)}>
            <p className="text-small text-ink-2">
              {known === undefined ? t('onset.not-counted') : t('onset.may-lift', { hours: known.value })}
            </p>
            {doses.map((dose) => (
              <AfterDose key={dose.sessionId} dose={dose} />
            ))}
          </Card>
        );
      })}
    </Section>
  );
}

function AfterDose({ dose }: { readonly dose: Onset }) {
  return (
    <section className="mt-4">
      <h3 className="font-sub">{t('onset.after', { date: formatDate(dose.at, 'long') })}</h3>
      <dl className="mt-1 grid grid-cols-2 gap-x-4 gap-y-2 tablet:grid-cols-4">
        {dose.hours.map(({ hours, state, effect }) => (
          <div key={hours} className="flex min-w-0 flex-col">
            <dt className="figures text-small text-ink-2">
              {hours === morningCheckHours ? t('onset.morning') : t('onset.hours', { hours })}
            </dt>
            <dd className={effect === undefined ? 'text-ink-2' : 'font-sub'}>
              {t(`onset.${effect ?? state}`)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

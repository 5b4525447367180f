// What to read: the short of it, the guides on the phone itself, and what only the clinic's public pages hold.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type GivenReading, listReadings, openReading } from '#api/readings.ts';
import { ask } from '#web/kit/api-client.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { useSurroundings } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { learnWords } from '#web/patient/words/learn.ts';
import { moreWords } from '#web/patient/words/more.ts';
import { guideName, guideNamed, guidesIn } from './guides.ts';

extendCatalog(moreWords);
extendCatalog(learnWords);

const basics = ['learn.b1', 'learn.b2', 'learn.b3', 'learn.b4', 'learn.b5'];
const publicPages = ['costs', 'team'] as const;

function LearnPage() {
  const language = currentLanguage();
  const { person } = useSurroundings();
  return (
    <Page place="/learn" title={t('learn.title')} lead={t('learn.lead')}>
      {person !== undefined && <GivenToMe patientId={person.patientId} />}
      <Section title={t('learn.basics')}>
        <Card>
          <ul className="flex list-disc flex-col gap-3 pl-5">
            {basics.map((id) => (
              <li key={id}>{t(id)}</li>
            ))}
          </ul>
        </Card>
      </Section>
      <Section title={t('learn.away')}>
        <Go to="/breathe" className={buttonClass({ size: 'large', wide: true })}>
          {t('learn.breathe')}
        </Go>
      </Section>
      <Section title={t('learn.on-phone')}>
        <ul className="divide-y divide-contour rounded-card bg-surface px-5">
          {guidesIn(language).map((guide) => (
            <li key={guide.path}>
              <Go to={`/learn/${guideName(guide)}`} className="link flex min-h-14 items-center">
                {guide.title}
              </Go>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('learn.pages')}>
        <ul className="divide-y divide-contour rounded-card bg-surface px-5">
          {publicPages.map((page) => (
            <li key={page}>
              <a
                className="link flex min-h-14 items-center"
                href={language === 'es' ? `/es/${page}` : `/${page}`}
              >
                {t(`learn.p.${page}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** What someone of the team chose for this person, by name and with their line. */
function GivenToMe({ patientId }: { readonly patientId: string }) {
  const given = useQuery(readingsQuery(patientId));
  const readings = given.data?.readings ?? [];
  if (readings.length === 0) return null;
  const opened = (reading: GivenReading): void => {
    // Whether it was opened is told once, in the background; reading never waits for it.
    if (reading.openedAt === undefined)
      keep(openReading, {
        topic: 'readings',
        params: { patientId, readingId: reading.id },
        body: {},
      });
  };
  return (
    <Section title={t('learn.given')}>
      <ul className="flex flex-col gap-3">
        {readings.map((reading) => (
          <li key={reading.id}>
            <Card>
              <Given reading={reading} onOpen={() => opened(reading)} />
            </Card>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-2">{t('learn.given-seen')}</p>
    </Section>
  );
}

function Given({ reading, onOpen }: { readonly reading: GivenReading; readonly onOpen: () => void }) {
  const guide = guideNamed(reading.reading, currentLanguage());
  return (
    <>
      <p className="font-sub">
        <span onClickCapture={onOpen}>
          {guide !== undefined ? (
            <Go to={`/learn/${reading.reading}`} className="link inline-flex min-h-12 items-center">
              {guide.title}
            </Go>
          ) : reading.reading.startsWith('https://') ? (
            <a href={reading.reading} className="link inline-flex min-h-12 items-center" rel="noreferrer">
              {reading.reading.slice('https://'.length)}
            </a>
          ) : (
            reading.reading
          )}
        </span>
      </p>
      {reading.note !== '' && <p className="own-words">{reading.note}</p>}
      <p className="text-small text-ink-2">{t('learn.given-by', { name: reading.byName })}</p>
    </>
  );
}

function readingsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'readings'),
    queryFn: () => ask(listReadings, { params: { patientId } }),
  });
}

export const page = LearnPage;

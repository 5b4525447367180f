// What to read: the short of it on the phone itself, the long of it on the clinic's public pages.
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { moreWords } from '#web/patient/words/more.ts';

extendCatalog(moreWords);

const basics = ['learn.b1', 'learn.b2', 'learn.b3', 'learn.b4', 'learn.b5'];
const pages = [
  'first-session',
  'what-people-feel',
  'risks',
  'how-it-works',
  'questions',
  'companions',
  'privacy',
  'resources',
] as const;
const inSpanish: readonly string[] = ['first-session'];

function LearnPage() {
  const isSpanish = currentLanguage() === 'es';
  return (
    <Page place="/learn" title={t('learn.title')} lead={t('learn.lead')}>
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
      <Section title={t('learn.pages')}>
        <ul className="divide-y divide-contour rounded-card bg-surface px-5">
          {pages.map((page) => (
            <li key={page}>
              <a
                className="link flex min-h-14 items-center"
                href={isSpanish && inSpanish.includes(page) ? `/es/${page}` : `/${page}`}
                hrefLang={isSpanish && !inSpanish.includes(page) ? 'en' : undefined}
              >
                {t(`learn.p.${page}`)}
                {isSpanish && !inSpanish.includes(page) && <span className="text-ink-2">&nbsp;(inglés)</span>}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

export const page = LearnPage;

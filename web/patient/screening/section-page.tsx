// One part of the screening: why it is asked and who sees it, the questions, and the next part.
import type { ComponentType } from 'react';
import { buttonClass } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { usePathPart } from '#web/patient/address.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { screeningWords } from '#web/patient/words/screening.ts';
import { whyWords } from '#web/patient/words/why.ts';
import { AboutSection } from './about-section.tsx';
import { AllergiesSection } from './allergies-section.tsx';
import { GoalsSection } from './goals-section.tsx';
import { HistorySection } from './history-section.tsx';
import { MedicinesSection } from './medicines-section.tsx';
import { isSection, type SectionId, sectionAfter } from './sections.ts';
import { TreatmentsSection } from './treatments-section.tsx';

extendCatalog(screeningWords);
extendCatalog(whyWords);

const parts: Readonly<Record<SectionId, ComponentType>> = {
  about: AboutSection,
  medicines: MedicinesSection,
  allergies: AllergiesSection,
  history: HistorySection,
  treatments: TreatmentsSection,
  goals: GoalsSection,
};

function SectionPage() {
  const section = usePathPart('section');
  const back = { to: '/screening', label: t('screening.back') };
  if (!isSection(section)) {
    return (
      <Page place="/" title={t('screening.title')} back={back}>
        <EmptyState>{t('shared.gone')}</EmptyState>
      </Page>
    );
  }
  const Part = parts[section];
  const next = sectionAfter(section);
  return (
    <Page place="/" title={t(`screening.section.${section}`)} back={back}>
      <details className="rounded-card bg-water px-5">
        <summary className="link flex min-h-12 cursor-pointer items-center">{t('screening.why')}</summary>
        <div className="flex flex-col gap-2 pb-4">
          <p>{t(`${section}.why`)}</p>
          <p>{t(`why.section.${section}`)}</p>
          <p>{t('why.change')}</p>
        </div>
      </details>
      <Part key={section} />
      <div className="border-t border-contour pt-5">
        <Go
          to={next === undefined ? '/screening' : `/screening/${next}`}
          className={buttonClass({ size: 'large', wide: true })}
        >
          {next === undefined
            ? t('screening.done-here')
            : t('screening.next', { section: t(`screening.section.${next}`) })}
        </Go>
      </div>
    </Page>
  );
}

export const page = SectionPage;

// For whoever the person talks to after a dose, where that is not here: names outside, and a paper to take along, in the
// language it is read in. It says what was given and leaves room for their own words; it says none of them by itself.
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { AnswerOf } from '#api/endpoint.ts';
import { getHandOver } from '#api/series-decisions.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { courseWords } from '#web/patient/words/course.ts';
import { NamesOutside } from './names-outside.tsx';

extendCatalog(courseWords);

function HandOverPage() {
  const { patientId } = usePerson();
  const told = useQuery({
    queryKey: patientKey(patientId, 'hand-over'),
    queryFn: () => ask(getHandOver, { params: { patientId } }),
  });
  return (
    <Page
      place="/more"
      title={t('hand-over.title')}
      lead={t('hand-over.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={told}>{(data) => <HandOver told={data} />}</Asked>
    </Page>
  );
}

function HandOver({ told }: { readonly told: AnswerOf<typeof getHandOver> }) {
  const { me } = usePerson();
  const language = currentLanguage();
  return (
    <>
      <p>{t(told.isHeldOutside ? 'hand-over.outside' : 'hand-over.here')}</p>
      <Section title={t('way.names')}>
        {told.referrals.length === 0 ? (
          <p>{t('way.names-none')}</p>
        ) : (
          <NamesOutside places={told.referrals} />
        )}
      </Section>
      <Section title={t('hand-over.paper')}>
        <article className="flex flex-col gap-5 rounded-card border-[1.5px] border-edge px-4 py-4">
          <p className="font-sub">{me.name}</p>
          {told.sections.map(({ heading, lines, isToWriteIn }) => (
            <section key={heading.en} className="flex break-inside-avoid flex-col gap-1">
              <h3 className="font-sub">{heading[language]}</h3>
              {lines.map((line) => (
                <p key={line.en}>{line[language]}</p>
              ))}
              {isToWriteIn === true && (
                <div className="flex flex-col gap-9 pt-9" aria-hidden="true">
                  <span className="border-b border-contour" />
                  <span className="border-b border-contour" />
                  <span className="border-b border-contour" />
                </div>
              )}
            </section>
          ))}
          <p>
            {told.clinic.name}, {told.clinic.phone}
          </p>
        </article>
      </Section>
      <Button
        className="self-start"
        icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('way.print')}
      </Button>
    </>
  );
}

export const page = HandOverPage;

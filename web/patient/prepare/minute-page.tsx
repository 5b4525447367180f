// One minute before the dose: to read, or to have read aloud by the phone. It needs no clinic and no network.
import { useQuery } from '@tanstack/react-query';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { ReadAloud } from '#web/patient/read-aloud.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { latestOf, preparationQuery } from './preparation-item.ts';

extendCatalog(prepareWords);
extendCatalog(readyWords);

const lines = [1, 2, 3, 4, 5, 6, 7] as const;

function MinutePage() {
  const { person } = useSurroundings();
  const texts = lines.map((line) => t(`minute.${line}`));
  return (
    <Page
      place="/"
      title={t('prepare.minute')}
      lead={t('minute.lead')}
      back={{ to: '/prepare', label: t('prepare.title') }}
    >
      <ReadAloud texts={texts} />
      <div className="long-reading flex flex-col gap-5 rounded-deep bg-water p-6">
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {person !== undefined && <Anchor />}
    </Page>
  );
}

/** What they chose to bring them back, when they chose one. */
function Anchor() {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const cycleId = data?.record.cycle?.id ?? '';
  const items = useQuery({ ...preparationQuery(patientId, cycleId), enabled: cycleId !== '' });
  const anchor = latestOf(items.data?.items ?? [], 'grounding')?.body.anchor?.trim();
  if (anchor === undefined || anchor === '') return null;
  return (
    <section className="sand-fill flex flex-col gap-1 rounded-card bg-sand px-5 py-4.5 text-on-sand">
      <h2 className="text-small font-[520]">{t('minute.yours')}</h2>
      <p className="own-words">{anchor}</p>
    </section>
  );
}

export const page = MinutePage;

// The first impressions after a session: one word, a few lines, a voice or a drawing, kept with that session. Nobody is asked
// what they mean, and nothing here says it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import type { EntryPart } from './entry-parts.tsx';
import { Writing } from './journal-page.tsx';
import { QuietDays } from './quiet-days.tsx';

extendCatalog(journalWords);

function FirstImpressionsPage() {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page
      place="/journal"
      title={t('impressions.title')}
      lead={t('impressions.lead')}
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {({ record }) =>
          record.lastDose === undefined ? (
            <EmptyState>{t('impressions.none')}</EmptyState>
          ) : (
            <Impressions cycleId={record.lastDose.cycleId} />
          )
        }
      </Asked>
      <QuietDays />
    </Page>
  );
}

interface Way {
  readonly id: 'word' | 'lines' | 'voice' | 'drawing';
  readonly rows: number;
  readonly opens?: EntryPart;
}

const ways: readonly Way[] = [
  { id: 'word', rows: 1 },
  { id: 'lines', rows: 4 },
  { id: 'voice', rows: 1, opens: 'voice' },
  { id: 'drawing', rows: 1, opens: 'drawing' },
];

function Impressions({ cycleId }: { readonly cycleId: string }) {
  const { patientId } = usePerson();
  const [way, setWay] = useState<Way>();
  const [isKept, setIsKept] = useState(false);
  if (way !== undefined)
    return (
      <Writing
        patientId={patientId}
        isKnown
        cycleId={cycleId}
        rows={way.rows}
        opens={way.opens}
        onKept={() => {
          setIsKept(true);
          setWay(undefined);
        }}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="font-[560]">
        {isKept ? t('impressions.kept') : ''}
      </p>
      <div className="grid grid-cols-2 gap-3">
        {ways.map((each) => (
          <Button key={each.id} size="large" wide onClick={() => setWay(each)}>
            {t(`impressions.${each.id}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

export const page = FirstImpressionsPage;

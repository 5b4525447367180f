// The frame of a page about one part of the preparation: it needs a cycle, and what is already there.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { preparationQuery } from './preparation-item.ts';

extendCatalog(prepareWords);

export interface PreparedPageProps {
  readonly title: string;
  readonly lead: string;
  readonly none?: string | undefined;
  readonly children: (cycleId: string, items: readonly PreparationItem[]) => ReactNode;
}

export function PreparedPage({ title, lead, none, children }: PreparedPageProps) {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page place="/" title={title} lead={lead} back={{ to: '/prepare', label: t('prepare.title') }}>
      <Asked query={answer}>
        {({ record }) =>
          record.cycle === undefined ? (
            <EmptyState>{none ?? t('prepare.none')}</EmptyState>
          ) : (
            <Items key={record.cycle.id} cycleId={record.cycle.id}>
              {children}
            </Items>
          )
        }
      </Asked>
    </Page>
  );
}

function Items({ cycleId, children }: Pick<PreparedPageProps, 'children'> & { readonly cycleId: string }) {
  const { patientId } = usePerson();
  const items = useQuery(preparationQuery(patientId, cycleId));
  return <Asked query={items}>{(data) => children(cycleId, data.items)}</Asked>;
}

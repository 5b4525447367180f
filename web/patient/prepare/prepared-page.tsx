// The frame of a page about one part of the preparation: it needs a cycle, and what is already there.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { usePath } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { preparationQuery } from './preparation-item.ts';
import { itemsTopic, withWaiting } from './waiting-items.ts';

extendCatalog(prepareWords);

export interface PreparedPageProps {
  readonly title: string;
  readonly lead: string;
  readonly none?: string | undefined;
  /** What can be done here before there is a cycle. */
  readonly early?: (() => ReactNode) | undefined;
  /** False: a page reached from Today, no part of getting ready that someone comes back to. */
  readonly isPart?: boolean | undefined;
  readonly children: (cycleId: string, items: readonly PreparationItem[]) => ReactNode;
}

/** Where a person last was, so that the next sitting begins there. */
export function leftKey(cycleId: string): string {
  return `prepare/left/${cycleId}`;
}

export function PreparedPage({ title, lead, none, early, isPart = true, children }: PreparedPageProps) {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page
      place="/"
      title={title}
      lead={lead}
      back={isPart ? { to: '/prepare', label: t('prepare.title') } : { to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {({ record }) =>
          record.cycle === undefined ? (
            (early?.() ?? <EmptyState>{none ?? t('prepare.none')}</EmptyState>)
          ) : (
            <Items key={record.cycle.id} cycleId={record.cycle.id} isPart={isPart}>
              {children}
            </Items>
          )
        }
      </Asked>
    </Page>
  );
}

interface ItemsProps extends Pick<PreparedPageProps, 'children'> {
  readonly cycleId: string;
  readonly isPart: boolean;
}

function Items({ cycleId, isPart, children }: ItemsProps) {
  const { patientId } = usePerson();
  const items = useQuery(preparationQuery(patientId, cycleId));
  const { waiting } = useTransport(itemsTopic(cycleId));
  const path = usePath();
  const { set } = useDraft(leftKey(cycleId), '');
  useEffect(() => {
    if (isPart) set(path);
  }, [isPart, path, set]);
  return (
    <Asked query={items}>
      {(data) => (
        <>
          {children(cycleId, withWaiting(data.items, waiting, cycleId))}
          {waiting.length > 0 && <p className="text-small text-ink-2">{t('shared.kept-here')}</p>}
        </>
      )}
    </Asked>
  );
}

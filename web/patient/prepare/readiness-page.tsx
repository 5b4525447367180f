// Three questions about being ready. The numbers open a talk and close nothing.
import type { PreparationItem } from '#api/preparation.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { NumberRow } from '#web/patient/number-row.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';

extendCatalog(prepareWords);

function ReadinessPage() {
  return (
    <PreparedPage title={t('prepare.readiness')} lead={t('readiness.lead')}>
      {(cycleId, items) => <Readiness cycleId={cycleId} items={items} />}
    </PreparedPage>
  );
}

type Started = Partial<Omit<BodyOfKind<'readiness'>, 'kind'>>;

function Readiness({
  cycleId,
  items,
}: {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}) {
  const before = latestOf(items, 'readiness');
  const draft = useDraft<Started>(`prepare/readiness/${cycleId}`, {});
  const writer = useItemWriter(cycleId, before?.item);
  const value: Started = { ...before?.body, ...draft.value };
  const change = (changed: Started): void => draft.set({ ...draft.value, ...changed });
  const { informed, comfortable, open } = value;
  const isWhole = informed !== undefined && comfortable !== undefined && open !== undefined;
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    const body = {
      kind: 'readiness',
      informed,
      comfortable,
      open,
      questionsLeft: value.questionsLeft ?? '',
    } as const;
    if (await writer.write(body)) draft.clear();
  };
  return (
    <>
      <NumberRow
        label={t('readiness.informed')}
        value={informed}
        onChange={(chosen) => change({ informed: chosen })}
      />
      <NumberRow
        label={t('readiness.comfortable')}
        value={comfortable}
        onChange={(chosen) => change({ comfortable: chosen })}
      />
      <NumberRow label={t('readiness.open')} value={open} onChange={(chosen) => change({ open: chosen })} />
      <TextArea
        own
        label={t('readiness.questions')}
        optional
        value={value.questionsLeft ?? ''}
        onChange={(questionsLeft) => change({ questionsLeft })}
      />
      <p className="text-small text-ink-2">{t('prepare.who-reads')}</p>
      <SaveRow
        label={t('readiness.keep')}
        busy={writer.busy}
        failure={writer.failure}
        onSave={save}
        closed={isWhole ? undefined : t('readiness.choose-all')}
        keptAt={before?.item.recordedAt}
      />
    </>
  );
}

export const page = ReadinessPage;

// How a person feels before, on the day and after, answered calmly; and what they expect, asked before the first session.
import { useQuery } from '@tanstack/react-query';
import type { PreparationItem } from '#api/preparation.ts';
import { type Instant, localDateOf } from '#clinical/instant.ts';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { NumberRow } from '#web/patient/number-row.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { FeelingList } from './feeling-list.tsx';
import { feelingWords } from './feeling-words.ts';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';

extendCatalog(readyWords);

type Stage = BodyOfKind<'feelings'>['stage'];

interface PartProps {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}

function FeelingsPage() {
  return (
    <PreparedPage title={t('prepare.feelings')} lead={t('feelings.lead')}>
      {(cycleId, items) => (
        <>
          <Now cycleId={cycleId} items={items} />
          <Expectation cycleId={cycleId} items={items} />
        </>
      )}
    </PreparedPage>
  );
}

function useStage(): Stage {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(answerQuery(patientId));
  const cycle = data?.record.cycle;
  if (cycle?.session?.doseStartedAt !== undefined) return 'after';
  const startsAt = cycle?.doseAppointment?.startsAt;
  const day = (at: Instant) => localDateOf(at, me.clinic.zone);
  return startsAt !== undefined && day(startsAt) === day(now) ? 'day' : 'before';
}

type Felt = { readonly item: PreparationItem; readonly body: BodyOfKind<'feelings'> };

function feltIn(items: readonly PreparationItem[]): readonly Felt[] {
  return items
    .flatMap((item) => (item.body.kind === 'feelings' ? [{ item, body: item.body }] : []))
    .toSorted((a, b) => a.item.recordedAt - b.item.recordedAt);
}

function Now({ cycleId, items }: PartProps) {
  const stage = useStage();
  const now = useNow(60_000);
  const felt = feltIn(items);
  const before = felt.findLast((each) => each.body.stage === stage);
  const earlier = felt.filter((each) => each.body.stage !== stage);
  const draft = useDraft<Partial<Omit<BodyOfKind<'feelings'>, 'kind' | 'stage'>>>(
    `prepare/feelings/${stage}/${cycleId}`,
    {},
  );
  const writer = useItemWriter(cycleId, before?.item);
  const chosen = draft.value.feelings ?? before?.body.feelings ?? [];
  const inOneLine = draft.value.inOneLine ?? before?.body.inOneLine ?? '';
  const save = async (): Promise<void> => {
    if (await writer.write({ kind: 'feelings', stage, feelings: [...chosen], inOneLine })) draft.clear();
  };
  return (
    <>
      {earlier.length > 0 && (
        <Section title={t('feelings.earlier')}>
          <ul className="flex flex-col gap-2 rounded-card bg-water p-5">
            {earlier.map(({ item, body }) => (
              <li key={item.id}>
                <strong className="font-sub">
                  {t(`feelings.stage.${body.stage}`)}, {whenWords(item.recordedAt, now)}
                </strong>
                <span className="block">{feelingWords(body.feelings)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FeelingList value={chosen} onChange={(value) => draft.set({ ...draft.value, feelings: [...value] })} />
      <TextField
        label={t('feelings.line')}
        hint={t('feelings.line-hint')}
        optional
        maxLength={200}
        value={inOneLine}
        onChange={(value) => draft.set({ ...draft.value, inOneLine: value })}
      />
      <p className="text-small text-ink-2">{t('prepare.who-reads')}</p>
      <SaveRow
        label={t('feelings.keep')}
        busy={writer.busy}
        failure={writer.failure}
        onSave={save}
        keptAt={before?.item.recordedAt}
      />
    </>
  );
}

function Expectation({ cycleId, items }: PartProps) {
  const before = latestOf(items, 'expectation');
  const draft = useDraft<Partial<Omit<BodyOfKind<'expectation'>, 'kind'>>>(
    `prepare/expectation/${cycleId}`,
    {},
  );
  const writer = useItemWriter(cycleId, before?.item);
  const { helpExpected, words = '' } = { ...before?.body, ...draft.value };
  const save = async (): Promise<void> => {
    if (helpExpected === undefined) return;
    if (await writer.write({ kind: 'expectation', helpExpected, words })) draft.clear();
  };
  return (
    <Section title={t('expect.title')} className="border-t border-contour pt-6">
      <div className="flex flex-col gap-5">
        <NumberRow
          label={t('expect.help')}
          value={helpExpected}
          onChange={(value) => draft.set({ ...draft.value, helpExpected: value })}
        />
        <p className="text-small text-ink-2">{t('expect.scale')}</p>
        <TextArea
          own
          rows={2}
          label={t('expect.words')}
          optional
          value={words}
          onChange={(value) => draft.set({ ...draft.value, words: value })}
        />
        <SaveRow
          label={t('expect.keep')}
          busy={writer.busy}
          failure={writer.failure}
          onSave={save}
          closed={helpExpected === undefined ? t('expect.choose') : undefined}
          keptAt={before?.item.recordedAt}
        />
      </div>
    </Section>
  );
}

export const page = FeelingsPage;

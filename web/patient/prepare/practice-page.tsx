// One way back to calm, practised for real. That it was tried and for how long is noted; it is no streak and no score.
import { useState } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, formatSpan, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { Breathing } from './breathing.tsx';
import { FiveSenses } from './five-senses.tsx';
import { latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';

extendCatalog(prepareWords);

function PracticePage() {
  return (
    <PreparedPage title={t('prepare.practice')} lead={t('practice.lead')}>
      {(cycleId, items) => <Practice cycleId={cycleId} items={items} />}
    </PreparedPage>
  );
}

type Exercise = 'paced-breathing' | 'five-senses';
const mostSeconds = 7_200;

function Practice({
  cycleId,
  items,
}: {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}) {
  const before = latestOf(items, 'grounding');
  const writer = useItemWriter(cycleId, before?.item);
  const now = useNow(60_000);
  const anchor = useDraft(`anchor/${cycleId}`, before?.body.anchor ?? '');
  const [running, setRunning] = useState<Exercise>();
  const [noted, setNoted] = useState<number>();

  const note = async (exercise: Exercise, seconds: number): Promise<void> => {
    setRunning(undefined);
    if (seconds === 0) return;
    const practisedSeconds = Math.min(mostSeconds, (before?.body.practisedSeconds ?? 0) + seconds);
    const isKept = await writer.write({
      kind: 'grounding',
      exercise,
      practisedSeconds,
      anchor: anchor.value.trim() === '' ? undefined : anchor.value,
    });
    if (isKept) setNoted(seconds);
  };

  if (running === 'paced-breathing')
    return <Breathing onStop={(seconds) => note('paced-breathing', seconds)} />;
  if (running === 'five-senses') return <FiveSenses onStop={(seconds) => note('five-senses', seconds)} />;
  return (
    <>
      {writer.failure !== undefined && (
        <ErrorState compact title={failureWords(writer.failure)} stillTrue={t('prepare.not-saved')} />
      )}
      {noted !== undefined && <p role="status">{t('practice.noted', { span: formatSpan(noted * 1_000) })}</p>}
      {noted === undefined && before !== undefined && before.body.practisedSeconds > 0 && (
        <p className="text-ink-2">
          {say('practice.kept-before', { when: whenWords(before.item.recordedAt, now) })}
        </p>
      )}
      <Card title={t('practice.breathing')}>
        <p>{t('practice.breathing-text')}</p>
        <Button variant="primary" className="mt-4" onClick={() => setRunning('paced-breathing')}>
          {t('practice.begin')}
        </Button>
      </Card>
      <Card title={t('practice.senses')}>
        <p>{t('practice.senses-text')}</p>
        <Button className="mt-4" onClick={() => setRunning('five-senses')}>
          {t('practice.begin')}
        </Button>
      </Card>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('practice.anchor')}
          hint={t('practice.anchor-hint')}
          optional
          maxLength={200}
          value={anchor.value}
          onChange={anchor.set}
        />
        <SaveRow
          label={t('practice.anchor-keep')}
          busy={writer.busy}
          failure={undefined}
          onSave={async () => {
            const isKept = await writer.write({
              kind: 'grounding',
              exercise: before?.body.exercise ?? 'anchor-phrase',
              practisedSeconds: before?.body.practisedSeconds ?? 0,
              anchor: anchor.value,
            });
            if (isKept) anchor.clear();
          }}
        />
      </div>
    </>
  );
}

export const page = PracticePage;

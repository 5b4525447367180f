// One way back to calm, practised for real. That it was tried and for how long is noted; it is no streak and no score.
import { useState } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, formatSpan, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { Breathing } from './breathing.tsx';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';
import { type Guide, SpokenSteps } from './spoken-steps.tsx';

extendCatalog(prepareWords);
extendCatalog(readyWords);

function PracticePage() {
  return (
    <PreparedPage title={t('prepare.practice')} lead={t('practice.lead')}>
      {(cycleId, items) => <Practice cycleId={cycleId} items={items} />}
    </PreparedPage>
  );
}

type Exercise = BodyOfKind<'grounding'>['exercise'];
const mostSeconds = 7_200;
/** Long enough for two slow breaths at each place. */
const scanStepMs = 20_000;
const phraseStepMs = 10_000;
const phraseTimes = 6;
const senses = [1, 2, 3, 4, 5] as const;
const placesOfTheBody = [1, 2, 3, 4, 5, 6, 7] as const;

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
  // How a person likes to be led is theirs and this phone's; the clinic does not hear of it.
  const guide = useDraft<Guide>('practice-guide', { voice: false, vibrate: false }, 'here');

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
    return <Breathing guide={guide.value} onStop={(seconds) => note('paced-breathing', seconds)} />;
  if (running === 'five-senses')
    return (
      <SpokenSteps
        lines={senses.map((step) => t(`senses.${step}`))}
        guide={guide.value}
        stepWords={(step) => t('senses.step', { step })}
        onStop={(seconds) => note('five-senses', seconds)}
      />
    );
  if (running === 'body-scan')
    return (
      <SpokenSteps
        lines={placesOfTheBody.map((step) => t(`scan.${step}`))}
        guide={guide.value}
        everyMs={scanStepMs}
        stepWords={(step) => t('scan.step', { step })}
        onStop={(seconds) => note('body-scan', seconds)}
      />
    );
  if (running === 'anchor-phrase')
    return (
      <SpokenSteps
        lines={Array.from({ length: phraseTimes }, () => anchor.value.trim())}
        guide={guide.value}
        everyMs={phraseStepMs}
        stepWords={() => t('practice.out')}
        onStop={(seconds) => note('anchor-phrase', seconds)}
      />
    );
  const hasAnchor = anchor.value.trim() !== '';
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
      <Card title={t('practice.scan')}>
        <p>{t('practice.scan-text')}</p>
        <Button className="mt-4" onClick={() => setRunning('body-scan')}>
          {t('practice.begin')}
        </Button>
      </Card>
      <Card title={t('practice.phrase')}>
        <p>{t('practice.phrase-text')}</p>
        <Button
          className="mt-4"
          closed={hasAnchor ? undefined : t('practice.phrase-first')}
          onClick={() => setRunning('anchor-phrase')}
        >
          {t('practice.begin')}
        </Button>
      </Card>
      <Section title={t('practice.guide')}>
        <div className="grid gap-2">
          <Checkbox
            label={t('practice.voice')}
            ticked={guide.value.voice}
            onChange={(voice) => guide.set({ ...guide.value, voice })}
          />
          <Checkbox
            label={t('practice.vibrate')}
            ticked={guide.value.vibrate}
            onChange={(vibrate) => guide.set({ ...guide.value, vibrate })}
          />
        </div>
      </Section>
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

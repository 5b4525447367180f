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
import { readyWords } from '#web/patient/words/ready.ts';
import { Breathing } from './breathing.tsx';
import { courses } from './exercise-run.ts';
import { type Guide, readyToSound, unguided } from './guidance.ts';
import { GuideChoice } from './guide-choice.tsx';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';
import { SpokenSteps } from './spoken-steps.tsx';

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
const exercises = [
  { exercise: 'paced-breathing', name: 'breathing' },
  { exercise: 'five-senses', name: 'senses' },
  { exercise: 'body-scan', name: 'scan' },
  { exercise: 'anchor-phrase', name: 'phrase' },
] as const;

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
  const guide = useDraft<Guide>('practice-guide', unguided, 'here');

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

  if (running !== undefined)
    return (
      <Running
        exercise={running}
        anchor={anchor.value.trim()}
        guide={guide.value}
        onStop={(seconds) => note(running, seconds)}
      />
    );
  const begin = (exercise: Exercise): void => {
    if (guide.value.voice) readyToSound();
    setRunning(exercise);
  };
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
      {exercises.map(({ exercise, name }, at) => (
        <Card key={exercise} title={t(`practice.${name}`)}>
          <p>{t(`practice.${name}-text`)}</p>
          <Button
            variant={at === 0 ? 'primary' : undefined}
            className="mt-4"
            closed={exercise === 'anchor-phrase' && !hasAnchor ? t('practice.phrase-first') : undefined}
            onClick={() => begin(exercise)}
          >
            {t('practice.begin')}
          </Button>
        </Card>
      ))}
      <GuideChoice guide={guide.value} onChange={guide.set} />
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

interface RunningProps {
  readonly exercise: Exercise;
  readonly anchor: string;
  readonly guide: Guide;
  readonly onStop: (seconds: number) => void;
}

function Running({ exercise, anchor, guide, onStop }: RunningProps) {
  if (exercise === 'paced-breathing') return <Breathing guide={guide} onStop={onStop} />;
  const course = courses[exercise];
  return (
    <SpokenSteps
      course={course}
      lines={course.stays.map((_, at) => lineOf(exercise, at + 1, anchor))}
      guide={guide}
      stepWords={(step) => stepOf(exercise, step)}
      onStop={onStop}
    />
  );
}

type Spoken = Exclude<Exercise, 'paced-breathing'>;

function lineOf(exercise: Spoken, step: number, anchor: string): string {
  switch (exercise) {
    case 'five-senses':
      return t(`senses.${step}`);
    case 'body-scan':
      return t(`scan.${step}`);
    case 'anchor-phrase':
      return anchor;
  }
}

function stepOf(exercise: Spoken, step: number): string {
  switch (exercise) {
    case 'five-senses':
      return t('senses.step', { step });
    case 'body-scan':
      return t('scan.step', { step });
    case 'anchor-phrase':
      return t('practice.out');
  }
}

export const page = PracticePage;

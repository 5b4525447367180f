// One earlier entry that comes back after a while, with one gentle question that needs no answer.
import { useState } from 'react';
import { type OwnWords, parkedMark } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { entryToLookBackOn, returnName } from '#clinical/integration/looking-back.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { currentZone, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { EntryBody } from './entry-body.tsx';

export interface LookingBackProps {
  readonly words: readonly OwnWords[];
  readonly now: Instant;
  readonly isQuiet: boolean;
  readonly onWrite: (aboutId: string) => void;
}

/** What was passed over is known on this phone alone; nobody counts it. */
export function LookingBack({ words, now, isQuiet, onWrite }: LookingBackProps) {
  const passed = useDraft<readonly string[]>('journal/looked-back', []);
  // What was offered when the page opened stays until it is answered, and another does not take its place at once.
  const [isOver, setIsOver] = useState(false);
  const entries = words.filter((each) => each.kind === 'journal' && each.aboutId === undefined);
  const offered = entryToLookBackOn({
    entries: entries.map(({ id, writtenAt, marks }) => ({
      id,
      writtenAt,
      isParked: marks?.includes(parkedMark) === true,
    })),
    passed: passed.value,
    now,
    zone: currentZone(),
    isQuiet,
  });
  const entry = entries.find((each) => each.id === offered?.id);
  if (!passed.ready || isOver || offered === undefined || entry === undefined) return null;
  const pass = (): void => {
    passed.set([...passed.value, returnName(offered)]);
    setIsOver(true);
  };
  return (
    <Section title={t('back.title', { days: offered.afterDays })}>
      <p className="text-ink-2">{t('back.ask')}</p>
      <OwnWordsCard when={capitalised(whenWords(entry.writtenAt, now))}>
        <EntryBody entry={entry} />
      </OwnWordsCard>
      <div className="flex flex-wrap gap-3">
        <Button
          onClick={() => {
            pass();
            onWrite(entry.id);
          }}
        >
          {t('back.write')}
        </Button>
        <Button variant="quiet" onClick={pass}>
          {t('back.leave')}
        </Button>
      </div>
    </Section>
  );
}

// What someone said in the first hour and another wrote down for them. It is theirs: locked, opened again or removed at will.
import { useQuery } from '@tanstack/react-query';
import { Eye, Lock } from 'lucide-react';
import { useState } from 'react';
import { type FirstWords, keepFirstWords, listFirstWords } from '#api/first-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';

export function SaidFirst({ now }: { readonly now: Instant }) {
  const { patientId } = usePerson();
  const { data } = useQuery({
    queryKey: patientKey(patientId, 'first-words'),
    queryFn: () => ask(listFirstWords, { params: { patientId } }),
  });
  if (data === undefined || data.words.length === 0) return null;
  return (
    <Section title={t('said.title')}>
      <p className="text-small text-ink-2">{t('said.text')}</p>
      {data.words.map((words) => (
        <Said key={words.id} words={words} now={now} />
      ))}
    </Section>
  );
}

function Said({ words, now }: { readonly words: FirstWords; readonly now: Instant }) {
  const { patientId } = usePerson();
  const act = useAct(keepFirstWords);
  const [asks, setAsks] = useState(false);
  const isLocked = words.lockedAt !== undefined;
  const keep = async (keeping: 'lock' | 'open' | 'remove'): Promise<void> => {
    const done = await act.run({ params: { patientId, wordsId: words.id }, body: { keeping } });
    if (done === undefined) return;
    setAsks(false);
    await queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'first-words') });
  };
  const Sign = isLocked ? Lock : Eye;
  return (
    <OwnWordsCard
      when={capitalised(whenWords(words.saidAt, now))}
      words={words.text}
      footIcon={<Sign size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={
        <>
          {t('said.by', { name: words.takenByName })} {t(isLocked ? 'said.locked' : 'said.open')}
        </>
      }
      action={
        <>
          <span className="flex flex-wrap gap-3">
            <Button
              onClick={() => keep(isLocked ? 'open' : 'lock')}
              busy={act.busy ? t('shared.saving') : undefined}
            >
              {t(isLocked ? 'said.do-open' : 'said.do-lock')}
            </Button>
            <Button variant="quiet" onClick={() => setAsks(true)}>
              {t('said.remove')}
            </Button>
          </span>
          {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
          <Sheet
            open={asks}
            onClose={() => setAsks(false)}
            title={t('said.remove-ask')}
            actions={
              <>
                <Button
                  variant="danger"
                  onClick={() => keep('remove')}
                  busy={act.busy ? t('entry.deleting') : undefined}
                >
                  {t('said.remove')}
                </Button>
                <Button onClick={() => setAsks(false)}>{t('entry.delete-no')}</Button>
              </>
            }
          >
            <p>{t('said.remove-truth')}</p>
          </Sheet>
        </>
      }
    />
  );
}

// What a person said they would do, on the day they chose for it: done, not today, or let go. A day that passes passes without
// a word; it stays in the journal and nothing is counted.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { listOwnWords, type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { addDays, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { isStillOpen, lookedBackOn } from '#web/patient/journal/commitment.ts';
import { WhoSees } from '#web/patient/journal/who-sees.tsx';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, renewPatient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';

extendCatalog(journalWords);
extendCatalog(entryWords);

/** The day is the one of the zone they live by, as for the reminder. */
export function CommitmentsToday({ zone }: { readonly zone: ZoneId }) {
  const { patientId } = usePerson();
  const today = localDateOf(useNow(60_000), zone);
  const { data } = useQuery({
    queryKey: patientKey(patientId, 'own-words', 'commitment'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: { kind: 'commitment' } }),
  });
  const ofToday = data?.words.filter((words) => isStillOpen(words) && words.dueOn === today) ?? [];
  if (ofToday.length === 0) return null;
  return (
    <Section title={t('means.title')}>
      {ofToday.map((commitment) => (
        <OfToday key={commitment.id} commitment={commitment} today={today} />
      ))}
      <Go to="/journal/means" className="link inline-flex min-h-12 items-center self-start">
        {t('means.all')}
      </Go>
    </Section>
  );
}

function OfToday({ commitment, today }: { readonly commitment: OwnWords; readonly today: string }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const act = useAct(saveOwnWords);
  const answer = async (outcome: 'did-it' | 'not-yet' | 'let-go'): Promise<void> => {
    const body = lookedBackOn(commitment, { outcome, at: serverNow(), again: addDays(today, 1) });
    const done = await act.run({ params: { patientId, wordsId: commitment.id }, body });
    if (done !== undefined) renewPatient(patientId);
  };
  const busy = act.busy ? t('shared.saving') : undefined;
  return (
    <div className="flex flex-col gap-3">
      <OwnWordsCard
        words={commitment.text ?? ''}
        footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
        foot={<WhoSees words={commitment} now={now} />}
      />
      {act.failure !== undefined && (
        <ErrorState compact title={failureWords(act.failure)} stillTrue={t('shared.nothing-lost')} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => answer('did-it')} busy={busy}>
          {t('means.did-it')}
        </Button>
        <Button onClick={() => answer('not-yet')} busy={busy}>
          {t('means.not-today')}
        </Button>
        <Button onClick={() => answer('let-go')} busy={busy}>
          {t('means.let-go')}
        </Button>
      </div>
    </div>
  );
}

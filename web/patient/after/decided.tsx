// How the plan goes on: what was decided, in the words written to this person, by whom and when; what it means for the next
// visits, and how to ask about it. A rest or an end has its own page, the way out.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Decided, getDecided } from '#api/series-decisions.ts';
import { ask } from '#web/kit/api-client.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { telephone } from '#web/kit/telephone.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { SeenOnScreen } from './seen-on-screen.tsx';

extendCatalog(afterWords);

type Decision = Decided['decided'][number];

function decidedQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'decided'),
    queryFn: () => ask(getDecided, { params: { patientId } }),
  });
}

/** The newest one, until the next dose has come. */
export function DecidedOnToday() {
  const told = useQuery(decidedQuery(usePerson().patientId)).data;
  const newest = told?.decided[0];
  if (told === undefined || newest === undefined || isRest(newest) || told.doses?.sinceDecided !== 0)
    return null;
  return (
    <Section title={t('decided.title')}>
      <Telling decision={newest} />
      <p className="text-small text-ink-2">{t('decided.clinic-sees')}</p>
      <ForVisits decision={newest} told={told} />
    </Section>
  );
}

/** Every one, newest first. */
export function DecidedSoFar() {
  const told = useQuery(decidedQuery(usePerson().patientId)).data;
  if (told === undefined || told.decided.length === 0) return null;
  return (
    <Section title={t('decided.so-far')}>
      <p className="text-small text-ink-2">{t('decided.clinic-sees')}</p>
      {told.decided.map((decision, index) => (
        <div key={decision.id} className="flex flex-col gap-3">
          <Telling decision={decision} />
          {index === 0 && !isRest(decision) && <ForVisits decision={decision} told={told} />}
          {index === 0 && isRest(decision) && (
            <Go to="/way-out" className="link inline-flex min-h-12 items-center self-start">
              {t('way.title-stop')}
            </Go>
          )}
        </div>
      ))}
    </Section>
  );
}

function isRest({ choice }: Decision): boolean {
  return choice === 'pause' || choice === 'stop';
}

function Telling({ decision }: { readonly decision: Decision }) {
  const now = useNow(60_000);
  const { id, choice, at, byName, wordsForPatient, seenAt } = decision;
  const by = say('way.lead', { when: whenWords(at, now), name: byName });
  const what = t(`decided.choice.${choice}`);
  return (
    <SeenOnScreen decisionId={id} seenAt={seenAt}>
      {wordsForPatient === undefined ? (
        <Card title={what}>
          <p>{by}</p>
        </Card>
      ) : (
        <OwnWordsCard when={what} words={wordsForPatient} foot={by} />
      )}
    </SeenOnScreen>
  );
}

function ForVisits({ decision, told }: { readonly decision: Decision; readonly told: Decided }) {
  const now = useNow(60_000);
  const { doses, nextDoseAt, clinic } = told;
  return (
    <Card>
      <p>{t(`decided.means.${decision.choice}`)}</p>
      <p className="mt-2">
        {nextDoseAt === undefined
          ? t('decided.next-open')
          : say('decided.next-booked', { when: whenWords(nextDoseAt, now) })}{' '}
        {doses !== undefined && t('decided.given', { given: doses.given, planned: doses.planned })}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-6">
        <Go to="/messages" className="link inline-flex min-h-12 items-center">
          {t('decided.ask')}
        </Go>
        <a className="link inline-flex min-h-12 items-center" href={`tel:${telephone(clinic.phone)}`}>
          {t('way.call', { clinic: clinic.name, phone: clinic.phone })}
        </a>
      </p>
    </Card>
  );
}

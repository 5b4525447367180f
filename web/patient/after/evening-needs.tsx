// The hours after: water and something light, as the paper says it for this person; and not driving before a night of sleep.
import { useQuery } from '@tanstack/react-query';
import { getAfterVisitSummary } from '#api/after-visit.ts';
import { isTimeToDrink } from '#clinical/discharge/small-needs.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import { driving } from '#clinical/integration/driving.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { latestOf, preparationQuery, useItemWriter } from '#web/patient/prepare/preparation-item.ts';
import { patientKey } from '#web/patient/queries.ts';
import { afterWords } from '#web/patient/words/after.ts';

extendCatalog(afterWords);

export interface EveningNeedsProps {
  readonly sessionId: string;
  readonly cycleId: string;
  readonly leftAt: Instant;
}

/** After this the way it was said on the paper is enough. */
const shownMinutes = 48 * 60;

export function EveningNeeds({ sessionId, cycleId, leftAt }: EveningNeedsProps) {
  const { me } = usePerson();
  const now = useNow(60_000);
  if (now >= addMinutes(leftAt, shownMinutes)) return null;
  return (
    <Section title={t('needs.title')}>
      <Card>
        <div className="flex flex-col gap-4">
          {isTimeToDrink({ leftAt, now, zone: me.clinic.zone }) && <Food sessionId={sessionId} />}
          <Driving cycleId={cycleId} leftAt={leftAt} now={now} />
        </div>
      </Card>
    </Section>
  );
}

/** The paper's own lines: they know whether this person was sick, and what they cannot eat. */
function Food({ sessionId }: Pick<EveningNeedsProps, 'sessionId'>) {
  const { patientId } = usePerson();
  const paper = useQuery({
    queryKey: patientKey(patientId, 'after-visit', sessionId),
    queryFn: () => ask(getAfterVisitSummary, { params: { patientId, sessionId } }),
  }).data;
  const content = paper?.versions[0]?.content ?? paper?.draft;
  const lines = content?.patient[currentLanguage()].sections.find(({ id }) => id === 'food')?.lines ?? [];
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-sub">{t('needs.drink')}</p>
      {lines.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Driving({ cycleId, leftAt, now }: Omit<EveningNeedsProps, 'sessionId'> & { readonly now: Instant }) {
  const { me, patientId } = usePerson();
  const items = useQuery(preparationQuery(patientId, cycleId)).data?.items;
  const told = items === undefined ? undefined : latestOf(items, 'slept');
  const writer = useItemWriter(cycleId, told?.item);
  const may = driving({ sessionEndedAt: leftAt, slept: told?.body.slept, now, zone: me.clinic.zone });
  const tell = async (slept: boolean): Promise<void> => {
    await writer.write({ kind: 'slept', slept });
  };
  const state = may.allowed ? 'allowed' : may.reason;
  return (
    <div className="flex flex-col gap-1.5 border-t border-contour pt-4 first:border-t-0 first:pt-0">
      <p className="font-sub">{t('needs.driving')}</p>
      <p>{t(`needs.driving-${state}`)}</p>
      {(state === 'sleep-unknown' || state === 'not-slept') && (
        <div className="mt-1 flex flex-wrap gap-3">
          <Button onClick={() => tell(true)} busy={writer.busy ? t('needs.saving') : undefined}>
            {t('needs.slept')}
          </Button>
          {state === 'sleep-unknown' && (
            <Button onClick={() => tell(false)} busy={writer.busy ? t('needs.saving') : undefined}>
              {t('needs.slept-little')}
            </Button>
          )}
        </div>
      )}
      {writer.failure !== undefined && <ErrorState compact title={failureWords(writer.failure)} />}
    </div>
  );
}

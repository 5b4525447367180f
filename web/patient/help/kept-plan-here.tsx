// The safety plan as this phone keeps it, with the numbers: it asks nobody, so it opens with no network and no sign-in.

import { useNow } from '#web/kit/clock.ts';
import { emptyPlan } from '#web/kit/empty-plan.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { SafetyPlanSections } from '#web/kit/safety-plan-sections.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';
import { planWords } from '#web/patient/words/plan.ts';
import { useKeptPlan } from './kept-plan.ts';

extendCatalog(planWords);

export function KeptPlanHere({ numbers }: { readonly numbers?: React.ReactNode }) {
  const now = useNow(60_000);
  const kept = useKeptPlan();
  if (kept === undefined) return null;
  if (kept === 'none')
    return (
      <>
        <p>{t('my-plan.none-here')}</p>
        {numbers !== undefined && <SafetyPlanSections body={emptyPlan} numbers={numbers} />}
      </>
    );
  const { body, writtenAt, byName } = kept.plan;
  return (
    <>
      <SafetyPlanSections body={body} numbers={numbers} />
      <p className="text-small text-ink-2">
        {say('my-plan.written', { when: whenWords(writtenAt, now), name: byName })}
      </p>
    </>
  );
}

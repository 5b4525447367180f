// The safety plan: read at once, changed on a calmer day, printed, and kept on this phone for whoever wants that.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { getSafetyPlan, type SafetyPlan, type SafetyPlanBody, saveSafetyPlan } from '#api/safety-plan.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { safetyPlanOrder } from '#clinical/risk/safety-plan.ts';
import { sources } from '#clinical/sources.ts';
import { safetyPlanSource } from '#content/safety-plan.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { emptyPlan, isBlankPlan, withoutBlanks } from '#web/kit/empty-plan.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import { SafetyPlanFields } from '#web/kit/safety-plan-form.tsx';
import { SafetyPlanSections } from '#web/kit/safety-plan-sections.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { planWords } from '#web/patient/words/plan.ts';
import { Numbers } from './help-sheet.tsx';
import { forgetPlan, keepPlan, useKeptPlan } from './kept-plan.ts';
import { KeptPlanHere } from './kept-plan-here.tsx';
import { newestPlan, planIn, planTopic } from './written-plan.ts';

extendCatalog(planWords);

type Told = AnswerOf<typeof getSafetyPlan>;

function planQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'safety-plan'),
    queryFn: () => ask(getSafetyPlan, { params: { patientId } }),
  });
}

function SafetyPlanPage() {
  const { person, clinic } = useSurroundings();
  const place = crisisPlace(clinic?.crisisPlace);
  return (
    <Page
      place="/more"
      title={t('my-plan.title')}
      lead={t('my-plan.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <p className="font-[560]">
        {place === undefined
          ? t('my-plan.danger-unknown')
          : t('my-plan.danger', { number: place.emergency.number })}
      </p>
      {person === undefined ? (
        <KeptPlanHere numbers={<Numbers />} />
      ) : (
        <MyPlan patientId={person.patientId} />
      )}
    </Page>
  );
}

function MyPlan({ patientId }: { readonly patientId: string }) {
  const query = useQuery(planQuery(patientId));
  return (
    <>
      <Asked query={query}>{(told) => <Plan told={told} />}</Asked>
      {query.data === undefined && query.error !== null && <KeptPlanHere numbers={<Numbers />} />}
    </>
  );
}

function Plan({ told }: { readonly told: Told }) {
  const { me, patientId } = usePerson();
  const { waiting, refused } = useTransport(planTopic);
  const [here, setHere] = useState<SafetyPlan>();
  const draft = useDraft<Begun | undefined>(planTopic, undefined);
  const [turnedDown] = refused;
  const plan = useMemo(
    () =>
      newestPlan([
        told.plan,
        ...waiting.map((item) => planIn(item, me.name)),
        turnedDown === undefined ? here : undefined,
      ]),
    [told.plan, waiting, turnedDown, here, me.name],
  );
  const write = async (body: SafetyPlanBody): Promise<void> => {
    const version = plan?.version ?? 0;
    await keep(saveSafetyPlan, { topic: planTopic, params: { patientId }, body: { version, body } });
    setHere({ version: version + 1, body, writtenAt: serverNow(), byName: me.name });
    draft.clear();
  };
  const takeBack = async (): Promise<void> => {
    const newest = newestPlan(refused.map((item) => planIn(item, me.name)));
    if (newest !== undefined) draft.set({ on: newest.version - 1, body: newest.body });
    for (const { commandId } of refused) await outbox.settle(commandId);
  };
  return (
    <>
      {turnedDown !== undefined && (
        <ErrorState
          title={turnedDown.refusedBecause ?? t('kit.unreadable')}
          stillTrue={t('shared.nothing-lost')}
          action={<Button onClick={takeBack}>{t('my-plan.back')}</Button>}
        />
      )}
      {plan === undefined ? (
        <SafetyPlanSections body={emptyPlan} numbers={<Numbers />} />
      ) : (
        <Written plan={plan} talks={told.talks} />
      )}
      {waiting.length > 0 && <p className="text-small text-ink-2">{t('shared.kept-here')}</p>}
      {draft.value === undefined ? (
        <div className="not-on-paper flex flex-wrap gap-3">
          <Button
            variant={plan === undefined ? 'primary' : 'secondary'}
            onClick={() => draft.set({ on: plan?.version ?? 0, body: plan?.body ?? emptyPlan })}
          >
            {t(plan === undefined ? 'my-plan.start' : 'my-plan.change')}
          </Button>
          {plan !== undefined && (
            <Button
              onClick={() => window.print()}
              icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
            >
              {t('my-plan.print')}
            </Button>
          )}
        </div>
      ) : (
        <Writing
          begun={draft.value}
          plan={plan}
          onChange={(body) => draft.set({ on: draft.value?.on ?? 0, body })}
          onSave={write}
          onLeave={draft.clear}
        />
      )}
      {plan !== undefined && <KeepHere plan={plan} />}
      <div className="not-on-paper flex flex-col gap-1 text-small text-ink-2">
        <p>{t('my-plan.who-reads')}</p>
        <Go to="/more/who-looked" className="link inline-flex min-h-12 items-center self-start">
          {t('my-plan.who-looked')}
        </Go>
        <p>{t('my-plan.from')}</p>
        <p>{currentLanguage() === 'es' ? safetyPlanSource.es : sources[safetyPlanOrder.source]}.</p>
      </div>
    </>
  );
}

interface WrittenProps {
  readonly plan: SafetyPlan;
  readonly talks: Told['talks'];
}

function Written({ plan, talks }: WrittenProps) {
  const now = useNow(60_000);
  const [talk] = talks;
  return (
    <>
      <SafetyPlanSections body={plan.body} numbers={<Numbers />} />
      <p className="text-small text-ink-2">
        {say('my-plan.written', { when: whenWords(plan.writtenAt, now), name: plan.byName })}
        {talk !== undefined &&
          ` ${say('my-plan.gone-through', { name: talk.withName, when: whenWords(talk.at, now) })}`}
        {talk !== undefined && talk.version < plan.version && ` ${t('my-plan.changed-since')}`}
      </p>
    </>
  );
}

/** Words being written, and the version they began from. */
interface Begun {
  readonly on: number;
  readonly body: SafetyPlanBody;
}

interface WritingProps {
  readonly begun: Begun;
  readonly plan: SafetyPlan | undefined;
  readonly onChange: (body: SafetyPlanBody) => void;
  readonly onSave: (body: SafetyPlanBody) => void;
  readonly onLeave: () => void;
}

function Writing({ begun, plan, onChange, onSave, onLeave }: WritingProps) {
  const isBehind = plan !== undefined && plan.version !== begun.on;
  return (
    <div className="not-on-paper flex flex-col gap-6">
      <p className="text-ink-2">{t('my-plan.together')}</p>
      {isBehind && <p role="status">{t('my-plan.changed-first', { name: plan.byName })}</p>}
      <SafetyPlanFields value={begun.body} onChange={onChange} />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          onClick={() => onSave(withoutBlanks(begun.body))}
          closed={isBlankPlan(begun.body) ? t('my-plan.one-line') : undefined}
        >
          {t('my-plan.save')}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {t('my-plan.leave')}
        </Button>
      </div>
    </div>
  );
}

/** Nothing lies open on a phone unless the person says so, in words that say what it means. */
function KeepHere({ plan }: { readonly plan: SafetyPlan }) {
  const { patientId } = usePerson();
  const found = useKeptPlan();
  const [chosen, setChosen] = useState<boolean>();
  const [hasFailed, setHasFailed] = useState(false);
  const isOn = chosen ?? (found !== undefined && found !== 'none');
  useEffect(() => {
    if (isOn) keepPlan({ patientId, plan }).then((isKept) => setHasFailed(!isKept));
  }, [isOn, patientId, plan]);
  const choose = async (on: boolean): Promise<void> => {
    setChosen(on);
    setHasFailed(false);
    if (!on) await forgetPlan();
  };
  return (
    <div className="not-on-paper flex flex-col gap-2">
      <Checkbox
        label={t('my-plan.here')}
        detail={t('my-plan.here-text')}
        ticked={isOn && !hasFailed}
        onChange={choose}
      />
      <p role="status" className="text-small text-ink-2">
        {t(hasFailed ? 'my-plan.here-failed' : isOn ? 'my-plan.here-on' : 'my-plan.here-off')}
      </p>
    </div>
  );
}

export const page = SafetyPlanPage;

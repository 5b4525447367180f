// What I want to hear in each part of the dose: sound made in the room, a track of the clinic, or silence, which is a choice like
// any other. The earlier plan stays until this one is kept.
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import { getMusic, getMusicPlan, saveMusicPlan } from '#api/music.ts';
import { ask } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { SaveRow } from './save-row.tsx';

type Plan = BodyOf<typeof saveMusicPlan>['plan'];
type Choice = Plan[keyof Plan];

const parts = ['onset', 'peak', 'return', 'rest'] as const;

export function planQuery(patientId: string, cycleId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'music-plan', cycleId),
    queryFn: () => ask(getMusicPlan, { params: { patientId, cycleId } }),
  });
}

export const libraryQuery = queryOptions({ queryKey: ['music'], queryFn: () => ask(getMusic) });

export function SoundPlanPart({ cycleId }: { readonly cycleId: string }) {
  const { patientId } = usePerson();
  const plan = useQuery(planQuery(patientId, cycleId));
  return (
    <Section title={t('plan.sound')} className="border-t border-contour pt-6">
      <Asked query={plan}>
        {(kept) => <SoundPlanForm key={kept.version} cycleId={cycleId} kept={kept} />}
      </Asked>
    </Section>
  );
}

interface FormProps {
  readonly cycleId: string;
  readonly kept: AnswerOf<typeof getMusicPlan>;
}

function SoundPlanForm({ cycleId, kept }: FormProps) {
  const { patientId } = usePerson();
  const { data: library } = useQuery(libraryQuery);
  const draft = useDraft<Partial<Record<keyof Plan, string>>>(`prepare/sound/${cycleId}`, {});
  const act = useAct(saveMusicPlan);
  const tracks = (library?.tracks ?? []).filter(({ retiredAt }) => retiredAt === undefined);
  const pickedFor = (part: keyof Plan): string | undefined =>
    draft.value[part] ?? (kept.plan === undefined ? undefined : textOf(kept.plan[part]));
  const chosen = parts.map(pickedFor);
  const isWhole = chosen.every((value) => value !== undefined);
  const save = async (): Promise<void> => {
    const [onset, peak, back, rest] = chosen.map(choiceOf);
    if (onset === undefined || peak === undefined || back === undefined || rest === undefined) return;
    const done = await act.run({
      params: { patientId, cycleId },
      body: { version: kept.version, plan: { onset, peak, return: back, rest } },
    });
    if (done === undefined) return;
    draft.clear();
    await queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'music-plan', cycleId) });
  };
  return (
    <div className="flex flex-col gap-5">
      <p className="text-small text-ink-2">{t('plan.sound-lead')}</p>
      {parts.map((part) => (
        <Select
          key={part}
          label={t(`plan.sound-${part}`)}
          value={pickedFor(part)}
          onChange={(value) => draft.set({ ...draft.value, [part]: value })}
          choices={[
            { value: 'ambient', label: t('plan.sound-ambient') },
            { value: 'silence', label: t('plan.music-silence') },
            ...tracks.map(({ id, title, author }) => ({ value: id, label: `${title}, ${author}` })),
          ]}
        />
      ))}
      <SaveRow
        label={t('plan.save-sound')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={isWhole ? undefined : t('plan.choose-all')}
        keptAt={kept.setAt}
      />
    </div>
  );
}

function textOf(choice: Choice): string {
  return choice.kind === 'track' ? choice.trackId : choice.kind;
}

function choiceOf(text: string | undefined): Choice | undefined {
  if (text === undefined) return undefined;
  return text === 'ambient' || text === 'silence' ? { kind: text } : { kind: 'track', trackId: text };
}

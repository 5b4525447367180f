// What I want to hear in each part of the dose: sound made in the room, a track of the clinic, or silence, which is a choice like
// any other. The earlier plan stays until this one is kept.
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import { getMusic, getMusicPlan, saveMusicPlan } from '#api/music.ts';
import { ask } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { Select } from '#web/kit/select.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
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

type Kept = AnswerOf<typeof getMusicPlan>;

function planTopic(cycleId: string): string {
  return `music-plan/${cycleId}`;
}

/** The plan as the clinic has it, or as it was last kept on this phone. */
function withWaitingPlan(told: Kept, waiting: readonly OutboxItem[]): Kept {
  const last = waiting.at(-1);
  if (last?.body === undefined) return told;
  const { version, plan } = JSON.parse(last.body) as BodyOf<typeof saveMusicPlan>;
  return version < told.version ? told : { version: version + 1, plan, setAt: last.savedAt };
}

export function SoundPlanPart({ cycleId }: { readonly cycleId: string }) {
  const { patientId } = usePerson();
  const plan = useQuery(planQuery(patientId, cycleId));
  const { waiting } = useTransport(planTopic(cycleId));
  return (
    <Section title={t('plan.sound')} className="border-t border-contour pt-6">
      <Asked query={plan}>
        {(told) => {
          const kept = withWaitingPlan(told, waiting);
          return <SoundPlanForm key={kept.version} cycleId={cycleId} kept={kept} />;
        }}
      </Asked>
      {waiting.length > 0 && <p className="text-small text-ink-2">{t('shared.kept-here')}</p>}
    </Section>
  );
}

interface FormProps {
  readonly cycleId: string;
  readonly kept: Kept;
}

function SoundPlanForm({ cycleId, kept }: FormProps) {
  const { patientId } = usePerson();
  const { data: library } = useQuery(libraryQuery);
  const draft = useDraft<Partial<Record<keyof Plan, string>>>(`prepare/sound/${cycleId}`, {});
  const act = useKeptAct(saveMusicPlan, planTopic(cycleId));
  const tracks = (library?.tracks ?? []).filter(({ retiredAt }) => retiredAt === undefined);
  const pickedFor = (part: keyof Plan): string | undefined =>
    draft.value[part] ?? (kept.plan === undefined ? undefined : textOf(kept.plan[part]));
  const chosen = parts.map(pickedFor);
  const isWhole = chosen.every((value) => value !== undefined);
  const save = async (): Promise<void> => {
    const [onset, peak, back, rest] = chosen.map(choiceOf);
    if (onset === undefined || peak === undefined || back === undefined || rest === undefined) return;
    const safe = await act.run({
      params: { patientId, cycleId },
      body: { version: kept.version, plan: { onset, peak, return: back, rest } },
    });
    if (safe === undefined) return;
    draft.clear();
    if (safe.kind === 'sent')
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

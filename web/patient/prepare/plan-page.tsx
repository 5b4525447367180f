// What helps, what does not, the limits, and the comfort of the room: three short forms, each kept by itself.
import type { ReactNode } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { type Draft, useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { CompanyPart } from './company-part.tsx';
import { type BodyOfKind, type Kind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';
import { SoundPlanPart } from './sound-plan-part.tsx';
import { useStepShown } from './use-step-shown.ts';

extendCatalog(prepareWords);

type Started<K extends Kind> = Partial<Omit<BodyOfKind<K>, 'kind'>>;

interface PartProps {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}

function PlanPage() {
  const isShown = useStepShown();
  return (
    <PreparedPage title={t('prepare.plan')} lead={t('plan.lead')}>
      {(cycleId, items) => (
        <>
          <p className="text-small text-ink-2">{t('prepare.who-reads')}</p>
          {isShown('navigation-plan') && <Helps cycleId={cycleId} items={items} />}
          {isShown('limits') && <Limits cycleId={cycleId} items={items} />}
          <CompanyPart cycleId={cycleId} items={items} />
          {isShown('comfort') && <Comfort cycleId={cycleId} items={items} />}
          <SoundPlanPart cycleId={cycleId} />
        </>
      )}
    </PreparedPage>
  );
}

/** What is typed, over what is kept; nothing is chosen beforehand. */
function usePart<K extends Kind>({ cycleId, items }: PartProps, kind: K) {
  const before = latestOf(items, kind);
  const kept: Started<K> = before === undefined ? {} : before.body;
  const draft: Draft<Started<K>> = useDraft<Started<K>>(`prepare/${kind}/${cycleId}`, {});
  const value = { ...kept, ...draft.value };
  const change = (changed: Started<K>): void => draft.set({ ...draft.value, ...changed });
  const writer = useItemWriter(cycleId, before?.item);
  return { value, change, writer, clear: draft.clear, keptAt: before?.item.recordedAt };
}

function Helps(props: PartProps) {
  const { value, change, writer, clear, keptAt } = usePart(props, 'navigation-plan');
  const save = async (): Promise<void> => {
    const { helps = '', doesNotHelp = '', wordsToSay = '', wakeMeIf = '' } = value;
    if (await writer.write({ kind: 'navigation-plan', helps, doesNotHelp, wordsToSay, wakeMeIf })) clear();
  };
  return (
    <div className="flex flex-col gap-5">
      <TextArea
        own
        label={t('plan.helps')}
        hint={t('plan.helps-hint')}
        value={value.helps ?? ''}
        onChange={(helps) => change({ helps })}
      />
      <TextArea
        own
        rows={2}
        label={t('plan.not-helps')}
        value={value.doesNotHelp ?? ''}
        onChange={(doesNotHelp) => change({ doesNotHelp })}
      />
      <TextArea
        own
        rows={1}
        maxLength={200}
        label={t('plan.words')}
        hint={t('plan.words-hint')}
        value={value.wordsToSay ?? ''}
        onChange={(wordsToSay) => change({ wordsToSay })}
      />
      <TextArea
        own
        rows={1}
        maxLength={200}
        label={t('plan.wake')}
        value={value.wakeMeIf ?? ''}
        onChange={(wakeMeIf) => change({ wakeMeIf })}
      />
      <SaveRow
        label={t('plan.save-helps')}
        busy={writer.busy}
        failure={writer.failure}
        onSave={save}
        keptAt={keptAt}
      />
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Section title={title} className="border-t border-contour pt-6">
      <div className="flex flex-col gap-5">{children}</div>
    </Section>
  );
}

function Limits(props: PartProps) {
  const { value, change, writer, clear, keptAt } = usePart(props, 'limits');
  const { recording, talkOrQuiet } = value;
  const save = async (): Promise<void> => {
    if (recording === undefined || talkOrQuiet === undefined) return;
    const { touch = '', people = '' } = value;
    if (await writer.write({ kind: 'limits', touch, people, recording, talkOrQuiet })) clear();
  };
  return (
    <Part title={t('plan.limits')}>
      <TextArea
        own
        rows={2}
        maxLength={200}
        label={t('plan.touch')}
        hint={t('plan.touch-hint')}
        value={value.touch ?? ''}
        onChange={(touch) => change({ touch })}
      />
      <ChoiceGroup
        label={t('plan.talk')}
        value={talkOrQuiet}
        onChange={(chosen) => change({ talkOrQuiet: chosen })}
        choices={[
          { value: 'talk', label: t('plan.talk-talk') },
          { value: 'quiet', label: t('plan.talk-quiet') },
          { value: 'ask-me', label: t('plan.ask-me') },
        ]}
      />
      <ChoiceGroup
        label={t('plan.recording')}
        value={recording}
        onChange={(chosen) => change({ recording: chosen })}
        choices={[
          { value: 'no', label: t('plan.recording-no') },
          { value: 'audio', label: t('plan.recording-audio') },
          { value: 'not-decided', label: t('plan.recording-later') },
        ]}
      />
      <TextField
        label={t('plan.people')}
        optional
        maxLength={200}
        value={value.people ?? ''}
        onChange={(people) => change({ people })}
      />
      <SaveRow
        label={t('plan.save-limits')}
        busy={writer.busy}
        failure={writer.failure}
        onSave={save}
        closed={recording === undefined || talkOrQuiet === undefined ? t('plan.choose-all') : undefined}
        keptAt={keptAt}
      />
    </Part>
  );
}

function Comfort(props: PartProps) {
  const { value, change, writer, clear, keptAt } = usePart(props, 'comfort');
  const { music, eyeMask, light } = value;
  const isWhole = music !== undefined && eyeMask !== undefined && light !== undefined;
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    if (await writer.write({ kind: 'comfort', music, eyeMask, light })) clear();
  };
  return (
    <Part title={t('plan.comfort')}>
      <ChoiceGroup
        label={t('plan.music')}
        value={music}
        onChange={(chosen) => change({ music: chosen })}
        choices={[
          { value: 'music', label: t('plan.music-music') },
          { value: 'silence', label: t('plan.music-silence') },
          { value: 'ask-me', label: t('plan.ask-me') },
        ]}
      />
      <ChoiceGroup
        label={t('plan.mask')}
        value={eyeMask}
        onChange={(chosen) => change({ eyeMask: chosen })}
        choices={[
          { value: 'yes', label: t('plan.yes') },
          { value: 'no', label: t('plan.no') },
          { value: 'ask-me', label: t('plan.ask-me') },
        ]}
      />
      <ChoiceGroup
        label={t('plan.light')}
        value={light}
        onChange={(chosen) => change({ light: chosen })}
        choices={[
          { value: 'low', label: t('plan.light-low') },
          { value: 'dark', label: t('plan.light-dark') },
          { value: 'ask-me', label: t('plan.ask-me') },
        ]}
      />
      <SaveRow
        label={t('plan.save-comfort')}
        busy={writer.busy}
        failure={writer.failure}
        onSave={save}
        closed={isWhole ? undefined : t('plan.choose-all')}
        keptAt={keptAt}
      />
    </Part>
  );
}

export const page = PlanPage;

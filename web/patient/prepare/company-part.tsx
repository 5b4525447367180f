// Whether the one who takes me home may be in the room: the clinic's word on it, what they may hear, and what I wish. Nothing is
// chosen beforehand, and less is possible at any time.
import { useQuery } from '@tanstack/react-query';
import type { PreparationItem } from '#api/preparation.ts';
import { type CompanyWish, companyWishes, isAllowed } from '#clinical/preparation/company.ts';
import { Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { say } from '#web/patient/say.ts';
import { companyWords } from '#web/patient/words/company.ts';
import { latestOf, preparationQuery, useItemWriter } from './preparation-item.ts';
import { SaveRow } from './save-row.tsx';

extendCatalog(companyWords);

interface Typed {
  readonly wish: CompanyWish | undefined;
  readonly mayHear: boolean | undefined;
}

export function CompanyPart(props: { readonly cycleId: string; readonly items: readonly PreparationItem[] }) {
  const { cycleId, items } = props;
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(preparationQuery(patientId, cycleId));
  const kept = latestOf(items, 'company');
  const draft = useDraft<Typed>(`prepare/company/${cycleId}`, { wish: undefined, mayHear: undefined });
  const writer = useItemWriter(cycleId, kept?.item);
  const wish = draft.value.wish ?? kept?.body.wish;
  const mayHear = draft.value.mayHear ?? kept?.body.mayHear ?? false;
  const policy = data?.companyPolicy;
  const word = data?.companyWord;
  const save = async (): Promise<void> => {
    if (wish === undefined) return;
    if (await writer.write({ kind: 'company', wish, mayHear: wish === 'nobody' ? false : mayHear }))
      draft.clear();
  };
  const closed =
    wish === undefined
      ? t('company.choose')
      : wish !== 'nobody' && !mayHear
        ? t('company.say-hear')
        : undefined;
  return (
    <Section title={t('company.title')} className="border-t border-contour pt-6">
      <div className="flex flex-col gap-5">
        <p>{policy === undefined ? t('company.no-policy') : policy[currentLanguage()]}</p>
        <ChoiceGroup
          label={t('company.wish')}
          value={wish}
          onChange={(chosen) => draft.set({ ...draft.value, wish: chosen })}
          choices={companyWishes
            .filter((each) => isAllowed(each, policy?.may))
            .map((each) => ({ value: each, label: t(`company.${each}`), detail: t(`company.${each}-text`) }))}
        />
        {wish !== undefined && wish !== 'nobody' && (
          <>
            <p>{t('company.confidential')}</p>
            <Checkbox
              label={t('company.may-hear')}
              ticked={mayHear}
              onChange={(ticked) => draft.set({ ...draft.value, mayHear: ticked })}
            />
          </>
        )}
        <SaveRow
          label={t('company.save')}
          busy={writer.busy}
          failure={writer.failure}
          onSave={save}
          closed={closed}
          keptAt={kept?.item.recordedAt}
        />
        {kept !== undefined && kept.body.wish !== 'nobody' && (
          <StateWord
            state={word === undefined ? 'due' : 'checked'}
            word={
              word === undefined
                ? t('company.word-open')
                : say('company.word-given', { name: word.name, when: whenWords(word.at, now) })
            }
          />
        )}
        <p className="text-small text-ink-2">{t('company.less')}</p>
      </div>
    </Section>
  );
}

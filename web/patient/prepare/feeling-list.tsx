// What is there right now: as many as fit, or none. Each choice is met with a calm word.
import { type Feeling, feelings } from '#clinical/preparation/feelings.ts';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { readyWords } from '#web/patient/words/ready.ts';

extendCatalog(readyWords);

export interface FeelingListProps {
  readonly label?: string | undefined;
  readonly value: readonly Feeling[];
  readonly onChange: (value: readonly Feeling[]) => void;
}

export function FeelingList({ label = t('feelings.which'), value, onChange }: FeelingListProps) {
  return (
    <CheckboxList
      label={label}
      hint={t('feelings.hint')}
      value={value}
      onChange={onChange}
      choices={feelings.map((feeling) => ({
        value: feeling,
        label: t(`feelings.${feeling}`),
        detail: value.includes(feeling) ? t(`feelings.${feeling}.said`) : undefined,
      }))}
    />
  );
}

// Each medicine of the person’s own list, taken or not, with what was decided about it beside it.
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#api/endpoint.ts';
import type { listInstructions } from '#api/preparation.ts';
import { type MedicineSaid, type Morning, takenWords } from '#clinical/preparation/morning.ts';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { type EntryOf, ofKind } from '#web/patient/screening/entries.ts';
import { useEntries } from '#web/patient/screening/use-entries.ts';
import { checkInWords } from '#web/patient/words/check-in.ts';
import { instructionsQuery } from './instructions-query.ts';

extendCatalog(checkInWords);

type Instruction = AnswerOf<typeof listInstructions>['instructions'][number];

export interface CheckInMedicinesProps {
  readonly said: Morning;
  readonly onSay: (changed: Pick<Morning, 'medicines' | 'otherTaken'>) => void;
}

export function CheckInMedicines({ said, onSay }: CheckInMedicinesProps) {
  return (
    <section aria-labelledby="medicines-taken" className="flex flex-col gap-6">
      <h2 id="medicines-taken" className="text-sub font-sub">
        {t('morning.medicines')}
      </h2>
      <OfTheList said={said} onSay={onSay} />
      <TextField
        label={t('morning.other')}
        hint={t('morning.other-hint')}
        optional
        maxLength={200}
        value={said.otherTaken ?? ''}
        onChange={(otherTaken) => onSay({ otherTaken })}
      />
    </section>
  );
}

function OfTheList({ said, onSay }: CheckInMedicinesProps) {
  const { patientId } = usePerson();
  const { entries, query } = useEntries();
  const { data } = useQuery(instructionsQuery(patientId));
  if (query.data === undefined)
    return query.error === null ? <Loading /> : <p>{t('morning.medicines-away')}</p>;
  const medicines = ofKind(entries, 'medication-statement').filter(
    ({ body, status }) => body.status !== 'stopped' && status !== 'dismissed',
  );
  const instructions = data?.instructions ?? [];
  const others = instructions.filter((each) => !medicines.some((medicine) => isAbout(each, medicine)));
  const answer = (one: MedicineSaid): void =>
    onSay({ medicines: [...(said.medicines ?? []).filter(({ id }) => id !== one.id), one] });
  return (
    <>
      {medicines.length === 0 && (
        <Checkbox
          label={t('morning.medicines-nothing')}
          detail={t('morning.medicines-none')}
          ticked={said.medicines !== undefined}
          onChange={(ticked) => onSay({ medicines: ticked ? [] : undefined })}
        />
      )}
      {medicines.map((medicine) => (
        <ChoiceGroup
          key={medicine.id}
          label={nameOf(medicine)}
          hint={
            instructions
              .filter((each) => isAbout(each, medicine))
              .map(decidedWords)
              .join('\n') || undefined
          }
          columns={3}
          value={said.medicines?.find(({ id }) => id === medicine.id)?.said}
          onChange={(taken) => answer({ id: medicine.id, name: nameOf(medicine), said: taken })}
          choices={takenWords.map((each) => ({
            value: each,
            label: takenLabel(each),
          }))}
        />
      ))}
      {others.length > 0 && (
        <div>
          <h3 className="font-sub">{t('morning.decided-more')}</h3>
          <ul className="flex flex-col gap-1">
            {others.map((each) => (
              <li key={each.id}>{decidedWords(each)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

export function takenLabel(said: MedicineSaid['said']): string {
  return t(said === 'not-sure' ? 'shared.not-sure' : `morning.${said}`);
}

type Medicine = EntryOf<'medication-statement'>;

function nameOf({ body }: Medicine): string {
  return body.dose === undefined ? body.name : `${body.name} ${body.dose}`.slice(0, 200);
}

function decidedWords({ byName, text }: Instruction): string {
  return t('morning.decided', { name: byName, text });
}

/** By the name the finding was made on: as it was typed, or the generic that was chosen for it. */
function isAbout({ medicine }: Instruction, { body }: Medicine): boolean {
  if (medicine === undefined) return false;
  const names = [body.name, body.generic ?? ''].map((name) => name.toLowerCase());
  return names.some((name) => name.includes(medicine.toLowerCase()));
}

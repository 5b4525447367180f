// What surfaces later keeps its own time, and the session it belongs to, where its author knows them.
import { useQuery } from '@tanstack/react-query';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { pickedOf } from '#web/kit/local-moment.ts';
import { currentZone, formatDate, t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { dosesQuery } from './doses-query.ts';
import type { EntryWords } from './entry-body.tsx';
import type { EntryDraft } from './entry-draft.ts';

interface WhenItCameProps {
  readonly value: EntryDraft;
  readonly onChange: (value: EntryDraft) => void;
  readonly isOfOneSession: boolean;
}

export function WhenItCame({ value, onChange, isOfOneSession }: WhenItCameProps) {
  return (
    <div className="flex flex-col gap-4">
      <DateTimeField
        kind="datetime-local"
        label={t('came.when')}
        hint={t('came.hint')}
        optional
        value={value.came ?? ''}
        max={pickedOf(serverNow(), currentZone())}
        onChange={(came) => onChange({ ...value, came })}
      />
      {!isOfOneSession && (
        <OfSession cycleId={value.cycleId} onChange={(cycleId) => onChange({ ...value, cycleId })} />
      )}
    </div>
  );
}

interface OfSessionProps {
  readonly cycleId: string | undefined;
  readonly onChange: (cycleId: string | undefined) => void;
}

const none = 'none';

function OfSession({ cycleId, onChange }: OfSessionProps) {
  const { patientId } = usePerson();
  const { data: doses = [] } = useQuery(dosesQuery(patientId));
  if (doses.length === 0) return null;
  return (
    <ChoiceGroup
      label={t('came.session')}
      value={cycleId ?? none}
      onChange={(chosen) => onChange(chosen === none ? undefined : chosen)}
      choices={[
        ...doses.toReversed().map(({ cycleId: id, doseAt }) => ({
          value: id,
          label: formatDate(doseAt, 'weekday', currentZone()),
        })),
        { value: none, label: t('came.none') },
      ]}
    />
  );
}

/** Under an entry: when it came, and with which session; nothing where neither was said. */
export function CameLine({
  entry: { cameAt, cycleId },
}: {
  readonly entry: Pick<EntryWords, 'cameAt' | 'cycleId'>;
}) {
  const now = useNow(60_000);
  const { person } = useSurroundings();
  const doses = useQuery({
    ...dosesQuery(person?.patientId ?? ''),
    enabled: person !== undefined && cycleId !== undefined,
  });
  const dose = doses.data?.find((each) => each.cycleId === cycleId);
  const said = [
    cameAt === undefined ? [] : t('came.line', { when: whenWords(cameAt, now) }),
    dose === undefined ? [] : t('came.of', { date: formatDate(dose.doseAt, 'weekday', currentZone()) }),
  ].flat();
  return said.map((line) => (
    <span key={line} className="mt-2 block font-sans text-small">
      {line}
    </span>
  ));
}

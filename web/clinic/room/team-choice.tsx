// One of the team, chosen from those who work here. Without the clinic the list cannot be read, and it says so.
import { getSchedule } from '#api/appointments.ts';
import { localDateOf } from '#clinical/instant.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Loading } from '#web/kit/loading.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
}

export interface TeamChoiceProps {
  readonly label: string;
  /** Left out of the list. */
  readonly without?: readonly string[];
  /** Only those who hold this role. */
  readonly only?: 'prescriber';
  readonly value: TeamMember | undefined;
  readonly onChange: (member: TeamMember | undefined) => void;
}

export function TeamChoice({ label, without = [], only, value, onChange }: TeamChoiceProps) {
  const { now, zone } = useRoom();
  const date = localDateOf(now, zone);
  const asked = useAnswer(['schedule', date, date], getSchedule, { query: { from: date, to: date } });
  const members = (asked.answer?.practitioners ?? []).filter(
    ({ id, roles }) => !without.includes(id) && (only === undefined || roles.includes(only)),
  );
  if (asked.answer === undefined)
    return asked.failure === undefined ? (
      <Loading />
    ) : (
      <ErrorState
        compact
        title={failureWords(asked.failure)}
        stillTrue="The list of the team cannot be read now. Each can say it on their own sign-in."
      />
    );
  return (
    <TapChoices
      label={label}
      columns={2}
      choices={members.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id}
      onChange={(id) => {
        const member = members.find((one) => one.id === id);
        onChange(member && { id: member.id, name: member.name });
      }}
    />
  );
}

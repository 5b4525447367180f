// How the person is in the days after their last dose, as whoever took them home says it: who, what and when, and what nobody said.
import type { CareRecord } from '#clinical/care-record.ts';
import { calledBy, companionChecksOf } from '#clinical/integration/companion-checks.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { companionCheckWords, companionSaidWords } from '#web/clinic/companion-check-words.ts';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';

const marks: Readonly<Record<ReturnType<typeof calledBy>, State>> = {
  ring: 'alert',
  soon: 'due',
  nobody: 'checked',
};

export function CompanionChecksCard({
  record,
  edition,
}: {
  readonly record: CareRecord;
  readonly edition: Edition;
}) {
  const now = useNow(60_000);
  const { lastDose, zone } = record;
  const checks = lastDose === undefined ? [] : companionChecksOf(lastDose, { edition, zone });
  const name = lastDose?.companion?.name;
  if (name === undefined || checks.length === 0) return null;
  return (
    <Card title={`Asked of ${name}`}>
      <ul className="flex flex-col gap-2">
        {checks.map(({ check, askAt, answered }) => (
          <li key={check}>
            {answered === undefined ? (
              <StateWord
                state={askAt > now ? 'not-yet' : 'unknown'}
                word={`${companionCheckWords[check]}: ${askAt > now ? 'not yet asked' : 'no answer'}`}
                tail={`${askAt > now ? 'Asked from' : 'Asked'} ${formatDateTime(askAt)}`}
              />
            ) : (
              <StateWord
                state={marks[calledBy(answered)]}
                word={`${companionCheckWords[check]}: ${companionSaidWords(answered.word, answered.signs)}`}
                tail={`${answered.by}, ${formatDateTime(answered.at)}`}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

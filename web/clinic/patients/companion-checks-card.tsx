// How the person is in the days after their last dose, as whoever took them home says it: who, what and when, and what nobody said.
import type { CareRecord } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import {
  type CompanionCheck,
  calledBy,
  companionChecksOf,
  type Unasked,
  unaskedNow,
} from '#clinical/integration/companion-checks.ts';
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
  const unasked = unaskedNow(lastDose?.companion);
  return (
    <Card title={`Asked of ${name}`}>
      {unasked !== undefined && (
        <div className="mb-3">
          <StateWord
            state="unknown"
            word={`Not asked since ${formatDateTime(unasked.from)}, by choice of ${unasked.by}`}
            tail="Silence here says nothing. Only the patient’s own answers are judged."
          />
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {checks.map((one) => (
          <li key={one.check}>
            <OneCheck one={one} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OneCheck({ one, now }: { readonly one: CompanionCheck; readonly now: Instant }) {
  const { check, askAt, answered, unasked } = one;
  const asked = companionCheckWords[check];
  if (answered !== undefined)
    return (
      <StateWord
        state={marks[calledBy(answered)]}
        word={`${asked}: ${companionSaidWords(answered.word, answered.signs)}`}
        tail={`${answered.by}, ${formatDateTime(answered.at)}`}
      />
    );
  if (unasked !== undefined)
    return <StateWord state="not-yet" word={`${asked}: not asked`} tail={spanWords(unasked)} />;
  const isAhead = askAt > now;
  return (
    <StateWord
      state={isAhead ? 'not-yet' : 'unknown'}
      word={`${asked}: ${isAhead ? 'not yet asked' : 'no answer'}`}
      tail={`${isAhead ? 'Asked from' : 'Asked'} ${formatDateTime(askAt)}`}
    />
  );
}

function spanWords({ from, until, by }: Unasked): string {
  const end = until === undefined ? '' : ` until ${formatDateTime(until)}`;
  return `By choice of ${by}, from ${formatDateTime(from)}${end}`;
}

// What each cycle rests on. What can still come is open; what can no longer come is named. It closes no gate.
import type { AnswerOf } from '#api/endpoint.ts';
import { getPillars } from '#api/pillars.ts';
import type { Pillar } from '#clinical/integration/pillars.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatDateTime } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { partWords, pillarMarks, pillarNames } from './pillar-words.ts';

export function PillarsCard({ patientId }: { readonly patientId: string }) {
  const told = useAnswer(['patient', patientId, 'pillars'], getPillars, { params: { patientId } });
  return (
    <Card title="What each cycle rests on">
      <Heard of={told}>
        {({ cycles, now }) =>
          cycles.length === 0 ? (
            <EmptyState>No dose is booked yet.</EmptyState>
          ) : (
            <>
              <p className="mb-3 text-ink-2">Read {formatDateTime(now)}, from what was done and kept.</p>
              <ol className="divide-y divide-contour border-y border-contour">
                {cycles.toReversed().map((cycle) => (
                  <Cycle key={cycle.id} cycle={cycle} />
                ))}
              </ol>
            </>
          )
        }
      </Heard>
    </Card>
  );
}

function Cycle({ cycle }: { readonly cycle: AnswerOf<typeof getPillars>['cycles'][number] }) {
  return (
    <li className="py-3">
      <h3 className="mb-2 font-sub">
        {cycle.number}. {formatDate(cycle.doseAt, 'long')}
      </h3>
      <ul className="flex flex-col gap-2">
        {cycle.pillars.map((pillar) => (
          <li key={pillar.pillar}>
            <StateWord
              state={pillarMarks[pillar.state]}
              word={pillarNames[pillar.pillar]}
              tail={lacking(pillar)}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

function lacking({ parts }: Pillar): string {
  const named = (state: 'missing' | 'not-yet', before: string): string[] => {
    const found = parts.filter((part) => part.state === state).map(({ part }) => partWords(part));
    return found.length === 0 ? [] : [`${before} ${found.join('; ')}`];
  };
  return [...named('missing', 'Missing:'), ...named('not-yet', 'Not yet:')].join('. ');
}

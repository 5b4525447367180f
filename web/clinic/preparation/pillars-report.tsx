// How many cycles rest on all three, in counts alone.
import { pillarsReport } from '#api/pillars.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { partWords, pillarNames } from '#web/clinic/integration/pillar-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate } from '#web/kit/locale.ts';
import { Table } from '#web/kit/table.tsx';

const pillars = ['preparation', 'support', 'integration'] as const;

export function PillarsReport() {
  const report = useAnswer(['pillars-report'], pillarsReport);
  return (
    <section className="flex max-w-[70ch] flex-col gap-4">
      <h2 className="text-head font-title">What each cycle rests on</h2>
      <Heard of={report}>
        {(told) =>
          told.cycles === 0 ? (
            <EmptyState>Nobody has gone home from a dose since {formatDate(told.since, 'long')}.</EmptyState>
          ) : (
            <>
              <p>
                {told.allThree} of {told.cycles} cycles with a dose since {formatDate(told.since, 'long')}{' '}
                have all three.
              </p>
              <Table
                label="The three pillars, by cycles"
                rows={pillars.map((id) => ({ id, ...told.pillars[id] }))}
                rowKey={({ id }) => id}
                columns={[
                  { id: 'name', title: 'Pillar', cell: ({ id }) => pillarNames[id] },
                  { id: 'whole', title: 'All there', cell: ({ whole }) => whole, figures: true },
                  { id: 'open', title: 'Can still come', cell: ({ open }) => open, figures: true },
                  {
                    id: 'missing',
                    title: 'Something missing',
                    cell: ({ missing }) => missing,
                    figures: true,
                  },
                ]}
              />
              {told.missingParts.length > 0 && (
                <Card title="Missing most often">
                  <ul className="flex flex-col gap-1">
                    {told.missingParts.map(({ part, cycles }) => (
                      <li key={part}>
                        {partWords(part)}: {cycles}
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </>
          )
        }
      </Heard>
    </section>
  );
}

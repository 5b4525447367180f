// Whether the clinic's own words help: how well people knew what will happen before and after learning. Numbers only.
import { preparednessReport } from '#api/preparation.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatNumber } from '#web/kit/locale.ts';
import { Table } from '#web/kit/table.tsx';
import { PillarsReport } from './pillars-report.tsx';

export function PreparednessPage() {
  const report = useAnswer(['preparedness'], preparednessReport);
  return (
    <DeskPage
      title="How prepared people feel"
      lead="Their own ratings, 0 not at all to 10 fully, before and after the cards on what will happen."
    >
      <Heard of={report}>
        {({ since, before, after, both, readiness }) =>
          before.people + after.people + readiness.people === 0 ? (
            <EmptyState>Nobody has rated it since {formatDate(since, 'long')}.</EmptyState>
          ) : (
            <div className="flex max-w-[70ch] flex-col gap-4">
              <Table
                label="Ratings before and after learning"
                rows={[
                  { id: 'before', name: 'Before learning', ...before },
                  { id: 'after', name: 'After learning', ...after },
                ]}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'name', title: 'When', cell: (row) => row.name },
                  { id: 'people', title: 'People', cell: (row) => formatNumber(row.people), figures: true },
                  {
                    id: 'median',
                    title: 'In the middle',
                    cell: (row) => (row.median === undefined ? 'no answer' : formatNumber(row.median)),
                    figures: true,
                  },
                  {
                    id: 'lowest',
                    title: 'Lowest',
                    cell: (row) => (row.lowest === undefined ? 'no answer' : formatNumber(row.lowest)),
                    figures: true,
                  },
                ]}
              />
              <Card title="The same people, before and after">
                <p>
                  {both.people} rated both: {both.up} higher after, {both.same} the same, {both.down} lower.
                </p>
              </Card>
              <Card title="Ready for the dose">
                <p>
                  {readiness.people} rated how ready they feel. For {readiness.low} of them a nurse was asked
                  to talk with them.
                </p>
              </Card>
              <p className="text-small text-ink-2">
                Since {formatDate(since, 'long')}. Whoever did not answer is not counted. A small number says
                little.
              </p>
            </div>
          )
        }
      </Heard>
      <PillarsReport />
    </DeskPage>
  );
}

// Every side effect of the clinic without a name: for the prescribers, the owner and whoever inspects.

import { adverseEventRegister } from '#api/adverse-events.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { routeWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatSpan } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import {
  placeWords,
  relatednessWords,
  reporterWords,
  severityWords,
  stateWords,
  termWords,
} from './event-words.ts';

type Line = AnswerOf<typeof adverseEventRegister>['events'][number];

const outcomes = { over: 'Over', ongoing: 'Still there', unknown: 'Not known' } as const;

const columns: readonly Column<Line>[] = [
  { id: 'told', title: 'Told', figures: true, cell: (row) => formatDate(row.reportedAt, 'medium') },
  { id: 'by', title: 'By', cell: (row) => reporterWords(row.reportedAs) },
  { id: 'what', title: 'What', cell: (row) => (row.term === undefined ? 'Not named' : termWords[row.term]) },
  {
    id: 'bad',
    title: 'How bad',
    cell: (row) => (row.severity === undefined ? 'Not graded' : severityWords[row.severity]),
  },
  {
    id: 'serious',
    title: 'Serious',
    cell: (row) => (row.serious === 'unknown' ? 'Not known' : row.serious ? 'Yes' : 'No'),
  },
  {
    id: 'from',
    title: 'From the dose',
    cell: (row) => (row.relatedness === undefined ? 'Not said' : relatednessWords[row.relatedness]),
  },
  {
    id: 'after',
    title: 'After the dose',
    cell: (row) =>
      row.minutesFromDose === undefined
        ? 'Not known'
        : `${formatSpan(row.minutesFromDose * 60_000)}${row.route === undefined ? '' : `, ${routeWord(row.route)}`}`,
  },
  { id: 'outcome', title: 'Outcome', cell: (row) => outcomes[row.outcome] },
  {
    id: 'stands',
    title: 'How it stands',
    cell: (row) => (
      <StateWord
        state={stateWords[row.state].state}
        word={stateWords[row.state].word}
        tail={
          row.toBeTold.length === 0
            ? undefined
            : `to be told: ${row.toBeTold.map((to) => placeWords[to]).join(', ')}`
        }
      />
    ),
  },
];

export function RegisterPage() {
  const told = useAnswer(['adverse-events'], adverseEventRegister);
  return (
    <DeskPage
      title="Side effects"
      lead="Everything anyone told of, without a name. Who it was stands in the chart, for those who care for them."
      actions={
        told.answer === undefined ? undefined : (
          <Button
            size="row"
            onClick={() =>
              saveFile({
                name: 'adverse-events.fhir.json',
                type: 'application/fhir+json',
                text: JSON.stringify(told.answer?.bundle, null, 2),
              })
            }
          >
            Save all as a FHIR file
          </Button>
        )
      }
    >
      <Heard of={told}>
        {({ events }) => (
          <Table
            label="Side effects"
            columns={columns}
            rows={events}
            rowKey={(row) => row.id}
            empty={<EmptyState>Nobody has told of a side effect yet.</EmptyState>}
          />
        )}
      </Heard>
    </DeskPage>
  );
}

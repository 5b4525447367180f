// What is still to be signed or sent, the most urgent first, and what was done in the last weeks.
import { Link } from '@tanstack/react-router';
import { listPapersDue, type PaperDue } from '#api/papers.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatLocalDate } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { isWaiting, mostUrgentFirst } from './due-order.ts';
import { NoteState } from './note-state.tsx';

export function PapersDuePage() {
  const told = useAnswer(['papers'], listPapersDue);
  const me = useMe();
  const columns = columnsFor({
    reads: has(me, 'nurse', 'prescriber'),
    bills: has(me, 'nurse', 'prescriber', 'admin', 'auditor'),
  });
  return (
    <DeskPage
      title="Papers due"
      lead="Notes that wait for a name and forms that wait to be sent. The safety programme’s form has seven calendar days."
    >
      <Heard of={told}>
        {(answer) => {
          const sorted = answer.papers.toSorted(mostUrgentFirst);
          const done = sorted.filter((paper) => !isWaiting(paper));
          return (
            <>
              <h2 className="text-sub font-sub">To do</h2>
              <Table
                label="To do"
                columns={columns}
                rows={sorted.filter(isWaiting)}
                rowKey={(row) => row.sessionId}
                empty={<EmptyState>Nothing waits. A session comes here when it is opened.</EmptyState>}
              />
              {done.length > 0 && (
                <>
                  <h2 className="text-sub font-sub">Done in the last weeks</h2>
                  <Table
                    label="Done in the last weeks"
                    columns={columns}
                    rows={done}
                    rowKey={(row) => row.sessionId}
                  />
                </>
              )}
            </>
          );
        }}
      </Heard>
    </DeskPage>
  );
}

function columnsFor({
  reads,
  bills,
}: {
  readonly reads: boolean;
  readonly bills: boolean;
}): readonly Column<PaperDue>[] {
  const columns: readonly Column<PaperDue>[] = [
    { id: 'patient', title: 'Patient', cell: (row) => row.patientName },
    { id: 'date', title: 'Session', figures: true, cell: (row) => formatLocalDate(row.date) },
    {
      id: 'note',
      title: 'Note',
      cell: (row) => (
        <>
          <NoteState state={row.note} />
          {reads && (
            <Link
              to="/patients/$patientId/sessions/$sessionId/note"
              params={{ patientId: row.patientId, sessionId: row.sessionId }}
              className="link relative"
            >
              Open the note
              <span className="only-read-aloud">
                {' '}
                of {row.patientName}, {row.date}
              </span>
            </Link>
          )}
        </>
      ),
    },
    {
      id: 'form',
      title: 'Safety programme form',
      cell: (row) => <Form row={row} reads={reads} />,
    },
    {
      id: 'billing',
      title: 'Billing',
      cell: (row) => (
        <Link
          to="/patients/$patientId/sessions/$sessionId/billing"
          params={{ patientId: row.patientId, sessionId: row.sessionId }}
          className="link relative"
        >
          Evidence
          <span className="only-read-aloud">
            {' '}
            of {row.patientName}, {row.date}
          </span>
        </Link>
      ),
    },
  ];
  return columns.filter(({ id }) => bills || id !== 'billing');
}

function Form({ row, reads }: { readonly row: PaperDue; readonly reads: boolean }) {
  const { form } = row;
  if (form === undefined) return <span className="text-ink-2">None asked for</span>;
  return (
    <>
      <StateWord
        state={form.sentOn !== undefined ? 'sent' : form.isLate ? 'late' : 'due'}
        word={form.sentOn !== undefined ? 'Sent' : form.isLate ? 'Late' : 'Due'}
        tail={formTail(form)}
      />
      {reads && (
        <Link
          to="/patients/$patientId/sessions/$sessionId/form"
          params={{ patientId: row.patientId, sessionId: row.sessionId }}
          className="link relative"
        >
          Open the form
          <span className="only-read-aloud">
            {' '}
            of {row.patientName}, {row.date}
          </span>
        </Link>
      )}
    </>
  );
}

function formTail(form: NonNullable<PaperDue['form']>): string {
  const due = formatLocalDate(form.dueOn);
  if (form.sentOn !== undefined)
    return `${formatLocalDate(form.sentOn)}, by ${form.sentByName ?? 'nobody named'}${form.isLate ? `, after ${due}` : ''}`;
  if (form.isLate) return `${-form.daysLeft} ${form.daysLeft === -1 ? 'day' : 'days'}, was due by ${due}`;
  return form.daysLeft === 0
    ? `by the end of today`
    : `by ${due}, ${form.daysLeft} ${form.daysLeft === 1 ? 'day' : 'days'} left`;
}

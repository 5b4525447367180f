// The sessions of one person, and the paper each of them left.
import { Link } from '@tanstack/react-router';
import { listSessions } from '#api/dosing-sessions.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatNumber } from '#web/kit/locale.ts';
import { type Column, Table } from '#web/kit/table.tsx';

type Session = AnswerOf<typeof listSessions>['sessions'][number];

export function SessionsTab({ patient }: PatientTabProps) {
  const sessions = useAnswer(['patient', patient.id, 'sessions'], listSessions, {
    params: { patientId: patient.id },
  });
  const columns: readonly Column<Session>[] = [
    { id: 'opened', title: 'Opened', figures: true, cell: (row) => formatDateTime(row.openedAt) },
    {
      id: 'released',
      title: 'Left',
      figures: true,
      cell: (row) => (row.releasedAt === undefined ? 'Not released' : formatDateTime(row.releasedAt)),
    },
    {
      id: 'dose',
      title: 'Dose given',
      figures: true,
      cell: (row) => (row.doseMg === undefined ? 'No dose written down' : `${formatNumber(row.doseMg)} mg`),
    },
    {
      id: 'paper',
      title: 'Papers',
      cell: (row) => (
        <span className="flex flex-wrap gap-x-5">
          <Link
            to="/patients/$patientId/sessions/$sessionId/note"
            params={{ patientId: patient.id, sessionId: row.id }}
            className="link"
          >
            Session note
          </Link>
          <Link
            to="/patients/$patientId/sessions/$sessionId/summary"
            params={{ patientId: patient.id, sessionId: row.id }}
            className="link"
          >
            After-visit summary
          </Link>
        </span>
      ),
    },
  ];
  return (
    <Heard of={sessions}>
      {(answer) => (
        <Table
          label="Sessions"
          columns={columns}
          rows={answer.sessions.toSorted((one, other) => other.openedAt - one.openedAt)}
          rowKey={(row) => row.id}
          empty={
            <EmptyState>No session yet. The first one opens when they arrive for a booked dose.</EmptyState>
          }
        />
      )}
    </Heard>
  );
}

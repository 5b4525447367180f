// The clinic's protocols: what is followed on each route, what waits for a signature, and who answers for it.
import { Link, useNavigate } from '@tanstack/react-router';
import { listProtocols, type Protocol } from '#api/protocols.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { routeWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { type Column, Table } from '#web/kit/table.tsx';
import { ProtocolState } from './protocol-state.tsx';

export function ProtocolsPage() {
  const protocols = useAnswer(['protocols'], listProtocols);
  const navigate = useNavigate();
  return (
    <DeskPage
      title="Protocols"
      lead="The limits, times and windows of care by route. A series keeps the protocol it was planned on."
    >
      <Heard of={protocols}>
        {(answer) => (
          <Table
            label="Protocols"
            columns={columns}
            rows={answer.protocols.toSorted(byRoute)}
            rowKey={(row) => row.id}
            onOpen={(row) => navigate({ to: '/protocols/$editionId', params: { editionId: row.id } })}
          />
        )}
      </Heard>
    </DeskPage>
  );
}

function byRoute(one: Protocol, other: Protocol): number {
  return routeWord(one.route).localeCompare(routeWord(other.route)) || other.version - one.version;
}

const columns: readonly Column<Protocol>[] = [
  { id: 'route', title: 'Route', cell: (row) => routeWord(row.route) },
  {
    id: 'name',
    title: 'Protocol',
    cell: (row) => (
      <Link
        to="/protocols/$editionId"
        params={{ editionId: row.id }}
        className="link font-sub"
        onClick={(event) => event.stopPropagation()}
      >
        {row.name}, version {row.version}
      </Link>
    ),
  },
  { id: 'state', title: 'Who answers for it', cell: (row) => <ProtocolState protocol={row} /> },
];

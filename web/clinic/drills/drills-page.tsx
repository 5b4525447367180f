// The drill room's door: what may be practised and what it expects, where, led by whom; and the training records one may read.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { approveScenario, type DrillList, listDrills, startDrill } from '#api/drills.ts';
import {
  type DrillRoute,
  type DrillScenario,
  type DrillScenarioId,
  drillScenarios,
} from '#clinical/drills/scenarios.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { routeWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { happeningWords, scenarioName } from './drill-words.ts';

export function DrillsPage() {
  const told = useAnswer(['drills'], listDrills);
  const trains = has(useMe(), 'nurse', 'prescriber', 'therapist');
  return (
    <DeskPage
      title="Drills"
      lead="A made-up person in the real room screen. Nothing of a drill reaches the board, the drug book or anyone’s record."
    >
      <Heard of={told}>
        {(list) => (
          <>
            {trains && <StartDrill list={list} />}
            <Records list={list} />
          </>
        )}
      </Heard>
    </DeskPage>
  );
}

function StartDrill({ list }: { readonly list: DrillList }) {
  const me = useMe();
  const navigate = useNavigate();
  const [scenarioId, setScenario] = useState<DrillScenarioId>();
  const [route, setRoute] = useState<DrillRoute>();
  const [roomId, setRoom] = useState<string>();
  const [trainerId, setTrainer] = useState<string>();
  const [id] = useState(newCommandId);
  const scenario = drillScenarios.find((one) => one.id === scenarioId);
  const protocol = list.protocols.find((one) => one.route === route);
  const start = useAct(
    (body: { scenario: DrillScenarioId; route: DrillRoute; roomId: string; trainerId?: string }, commandId) =>
      call(startDrill, { body: { id, ...body }, commandId }),
    () => {
      navigate({ to: '/drills/$drillId/room', params: { drillId: id } });
    },
  );
  return (
    <Card title="Start a drill">
      <div className="flex flex-col gap-5">
        <ChoiceGroup
          label="What to practise"
          columns={2}
          choices={drillScenarios.map((one) => ({ value: one.id, label: one.name, detail: one.story }))}
          value={scenarioId}
          onChange={setScenario}
        />
        <ChoiceGroup
          label="How the dose goes in"
          columns={2}
          choices={list.protocols.map((one) => ({ value: one.route, label: routeWord(one.route) }))}
          value={route}
          onChange={setRoute}
        />
        {scenario !== undefined && <Expected scenario={scenario} list={list} protocol={protocol} />}
        <div className="grid gap-4 tablet:grid-cols-2">
          <Select
            label="Room"
            prompt="Choose a room"
            choices={list.rooms.map((room) => ({
              value: room.id,
              label: room.inUse ? `${room.name}, someone is in it` : room.name,
            }))}
            value={roomId}
            onChange={setRoom}
          />
          <Select
            label="Who leads"
            hint="Signs the record with you. The owner may sign as well."
            prompt="Nobody named"
            choices={list.staff.flatMap((one) =>
              one.id === me.id ? [] : [{ value: one.id, label: one.name }],
            )}
            value={trainerId}
            onChange={setTrainer}
          />
        </div>
        <Failure failure={start.failure} />
        <Button
          variant="primary"
          size="large"
          wide
          busy={start.busy ? 'Opening the drill' : undefined}
          closed={
            scenarioId === undefined
              ? 'Closed: what to practise'
              : route === undefined
                ? 'Closed: how the dose goes in'
                : roomId === undefined
                  ? 'Closed: which room'
                  : undefined
          }
          onClick={() => {
            if (scenarioId === undefined || route === undefined || roomId === undefined) return;
            start.run({
              scenario: scenarioId,
              route,
              roomId,
              ...(trainerId === undefined ? {} : { trainerId }),
            });
          }}
        >
          Start now
        </Button>
      </div>
    </Card>
  );
}

interface ExpectedProps {
  readonly scenario: DrillScenario;
  readonly list: DrillList;
  readonly protocol: DrillList['protocols'][number] | undefined;
}

/** Every line of the scenario, as it is approved: what is asked of one route alone says so. */
function Expected({ scenario, list, protocol }: ExpectedProps) {
  const prescribes = has(useMe(), 'prescriber');
  const approval = list.approvals.find(
    (one) => one.scenario === scenario.id && one.version === scenario.version,
  );
  const told = useAnswer(['drills'], listDrills);
  const approve = useAct(
    (_: Record<string, never>, commandId) =>
      call(approveScenario, {
        params: { scenario: scenario.id },
        body: { version: scenario.version },
        commandId,
      }),
    told.again,
  );
  return (
    <section className="flex flex-col gap-2 rounded-card bg-shallow px-4 py-3">
      <h3 className="font-sub">What is expected</h3>
      <ol className="m-0 list-decimal pl-5">
        {scenario.expected.map((one) => (
          <li key={one.id}>
            {one.only !== undefined && `${routeWord(one.only)}: `}
            {one.words}
            <span className="text-small text-ink-2">
              {one.within.kind === 'seconds'
                ? `, within ${one.within.seconds.value} s after ${happeningWords[one.from]}`
                : `, within the time of the protocol${protocol === undefined ? '' : `, ${protocol.withinSeconds[one.within.kind]} s`}`}
            </span>
          </li>
        ))}
      </ol>
      {approval === undefined ? (
        <p className="text-small font-[560]">EXAMPLE. Not approved by a clinician. House numbers.</p>
      ) : (
        <p className="text-small">
          Version {scenario.version} approved by {approval.byName}, {formatDateTime(approval.at)}.
        </p>
      )}
      {approval === undefined && prescribes && (
        <div>
          <Button busy={approve.busy ? 'Signing' : undefined} onClick={() => approve.run({})}>
            Approve this for the clinic
          </Button>
        </div>
      )}
      <Failure failure={approve.failure} />
      {protocol !== undefined && (
        <p className="text-small text-ink-2">
          Runs on “{protocol.name}”, version {protocol.version}
          {protocol.approver === undefined
            ? ', an example no clinician approved'
            : `, approved by ${protocol.approver}`}
          .
        </p>
      )}
    </section>
  );
}

type Row = DrillList['drills'][number];

const columns: readonly Column<Row>[] = [
  {
    id: 'when',
    title: 'When',
    figures: true,
    cell: (row) => (
      <Link to="/drills/$drillId" params={{ drillId: row.id }} className="link">
        {formatDateTime(row.startedAt)}
      </Link>
    ),
  },
  {
    id: 'what',
    title: 'Drill',
    cell: (row) =>
      row.route === undefined
        ? scenarioName(row.scenario)
        : `${scenarioName(row.scenario)}, ${routeWord(row.route).toLowerCase()}`,
  },
  { id: 'who', title: 'Who trained', cell: (row) => row.trainee.name },
  {
    id: 'record',
    title: 'Record',
    cell: (row) => (
      <span className="figures">
        {row.inTime} in time, {row.late} late, {row.notDone} not done, {row.notKnown} not known
      </span>
    ),
  },
  {
    id: 'signed',
    title: 'Signed by',
    cell: (row) =>
      row.ended === undefined ? (
        <Link to="/drills/$drillId/room" params={{ drillId: row.id }} className="link">
          Runs now. Join
        </Link>
      ) : row.signedBy.length === 0 ? (
        'nobody yet'
      ) : (
        row.signedBy.join(', ')
      ),
  },
];

function Records({ list }: { readonly list: DrillList }) {
  const [traineeId, setTrainee] = useState<string>();
  const people = [...new Map(list.drills.map(({ trainee }) => [trainee.id, trainee])).values()];
  const shown = list.drills.filter(({ trainee }) => traineeId === undefined || trainee.id === traineeId);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-sub font-sub">Training records, the newest 60</h2>
        {people.length > 1 && (
          <Select
            label="Of one person"
            prompt="Everyone"
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={traineeId}
            onChange={setTrainee}
          />
        )}
      </div>
      <Table
        label="Training records"
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        empty={<EmptyState>No drill yet. A record comes here when one has been started.</EmptyState>}
      />
    </>
  );
}

// Finding a person by name or by where they are.
import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { listPatients, type Patient } from '#api/patients.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { stages, stageWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatLocalDate, formatSpan } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { nameOf } from './name-of.ts';

export function PatientsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [stage, setStage] = useState<string>();
  const asked = useDeferredValue(name.trim());
  const patients = useAnswer(
    ['patients', asked, stage],
    listPatients,
    { query: { ...(asked === '' ? {} : { name: asked }), ...(stage === undefined ? {} : { stage }) } },
    { keepLast: true },
  );
  return (
    <DeskPage
      title="Patients"
      lead={
        readsChart(me) ? 'The people in your care, and today’s people while you are on shift.' : undefined
      }
    >
      {readsChart(me) && !me.onShift && <StartShiftBlock />}
      <search className="flex flex-wrap gap-4">
        <TextField
          className="min-w-60 flex-1"
          label="Name"
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <Select
          className="min-w-52"
          label="Where they are"
          prompt="Any"
          value={stage}
          onChange={setStage}
          choices={stages.map((value) => ({ value, label: stageWord(value) }))}
        />
      </search>
      <Heard of={patients}>
        {(answer) => (
          <Table
            label="Patients"
            columns={columns}
            rows={answer.patients}
            rowKey={(row) => row.id}
            onOpen={(row) => navigate({ to: '/patients/$patientId', params: { patientId: row.id } })}
            empty={
              <EmptyState>
                {asked === '' && stage === undefined
                  ? 'No one here yet. People appear once an inquiry was invited to screening.'
                  : 'No one found. Try fewer letters, or any stage.'}
              </EmptyState>
            }
          />
        )}
      </Heard>
    </DeskPage>
  );
}

const columns: readonly Column<Patient>[] = [
  {
    id: 'name',
    title: 'Person',
    cell: (patient) => (
      <Link
        to="/patients/$patientId"
        params={{ patientId: patient.id }}
        className="link font-sub"
        onClick={(event) => event.stopPropagation()}
      >
        {nameOf(patient)}
      </Link>
    ),
  },
  {
    id: 'born',
    title: 'Born',
    figures: true,
    cell: (patient) => (patient.birthDate === undefined ? 'Not known' : formatLocalDate(patient.birthDate)),
  },
  { id: 'stage', title: 'Where they are', cell: (patient) => <Stage patient={patient} /> },
  {
    id: 'reach',
    title: 'How to reach them',
    cell: (patient) => patient.phone ?? patient.email ?? <span className="text-ink-2">Not known</span>,
  },
];

function Stage({ patient }: { readonly patient: Patient }) {
  const now = useNow(60_000);
  return (
    <>
      {stageWord(patient.stage)}
      <span className="block text-small text-ink-2">
        for {formatSpan(now - patient.stageAt)}
        {patient.stageReason !== undefined && `. ${patient.stageReason}`}
      </span>
    </>
  );
}

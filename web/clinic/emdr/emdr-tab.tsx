// The EMDR bench of one therapist with one person: targets, the sitting that runs, those before, and where work is allowed.
import { useState } from 'react';
import { type EmdrBench, type EmdrTarget, getEmdrBench } from '#api/emdr.ts';
import { missingInTarget } from '#clinical/integration/emdr.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { courseOf, missingWord, phaseWords, stateWords } from './emdr-words.ts';
import { LicenceCard } from './licence-card.tsx';
import { BeginSitting, RunningSitting } from './sitting-form.tsx';
import { TargetForm } from './target-form.tsx';

export function EmdrTab({ patient }: PatientTabProps) {
  const bench = useAnswer(
    ['patient', patient.id, 'emdr'],
    getEmdrBench,
    { params: { patientId: patient.id } },
    { onPushOnly: true },
  );
  const name = patient.preferredName ?? patient.givenName;
  return <Heard of={bench}>{(answer) => <Bench bench={answer} patientId={patient.id} name={name} />}</Heard>;
}

interface BenchProps {
  readonly bench: EmdrBench;
  readonly patientId: string;
  readonly name: string;
}

function Bench({ bench, patientId, name }: BenchProps) {
  const [chosen, setChosen] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const running = bench.sittings.find((sitting) => sitting.closedAt === undefined);
  const target = bench.targets.find((each) => each.id === (running?.targetId ?? chosen));
  const edited = bench.targets.find((each) => each.id === editing);
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {running !== undefined && target !== undefined && (
          <RunningSitting sitting={running} target={target} patientId={patientId} name={name} />
        )}
        {editing !== undefined ? (
          <Card title={edited === undefined ? 'A new target' : edited.title}>
            <TargetForm
              key={editing}
              patientId={patientId}
              target={edited}
              onDone={() => setEditing(undefined)}
            />
          </Card>
        ) : (
          <Targets
            bench={bench}
            chosen={chosen}
            onChoose={running === undefined ? setChosen : undefined}
            onEdit={setEditing}
          />
        )}
        {running === undefined && target !== undefined && editing === undefined && (
          <BeginSitting key={target.id} bench={bench} target={target} patientId={patientId} name={name} />
        )}
        <Before bench={bench} />
      </div>
      <LicenceCard licences={bench.licences} />
    </div>
  );
}

interface TargetsProps {
  readonly bench: EmdrBench;
  readonly chosen: string | undefined;
  readonly onChoose: ((id: string) => void) | undefined;
  readonly onEdit: (id: string) => void;
}

function Targets({ bench, chosen, onChoose, onEdit }: TargetsProps) {
  return (
    <Card title="Targets">
      {bench.targets.length === 0 && <EmptyState>No target yet.</EmptyState>}
      <ul className="divide-y divide-contour">
        {bench.targets.map((target) => (
          <li key={target.id} className="flex flex-col gap-1 py-3">
            <p className="font-[560]">{target.title}</p>
            <p className="text-small text-ink-2">
              {stateWords[target.state]}
              {target.wordsId !== undefined && '. From what feels stuck, as they showed it'}.{' '}
              {target.authorName}, {formatDateTime(target.recordedAt)}
            </p>
            <Lacks target={target} bench={bench} />
            <div className="flex flex-wrap gap-2">
              {onChoose !== undefined && target.state === 'open' && (
                <Button size="row" aria-pressed={chosen === target.id} onClick={() => onChoose(target.id)}>
                  Work on it<span className="sr-only">: {target.title}</span>
                </Button>
              )}
              <Button size="row" variant="quiet" onClick={() => onEdit(target.id)}>
                Its parts<span className="sr-only">: {target.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button className="mt-3" onClick={() => onEdit('new')}>
        A new target
      </Button>
    </Card>
  );
}

function Lacks({ target, bench }: { readonly target: EmdrTarget; readonly bench: EmdrBench }) {
  const readings = bench.sittings
    .filter((sitting) => sitting.targetId === target.id)
    .flatMap((sitting) => sitting.readings);
  const missing = missingInTarget(target, readings);
  return missing.length === 0 ? null : (
    <p className="text-small">Not there yet: {missing.map(missingWord).join(', ')}</p>
  );
}

/** The course of each target in its own figures; a scale that was not asked is a gap and stays one. */
function Before({ bench }: { readonly bench: EmdrBench }) {
  const closed = bench.sittings.filter((sitting) => sitting.closedAt !== undefined);
  if (closed.length === 0) return null;
  return (
    <Card title="Sittings before">
      <div className="overflow-x-auto">
        <table className="w-full text-left text-small">
          <thead>
            <tr>
              {['When', 'Target', 'SUD', 'VoC', 'Reached', 'Closed with'].map((head) => (
                <th key={head} scope="col" className="py-2 pr-4 font-[560]">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="figures">
            {closed.map((sitting) => (
              <tr key={sitting.id} className="border-t border-contour align-top">
                <td className="py-2 pr-4">{formatDateTime(sitting.startedAt)}</td>
                <td className="py-2 pr-4">
                  {bench.targets.find((target) => target.id === sitting.targetId)?.title}
                </td>
                <td className="py-2 pr-4">{courseOf(sitting, 'sud')}</td>
                <td className="py-2 pr-4">{courseOf(sitting, 'voc')}</td>
                <td className="py-2 pr-4">{phaseWords[sitting.phase]}</td>
                <td className="py-2 pr-4">
                  SUD {sitting.closure?.sudNow ?? 'not asked'}
                  {sitting.closure?.plan !== undefined &&
                    sitting.closure.plan !== '' &&
                    `. ${sitting.closure.plan}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

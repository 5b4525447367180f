// The one answer about a person: what now, what blocks, who owns it, what is unknown. Drawn, not decided, here.
import { Link } from '@tanstack/react-router';
import { getAnswer } from '#api/answer.ts';
import type { Answer, Task, TaskState } from '#clinical/answer.ts';
import { conditionWords, haveInWords } from '#clinical/gate-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { roleWord } from '#web/clinic/places.ts';
import { taskSubject, taskWord } from '#web/clinic/tasks/task-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatDateTime, formatTime } from '#web/kit/locale.ts';
import { type State, StateMark, stateWord } from '#web/kit/state-mark.tsx';
import { CompanionChecksCard } from './companion-checks-card.tsx';
import { ContactCard } from './desk-overview.tsx';
import type { PatientTabProps } from './patient-page.tsx';
import { CareTeamCard, RidesCard, SlotsCard } from './slots-and-rides.tsx';

export function OverviewTab({ patient }: PatientTabProps) {
  const asked = useAnswer(['patient', patient.id, 'answer'], getAnswer, {
    params: { patientId: patient.id },
  });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Heard of={asked}>
          {({ answer, now }) => (
            <>
              <TasksCard answer={answer} />
              <UnknownCard answer={answer} now={now} patientId={patient.id} />
              <p className="text-small text-ink-2">
                Answered at {formatTime(now)} from the record. It says what was looked at, not that all is
                well.
              </p>
            </>
          )}
        </Heard>
      </div>
      <div className="flex flex-col gap-4">
        <SlotsCard patientId={patient.id} />
        <RidesCard patientId={patient.id} />
        {asked.answer !== undefined && (
          <CompanionChecksCard record={asked.answer.record} edition={asked.answer.edition} />
        )}
        <CareTeamCard patientId={patient.id} />
        <ContactCard patient={patient} />
      </div>
    </div>
  );
}

const marks: Readonly<Record<TaskState, State>> = {
  late: 'late',
  due: 'due',
  'not-yet': 'not-yet',
  done: 'checked',
};

function TasksCard({ answer }: { readonly answer: Answer }) {
  const open = answer.tasks.filter((task) => task.state !== 'done');
  const done = answer.tasks.filter((task) => task.state === 'done');
  return (
    <Card title="What is next, and whose it is">
      {open.length === 0 ? (
        <EmptyState>
          Nothing is asked of anyone right now. The next step appears here when it opens.
        </EmptyState>
      ) : (
        <ul>
          {open.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details className="mt-2">
          <summary className="link flex min-h-10 cursor-pointer items-center">
            {done.length} {done.length === 1 ? 'thing' : 'things'} already done
          </summary>
          <ul>
            {done.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const subject = taskSubject(task.kind, task.subject);
  const when =
    task.state === 'done'
      ? task.doneAt === undefined
        ? undefined
        : formatDateTime(task.doneAt)
      : task.state === 'not-yet'
        ? task.opensAt === undefined
          ? undefined
          : `opens ${formatDateTime(task.opensAt)}`
        : task.dueAt === undefined
          ? undefined
          : `due ${formatDateTime(task.dueAt)}`;
  return (
    <li className="flex gap-3 border-b border-contour py-2.5 last:border-b-0">
      <StateMark state={marks[task.state]} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-sub">{taskWord(task.kind)}</span>
          {subject !== undefined && `: ${subject}`}
        </p>
        <p className="text-small text-ink-2">
          {stateWord(marks[task.state])}
          {when !== undefined && `, ${when}`}. The {roleWord(task.owner)}’s.
          {task.blocks !== undefined &&
            task.blocks.length > 0 &&
            ` Holds: ${task.blocks.map((each) => conditionWords[each].name.toLowerCase()).join(', ')}.`}
        </p>
      </div>
    </li>
  );
}

interface UnknownProps {
  readonly answer: Answer;
  readonly now: Instant;
  readonly patientId: string;
}

function UnknownCard({ answer, now, patientId }: UnknownProps) {
  const time = (at: Instant): string => (isOtherDay(at, now) ? formatDateTime(at) : formatTime(at));
  const named = answer.unknown.map((code) => {
    const [gateId, condition] = code.split('/');
    const gate = gateId === 'release' ? answer.gates.release : answer.gates.openDose;
    const line = gate.lines.find((each) => each.condition === condition);
    return line === undefined
      ? { code, name: 'When to look next', why: 'The plan of checks cannot be told' }
      : { code, name: conditionWords[line.condition].name, why: haveInWords(line, time) };
  });
  return (
    <Card title={`Unknown: ${named.length}`}>
      {named.length === 0 ? (
        <p className="text-ink-2">Nothing that this stage asks for is unknown.</p>
      ) : (
        <>
          <ul className="grid gap-x-6 tablet:grid-cols-2">
            {named.map((each) => (
              <li key={each.code} className="flex gap-2.5 py-1.5">
                <StateMark state="unknown" size={22} className="mt-0.5" />
                <span>
                  <span className="font-sub">{each.name}</span>
                  <span className="block text-small text-ink-2">{each.why}</span>
                </span>
              </li>
            ))}
          </ul>
          <Link to="/patients/$patientId/gate" params={{ patientId }} className="link mt-2 inline-block">
            Open the gate sheet
          </Link>
        </>
      )}
    </Card>
  );
}

function isOtherDay(at: Instant, now: Instant): boolean {
  return formatDate(at, 'medium') !== formatDate(now, 'medium');
}

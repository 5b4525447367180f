// Open work for the roles a person holds: what is most urgent first, each with whom it is about and since when.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { finishTask, listTasks, type Task } from '#api/outcomes.ts';
import { asksForSafetyPlan } from '#clinical/risk/safety-plan.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { SafetyPlanLink } from '#web/clinic/patients/safety-plan-link.tsx';
import { readsChart, roleWord } from '#web/clinic/places.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { detailWords, taskWord } from './task-words.ts';

const urgency: readonly Task['priority'][] = ['now', 'soon', 'routine'];
const urgencyWords: Readonly<Record<Task['priority'], string>> = {
  now: 'Now',
  soon: 'Soon',
  routine: 'When there is time',
};

export function TasksPage() {
  const me = useMe();
  const tasks = useAnswer(['tasks'], listTasks);
  return (
    <DeskPage title="Tasks" lead="Open work for you and the others who do what you do.">
      {readsChart(me) && !me.onShift && <StartShiftBlock />}
      <Heard of={tasks}>
        {({ tasks: open }) =>
          open.length === 0 ? (
            <EmptyState>
              No open work for your roles. It appears here the moment someone needs you.
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-6">
              {urgency
                .map((priority) => ({ priority, of: open.filter((task) => task.priority === priority) }))
                .filter((group) => group.of.length > 0)
                .map((group) => (
                  <section key={group.priority} className="flex flex-col gap-3">
                    <h2 className="text-sub font-sub">
                      {urgencyWords[group.priority]}{' '}
                      <span className="figures text-ink-2">{group.of.length}</span>
                    </h2>
                    <ul className="flex flex-col overflow-hidden rounded-card bg-surface">
                      {group.of.map((task) => (
                        <TaskLine key={task.id} task={task} />
                      ))}
                    </ul>
                  </section>
                ))}
            </div>
          )
        }
      </Heard>
    </DeskPage>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const now = useNow(30_000);
  const queries = useQueryClient();
  const finish = useAct(
    (_: { taskId: string }, commandId) =>
      call(finishTask, { params: { taskId: task.id }, body: {}, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['tasks'] });
    },
  );
  const late = task.dueAt !== undefined && task.dueAt < now;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-contour px-5 py-3.5 last:border-b-0">
      <StateMark state={task.priority === 'now' ? 'alert' : late ? 'late' : 'due'} className="mt-0.5" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-sub">
          {taskWord(task.kind)}
          {task.patientId !== undefined && (
            <>
              {': '}
              <Link
                to="/patients/$patientId"
                params={{ patientId: task.patientId }}
                search={task.kind.startsWith('side-effect-') ? { tab: 'side-effects' } : {}}
                className="link"
              >
                {task.patientName ?? 'this person'}
              </Link>
            </>
          )}
        </p>
        {task.patientId !== undefined && asksForSafetyPlan(task.kind) && (
          <SafetyPlanLink patientId={task.patientId} />
        )}
        {detailWords(task.detail).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p className="text-small text-ink-2">
          {task.dueAt === undefined
            ? 'No set time'
            : late
              ? `${formatSpan(now - task.dueAt)} late, due ${formatDateTime(task.dueAt)}`
              : `Due ${formatDateTime(task.dueAt)}`}
          . Raised {formatSpan(now - task.createdAt)} ago, for the {roleWord(task.ownerRole)}.
        </p>
        <Failure failure={finish.failure} stillTrue="The task is still open." />
      </div>
      <Button
        size="row"
        aria-label={`Done: ${taskWord(task.kind)}, ${task.patientName ?? ''}`}
        busy={finish.busy ? 'Saving' : undefined}
        onClick={() => finish.run({ taskId: task.id })}
      >
        Done
      </Button>
    </li>
  );
}

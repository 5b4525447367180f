// All the parts of getting ready, each with its state, straight from the one answer.
import { useQuery } from '@tanstack/react-query';
import type { Instant } from '#clinical/instant.ts';
import type { Task, TaskKind } from '#clinical/task.ts';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);
extendCatalog(prepareWords);

const parts: readonly { readonly id: string; readonly to: string; readonly kinds: readonly TaskKind[] }[] = [
  { id: 'consent', to: '/prepare/consent', kinds: ['sign-consent'] },
  { id: 'ride', to: '/prepare/ride', kinds: ['ask-companion', 'answer-ride'] },
  { id: 'intention', to: '/prepare/intention', kinds: ['set-intention'] },
  { id: 'practice', to: '/prepare/practice', kinds: ['practice-grounding'] },
  { id: 'plan', to: '/prepare/plan', kinds: ['write-navigation-plan'] },
  { id: 'day', to: '/prepare/day', kinds: ['write-day-plan'] },
  { id: 'letter', to: '/prepare/letter', kinds: ['write-letter'] },
  { id: 'readiness', to: '/prepare/readiness', kinds: [] },
];

function PreparePage() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const answer = useQuery(answerQuery(patientId));
  const doseAt = answer.data?.record.cycle?.doseAppointment?.startsAt;
  return (
    <Page
      place="/"
      title={t('prepare.title')}
      lead={
        doseAt === undefined
          ? t('prepare.lead')
          : `${say('prepare.for', { when: whenWords(doseAt, now) })} ${t('prepare.lead')}`
      }
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {(data) =>
          data.record.cycle === undefined ? (
            <EmptyState>{t('prepare.none')}</EmptyState>
          ) : (
            <ul className="divide-y divide-contour rounded-card bg-surface px-5">
              {parts.map((part) => (
                <li key={part.id}>
                  <Go
                    to={part.to}
                    className="flex min-h-18 flex-col justify-center gap-1 py-3.5 text-ink no-underline"
                  >
                    <span className="link font-sub">{t(`prepare.${part.id}`)}</span>
                    <PartState
                      task={data.answer.tasks.find((task) => part.kinds.includes(task.kind))}
                      now={now}
                    />
                  </Go>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  );
}

const marks: Readonly<Record<Task['state'], State>> = {
  done: 'checked',
  due: 'due',
  late: 'late',
  'not-yet': 'not-yet',
};

function PartState({ task, now }: { readonly task: Task | undefined; readonly now: Instant }) {
  if (task === undefined) return null;
  const word = {
    done:
      task.doneAt === undefined
        ? t('kit.state.checked')
        : t('prepare.done', { when: whenWords(task.doneAt, now) }),
    due: task.dueAt === undefined ? t('prepare.open') : t('prepare.by', { when: whenWords(task.dueAt, now) }),
    late:
      task.dueAt === undefined ? t('prepare.open') : say('today.late', { when: whenWords(task.dueAt, now) }),
    'not-yet':
      task.opensAt === undefined
        ? t('kit.state.not-yet')
        : t('prepare.not-yet', { when: whenWords(task.opensAt, now) }),
  }[task.state];
  return (
    <StateWord
      state={marks[task.state]}
      size={20}
      word={<span className="text-small font-normal">{word}</span>}
    />
  );
}

export const page = PreparePage;

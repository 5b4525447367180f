// All the parts of getting ready by when they are due, and the one to go on with, straight from the one answer.
import { useQuery } from '@tanstack/react-query';
import type { CareRecord } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Task } from '#clinical/task.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Loading } from '#web/kit/loading.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { planRests } from '#web/patient/plan-rests.ts';
import { type Answered, answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { EarlyParts } from './early-parts.tsx';
import { nextPart, type PlacedPart, type Prepared, partsByDeadline } from './parts.ts';
import { preparationQuery } from './preparation-item.ts';
import { leftKey } from './prepared-page.tsx';
import { TheWholeWay } from './the-whole-way.tsx';
import { itemsTopic, withWaiting } from './waiting-items.ts';

extendCatalog(todayWords);
extendCatalog(prepareWords);
extendCatalog(readyWords);

function PreparePage() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page
      place="/"
      title={t('prepare.title')}
      lead={leadWords(answer.data?.record, now)}
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {(data) =>
          data.record.cycle === undefined ? (
            <EarlyParts />
          ) : (
            <Parts answered={data} cycleId={data.record.cycle.id} now={now} />
          )
        }
      </Asked>
    </Page>
  );
}

/** False once the dose of this cycle was given or its time has passed, and while the plan does not go on. */
function liesAhead(record: CareRecord, now: Instant): boolean {
  const { cycle } = record;
  if (planRests(record)) return false;
  if (cycle?.session?.doseStartedAt !== undefined) return false;
  return cycle?.doseAppointment === undefined || cycle.doseAppointment.endsAt >= now;
}

function leadWords(record: CareRecord | undefined, now: Instant): string {
  if (record !== undefined && record.cycle === undefined) return t('early.lead');
  if (record !== undefined && !liesAhead(record, now)) return t('prepare.lead-after');
  const doseAt = record?.cycle?.doseAppointment?.startsAt;
  return doseAt === undefined
    ? t('prepare.lead')
    : `${say('prepare.for', { when: whenWords(doseAt, now) })} ${t('prepare.lead')}`;
}

interface PartsProps {
  readonly answered: Answered;
  readonly cycleId: string;
  readonly now: Instant;
}

function Parts({ answered, cycleId, now }: PartsProps) {
  const { patientId } = usePerson();
  const items = useQuery(preparationQuery(patientId, cycleId));
  const { waiting } = useTransport(itemsTopic(cycleId));
  const left = useDraft(leftKey(cycleId), '');
  if (items.data === undefined && items.error === null) return <Loading />;
  const { edition, record } = answered;
  const prepared: Prepared = {
    edition,
    record,
    tasks: answered.answer.tasks,
    items: withWaiting(items.data?.items ?? [], waiting, cycleId),
  };
  const { due, whenYouLike } = partsByDeadline(prepared);
  const next = liesAhead(record, now) ? nextPart(prepared, left.value) : undefined;
  return (
    <>
      {next?.part.to !== undefined && (
        <DeepBlock
          kicker={t('prepare.kicker')}
          heading={t(`prepare.${next.part.id}`)}
          action={
            <Go to={next.part.to} className={buttonClass({ variant: 'deep', size: 'large', wide: true })}>
              {t(next.part.to === left.value ? 'prepare.go-on' : 'prepare.begin')}
            </Go>
          }
          closing={t('prepare.rest')}
        />
      )}
      {due.length > 0 && (
        <Section title={t('prepare.all')}>
          <PartList placed={due} now={now} />
        </Section>
      )}
      <Section title={t('prepare.when-you-like')}>
        <PartList placed={whenYouLike} now={now} />
      </Section>
      <TheWholeWay edition={edition} record={record} now={now} />
    </>
  );
}

function PartList({ placed, now }: { readonly placed: readonly PlacedPart[]; readonly now: Instant }) {
  return (
    <ul className="divide-y divide-contour rounded-card bg-surface px-5 max-[18rem]:px-2">
      {placed.map((one) => (
        <li key={one.part.id}>
          {one.part.to === undefined ? (
            <div className={rowClass}>
              <span className="font-sub">{t(`prepare.${one.part.id}`)}</span>
              <HowFar placed={one} now={now} />
            </div>
          ) : (
            <Go to={one.part.to} className={rowClass}>
              <span className="link font-sub">{t(`prepare.${one.part.id}`)}</span>
              <HowFar placed={one} now={now} />
            </Go>
          )}
        </li>
      ))}
    </ul>
  );
}

const rowClass = 'flex min-h-18 flex-col justify-center gap-1 py-3.5 text-ink no-underline';

interface HowFarProps {
  readonly placed: PlacedPart;
  readonly now: Instant;
}

/** A part with a deadline says so; one without says when it was kept. */
function HowFar({ placed: { task, keptAt }, now }: HowFarProps) {
  if (task === undefined && keptAt !== undefined) return <Kept at={keptAt} now={now} />;
  return <PartState task={task} now={now} />;
}

function Kept({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  return (
    <StateWord
      state="checked"
      size={20}
      word={<span className="text-small font-normal">{t('prepare.done', { when: whenWords(at, now) })}</span>}
    />
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

// Everything patients asked or wrote and nobody has answered: what is past its promise first, each with whose it is.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import { answerMessage, listMessages, takeMessage, triageMessage, type Urgency } from '#api/questions.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { roleWord } from '#web/clinic/places.ts';
import { questionWords } from '#web/clinic/preparation/prepared-words.ts';
import { askedKinds } from '#web/clinic/preparation/questions-card.tsx';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { AnswerForm } from './answer-form.tsx';

type Open = AnswerOf<typeof listMessages>['messages'][number];

export function MessagesPage() {
  const me = useMe();
  return (
    <DeskPage
      title="Messages"
      lead="What patients wrote, asked or fear, until someone has answered by name. The patient sees the promised time."
    >
      {me.onShift ? <Inbox /> : <StartShiftBlock />}
    </DeskPage>
  );
}

function Inbox() {
  const now = useNow(30_000);
  const asked = useAnswer(['messages'], listMessages);
  return (
    <Heard of={asked}>
      {({ messages }) =>
        messages.length === 0 ? (
          <EmptyState>Nothing waits for an answer. A message appears here the moment it is sent.</EmptyState>
        ) : (
          <div className="flex flex-col gap-6">
            {groupsOf(messages, now).map((group) => (
              <section key={group.title} className="flex flex-col gap-3">
                <h2 className="text-sub font-sub">
                  {group.title} <span className="figures text-ink-2">{group.of.length}</span>
                </h2>
                <ul className="flex max-w-[80ch] flex-col gap-3">
                  {group.of.map((each) => (
                    <li key={each.message.id}>
                      <OpenMessage open={each} now={now} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )
      }
    </Heard>
  );
}

const urgencyWords: Readonly<Record<Urgency, string>> = {
  today: 'As soon as possible',
  soon: 'In the next days',
  'can-wait': 'Can wait',
};
const urgencies: readonly Urgency[] = ['today', 'soon', 'can-wait'];

/** What is late stands above everything, however little it was in a hurry. */
function groupsOf(
  messages: readonly Open[],
  now: number,
): readonly { readonly title: string; readonly of: readonly Open[] }[] {
  const isLate = ({ message }: Open): boolean => message.promisedBy < now;
  return [
    { title: 'Past the promised time', of: messages.filter(isLate) },
    ...urgencies.map((urgency) => ({
      title: urgencyWords[urgency],
      of: messages.filter((each) => !isLate(each) && each.message.urgency === urgency),
    })),
  ].filter((group) => group.of.length > 0);
}

function OpenMessage({ open, now }: { readonly open: Open; readonly now: number }) {
  const { patientId, patientName, message } = open;
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'answer' | 'triage'>();
  const renew = (): void => {
    setDoing(undefined);
    queries.invalidateQueries({ queryKey: ['messages'] });
  };
  const params = { questionId: message.id };
  const take = useAct(
    (_: Record<string, never>, commandId) => call(takeMessage, { params, body: {}, commandId }),
    renew,
  );
  const isLate = message.promisedBy < now;
  return (
    <article className="card flex flex-col gap-3 rounded-card bg-surface p-5">
      <div className="flex items-start gap-3">
        <StateMark state={isLate ? 'late' : 'due'} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <p className="font-sub">
            <Link to="/patients/$patientId" params={{ patientId }} className="link">
              {patientName}
            </Link>
            <span className="font-normal text-ink-2">
              , {askedKinds[message.kind].toLowerCase()}, {formatDateTime(message.askedAt)}
            </span>
          </p>
          <p className="own-words whitespace-pre-line">{questionWords(message)}</p>
          <p className="text-small text-ink-2">
            {isLate
              ? `${formatSpan(now - message.promisedBy)} late, promised by ${formatDateTime(message.promisedBy)}`
              : `Promised by ${formatDateTime(message.promisedBy)}`}
            .{' '}
            {message.taken === undefined
              ? `The ${roleWord(message.ownerRole)}’s.`
              : `${message.taken.byName} answers this.`}
          </p>
        </div>
      </div>
      {doing === undefined && (
        <div className="flex flex-wrap gap-3">
          <Button
            size="row"
            variant="primary"
            aria-label={`Answer ${patientName}`}
            onClick={() => setDoing('answer')}
          >
            Answer
          </Button>
          {message.taken === undefined && (
            <Button
              size="row"
              aria-label={`I will answer ${patientName}`}
              busy={take.busy ? 'Taking it' : undefined}
              onClick={() => take.run({})}
            >
              I will answer this
            </Button>
          )}
          <Button
            size="row"
            variant="quiet"
            aria-label={`Hand on, or change how urgent: ${patientName}`}
            onClick={() => setDoing('triage')}
          >
            Hand on, or change how urgent
          </Button>
        </div>
      )}
      <Failure failure={take.failure} />
      {doing === 'answer' && (
        <AnswerForm
          questionId={open.message.id}
          of="message"
          send={(answer, commandId) =>
            call(answerMessage, { params: { questionId: open.message.id }, body: { answer }, commandId })
          }
          onDone={renew}
          onBack={() => setDoing(undefined)}
        />
      )}
      {doing === 'triage' && <TriageForm open={open} onDone={renew} onBack={() => setDoing(undefined)} />}
    </article>
  );
}

interface ActProps {
  readonly open: Open;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const owners = ['nurse', 'prescriber', 'therapist'] as const;

function TriageForm({ open: { message }, onDone, onBack }: ActProps) {
  const [urgency, setUrgency] = useState(message.urgency);
  const [ownerRole, setOwner] = useState(message.ownerRole);
  const act = useAct(
    (body: BodyOf<typeof triageMessage>, commandId) =>
      call(triageMessage, { params: { questionId: message.id }, body, commandId }),
    onDone,
  );
  return (
    <Form
      onSubmit={() => act.run({ urgency, ownerRole })}
      failure={act.failure}
      stillTrue="The message is as it was."
      actions={
        <>
          <Button type="submit" variant="primary" busy={act.busy ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={onBack}>Back</Button>
        </>
      }
    >
      <ChoiceGroup
        label="Whose it is"
        columns={3}
        value={ownerRole}
        onChange={setOwner}
        choices={owners.map((value) => ({ value, label: `The ${roleWord(value)}` }))}
      />
      <ChoiceGroup
        label="How urgent"
        hint="The time that was promised can come sooner, never later."
        columns={3}
        value={urgency}
        onChange={setUrgency}
        choices={urgencies.map((value) => ({ value, label: urgencyWords[value] }))}
      />
    </Form>
  );
}

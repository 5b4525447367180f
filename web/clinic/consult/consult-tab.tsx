// What the rules found, what it rests on, and what the prescriber decides about each; then their goals and the agenda.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getAnswer } from '#api/answer.ts';
import { getChart } from '#api/chart.ts';
import { decideIssue, type IssueDecision, listIssues } from '#api/consult.ts';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import { getPreparation } from '#api/preparation.ts';
import { aboutInput, type DetectedIssue, type IssueAction, issueActions } from '#clinical/detected-issue.ts';
import { sources } from '#clinical/sources.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { PathwayCard } from '#web/clinic/pathway/pathway-card.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { has } from '#web/clinic/places.ts';
import { QuestionsCard } from '#web/clinic/preparation/questions-card.tsx';
import { sureness } from '#web/clinic/sureness.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime, formatSpan, formatTime } from '#web/kit/locale.ts';
import { type State, StateMark } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { patientQuestions } from './agenda.ts';
import { inputInWords, missingInWords, titleInWords } from './finding-words.ts';
import { NoteForm } from './note-form.tsx';

type Found = AnswerOf<typeof listIssues>['issues'][number];

const actionWords: Readonly<
  Record<
    IssueAction,
    { readonly title: string; readonly lead: string; readonly mark?: State; readonly verb: string }
  >
> = {
  exclude: {
    title: 'Do not go on',
    lead: 'Only a prescriber with a reason may decide otherwise.',
    mark: 'not-met',
    verb: 'Decide',
  },
  unknown: {
    title: 'Not known',
    lead: 'The rule could not answer. An order can be signed, but the dose stays shut on its day until each is known or decided.',
    mark: 'unknown',
    verb: 'Decide',
  },
  review: {
    title: 'Decide for this person',
    lead: 'The order cannot be signed before each is decided.',
    mark: 'due',
    verb: 'Decide',
  },
  manage: {
    title: 'Go on with care',
    lead: 'Allowed with the precaution that is written.',
    verb: 'Write an instruction',
  },
  inform: {
    title: 'Tell and record',
    lead: 'Nothing waits for a decision. The person should know.',
    verb: 'Decide about it',
  },
};

export function ConsultTab({ patient }: PatientTabProps) {
  const me = useMe();
  const issues = useAnswer(['patient', patient.id, 'issues'], listIssues, {
    params: { patientId: patient.id },
  });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <Heard of={issues}>
          {(answer) => (
            <>
              {answer.issues.length === 0 && (
                <EmptyState>
                  The rules found nothing in what was told. That is only as good as what was asked. Checked at{' '}
                  {formatTime(answer.checkedAt)}.
                </EmptyState>
              )}
              {issueActions.map((action) => (
                <FindingGroup
                  key={action}
                  action={action}
                  found={answer.issues.filter((each) => each.finding.action === action)}
                  patientId={patient.id}
                />
              ))}
              {answer.issues.length > 0 && (
                <p className="text-small text-ink-2">
                  Checked at {formatTime(answer.checkedAt)} against what is in the record now. The rules know
                  what was told, and nothing else.
                </p>
              )}
            </>
          )}
        </Heard>
      </div>
      <div className="flex flex-col gap-4">
        <PathwayCard patientId={patient.id} />
        <GoalsAndAgenda patient={patient} writes={has(me, 'prescriber')} />
        <QuestionsCard patientId={patient.id} />
      </div>
    </div>
  );
}

function FindingGroup(props: {
  readonly action: IssueAction;
  readonly found: readonly Found[];
  readonly patientId: string;
}) {
  const { action, found, patientId } = props;
  if (found.length === 0) return null;
  const words = actionWords[action];
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="flex items-center gap-2.5 text-sub font-sub">
          {words.mark !== undefined && <StateMark state={words.mark} />}
          {words.title} <span className="figures text-ink-2">{found.length}</span>
        </h2>
        <p className="text-ink-2">{words.lead}</p>
      </div>
      {found.map((each) => (
        <FindingCard key={each.key} found={each} patientId={patientId} />
      ))}
    </section>
  );
}

function FindingCard({ found, patientId }: { readonly found: Found; readonly patientId: string }) {
  const { finding, decision } = found;
  const words = actionWords[finding.action];
  const verb = decision === undefined ? words.verb : 'Decide again';
  const [open, setOpen] = useState(false);
  const mayDecide = has(useMe(), 'prescriber');
  return (
    <article className="card flex flex-col gap-3 rounded-card bg-surface p-5">
      <h3 className="font-sub">{titleInWords(finding)}</h3>
      <Why finding={finding} />
      {decision !== undefined && <Decided decision={decision} />}
      {open ? (
        <DecisionForm found={found} patientId={patientId} onClose={() => setOpen(false)} />
      ) : (
        mayDecide && (
          <div>
            <Button
              variant={decision === undefined && words.mark !== undefined ? 'primary' : 'secondary'}
              onClick={() => setOpen(true)}
              aria-label={`${verb}: ${titleInWords(finding)}`}
            >
              {verb}
            </Button>
          </div>
        )
      )}
    </article>
  );
}

function Why({ finding }: { readonly finding: DetectedIssue }) {
  const now = useNow(60_000);
  return (
    <div className="flex flex-col gap-2 text-small">
      {finding.inputs.length > 0 && (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {finding.inputs
            .filter(({ name }) => name !== 'adverseEvent' && name !== aboutInput)
            .map((input) => {
              const words = inputInWords(input);
              return (
                <div key={input.name} className="flex gap-2">
                  <dt className="text-ink-2">{words.name}</dt>
                  <dd>
                    {words.value}
                    {input.at !== undefined && (
                      <span className="text-ink-2">, {formatSpan(now - input.at)} old</span>
                    )}
                  </dd>
                </div>
              );
            })}
        </dl>
      )}
      {finding.missing.length > 0 && (
        <p className="flex gap-2">
          <StateMark state="unknown" size={20} className="mt-0.5" />
          <span>Missing: {finding.missing.map(missingInWords).join('; ')}</span>
        </p>
      )}
      <details>
        <summary className="link flex min-h-8 cursor-pointer items-center">Why, and how sure</summary>
        <ul className="list-disc pl-5">
          {finding.sources.map((source) => (
            <li key={source}>{sources[source]}</li>
          ))}
        </ul>
        <p className="mt-1">
          {sureness(finding.confidence)}. Rule: {finding.rule.replaceAll('-', ' ')}.
        </p>
      </details>
    </div>
  );
}

const decisions: readonly {
  readonly value: IssueDecision['decision'];
  readonly label: string;
  readonly detail: string;
}[] = [
  { value: 'adjust', label: 'Go on with a change', detail: 'The change is the instruction they read.' },
  {
    value: 'accept-risk',
    label: 'Go on as it is',
    detail: 'Your reason says why that is right for this person.',
  },
  { value: 'hold', label: 'Hold', detail: 'Nothing is ordered until this is settled.' },
  {
    value: 'stop',
    label: 'Stop',
    detail: 'This treatment is not for this person now. It cannot be overridden.',
  },
  {
    value: 'not-applicable',
    label: 'It does not apply',
    detail: 'The finding rests on something that is not so.',
  },
];

function decisionWord(decision: IssueDecision['decision']): string {
  return decisions.find((each) => each.value === decision)?.label ?? decision;
}

function Decided({ decision }: { readonly decision: IssueDecision }) {
  return (
    <div className="rounded-control bg-shallow px-4 py-3">
      <p>
        <span className="font-sub">{decisionWord(decision.decision)}</span>
        <span className="text-ink-2">
          , {decision.decidedByName}, {formatDateTime(decision.decidedAt)}
        </span>
      </p>
      <p className="font-serif">{decision.reason}</p>
      {decision.instruction !== undefined && decision.instruction !== '' && (
        <p className="mt-1 text-small">They read: {decision.instruction}</p>
      )}
    </div>
  );
}

function DecisionForm(props: {
  readonly found: Found;
  readonly patientId: string;
  readonly onClose: () => void;
}) {
  const { found, patientId, onClose } = props;
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<{ decision?: IssueDecision['decision']; reason: string; instruction: string }>(
    `decision/${patientId}/${found.key}`,
    { reason: '', instruction: '' },
  );
  const typed = draft.value;
  const decide = useAct(
    (body: BodyOf<typeof decideIssue>, commandId) =>
      call(decideIssue, { params: { patientId }, body, commandId }),
    (decision) => {
      draft.clear();
      // The card shows what was decided before the form closes: a finding that looked open again would be decided twice.
      queries.setQueryData<AnswerOf<typeof listIssues>>(['patient', patientId, 'issues'], (answer) =>
        answer === undefined
          ? answer
          : {
              ...answer,
              issues: answer.issues.map((each) =>
                each.key === decision.issueKey ? { ...each, decision } : each,
              ),
            },
      );
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
      onClose();
    },
  );
  const needsInstruction = typed.decision === 'adjust' && typed.instruction.trim() === '';
  return (
    <Form
      className="gap-4 border-t border-contour pt-4"
      failure={decide.failure}
      stillTrue="Not saved. Your decision is still in the boxes."
      onSubmit={() => {
        setTried(true);
        if (typed.decision === undefined || typed.reason.trim() === '' || needsInstruction) return;
        const instruction = typed.instruction.trim();
        decide.run({
          id,
          issueKey: found.key,
          decision: typed.decision,
          reason: typed.reason.trim(),
          ...(instruction === '' ? {} : { instruction }),
        });
      }}
      actions={
        <>
          <Button type="submit" variant="primary" busy={decide.busy ? 'Saving' : undefined}>
            Save my decision
          </Button>
          <Button onClick={onClose}>Back</Button>
        </>
      }
    >
      <ChoiceGroup
        label="Your decision"
        name="decision"
        columns={2}
        choices={decisions}
        value={typed.decision}
        onChange={(decision) => draft.set({ ...typed, decision })}
        fault={tried && typed.decision === undefined ? 'Choose one' : undefined}
      />
      <TextArea
        label="Reason"
        name="reason"
        rows={2}
        value={typed.reason}
        onChange={(reason) => draft.set({ ...typed, reason })}
        fault={tried && typed.reason.trim() === '' ? 'Write the reason first' : undefined}
      />
      <TextArea
        label="What the patient reads"
        name="instruction"
        optional={typed.decision !== 'adjust'}
        hint="One instruction, in plain words. For example: Skip the tablet the evening before. Take it again that night."
        rows={2}
        value={typed.instruction}
        onChange={(instruction) => draft.set({ ...typed, instruction })}
        fault={tried && needsInstruction ? 'Say what they should do' : undefined}
      />
    </Form>
  );
}

function GoalsAndAgenda({ patient, writes }: PatientTabProps & { readonly writes: boolean }) {
  const { id: patientId } = patient;
  const chart = useAnswer(['patient', patientId, 'chart'], getChart, { params: { patientId } });
  const answer = useAnswer(['patient', patientId, 'answer'], getAnswer, { params: { patientId } });
  const cycleId = answer.answer?.record.cycle?.id;
  const preparation = useAnswer(
    ['patient', patientId, 'preparation', cycleId],
    getPreparation,
    { params: { patientId, cycleId: cycleId ?? '' } },
    { enabled: cycleId !== undefined },
  );
  return (
    <Heard of={chart}>
      {({ record }) => {
        const goals = record.filter(
          (entry) => entry.body.kind === 'goal' && entry.status !== 'entered-in-error',
        );
        const questions = patientQuestions(record, preparation.answer?.items ?? []);
        return (
          <>
            <section className="sand-fill rounded-card bg-sand px-5 py-4 text-on-sand">
              <h2 className="mb-1 text-small font-[560]">Goals, in their words</h2>
              {goals.length === 0 ? (
                <p>No goal is written down yet.</p>
              ) : (
                <ul className="flex flex-col gap-2">
                  {goals.map((entry) => (
                    <li key={entry.id} className="own-words">
                      {entry.body.kind === 'goal' ? entry.body.words : ''}
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {writes ? (
              <NoteForm
                key={questions.join('\n')}
                kind="consult"
                patientId={patientId}
                questions={questions}
              />
            ) : (
              <Card title="What they want to ask">
                {questions.length === 0 ? (
                  <EmptyState>They have written no question.</EmptyState>
                ) : (
                  <ul className="list-disc pl-5">
                    {questions.map((question) => (
                      <li key={question}>{question}</li>
                    ))}
                  </ul>
                )}
              </Card>
            )}
          </>
        );
      }}
    </Heard>
  );
}

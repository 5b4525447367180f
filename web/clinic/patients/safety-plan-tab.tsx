// A person's safety plan as those who care for them read it: written by the person, or here with the person beside.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import {
  getSafetyPlan,
  goThroughSafetyPlan,
  type SafetyPlan,
  type SafetyPlanBody,
  saveSafetyPlan,
} from '#api/safety-plan.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { emptyPlan, isBlankPlan, withoutBlanks } from '#web/kit/empty-plan.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { SafetyPlanFields } from '#web/kit/safety-plan-form.tsx';
import { SafetyPlanSections } from '#web/kit/safety-plan-sections.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import type { PatientTabProps } from './patient-page.tsx';

type Told = AnswerOf<typeof getSafetyPlan>;

export function SafetyPlanTab({ patient }: PatientTabProps) {
  const asked = useAnswer(
    ['patient', patient.id, 'safety-plan'],
    getSafetyPlan,
    { params: { patientId: patient.id } },
    { onPushOnly: true },
  );
  return <Heard of={asked}>{(told) => <Plan told={told} patientId={patient.id} />}</Heard>;
}

interface OfPatient {
  readonly patientId: string;
}

function Plan({ told: { plan, talks }, patientId }: OfPatient & { readonly told: Told }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_24rem]">
      <Card title="In their words">
        {plan === undefined ? (
          <EmptyState>No safety plan is written. They write one on their phone, or here with you.</EmptyState>
        ) : (
          <SafetyPlanSections body={plan.body} withEmpty />
        )}
      </Card>
      <Card title="Who wrote it, who went through it">
        <div className="flex flex-col items-start gap-3">
          {plan !== undefined && (
            <p>
              Version {plan.version}, by {plan.byName}, {formatDateTime(plan.writtenAt)}.
            </p>
          )}
          {talks.length === 0 ? (
            <StateWord state="unknown" word="Nobody has noted going through it with them." />
          ) : (
            <ul>
              {talks.map((talk) => (
                <li key={talk.id}>
                  Gone through with {talk.withName}, {formatDateTime(talk.at)}, version {talk.version}
                  {talk.version !== plan?.version && ', changed since'}.
                </li>
              ))}
            </ul>
          )}
          {plan !== undefined && <GoThrough plan={plan} patientId={patientId} />}
          <Button onClick={() => setOpen(true)}>
            {plan === undefined ? 'Write it together' : 'Change it together'}
          </Button>
          <p className="text-small text-ink-2">
            They see that you looked. The crisis lines and the clinic’s numbers stand on their page by
            themselves. The order of the steps is published; the words are this project’s and approved by
            nobody yet.
          </p>
        </div>
        <Sheet open={open} onClose={() => setOpen(false)} title="Write it together" wide>
          <Writing plan={plan} patientId={patientId} onDone={() => setOpen(false)} />
        </Sheet>
      </Card>
    </div>
  );
}

function useRenewPlan(patientId: string): () => void {
  const queries = useQueryClient();
  return () => {
    queries.invalidateQueries({ queryKey: ['patient', patientId, 'safety-plan'] });
  };
}

function GoThrough({ plan, patientId }: OfPatient & { readonly plan: SafetyPlan }) {
  const renew = useRenewPlan(patientId);
  const act = useAct(
    (version: number, commandId) =>
      call(goThroughSafetyPlan, {
        params: { patientId },
        body: { id: newCommandId(), version },
        commandId,
      }),
    renew,
  );
  return (
    <>
      <Failure failure={act.failure} stillTrue="Nothing was noted." />
      <Button variant="primary" busy={act.busy ? 'Saving' : undefined} onClick={() => act.run(plan.version)}>
        We went through it together
      </Button>
    </>
  );
}

interface WritingProps extends OfPatient {
  readonly plan: SafetyPlan | undefined;
  readonly onDone: () => void;
}

function Writing({ plan, patientId, onDone }: WritingProps) {
  const renew = useRenewPlan(patientId);
  const draft = useDraft<SafetyPlanBody>(
    `safety-plan/${patientId}/${plan?.version ?? 0}`,
    plan?.body ?? emptyPlan,
  );
  // Their words of a moment ago are not written over by words begun before them.
  const [version] = useState(plan?.version ?? 0);
  const save = useAct(
    (body: SafetyPlanBody, commandId) =>
      call(saveSafetyPlan, { params: { patientId }, body: { version, body }, commandId }),
    () => {
      draft.clear();
      renew();
      onDone();
    },
  );
  const body = withoutBlanks(draft.value);
  return (
    <Form
      onSubmit={() => save.run(body)}
      failure={save.failure}
      stillTrue="Not saved. The words are still in the boxes."
      actions={
        <Button
          type="submit"
          variant="primary"
          busy={save.busy ? 'Saving' : undefined}
          closed={isBlankPlan(body) ? 'Nothing is written yet' : undefined}
        >
          Save the plan
        </Button>
      }
    >
      <SafetyPlanFields value={draft.value} onChange={draft.set} />
    </Form>
  );
}

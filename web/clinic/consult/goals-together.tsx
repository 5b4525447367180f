// Goals on the table of a visit: read together, and changed together where the words have moved on. The older words stay.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getChart } from '#api/chart.ts';
import { correctHealthEntry, type HealthRecordEntry } from '#api/health-record.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { mayFill } from '#clinical/instruments/asking.ts';
import { instrumentById, instruments } from '#clinical/instruments/instruments.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDate, formatNumber } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';

type Goal = HealthRecordEntry & { readonly body: Extract<HealthRecordEntry['body'], { kind: 'goal' }> };

export function GoalsTogether({ patientId }: { readonly patientId: string }) {
  const chart = useAnswer(['patient', patientId, 'chart'], getChart, { params: { patientId } });
  return (
    <section className="sand-fill rounded-card bg-sand px-5 py-4 text-on-sand">
      <h2 className="mb-1 text-small font-[560]">Goals, in their words</h2>
      <Heard of={chart}>
        {({ record }) => {
          const goals = record.filter((entry): entry is Goal => entry.body.kind === 'goal');
          return goals.length === 0 ? (
            <p>No goal is written down yet. They add one on their phone, under what they want.</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {goals.map((goal) => (
                <li key={`${goal.id}${goal.version}`}>
                  <OneGoal goal={goal} patientId={patientId} />
                </li>
              ))}
            </ul>
          );
        }}
      </Heard>
    </section>
  );
}

function OneGoal({ goal, patientId }: { readonly goal: Goal; readonly patientId: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(goal.body.words);
  const [measure, setMeasure] = useState(goal.body.measure ?? '');
  const [form, setForm] = useState(goal.body.form);
  const [noticed, setNoticed] = useState('');
  const change = useAct(
    (_: Record<string, never>, commandId) =>
      call(correctHealthEntry, {
        params: { patientId, entryId: goal.id },
        body: {
          version: goal.version,
          status: 'confirmed',
          body: {
            ...goal.body,
            words: words.trim(),
            measure: measure.trim(),
            form: form ?? '',
            evidence:
              noticed.trim() === ''
                ? goal.body.evidence
                : [...(goal.body.evidence ?? []), { at: serverNow(), words: noticed.trim() }],
          },
        },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  if (!open)
    return (
      <>
        <p className="own-words">{goal.body.words}</p>
        <p className="text-small">
          {goal.body.measure === undefined || goal.body.measure === ''
            ? 'How they would notice it is not said.'
            : `They would notice: ${goal.body.measure}`}{' '}
          {goal.recordedByName}, {formatDate(goal.recordedAt, 'medium')}
        </p>
        <GoalEvidence goal={goal} patientId={patientId} />
        <Button
          size="row"
          variant="sand"
          aria-label={`Change together: ${goal.body.words}`}
          onClick={() => setOpen(true)}
        >
          Change it together
        </Button>
      </>
    );
  return (
    <Form
      className="gap-3"
      onSubmit={() => {
        if (words.trim() !== '') change.run({});
      }}
      failure={change.failure}
      stillTrue="The goal is as it was. Your words are still in the boxes."
      actions={
        <>
          <Button
            type="submit"
            variant="primary"
            size="row"
            closed={words.trim() === '' ? 'A goal has words' : undefined}
            busy={change.busy ? 'Saving' : undefined}
          >
            Keep these words
          </Button>
          <Button size="row" onClick={() => setOpen(false)}>
            Back
          </Button>
        </>
      }
    >
      <TextArea
        own
        label="The goal, as they say it now"
        name="words"
        rows={2}
        value={words}
        onChange={setWords}
      />
      <TextField
        label="How they would notice it"
        name="measure"
        optional
        maxLength={200}
        value={measure}
        onChange={setMeasure}
      />
      <Select
        label="The form whose totals speak to it"
        optional
        value={form}
        onChange={setForm}
        choices={instruments
          .filter((each) => mayFill(each, 'patient') && each.scoring !== 'triage')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        own
        label="What they noticed since"
        name="noticed"
        optional
        rows={2}
        value={noticed}
        onChange={setNoticed}
      />
    </Form>
  );
}

/** What has come of it: the totals of its form, and what was noticed, each with its day. */
function GoalEvidence({ goal, patientId }: { readonly goal: Goal; readonly patientId: string }) {
  const { form, evidence = [] } = goal.body;
  const outcomes = useAnswer(['patient', patientId, 'outcomes'], getOutcomes, { params: { patientId } });
  const scores = (outcomes.answer?.scores ?? [])
    .filter((each) => each.instrument === form)
    .toSorted((a, b) => a.at - b.at);
  return (
    <>
      {form !== undefined && form !== '' && (
        <p className="figures">
          {instrumentById(form)?.name ?? form}:{' '}
          {scores.length === 0
            ? 'not answered yet'
            : scores
                .map(({ total, at }) => `${formatNumber(total)} on ${formatDate(at, 'medium')}`)
                .join('; ')}
        </p>
      )}
      {evidence.length > 0 && (
        <ul aria-label="Noticed since">
          {evidence.map((each) => (
            <li key={`${each.at}${each.words}`}>
              <span className="own-words">{each.words}</span>
              <span className="text-small"> {formatDate(each.at, 'medium')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

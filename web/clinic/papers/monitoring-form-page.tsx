// The safety programme's form of one spray session: what the log fills, what a person completes, what disagrees, and the
// day it was sent.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import {
  completeMonitoringForm,
  getMonitoringForm,
  type MonitoringFormTold,
  recordFormSent,
} from '#api/papers.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { localDateOf } from '#clinical/instant.ts';
import type { MonitoringFormVersion } from '#clinical/safety-programs/monitoring-form.ts';
import type { CompletedField } from '#dosing-session/papers/monitoring-form-paper.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { StateMark, StateWord } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { asTyped, comesFromSession, isAsked, onPaper, readAnswers, type Typed } from './form-answers.ts';
import { MarkWord, PaperSheet, PaperTable, PrintButton } from './paper-sheet.tsx';

interface Of {
  readonly patientId: string;
  readonly sessionId: string;
}

const groupWords: Readonly<Record<CompletedField['field']['group'], string>> = {
  patient: 'Patient',
  concomitant: 'Takes besides',
  monitor: 'Who watched',
  setting: 'Where',
  session: 'Session',
  'vital-signs': 'Vital signs',
  events: 'Events',
  'serious-event': 'Serious adverse event',
};

export function MonitoringFormPage() {
  const of = useParams({ from: '/patients/$patientId/sessions/$sessionId/form' });
  const [form, setForm] = useState<MonitoringFormVersion>();
  const told = useAnswer(
    ['patient', of.patientId, 'monitoring-form', of.sessionId, form],
    getMonitoringForm,
    { params: of, query: form === undefined ? {} : { form } },
    { keepLast: true },
  );
  return (
    <DeskPage
      title="Safety programme form"
      lead={
        <span className="not-on-paper flex flex-wrap gap-x-5">
          <Link to="/papers" className="link">
            Papers due
          </Link>
          <Link to="/patients/$patientId/sessions/$sessionId/note" params={of} className="link">
            Session note
          </Link>
        </span>
      }
      actions={<PrintButton />}
    >
      <Heard of={told}>
        {(answer) => (
          <Opened
            key={`${answer.paper.version} ${answer.answersVersion}`}
            of={of}
            told={answer}
            onForm={setForm}
          />
        )}
      </Heard>
    </DeskPage>
  );
}

function Opened(props: {
  readonly of: Of;
  readonly told: MonitoringFormTold;
  readonly onForm: (form: MonitoringFormVersion) => void;
}) {
  const { of, told, onForm } = props;
  const { paper, forms, due, sent } = told;
  const writes = has(useMe(), 'nurse', 'prescriber');
  const name = forms.map(({ version, revision }) => ({
    value: version,
    label: revision === undefined ? 'Newer form' : `Form of ${revision}`,
  }));
  return (
    <div className="flex flex-col gap-4">
      <div className="not-on-paper flex flex-col gap-4">
        <Card title="Where it stands">
          {due === undefined ? (
            <StateWord state="unknown" word="Not known" tail="It is not known by when it is due." />
          ) : sent !== undefined ? (
            <StateWord
              state="sent"
              word="Sent"
              tail={`${formatLocalDate(sent.on)}, recorded by ${sent.byName} ${formatDateTime(sent.recordedAt, told.zone)}${due.isLate ? `. It was due by ${formatLocalDate(due.dueOn)}` : ''}`}
            />
          ) : (
            <StateWord
              state={due.isLate ? 'late' : 'due'}
              word={due.isLate ? 'Late' : 'Due'}
              tail={`by the end of ${formatLocalDate(due.dueOn, 'long')}, seven calendar days after ${formatLocalDate(due.treatedOn, 'long')}`}
            />
          )}
          <p className="mt-2">
            {paper.open.length === 0
              ? 'No field is open.'
              : `${paper.open.length} ${paper.open.length === 1 ? 'field is' : 'fields are'} open.`}
            {told.completedBy !== undefined &&
              ` Completed last by ${told.completedBy.name}, ${formatDateTime(told.completedBy.at, told.zone)}.`}
          </p>
        </Card>
        <Checks told={told} />
        <Select
          label="Version of the form"
          value={paper.version}
          onChange={(next) => next !== undefined && onForm(next)}
          choices={name}
        />
        {writes && <Complete of={of} told={told} />}
        {writes && <Sent of={of} told={told} />}
      </div>
      <FormPaper told={told} />
    </div>
  );
}

function Checks({ told }: { readonly told: MonitoringFormTold }) {
  const { issues, further, unanswered } = told.paper.check;
  return (
    <Card title="Does it agree with itself">
      {issues.length + further.length + unanswered.length === 0 ? (
        <p>Nothing disagrees in what was asked: dose and devices, minutes, sedation, dissociation, dates.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {[...issues, ...further, ...unanswered].map((finding) => (
            <Finding key={`${finding.code} ${finding.title}`} finding={finding} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Finding({ finding }: { readonly finding: DetectedIssue }) {
  return (
    <li className="flex gap-2.5">
      <StateMark
        state={finding.action === 'unknown' ? 'unknown' : finding.action === 'inform' ? 'due' : 'not-met'}
        size={22}
        className="mt-0.5"
      />
      <span>{finding.title}</span>
    </li>
  );
}

function Complete({ of, told }: { readonly of: Of; readonly told: MonitoringFormTold }) {
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const { paper, answersVersion } = told;
  const draft = useDraft<Typed>(`monitoring-form/${of.sessionId}/${paper.version}`, {});
  const asked = paper.fields.filter(isAsked);
  const left = paper.fields.filter(comesFromSession);
  const read = readAnswers(paper.fields, draft.value);
  const save = useAct(
    (body: { answers: typeof read.answers }, commandId) =>
      call(completeMonitoringForm, {
        params: { ...of },
        body: {
          id,
          version: answersVersion,
          form: paper.version,
          answers: body.answers as BodyOf<typeof completeMonitoringForm>['answers'],
        },
        commandId,
      }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', of.patientId] });
    },
  );
  return (
    <Card title="Complete by hand">
      <Form
        failure={save.failure}
        stillTrue="Nothing was saved. What you typed is still here."
        onSubmit={() => {
          setTried(true);
          if (Object.keys(read.faults).length === 0) save.run({ answers: read.answers });
        }}
        actions={
          <Button type="submit" variant="primary" size="large" busy={save.busy ? 'Saving' : undefined}>
            Save these fields
          </Button>
        }
      >
        {left.length > 0 && (
          <p className="max-w-[46rem]">
            {left.map(({ field }) => field.label).join(', ')}: write the fact in the session, late if need be.
            It comes here by itself.
          </p>
        )}
        {[...new Set(asked.map(({ field }) => field.group))].map((group) => (
          <fieldset key={group} className="flex flex-col gap-4 border-t border-contour pt-4">
            <legend className="float-left mb-1 w-full font-sub">{groupWords[group]}</legend>
            <div className="clear-both grid gap-4 tablet:grid-cols-2">
              {asked
                .filter(({ field }) => field.group === group)
                .map((one) => (
                  <OneField
                    key={one.field.id}
                    one={one}
                    text={draft.value[one.field.id] ?? asTyped(one.value)}
                    fault={tried ? read.faults[one.field.id] : undefined}
                    onChange={(text) => draft.set({ ...draft.value, [one.field.id]: text })}
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </Form>
    </Card>
  );
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

function OneField(props: {
  readonly one: CompletedField;
  readonly text: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { one, text, fault, onChange } = props;
  const { field, from } = one;
  const frame = {
    label: field.label,
    name: `answers.${field.id}`,
    fault,
    hint: from === 'earlier-form' ? 'From the clinic’s last form. Change it if it differs.' : undefined,
  };
  switch (field.kind) {
    case 'yes-no':
    case 'choice':
      return (
        <Select
          {...frame}
          prompt="Not answered"
          value={text === '' ? undefined : text}
          onChange={(next) => onChange(next ?? '')}
          choices={
            field.kind === 'yes-no'
              ? yesNo
              : (field.choices ?? []).map((choice) => ({ value: choice, label: choice }))
          }
        />
      );
    case 'date':
      return <DateTimeField {...frame} kind="date" value={text} onChange={onChange} />;
    default:
      return (
        <TextField
          {...frame}
          value={text}
          onChange={onChange}
          inputMode={field.kind === 'minutes' ? 'numeric' : undefined}
        />
      );
  }
}

function Sent({ of, told }: { readonly of: Of; readonly told: MonitoringFormTold }) {
  const queries = useQueryClient();
  const [id, setId] = useState(newCommandId);
  const today = localDateOf(serverNow(), told.zone);
  const [on, setOn] = useState('');
  const [tried, setTried] = useState(false);
  const record = useAct(
    (submittedOn: string, commandId) =>
      call(recordFormSent, {
        params: { ...of },
        body: { id, form: told.paper.version, submittedOn },
        commandId,
      }),
    () => {
      setId(newCommandId());
      setOn('');
      queries.invalidateQueries({ queryKey: ['patient', of.patientId] });
      queries.invalidateQueries({ queryKey: ['papers'] });
    },
  );
  return (
    <Card title={told.sent === undefined ? 'When was it sent' : 'Correct the day it was sent'}>
      <Form
        failure={record.failure}
        stillTrue="Nothing was recorded. The day is still in the box."
        onSubmit={() => {
          setTried(true);
          if (on !== '') record.run(on);
        }}
        actions={
          <Button type="submit" size="large" busy={record.busy ? 'Recording' : undefined}>
            Record that it was sent
          </Button>
        }
      >
        <p className="max-w-[46rem]">
          Mooring does not send it. Send it in the programme’s own way, then write down the day. The form is
          kept as it stands in that moment.
        </p>
        <DateTimeField
          kind="date"
          label="Sent on"
          name="submittedOn"
          value={on}
          max={today}
          onChange={setOn}
          fault={tried && on === '' ? 'Give the day it was sent' : undefined}
        />
      </Form>
    </Card>
  );
}

function FormPaper({ told }: { readonly told: MonitoringFormTold }) {
  const { paper, due } = told;
  const groups = [...new Set(paper.fields.map(({ field }) => field.group))];
  const birthDate = paper.fields.find(({ field }) => field.id === 'patient-birth-date')?.value;
  return (
    <PaperSheet
      title={`Patient monitoring form, ${paper.revision === undefined ? 'newer version' : paper.revision}`}
      clinicName="For the safety programme"
      patientName={told.patientName}
      birthDate={typeof birthDate === 'string' ? birthDate : undefined}
      date={due?.treatedOn ?? localDateOf(serverNow(), told.zone)}
      zone={told.zone}
      foot={`Fields of the form read as of ${paper.asOf}. A worksheet to copy from, not the programme’s own form.`}
    >
      {groups.map((group) => (
        <section key={group}>
          <h2 className="text-sub font-sub">{groupWords[group]}</h2>
          <PaperTable
            label={groupWords[group]}
            columns={['Field', 'Answer']}
            rows={paper.fields
              .filter(({ field }) => field.group === group)
              .map((one) => ({
                key: one.field.id,
                cells: [
                  one.field.label,
                  <Answer key="answer" one={one} isOpen={paper.open.includes(one.field.id)} />,
                ],
              }))}
          />
        </section>
      ))}
    </PaperSheet>
  );
}

function Answer({ one, isOpen }: { readonly one: CompletedField; readonly isOpen: boolean }) {
  if (one.state === 'not-asked') return <>Not asked: the answer before it is no</>;
  if (one.value !== undefined)
    return (
      <>
        {onPaper(one.value)}
        {one.from === 'hand' && ' (by hand)'}
        {one.from === 'earlier-form' && ' (from the clinic’s last form)'}
      </>
    );
  return isOpen ? (
    <>
      <MarkWord mark="missing" />
      <span className="inline-block w-40 border-b border-black">&nbsp;</span>
    </>
  ) : (
    <>May stay empty</>
  );
}

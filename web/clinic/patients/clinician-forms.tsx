// The forms a clinician fills in: a rating of their own, or the Columbia screener asked aloud. What an answer says of
// suicide stands on the screen while it is being asked, not after it is saved.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listResponses, type QuestionnaireResponse, saveResponse } from '#api/questionnaires.ts';
import { askedItems, instrumentIn, optionsOf, withoutUnasked } from '#clinical/instruments/asking.ts';
import { cssrsScreener } from '#clinical/instruments/c-ssrs-screener.ts';
import { cgiImprovement, cgiSeverity } from '#clinical/instruments/cgi.ts';
import type { Instrument, Item } from '#clinical/instruments/instrument.ts';
import { raisedByAnswers } from '#clinical/instruments/raised-by-answers.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { asksForSafetyPlan } from '#clinical/risk/safety-plan.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import type { PatientTabProps } from './patient-page.tsx';
import { SafetyPlanLink } from './safety-plan-link.tsx';
import { screenerWords } from './screener-words.ts';

const forms = [
  { id: 'c-ssrs-screener', form: cssrsScreener, title: 'Ask the Columbia screener' },
  { id: 'cgi-s', form: cgiSeverity, title: 'Rate severity, CGI-S' },
  { id: 'cgi-i', form: cgiImprovement, title: 'Rate change, CGI-I' },
] as const;

export function ClinicianForms({ patient }: PatientTabProps) {
  const [opened, setOpened] = useState<(typeof forms)[number]>();
  return (
    <Card title="Ask or rate">
      <div className="flex flex-col items-stretch gap-2">
        {forms.map((each) => (
          <Button key={each.id} onClick={() => setOpened(each)}>
            {each.title}
          </Button>
        ))}
      </div>
      <Sheet open={opened !== undefined} onClose={() => setOpened(undefined)} title={opened?.title}>
        {opened !== undefined && (
          <Filling
            key={opened.id}
            id={opened.id}
            instrument={instrumentIn(opened.form, patient.language ?? 'en')}
            patientId={patient.id}
            onSaved={() => setOpened(undefined)}
          />
        )}
      </Sheet>
    </Card>
  );
}

/** The instructions of the screener name its questions by number; the one about three months has none. */
function labelOf(item: Item): string {
  const number = item.id.match(/^c-ssrs-(\d)$/)?.[1];
  return number === undefined ? item.text : `${number}. ${item.text}`;
}

interface FillingProps {
  readonly id: QuestionnaireResponse['instrument'];
  readonly instrument: Instrument;
  readonly patientId: string;
  readonly onSaved: () => void;
}

function Filling({ id, instrument, patientId, onSaved }: FillingProps) {
  const queries = useQueryClient();
  const [responseId] = useState(newCommandId);
  const draft = useDraft<Answers>(`clinician-form/${id}/${patientId}`, {});
  const given = draft.value;
  const at = serverNow();
  const raised = raisedByAnswers({ instrument, answers: given, at }).filter(
    (issue) => issue.action !== 'unknown',
  );
  const scored = score(instrument, given);
  const open = scored.complete ? 0 : scored.missing.length;
  // The screener says what it can with some of its answers; a rating is one answer or none.
  const isEmpty = Object.values(given).every((value) => value === undefined || value === null);
  const maySave = instrument.scoring === 'triage' ? !isEmpty : open === 0;
  const save = useAct(
    (answers: Record<string, number | null>, commandId) =>
      call(saveResponse, {
        params: { patientId, responseId },
        body: {
          version: 0,
          instrument: id,
          answers,
          complete: true,
          language: instrument.language,
          authoredAt: serverNow(),
        },
        commandId,
      }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
      onSaved();
    },
  );
  return (
    <Form
      failure={save.failure}
      stillTrue="Not saved. The answers are still here."
      onSubmit={() => {
        const answers = Object.entries(given).flatMap(([item, value]) =>
          value === undefined ? [] : [[item, value] as const],
        );
        if (maySave) save.run(Object.fromEntries(answers));
      }}
      actions={
        <Button
          type="submit"
          variant="primary"
          busy={save.busy ? 'Saving' : undefined}
          closed={maySave ? undefined : 'Nothing is answered yet'}
        >
          {open > 0 ? `Save with ${open} left open` : 'Save'}
        </Button>
      }
    >
      {instrument.instructions !== undefined && (
        <p className="text-small text-ink-2" lang={instrument.language}>
          {instrument.stem}. {instrument.instructions}
        </p>
      )}
      {instrument.instructions === undefined && instrument.stem !== '' && <p>{instrument.stem}</p>}
      <div className="flex flex-col gap-6" lang={instrument.language}>
        {askedItems(instrument, given).map((item) => {
          const options = optionsOf(instrument, item);
          const hint = [item.period, item.examples].filter((part) => part !== undefined).join('. ');
          return (
            <ChoiceGroup
              key={item.id}
              name={`answers.${item.id}`}
              label={labelOf(item)}
              {...(hint === '' ? {} : { hint })}
              columns={options.length === 2 ? 2 : 1}
              value={typeof given[item.id] === 'number' ? String(given[item.id]) : undefined}
              onChange={(chosen) =>
                draft.set(withoutUnasked(instrument, { ...given, [item.id]: Number(chosen) }))
              }
              choices={options.map((option) => ({
                value: String(option.value),
                label: options.length === 2 ? option.text : `${option.value}. ${option.text}`,
              }))}
            />
          );
        })}
      </div>
      <div role="status" className="flex flex-col gap-2">
        {raised.map((issue) => (
          <StateWord
            key={issue.code}
            state={issue.code === 'cssrs-high' ? 'alert' : 'due'}
            word={<span className="font-sub">{issue.title}</span>}
          />
        ))}
        {raised.some(({ code }) => asksForSafetyPlan(code)) && <SafetyPlanLink patientId={patientId} />}
      </div>
      <p className="text-small text-ink-2" lang={instrument.language}>
        {instrument.licence.text}
      </p>
    </Form>
  );
}

const screenerColumns: readonly Column<QuestionnaireResponse>[] = [
  {
    id: 'at',
    title: 'When',
    figures: true,
    className: 'whitespace-nowrap',
    cell: (row) => formatDateTime(row.authoredAt),
  },
  { id: 'level', title: 'Level', cell: (row) => screenerWords(row) },
  {
    id: 'by',
    title: 'Answered',
    cell: (row) =>
      row.score?.filledBy === undefined
        ? 'not known'
        : row.score.filledBy === 'patient'
          ? 'alone, on their own device'
          : 'asked aloud',
  },
];

/** Levels in a row, newest first. They are not a number, so there is no curve and no difference to take. */
export function ScreenerResults({ patient }: PatientTabProps) {
  const responses = useAnswer(['patient', patient.id, 'responses', cssrsScreener.id], listResponses, {
    params: { patientId: patient.id },
    query: { instrument: cssrsScreener.id },
  });
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">Columbia screener</h2>
      <SafetyPlanLink patientId={patient.id} />
      <Heard of={responses}>
        {(answer) => (
          <Table
            label="Columbia screener"
            columns={screenerColumns}
            rows={answer.responses}
            rowKey={(row) => row.id}
            empty={<EmptyState>The Columbia screener has not been asked.</EmptyState>}
          />
        )}
      </Heard>
    </section>
  );
}

// What a person of the team heard, on the phone or in the corridor, in the words it was said in.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reportAdverseEvent } from '#api/adverse-events.ts';
import type { BodyOf } from '#api/endpoint.ts';
import {
  type AdverseEventTerm,
  adverseEventTerms,
  type ToldSeverity,
  toldSeverities,
} from '#clinical/risk/adverse-event-terms.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { severityWords, termWords } from './event-words.ts';

interface Typed {
  readonly words: string;
  readonly term?: AdverseEventTerm | undefined;
  readonly severity?: ToldSeverity | undefined;
  readonly started: string;
}

const nothingTyped: Typed = { words: '', started: '' };

export function TellForm({ patientId, zone }: { readonly patientId: string; readonly zone: string }) {
  const client = useQueryClient();
  const draft = useDraft<Typed>(`side-effect/${patientId}`, nothingTyped);
  const typed = draft.value;
  const set = (part: Partial<Typed>): void => draft.set({ ...typed, ...part });
  const [id, setId] = useState(newCommandId);
  const act = useAct(
    (body: BodyOf<typeof reportAdverseEvent>, commandId) =>
      call(reportAdverseEvent, { params: { patientId }, body, commandId }),
    () => {
      draft.clear();
      setId(newCommandId());
      client.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const words = typed.words.trim();
  const startedAt = momentOf(typed.started, zone);
  return (
    <Card title="Write down what you heard">
      <Form
        onSubmit={() => {
          if (words === '') return;
          act.run({
            id,
            words,
            ...(typed.term === undefined ? {} : { term: typed.term }),
            ...(typed.severity === undefined ? {} : { severity: typed.severity }),
            ...(startedAt === undefined ? {} : { startedAt }),
          });
        }}
        failure={act.failure}
        stillTrue="Not kept. What you wrote is still here."
        actions={
          <Button
            type="submit"
            closed={words === '' ? 'Closed: what happened' : undefined}
            busy={act.busy ? 'Keeping it' : undefined}
          >
            Keep it
          </Button>
        }
      >
        <TextArea
          label="What happened"
          name="words"
          rows={2}
          value={typed.words}
          onChange={(said) => set({ words: said })}
        />
        <Select
          label="What it was"
          prompt="Not known yet"
          choices={adverseEventTerms.map((value) => ({ value, label: termWords[value] }))}
          value={typed.term}
          onChange={(term) => set({ term })}
        />
        <ChoiceGroup
          label="How bad, as they say it"
          choices={toldSeverities.map((value) => ({ value, label: severityWords[value] }))}
          value={typed.severity}
          onChange={(severity) => set({ severity })}
        />
        <DateTimeField
          kind="datetime-local"
          label="Began"
          name="startedAt"
          value={typed.started}
          onChange={(started) => set({ started })}
        />
      </Form>
    </Card>
  );
}

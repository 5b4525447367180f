// Putting someone on the rota, in the clinic's own hours.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { addOnCallDuty, type OnCallRota } from '#api/on-call.ts';
import type { DutyTurn } from '#clinical/on-call/rota.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';

const turnChoices = [
  { value: 'first', label: 'First' },
  { value: 'second', label: 'Second, when the first has not answered' },
] as const;

const blank = { accountId: '', turn: 'first' as DutyTurn, from: '', until: '', textNumber: '' };

export function AddDuty({ rota }: { readonly rota: OnCallRota }) {
  const queries = useQueryClient();
  const [id, setId] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<typeof blank>('on-call-duty', blank);
  const { accountId, turn, textNumber } = draft.value;
  const set = (change: Partial<typeof blank>) => draft.set({ ...draft.value, ...change });
  const add = useAct(
    (body: BodyOf<typeof addOnCallDuty>, commandId) => call(addOnCallDuty, { body, commandId }),
    (told) => {
      queries.setQueryData(['on-call'], told);
      setId(newCommandId());
      setTried(false);
      draft.clear();
    },
  );
  const from = momentOf(draft.value.from, rota.zone);
  const until = momentOf(draft.value.until, rota.zone);
  return (
    <Card title="Put someone on">
      <Form
        className="gap-4"
        failure={add.failure}
        stillTrue="The rota is as it was. What you typed is still here."
        onSubmit={async () => {
          setTried(true);
          if (accountId === '' || from === undefined || until === undefined) return;
          await add.run({
            id,
            accountId,
            turn,
            from,
            until,
            ...(textNumber.trim() === '' ? {} : { textNumber: textNumber.trim() }),
          });
        }}
        actions={
          <Button type="submit" variant="primary" className="min-h-12" busy={add.busy ? 'Saving' : undefined}>
            Put on the rota
          </Button>
        }
      >
        <Select
          label="Who"
          name="accountId"
          value={accountId === '' ? undefined : accountId}
          onChange={(next) => set({ accountId: next ?? '' })}
          choices={rota.mayAnswer.map((person) => ({ value: person.id, label: person.name }))}
          fault={tried && accountId === '' ? 'Choose who' : undefined}
        />
        <Select
          label="Called"
          name="turn"
          value={turn}
          onChange={(next) => set({ turn: next ?? 'first' })}
          choices={turnChoices}
        />
        <DateTimeField
          kind="datetime-local"
          label="From"
          name="from"
          value={draft.value.from}
          onChange={(next) => set({ from: next })}
          hint={`The clinic’s time, ${rota.zone}`}
          fault={tried && from === undefined ? 'Give day and time' : undefined}
        />
        <DateTimeField
          kind="datetime-local"
          label="To"
          name="until"
          value={draft.value.until}
          onChange={(next) => set({ until: next })}
          fault={tried && until === undefined ? 'Give day and time' : undefined}
        />
        <TextField
          label="Number for texts"
          name="textNumber"
          type="tel"
          optional
          hint="Without one they are called by mail alone."
          value={textNumber}
          onChange={(next) => set({ textNumber: next })}
        />
      </Form>
    </Card>
  );
}

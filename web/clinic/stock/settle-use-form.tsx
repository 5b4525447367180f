// A use in the room that has no line: from which syringe it came, or that it was not from this cupboard, and why.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { type OpenDraw, type RoomUseOpen, settleRoomUse } from '#api/medication-stock.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { amountOf, mg } from './stock-words.ts';

const elsewhere = 'not-from-here';

export function SettleUseForm(props: {
  readonly use: RoomUseOpen;
  readonly draws: readonly OpenDraw[];
  readonly onDone: () => void;
}) {
  const { use, draws, onDone } = props;
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const draft = useDraft(`stock/settle/${use.eventId}`, { from: '', amount: '', reason: '' });
  const { from, amount, reason } = draft.value;
  const settle = useAct(
    (body: BodyOf<typeof settleRoomUse>, commandId) =>
      call(settleRoomUse, { params: { eventId: use.eventId }, body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
      onDone();
    },
  );
  const theirs = draws.filter(({ patientId }) => patientId === use.patientId);
  const amountMg = use.mg ?? amountOf(amount);
  const faults = {
    from: from === '' ? 'Say where it came from' : undefined,
    amount: from !== '' && from !== elsewhere && amountMg === undefined ? 'Give the milligrams' : undefined,
    reason: from === elsewhere && reason.trim() === '' ? 'Say why, in a few words' : undefined,
  };
  return (
    <Form
      failure={settle.failure}
      stillTrue="It is still open. What you typed is still here."
      onSubmit={async () => {
        setTried(true);
        if (faults.from ?? faults.amount ?? faults.reason) return;
        await settle.run({
          from:
            from === elsewhere
              ? { kind: 'not-from-here', reason: reason.trim() }
              : { kind: 'draw', drawId: from, mg: amountMg ?? 0 },
        });
      }}
      actions={
        <Button type="submit" variant="primary" size="large" busy={settle.busy ? 'Writing' : undefined}>
          Write it in the book
        </Button>
      }
    >
      {theirs.length === 0 && (
        <p>
          No syringe drawn for {use.patientName} has anything left. If it was drawn, write the draw first;
          this line then finds it by itself.
        </p>
      )}
      <Select
        label="It came from"
        value={from}
        onChange={(next) => draft.set({ ...draft.value, from: next ?? '' })}
        fault={tried ? faults.from : undefined}
        choices={[
          ...theirs.map((draw) => ({
            value: draw.id,
            label: `The syringe from No. ${draw.containerNumber}, ${mg(draw.leftMg)} left`,
          })),
          { value: elsewhere, label: 'Not from this cupboard' },
        ]}
      />
      {from !== '' && from !== elsewhere && use.mg === undefined && (
        <TextField
          label="How much, in mg"
          name="amount"
          value={amount}
          onChange={(next) => draft.set({ ...draft.value, amount: next })}
          fault={tried ? faults.amount : undefined}
        />
      )}
      {from === elsewhere && (
        <TextArea
          label="Where it came from, and why it is not in this book"
          name="reason"
          value={reason}
          onChange={(next) => draft.set({ ...draft.value, reason: next })}
          fault={tried ? faults.reason : undefined}
        />
      )}
    </Form>
  );
}

// A line is put right by a later one: the right amount with a reason, or that it never happened. The old line stays.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { type BookLine, drawForPatient, type LedgerFact, writeInBook } from '#api/medication-stock.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { NumberField } from '#web/kit/number-field.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { ReceiptForm } from './receive-page.tsx';
import { amountOf, kindWords, mg } from './stock-words.ts';

const correctable: readonly BookLine['kind'][] = [
  'received',
  'drawn',
  'given',
  'wasted',
  'moved',
  'returned',
  'disposed',
  'lost',
];

export function mayBeCorrected(line: BookLine): boolean {
  return line.correctedBy === undefined && line.fact !== undefined && correctable.includes(line.kind);
}

type Ways = 'amount' | 'receipt' | 'never';

export function CorrectSheet({ line, onClose }: { readonly line: BookLine; readonly onClose: () => void }) {
  const [way, setWay] = useState<Ways>();
  const { fact } = line;
  const choices = [
    ...(fact?.kind === 'received'
      ? [{ value: 'receipt' as const, label: 'Something in the receipt is not right' }]
      : []),
    ...(line.mg === undefined ? [] : [{ value: 'amount' as const, label: 'The amount is not right' }]),
    { value: 'never' as const, label: 'It never happened' },
  ];
  return (
    <Sheet open onClose={onClose} title={`Line ${line.position}: ${kindWords[line.kind].toLowerCase()}`}>
      <div className="flex flex-col gap-5">
        <ChoiceGroup label="What is to be put right" choices={choices} value={way} onChange={setWay} />
        {way === 'receipt' && fact?.kind === 'received' && (
          <ReceiptForm corrects={{ id: line.id, fact, happenedAt: line.happenedAt }} onDone={onClose} />
        )}
        {(way === 'amount' || way === 'never') && (
          <RightForm key={way} line={line} isAmount={way === 'amount'} onDone={onClose} />
        )}
      </div>
    </Sheet>
  );
}

type Asked =
  | { readonly kind: 'draw'; readonly patientId: string; readonly body: BodyOf<typeof drawForPatient> }
  | { readonly kind: 'line'; readonly body: BodyOf<typeof writeInBook> };

function RightForm(props: {
  readonly line: BookLine;
  readonly isAmount: boolean;
  readonly onDone: () => void;
}) {
  const { line, isAmount, onDone } = props;
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`stock/right/${line.id}/${isAmount}`, { amount: '', reason: '' });
  const { amount, reason } = draft.value;
  const amountMg = amountOf(amount);
  const write = useAct(
    (asked: Asked, commandId) =>
      asked.kind === 'draw'
        ? call(drawForPatient, { params: { patientId: asked.patientId }, body: asked.body, commandId })
        : call(writeInBook, { body: asked.body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
      onDone();
    },
  );
  return (
    <Form
      failure={write.failure}
      stillTrue="The line stands as it was. What you typed is still here."
      onSubmit={() => {
        setTried(true);
        if (reason.trim() === '') return;
        const asked = askedFor(line, isAmount ? amountMg : 'never', { id, reason: reason.trim() });
        if (asked !== undefined) write.run(asked);
      }}
      actions={
        <Button type="submit" variant="primary" size="large" busy={write.busy ? 'Writing' : undefined}>
          Put it right
        </Button>
      }
    >
      {isAmount && (
        <NumberField
          label="The right amount"
          name="fact.mg"
          unit="mg"
          hint={`The line says ${mg(line.mg ?? 0)}.`}
          text={amount}
          onChange={(text) => draft.set({ ...draft.value, amount: text })}
          fault={tried && amountMg === undefined ? 'Give the amount in mg' : undefined}
        />
      )}
      <TextArea
        label="Why"
        name="corrects.reason"
        hint={line.kind === 'wasted' && isAmount ? 'The new line waits for a witness of its own.' : undefined}
        value={reason}
        onChange={(next) => draft.set({ ...draft.value, reason: next })}
        fault={tried && reason.trim() === '' ? 'Say why; it is kept beside the line' : undefined}
      />
    </Form>
  );
}

function askedFor(
  line: BookLine,
  right: number | 'never' | undefined,
  { id, reason }: { readonly id: string; readonly reason: string },
): Asked | undefined {
  const { happenedAt, fact, patientId } = line;
  const corrects = { id: line.id, reason };
  if (right === undefined) return undefined;
  if (right === 'never')
    return { kind: 'line', body: { id, happenedAt, fact: { kind: 'struck' }, corrects } };
  const made = fact && withAmount(fact, right);
  if (made === undefined) return undefined;
  if (made.kind !== 'drawn') return { kind: 'line', body: { id, happenedAt, fact: made, corrects } };
  return patientId === undefined
    ? undefined
    : { kind: 'draw', patientId, body: { id, happenedAt, fact: made, corrects } };
}

type WithAmount = Extract<
  LedgerFact,
  { kind: 'drawn' | 'given' | 'wasted' | 'returned' | 'disposed' | 'lost' }
>;

function withAmount(fact: LedgerFact, right: number): WithAmount | undefined {
  switch (fact.kind) {
    case 'drawn':
    case 'given':
    case 'wasted':
    case 'returned':
    case 'disposed':
    case 'lost':
      return { ...fact, mg: right };
    default:
      return undefined;
  }
}

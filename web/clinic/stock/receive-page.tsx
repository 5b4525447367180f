// A parcel came: what it holds, its lot and expiry, and from whom. The same form puts an earlier receipt right.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LedgerFact } from '#api/medication-stock.ts';
import { DeskPage } from '#web/clinic/desk-page.tsx';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { NumberField } from '#web/kit/number-field.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { useHappenedAt, useWrite } from './stock-acts.tsx';
import { amountOf, countOf, mg } from './stock-words.ts';

export function ReceivePage() {
  const navigate = useNavigate();
  return (
    <DeskPage title="Receive" lead="Count the containers in the parcel first, then write what came.">
      <Card>
        <ReceiptForm onDone={() => navigate({ to: '/stock' })} />
      </Card>
    </DeskPage>
  );
}

type Received = Extract<LedgerFact, { kind: 'received' }>;

export interface ReceiptFormProps {
  /** The receipt that is put right, with its line. */
  readonly corrects?: { readonly id: string; readonly fact: Received; readonly happenedAt: number };
  readonly onDone: () => void;
}

export function ReceiptForm({ corrects, onDone }: ReceiptFormProps) {
  const [id] = useState(newCommandId);
  const [madeIds] = useState(() => Array.from({ length: 200 }, newCommandId));
  const [tried, setTried] = useState(false);
  const before = corrects?.fact;
  const draft = useDraft(`stock/receipt/${corrects?.id ?? 'new'}`, {
    substance: before?.substance ?? '',
    form: before?.form ?? '',
    strength: before === undefined ? '' : String(before.strengthMgPerMl),
    volume: before === undefined ? '' : String(before.volumeMl),
    containers: before === undefined ? '' : String(before.containerIds.length),
    lot: before?.lot ?? '',
    expiry: before?.expiry ?? '',
    supplierName: before?.supplierName ?? '',
    supplierAddress: before?.supplierAddress ?? '',
    supplierRegistration: before?.supplierRegistration ?? '',
    when: '',
    reason: '',
  });
  const typed = draft.value;
  const happenedAt = useHappenedAt(typed.when);
  const strength = amountOf(typed.strength);
  const volume = amountOf(typed.volume);
  const containers = countOf(typed.containers, true);
  const write = useWrite(() => {
    draft.clear();
    onDone();
  });
  const set = (name: keyof typeof typed) => (value: string) => draft.set({ ...typed, [name]: value });
  const missing = (
    name: 'substance' | 'form' | 'lot' | 'expiry' | 'supplierName' | 'reason',
    words: string,
  ) => (tried && typed[name].trim() === '' ? words : undefined);
  const howMany = containers !== undefined && containers > 0 && containers <= madeIds.length;

  function submit(): void {
    setTried(true);
    const at = typed.when === '' && corrects !== undefined ? corrects.happenedAt : happenedAt();
    const words = [typed.substance, typed.form, typed.lot, typed.expiry, typed.supplierName];
    if (words.some((each) => each.trim() === '') || strength === undefined || volume === undefined) return;
    if (!howMany || at === undefined || (corrects !== undefined && typed.reason.trim() === '')) return;
    write.run({
      id,
      happenedAt: at,
      fact: {
        kind: 'received',
        substance: typed.substance.trim(),
        form: typed.form.trim(),
        strengthMgPerMl: strength,
        volumeMl: volume,
        containerIds: [...(before?.containerIds ?? []), ...madeIds].slice(0, containers),
        lot: typed.lot.trim(),
        expiry: typed.expiry.trim(),
        supplierName: typed.supplierName.trim(),
        supplierAddress: typed.supplierAddress.trim(),
        supplierRegistration: typed.supplierRegistration.trim(),
      },
      ...(corrects === undefined ? {} : { corrects: { id: corrects.id, reason: typed.reason.trim() } }),
    });
  }

  return (
    <Form
      failure={write.failure}
      stillTrue="It is not in the book yet. What you typed is still here."
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" size="large" busy={write.busy ? 'Writing' : undefined}>
          {corrects === undefined ? 'Write the receipt' : 'Put it right'}
        </Button>
      }
    >
      <div className="grid gap-5 tablet:grid-cols-2">
        <TextField
          label="Substance"
          name="fact.substance"
          value={typed.substance}
          onChange={set('substance')}
          fault={missing('substance', 'Say what it is')}
        />
        <TextField
          label="Form"
          name="fact.form"
          hint="Injection, lozenge, nasal spray"
          value={typed.form}
          onChange={set('form')}
          fault={missing('form', 'Say in which form')}
        />
        <NumberField
          label="Strength"
          name="fact.strengthMgPerMl"
          unit="mg/mL"
          text={typed.strength}
          onChange={set('strength')}
          fault={tried && strength === undefined ? 'Give the strength as printed' : undefined}
        />
        <NumberField
          label="Volume of one container"
          name="fact.volumeMl"
          unit={
            strength === undefined || volume === undefined ? 'mL' : `mL, ${mg(strength * volume)} in each`
          }
          text={typed.volume}
          onChange={set('volume')}
          fault={tried && volume === undefined ? 'Give the volume as printed' : undefined}
        />
        <NumberField
          label="Containers"
          name="fact.containerIds"
          whole
          text={typed.containers}
          onChange={set('containers')}
          fault={tried && !howMany ? 'Count them: from 1 to 200' : undefined}
        />
        <TextField
          label="Lot"
          name="fact.lot"
          value={typed.lot}
          onChange={set('lot')}
          fault={missing('lot', 'Give the lot as printed')}
        />
        <TextField
          label="Expires"
          name="fact.expiry"
          hint="2027-05-31, or 2027-05 for the end of the month"
          value={typed.expiry}
          onChange={set('expiry')}
          fault={missing('expiry', 'Give the expiry as printed')}
        />
        <DateTimeField
          kind="datetime-local"
          label="When it came"
          hint={corrects === undefined ? 'Empty means now.' : 'Empty means as it was written before.'}
          name="happenedAt"
          optional
          value={typed.when}
          onChange={set('when')}
        />
        <TextField
          label="Supplier"
          name="fact.supplierName"
          value={typed.supplierName}
          onChange={set('supplierName')}
          fault={missing('supplierName', 'Say who sent it')}
        />
        <TextField
          label="Supplier’s registration number"
          name="fact.supplierRegistration"
          hint="If this or the address is not at hand, the book shows the gap until someone puts it right."
          value={typed.supplierRegistration}
          onChange={set('supplierRegistration')}
        />
        <TextField
          className="tablet:col-span-2"
          label="Supplier’s address"
          name="fact.supplierAddress"
          value={typed.supplierAddress}
          onChange={set('supplierAddress')}
        />
      </div>
      {corrects !== undefined && (
        <TextArea
          label="Why the line is put right"
          name="corrects.reason"
          value={typed.reason}
          onChange={set('reason')}
          fault={missing('reason', 'Say why; it is kept beside the line')}
        />
      )}
    </Form>
  );
}

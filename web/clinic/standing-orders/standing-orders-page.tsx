// Standing orders: what a nurse may give without asking first, for what, how much and how often. A prescriber signs each line;
// nothing here proposes a medicine or a dose.
import { useState } from 'react';
import {
  endStandingOrder,
  listStandingOrders,
  type StandingOrderContent,
  signStandingOrder,
} from '#api/standing-orders.ts';
import { amountInWords, type StandingOrder } from '#dosing-session/standing-orders.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';

const readings = [
  { value: 'blood-pressure', label: 'Blood pressure outside its limits' },
  { value: 'heart-rate', label: 'Pulse outside its limits' },
  { value: 'oxygen', label: 'Oxygen outside its limits' },
  { value: 'breathing', label: 'Breathing outside its limits' },
  { value: 'sedation', label: 'Sedation outside its limits' },
] as const;
type Subject = (typeof readings)[number]['value'];

export function StandingOrdersPage() {
  const told = useAnswer(['standing-orders'], listStandingOrders);
  const prescribes = has(useMe(), 'prescriber');
  return (
    <DeskPage
      title="Standing orders"
      lead="What may be given in the room without asking first. Each is signed by a prescriber, who answers for every number. An order is never changed: it is ended, and another is signed."
    >
      <Heard of={told}>
        {({ inForce, ended }) => (
          <>
            {inForce.length === 0 ? (
              <EmptyState>
                None in force. Until a prescriber signs one, each rescue medicine needs a prescriber’s word.
              </EmptyState>
            ) : (
              inForce.map((order) => (
                <OrderCard key={order.id} order={order} prescribes={prescribes} again={told.again} />
              ))
            )}
            {prescribes && <NewOrder key={inForce.length + ended.length} again={told.again} />}
            {ended.length > 0 && (
              <Card title="Ended">
                <ul className="m-0 flex list-none flex-col gap-2 p-0">
                  {ended.map(({ order, at, byName, reason }) => (
                    <li key={order.id}>
                      {order.medicine} {amountInWords(order)}, {forWords(order)}. Ended by {byName},{' '}
                      {formatDateTime(at)}: <q className="font-serif">{reason}</q>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </Heard>
    </DeskPage>
  );
}

function forWords({ forWhat }: Pick<StandingOrder, 'forWhat'>): string {
  return forWhat.kind === 'symptom'
    ? `for ${forWhat.symptom.toLowerCase()}`
    : `for ${(readings.find(({ value }) => value === forWhat.subject)?.label ?? forWhat.subject).toLowerCase()}`;
}

function OrderCard({
  order,
  prescribes,
  again,
}: {
  readonly order: StandingOrder;
  readonly prescribes: boolean;
  readonly again: () => void;
}) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const end = useAct(
    (body: { reason: string }, commandId) =>
      call(endStandingOrder, { params: { orderId: order.id }, body, commandId }),
    again,
  );
  return (
    <Card title={`${order.medicine} ${amountInWords(order)}, ${order.route.toLowerCase()}`}>
      <p>
        {forWords(order).replace('for', 'For')}. {order.when}
      </p>
      {order.notIf !== undefined && order.notIf !== '' && <p>Not if: {order.notIf}</p>}
      <p className="text-small text-ink-2">
        At most {order.atMostDoses} in one session, {order.minutesBetween} minutes apart. Signed by{' '}
        {order.signedByName}, {formatDateTime(order.signedAt)}.
      </p>
      {prescribes && (
        <div className="mt-3 flex flex-col items-start gap-3">
          {asked && <TextField label="Why it ends" value={reason} onChange={setReason} autoComplete="off" />}
          <Button
            busy={end.busy ? 'Ending' : undefined}
            closed={asked && reason.trim() === '' ? 'Closed: why' : undefined}
            onClick={() => (asked ? end.run({ reason: reason.trim() }) : setAsked(true))}
          >
            {asked ? 'End it now' : 'End this order'}
          </Button>
          <Failure failure={end.failure} />
        </div>
      )}
    </Card>
  );
}

const noNumber: { readonly text: string; readonly value: number | undefined } = {
  text: '',
  value: undefined,
};

function NewOrder({ again }: { readonly again: () => void }) {
  const [id] = useState(newCommandId);
  const [subject, setSubject] = useState<Subject | 'symptom'>();
  const [texts, setTexts] = useState({ symptom: '', when: '', notIf: '', medicine: '', unit: '', route: '' });
  const [amount, setAmount] = useState(noNumber);
  const [atMost, setAtMost] = useState(noNumber);
  const [between, setBetween] = useState(noNumber);
  const set = (part: Partial<typeof texts>): void => setTexts({ ...texts, ...part });
  const sign = useAct(
    (content: StandingOrderContent, commandId) =>
      call(signStandingOrder, { body: { id, content }, commandId }),
    again,
  );
  const content = wholeOrder();
  return (
    <Card title="Sign a new one">
      <div className="flex max-w-180 flex-col gap-4">
        <Select
          label="For what"
          choices={[...readings, { value: 'symptom' as const, label: 'A symptom' }]}
          value={subject}
          onChange={setSubject}
        />
        {subject === 'symptom' && (
          <TextField
            label="Which symptom, as the room writes it"
            value={texts.symptom}
            onChange={(symptom) => set({ symptom })}
            autoComplete="off"
          />
        )}
        <TextArea label="When it may be given" value={texts.when} onChange={(when) => set({ when })} />
        <TextArea label="Not if" optional value={texts.notIf} onChange={(notIf) => set({ notIf })} />
        <div className="grid gap-4 tablet:grid-cols-2">
          <TextField
            label="Medicine"
            value={texts.medicine}
            onChange={(medicine) => set({ medicine })}
            autoComplete="off"
          />
          <TextField
            label="How it is given"
            value={texts.route}
            onChange={(route) => set({ route })}
            autoComplete="off"
          />
          <NumberField
            label="Amount of one dose"
            text={amount.text}
            onChange={(text, value) => setAmount({ text, value })}
          />
          <TextField label="Unit" value={texts.unit} onChange={(unit) => set({ unit })} autoComplete="off" />
          <NumberField
            label="At most how many doses in one session"
            whole
            text={atMost.text}
            onChange={(text, value) => setAtMost({ text, value })}
          />
          <NumberField
            label="Minutes between two doses"
            whole
            text={between.text}
            onChange={(text, value) => setBetween({ text, value })}
          />
        </div>
        <Failure failure={sign.failure} />
        <Button
          variant="primary"
          busy={sign.busy ? 'Signing' : undefined}
          closed={content === undefined ? 'Closed: something is still empty' : undefined}
          onClick={() => content !== undefined && sign.run(content)}
        >
          Sign this standing order
        </Button>
      </div>
    </Card>
  );

  function wholeOrder(): StandingOrderContent | undefined {
    const words = Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, text.trim()]),
    ) as typeof texts;
    const { symptom, when, notIf, medicine, unit, route } = words;
    if ([when, medicine, unit, route].includes('') || subject === undefined) return undefined;
    const doseAmount = amount.value;
    const atMostDoses = atMost.value;
    const minutesBetween = between.value;
    if (doseAmount === undefined || atMostDoses === undefined || minutesBetween === undefined)
      return undefined;
    if (subject === 'symptom' && symptom === '') return undefined;
    return {
      forWhat: subject === 'symptom' ? { kind: 'symptom', symptom } : { kind: 'reading', subject },
      when,
      ...(notIf === '' ? {} : { notIf }),
      medicine,
      amount: doseAmount,
      unit,
      route,
      atMostDoses,
      minutesBetween,
    };
  }
}

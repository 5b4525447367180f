// What a person does at the cupboard, one sheet each: draw for someone, write what was given, waste the rest, and what
// becomes of a container. Nothing is filled in beforehand, and what was typed stays when it was not written.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { getDay } from '#api/appointments.ts';
import type { BodyOf } from '#api/endpoint.ts';
import {
  type CupboardContainer,
  drawForPatient,
  type OpenDraw,
  type RoomUseOpen,
  writeInBook,
} from '#api/medication-stock.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { type Act, useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { momentOf } from '#web/kit/local-moment.ts';
import { formatTime } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { Select } from '#web/kit/select.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { SettleUseForm } from './settle-use-form.tsx';
import { amountOf, mg, ml } from './stock-words.ts';

export type BookFact = BodyOf<typeof writeInBook>['fact'];
type Written = BodyOf<typeof writeInBook>;

const notWritten = 'It is not in the book yet. What you typed is still here.';

/** Writes one line, and asks the cupboard again. */
export function useWrite(done: () => void): Act<Written, unknown> {
  const queries = useQueryClient();
  return useAct(
    (body: Written, commandId) => call(writeInBook, { body, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
      done();
    },
  );
}

export type StockAct =
  | { readonly kind: 'draw'; readonly container: CupboardContainer }
  | { readonly kind: 'leave'; readonly container: CupboardContainer }
  | { readonly kind: 'give' | 'waste'; readonly draw: OpenDraw }
  | { readonly kind: 'settle'; readonly use: RoomUseOpen };

export function StockSheet({
  act,
  draws,
  onClose,
}: {
  readonly act: StockAct;
  readonly draws: readonly OpenDraw[];
  readonly onClose: () => void;
}) {
  if (act.kind === 'settle') {
    return (
      <Sheet open onClose={onClose} title={`${act.use.patientName}: ${act.use.what}`}>
        <SettleUseForm use={act.use} draws={draws} onDone={onClose} />
      </Sheet>
    );
  }
  if (act.kind === 'draw') {
    return (
      <Sheet open onClose={onClose} title={`Draw from No. ${act.container.number}`}>
        <DrawForm container={act.container} onDone={onClose} />
      </Sheet>
    );
  }
  if (act.kind === 'leave') {
    return (
      <Sheet open onClose={onClose} title={`Container No. ${act.container.number}`}>
        <LeaveForm container={act.container} onDone={onClose} />
      </Sheet>
    );
  }
  const { draw, kind } = act;
  return (
    <Sheet open onClose={onClose} title={kind === 'give' ? `Given to ${draw.patientName}` : 'Waste the rest'}>
      <SyringeForm draw={draw} kind={kind} onDone={onClose} />
    </Sheet>
  );
}

function When({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <DateTimeField
      kind="datetime-local"
      label="When"
      hint="Empty means now. The book also keeps when it was written."
      name="happenedAt"
      optional
      value={value}
      onChange={onChange}
    />
  );
}

export function useHappenedAt(picked: string): () => number | undefined {
  const { clinic } = useMe();
  return () => (picked === '' ? serverNow() : momentOf(picked, clinic.zone));
}

function DrawForm({
  container,
  onDone,
}: {
  readonly container: CupboardContainer;
  readonly onDone: () => void;
}) {
  const day = useAnswer(['day', 'today'], getDay, { query: {} });
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`stock/draw/${container.id}`, { appointmentId: '', amount: '', when: '' });
  const { appointmentId, amount, when } = draft.value;
  const happenedAt = useHappenedAt(when);
  const amountMg = amountOf(amount);
  const draw = useAct(
    (asked: { readonly patientId: string; readonly body: BodyOf<typeof drawForPatient> }, commandId) =>
      call(drawForPatient, { params: { patientId: asked.patientId }, body: asked.body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
      onDone();
    },
  );
  return (
    <Heard of={day}>
      {({ rows }) => {
        const people = rows.filter(
          ({ appointment }) => appointment.status !== 'cancelled' && appointment.status !== 'no-show',
        );
        const row = people.find(({ appointment }) => appointment.id === appointmentId);
        if (people.length === 0) {
          return (
            <EmptyState>
              No one who is here today is in your care. A draw is always for a named person.
            </EmptyState>
          );
        }
        return (
          <Form
            failure={draw.failure}
            stillTrue={notWritten}
            onSubmit={() => {
              setTried(true);
              const at = happenedAt();
              if (row === undefined || amountMg === undefined || at === undefined) return;
              draw.run({
                patientId: row.appointment.patientId,
                body: {
                  id,
                  happenedAt: at,
                  ...(row.sessionId === undefined ? {} : { sessionId: row.sessionId }),
                  fact: { kind: 'drawn', containerId: container.id, mg: amountMg },
                },
              });
            }}
            actions={<Submit act={draw}>Write the draw</Submit>}
          >
            <Findings container={container} />
            <Select
              label="For"
              prompt="Choose the person"
              value={row === undefined ? undefined : appointmentId}
              onChange={(next) => draft.set({ ...draft.value, appointmentId: next ?? '' })}
              choices={people.map(({ appointment }) => ({
                value: appointment.id,
                label: `${appointment.patientName}, ${formatTime(appointment.startsAt)}${appointment.roomName === undefined ? '' : `, ${appointment.roomName}`}`,
              }))}
              fault={tried && row === undefined ? 'Choose for whom it is drawn' : undefined}
            />
            <NumberField
              label="Drawn up"
              name="fact.mg"
              unit={amountMg === undefined ? 'mg' : `mg, ${ml(amountMg, container.strengthMgPerMl)}`}
              text={amount}
              onChange={(text) => draft.set({ ...draft.value, amount: text })}
              hint={`${container.strengthMgPerMl} mg/mL. By the book ${mg(container.leftMg)} are in it.`}
              fault={tried && amountMg === undefined ? 'Give the amount in mg' : undefined}
            />
            <When value={when} onChange={(next) => draft.set({ ...draft.value, when: next })} />
          </Form>
        );
      }}
    </Heard>
  );
}

function Findings({ container }: { readonly container: CupboardContainer }) {
  const against = container.issues.find(({ code }) => code === 'container-expired');
  return against === undefined ? null : (
    <p className="rounded-control border-2 border-alert bg-alert-tint p-3 font-sub text-alert">
      {against.title}
    </p>
  );
}

function Submit({
  act,
  children,
}: {
  readonly act: Pick<Act<never, unknown>, 'busy'>;
  readonly children: ReactNode;
}) {
  return (
    <Button type="submit" variant="primary" size="large" busy={act.busy ? 'Writing' : undefined}>
      {children}
    </Button>
  );
}

function SyringeForm(props: {
  readonly draw: OpenDraw;
  readonly kind: 'give' | 'waste';
  readonly onDone: () => void;
}) {
  const { draw, kind, onDone } = props;
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`stock/${kind}/${draw.id}`, { amount: '', manner: '', when: '' });
  const { amount, manner, when } = draft.value;
  const happenedAt = useHappenedAt(when);
  const amountMg = amountOf(amount);
  const write = useWrite(() => {
    draft.clear();
    onDone();
  });
  const needsManner = kind === 'waste';
  return (
    <Form
      failure={write.failure}
      stillTrue={notWritten}
      onSubmit={() => {
        setTried(true);
        const at = happenedAt();
        if (amountMg === undefined || at === undefined || (needsManner && manner.trim() === '')) return;
        const fact: BookFact = needsManner
          ? { kind: 'wasted', drawId: draw.id, mg: amountMg, manner: manner.trim() }
          : { kind: 'given', drawId: draw.id, mg: amountMg };
        write.run({ id, happenedAt: at, fact });
      }}
      actions={<Submit act={write}>{needsManner ? 'Write the waste' : 'Write what was given'}</Submit>}
    >
      <NumberField
        label={needsManner ? 'Wasted' : 'Given'}
        name="fact.mg"
        unit={amountMg === undefined ? 'mg' : `mg, ${ml(amountMg, draw.strengthMgPerMl)}`}
        text={amount}
        onChange={(text) => draft.set({ ...draft.value, amount: text })}
        hint={`${mg(draw.mg)} were drawn for ${draw.patientName}. By the book ${mg(draw.leftMg)} are still in the syringe.`}
        fault={tried && amountMg === undefined ? 'Give the amount in mg' : undefined}
      />
      {needsManner && (
        <TextField
          label="How it was wasted"
          name="fact.manner"
          hint="Another person who saw it confirms this, signed in as themselves."
          value={manner}
          onChange={(next) => draft.set({ ...draft.value, manner: next })}
          fault={tried && manner.trim() === '' ? 'Say how' : undefined}
        />
      )}
      <When value={when} onChange={(next) => draft.set({ ...draft.value, when: next })} />
    </Form>
  );
}

type Leaving = 'wasted' | 'moved' | 'returned' | 'disposed' | 'lost';

const leavings: readonly { readonly value: Leaving; readonly label: string; readonly detail: string }[] = [
  {
    value: 'wasted',
    label: 'Waste from it',
    detail: 'What is left in an opened container. A second person confirms.',
  },
  {
    value: 'moved',
    label: 'Move it',
    detail: 'To another place in the clinic. It stays in the book and in the count.',
  },
  {
    value: 'returned',
    label: 'Return it',
    detail: 'To the supplier, or to someone licensed to take it back.',
  },
  { value: 'disposed', label: 'Dispose of it', detail: 'Stock that is destroyed.' },
  {
    value: 'lost',
    label: 'Record a loss',
    detail: 'Missing, stolen or broken. Notice and Form 106 become tasks with their dates.',
  },
];

const whereWords: Readonly<Record<Exclude<Leaving, 'lost'>, string>> = {
  wasted: 'How it was wasted',
  moved: 'Where it is now',
  returned: 'To whom',
  disposed: 'How it was disposed of',
};

function LeaveForm({
  container,
  onDone,
}: {
  readonly container: CupboardContainer;
  readonly onDone: () => void;
}) {
  const { clinic } = useMe();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`stock/leave/${container.id}`, {
    leaving: '',
    amount: '',
    words: '',
    discoveredOn: '',
    when: '',
  });
  const { amount, words, discoveredOn, when } = draft.value;
  const leaving = leavings.find(({ value }) => value === draft.value.leaving)?.value;
  const happenedAt = useHappenedAt(when);
  const amountMg = amountOf(amount);
  const write = useWrite(() => {
    draft.clear();
    onDone();
  });
  const said = words.trim();
  const fact = leaving && factOf(leaving, container.id, { amountMg, said, discoveredOn });
  return (
    <Form
      failure={write.failure}
      stillTrue={notWritten}
      onSubmit={() => {
        setTried(true);
        const at = happenedAt();
        if (fact === undefined || at === undefined) return;
        write.run({ id, happenedAt: at, fact });
      }}
      actions={<Submit act={write}>Write it in the book</Submit>}
    >
      <ChoiceGroup
        label="What happens to it"
        value={leaving}
        onChange={(next) => draft.set({ ...draft.value, leaving: next })}
        choices={leavings}
        fault={tried && leaving === undefined ? 'Choose what happens to it' : undefined}
      />
      {leaving !== undefined && leaving !== 'moved' && (
        <NumberField
          label="How much"
          name="fact.mg"
          unit={amountMg === undefined ? 'mg' : `mg, ${ml(amountMg, container.strengthMgPerMl)}`}
          text={amount}
          onChange={(text) => draft.set({ ...draft.value, amount: text })}
          hint={`A full one holds ${mg(container.containerMg)}. By the book ${mg(container.leftMg)} are in it.`}
          fault={tried && amountMg === undefined ? 'Give the amount in mg' : undefined}
        />
      )}
      {leaving !== undefined && leaving !== 'lost' && (
        <TextField
          label={whereWords[leaving]}
          name={leaving === 'moved' ? 'fact.place' : leaving === 'returned' ? 'fact.to' : 'fact.manner'}
          value={words}
          onChange={(next) => draft.set({ ...draft.value, words: next })}
          fault={tried && said === '' ? 'Say it in a few words' : undefined}
        />
      )}
      {leaving === 'lost' && (
        <>
          <DateTimeField
            kind="date"
            label="Day it was discovered"
            name="fact.discoveredOn"
            hint={`Both deadlines count from this day, by the calendar of ${clinic.name}.`}
            value={discoveredOn}
            onChange={(next) => draft.set({ ...draft.value, discoveredOn: next })}
            fault={tried && discoveredOn === '' ? 'Give the day' : undefined}
          />
          <TextArea
            label="What is known"
            name="fact.note"
            value={words}
            onChange={(next) => draft.set({ ...draft.value, words: next })}
            fault={tried && said === '' ? 'Say what is known, even if it is little' : undefined}
          />
        </>
      )}
      <When value={when} onChange={(next) => draft.set({ ...draft.value, when: next })} />
    </Form>
  );
}

function factOf(
  leaving: Leaving,
  containerId: string,
  typed: { readonly amountMg: number | undefined; readonly said: string; readonly discoveredOn: string },
): BookFact | undefined {
  const { amountMg, said, discoveredOn } = typed;
  if (said === '') return undefined;
  if (leaving === 'moved') return { kind: 'moved', containerId, place: said };
  if (amountMg === undefined) return undefined;
  if (leaving === 'returned') return { kind: 'returned', containerId, mg: amountMg, to: said };
  if (leaving !== 'lost') return { kind: leaving, containerId, mg: amountMg, manner: said };
  return discoveredOn === ''
    ? undefined
    : { kind: 'lost', containerId, mg: amountMg, discoveredOn, note: said };
}

// Two people count what is there. Nobody sees a number of the book, or of the other person, before both have counted.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import {
  type CountOccasion,
  type CountOutcome,
  type CountSheet,
  countOccasion,
  getCountSheet,
  keepCount,
} from '#api/medication-stock.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
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
import { NumberField } from '#web/kit/number-field.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { CountResult } from './count-outcome.tsx';
import { countOf, occasionWords, productName } from './stock-words.ts';

type Kept = { readonly kind: 'first' } | { readonly kind: 'both'; readonly outcome: CountOutcome };

export function CountPage() {
  const sheet = useAnswer(['drug-ledger', 'count-sheet'], getCountSheet);
  const [kept, setKept] = useState<Kept>();
  return (
    <DeskPage
      title="Count"
      lead={
        <>
          Two people count what is there, each signed in as themselves.{' '}
          <Link to="/stock" className="link">
            Back to the cupboard
          </Link>
        </>
      }
    >
      {kept === undefined ? (
        <Heard of={sheet}>
          {(answer) => <Counting key={answer.halfCount?.id ?? 'first'} sheet={answer} onKept={setKept} />}
        </Heard>
      ) : (
        <Card title={kept.kind === 'first' ? 'The first count is written' : 'Both have counted'}>
          {kept.kind === 'first' ? (
            <p className="flex gap-2.5">
              <StateMark state="due" size={22} className="mt-0.5" />
              <span>
                Now a second person counts, signed in as themselves on any device. Do not tell them your
                numbers.
              </span>
            </p>
          ) : (
            <CountResult count={kept.outcome} />
          )}
          <Button className="mt-4 min-h-12" onClick={() => setKept(undefined)}>
            Count again
          </Button>
        </Card>
      )}
    </DeskPage>
  );
}

type Typed = Readonly<Record<string, { readonly sealed: string; readonly openMl: string }>>;

const nothingTyped = { sealed: '', openMl: '' };

function Counting({ sheet, onKept }: { readonly sheet: CountSheet; readonly onKept: (kept: Kept) => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [begunAnew, setBegunAnew] = useState(false);
  const half = begunAnew ? undefined : sheet.halfCount;
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<{
    readonly occasion: string;
    readonly state: string;
    readonly moment: string;
    readonly note: string;
    readonly lots: Typed;
  }>(`stock/count/${half?.id ?? 'first'}`, { occasion: '', state: '', moment: '', note: '', lots: {} });
  const { lots: typed, note, state } = draft.value;
  const occasion = half?.occasion ?? countOccasion.options.find((each) => each === draft.value.occasion);
  const moment = moments.find(({ value }) => value === draft.value.moment)?.value;
  const keep = useAct(
    (fact: BodyOf<typeof keepCount>['fact'], commandId) =>
      call(keepCount, { body: { id, happenedAt: serverNow(), fact }, commandId }),
    ({ outcome }) => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
      onKept(outcome === undefined ? { kind: 'first' } : { kind: 'both', outcome });
    },
  );
  if (half !== undefined && half.byId === me.id) {
    return (
      <Card title={occasionWords[half.occasion]}>
        <p>
          You counted at {formatDateTime(half.at)}. A second person counts, signed in as themselves on any
          device, without seeing your numbers.
        </p>
        <Button className="mt-4 min-h-12" onClick={() => setBegunAnew(true)}>
          Begin a new count
        </Button>
      </Card>
    );
  }
  if (sheet.lots.length === 0) {
    return (
      <EmptyState>
        By the book nothing ever came, so there is no lot to count. Receive the stock first.
      </EmptyState>
    );
  }

  const read = sheet.lots.map(({ key }) => ({
    lotKey: key,
    sealed: countOf(typed[key]?.sealed ?? '', true),
    openMl: countOf(typed[key]?.openMl ?? '', false),
  }));
  const inventory =
    occasion !== 'inventory'
      ? undefined
      : (half?.inventory ??
        (state.trim() === '' || moment === undefined ? undefined : { state: state.trim(), moment }));

  function submit(): void {
    setTried(true);
    const lines = read.flatMap(({ lotKey, sealed, openMl }) =>
      sealed === undefined || openMl === undefined ? [] : [{ lotKey, sealed, openMl }],
    );
    if (occasion === undefined || lines.length < sheet.lots.length) return;
    if (occasion === 'inventory' && inventory === undefined) return;
    keep.run({
      kind: 'counted',
      ...(half === undefined ? {} : { ofId: half.id }),
      occasion,
      ...(inventory === undefined ? {} : { inventory }),
      lines,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  }

  return (
    <Form
      failure={keep.failure}
      stillTrue="Your count is not kept yet. What you typed is still here."
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" size="large" busy={keep.busy ? 'Writing' : undefined}>
          {half === undefined ? 'I counted this' : 'I counted this too'}
        </Button>
      }
    >
      {half === undefined ? (
        <Occasion
          occasion={occasion}
          tried={tried}
          onChoose={(next) => draft.set({ ...draft.value, occasion: next })}
        />
      ) : (
        <p className="flex gap-2.5">
          <StateMark state="due" size={22} className="mt-0.5" />
          <span>
            {occasionWords[half.occasion]}. {half.byName} counted at {formatDateTime(half.at)}. You are the
            second: count for yourself.
          </span>
        </p>
      )}
      {occasion === 'inventory' && half === undefined && (
        <Card title="For the inventory">
          <div className="flex flex-col gap-5">
            <TextField
              label="State of the registration"
              name="fact.inventory.state"
              hint="Two letters. The rule of that state says when the next is due; US is the federal rule alone."
              value={state}
              onChange={(next) => draft.set({ ...draft.value, state: next })}
              fault={tried && state.trim() === '' ? 'Say which state' : undefined}
            />
            <ChoiceGroup
              label="Taken at"
              name="fact.inventory.moment"
              columns={2}
              choices={moments}
              value={moment}
              onChange={(next) => draft.set({ ...draft.value, moment: next })}
              fault={tried && moment === undefined ? 'Choose one; the inventory names it' : undefined}
            />
          </div>
        </Card>
      )}
      {sheet.lots.map((lot) => {
        const mine = typed[lot.key] ?? nothingTyped;
        const set = (part: 'sealed' | 'openMl') => (text: string) =>
          draft.set({ ...draft.value, lots: { ...typed, [lot.key]: { ...mine, [part]: text } } });
        return (
          <Card key={lot.key} title={`Lot ${lot.lot}`}>
            <p className="figures mb-3 text-ink-2">
              {productName(lot)}. Expires {lot.expiry}
            </p>
            <div className="grid gap-5 tablet:grid-cols-2">
              <NumberField
                label="Sealed containers"
                name={`lots.${lot.key}`}
                whole
                text={mine.sealed}
                onChange={set('sealed')}
                hint="Write 0 when there is none."
                fault={tried && countOf(mine.sealed, true) === undefined ? 'Count them' : undefined}
              />
              <NumberField
                label="Left in opened containers, together"
                unit="mL"
                text={mine.openMl}
                onChange={set('openMl')}
                hint="Write 0 when none is open."
                fault={tried && countOf(mine.openMl, false) === undefined ? 'Read it off, in mL' : undefined}
              />
            </div>
          </Card>
        );
      })}
      <TextArea
        label="Anything else that was found"
        hint="A container that is not on this list, a broken seal, a label that cannot be read."
        optional
        value={note}
        onChange={(next) => draft.set({ ...draft.value, note: next })}
      />
    </Form>
  );
}

const moments = [
  { value: 'opening', label: 'The opening of business' },
  { value: 'close', label: 'The close of business' },
] as const;

function Occasion(props: {
  readonly occasion: CountOccasion | undefined;
  readonly tried: boolean;
  readonly onChoose: (occasion: CountOccasion) => void;
}) {
  return (
    <ChoiceGroup
      label="Which count is this"
      columns={2}
      choices={countOccasion.options.map((value) => ({ value, label: occasionWords[value] }))}
      value={props.occasion}
      onChange={props.onChoose}
      fault={props.tried && props.occasion === undefined ? 'Choose which count this is' : undefined}
    />
  );
}

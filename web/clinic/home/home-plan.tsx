// What is arranged before a dose at home: who is rung, who watches, and what lies in the box.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Series } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { getHomePlan, type HomePlan, nameOnCall, writeSupply } from '#api/home.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { writesSession } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { Select } from '#web/kit/select.tsx';
import { type State, StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { NameGuide } from './name-guide.tsx';

/** The doses still to come at home, each with what is arranged for it. */
export function HomePlans({ patientId, series }: { readonly patientId: string; readonly series: Series }) {
  const me = useMe();
  if (series.route !== 'home' || !writesSession(me)) return null;
  const today = serverNow() - 24 * 60 * 60_000;
  const next = series.cycles.find((cycle) => cycle.doseAt !== undefined && cycle.doseAt > today);
  if (next?.doseAt === undefined) return null;
  return (
    <HomePlanCard
      key={next.id}
      patientId={patientId}
      cycleId={next.id}
      title={`At home: dose ${next.number}, ${formatDateTime(next.doseAt)}`}
    />
  );
}

export interface OfCycle {
  readonly patientId: string;
  readonly cycleId: string;
}

function HomePlanCard({ patientId, cycleId, title }: OfCycle & { readonly title: string }) {
  const plan = useAnswer(['patient', patientId, 'home-plan', cycleId], getHomePlan, {
    params: { patientId, cycleId },
  });
  return (
    <Card title={title}>
      <Heard of={plan}>
        {(heard) => (
          <div className="flex flex-col gap-6">
            <Sitter plan={heard} />
            <OnCall plan={heard} patientId={patientId} cycleId={cycleId} />
            <NameGuide plan={heard} patientId={patientId} cycleId={cycleId} />
            <Supply plan={heard} patientId={patientId} cycleId={cycleId} />
          </div>
        )}
      </Heard>
    </Card>
  );
}

const sitterWords: Readonly<Record<string, { readonly state: State; readonly words: string }>> = {
  asked: { state: 'unknown', words: 'was asked and has not answered' },
  declined: { state: 'not-met', words: 'cannot stay' },
};

function Sitter({ plan }: { readonly plan: HomePlan }) {
  const { sitter } = plan;
  const said =
    sitter === undefined
      ? undefined
      : (sitterWords[sitter.state] ?? { state: 'met' as const, words: 'said they stay' });
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-sub">Who watches</h3>
      <p className="flex items-start gap-2.5">
        <StateMark state={said?.state ?? 'unknown'} className="mt-0.5" />
        {sitter === undefined || said === undefined
          ? 'No one has been asked yet. The patient names someone on their phone.'
          : `${sitter.name} ${said.words}, ${formatDateTime(sitter.at)}`}
      </p>
    </section>
  );
}

function OnCall({ plan, patientId, cycleId }: OfCycle & { readonly plan: HomePlan }) {
  const queries = useQueryClient();
  const [id, setId] = useState(newCommandId);
  const [firstId, setFirst] = useState(plan.onCall?.first.id);
  const [secondId, setSecond] = useState(plan.onCall?.second.id);
  const [tried, setTried] = useState(false);
  const name = useAct(
    (body: BodyOf<typeof nameOnCall>, commandId) =>
      call(nameOnCall, { params: { patientId, cycleId }, body, commandId }),
    () => {
      setId(newCommandId());
      setTried(false);
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const people = plan.mayAnswer.map((one) => ({ value: one.id, label: one.name }));
  const missing = (value: string | undefined): string | undefined =>
    tried && value === undefined ? 'Choose who' : undefined;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-sub">Who is rung</h3>
      <p>
        {plan.onCall === undefined
          ? 'Nobody is named. Nothing opens at home before two people are.'
          : `First ${plan.onCall.first.name}, then ${plan.onCall.second.name}, then everyone on shift.`}
      </p>
      <Form
        failure={name.failure}
        stillTrue="Nobody new was named."
        onSubmit={() => {
          setTried(true);
          if (firstId !== undefined && secondId !== undefined) name.run({ id, firstId, secondId });
        }}
        actions={
          <Button type="submit" busy={name.busy ? 'Saving' : undefined}>
            Name them
          </Button>
        }
      >
        <div className="grid items-start gap-5 tablet:grid-cols-2">
          <Select
            label="Rung first"
            name="firstId"
            value={firstId}
            onChange={setFirst}
            choices={people}
            fault={missing(firstId)}
          />
          <Select
            label="Rung next"
            name="secondId"
            value={secondId}
            onChange={setSecond}
            choices={people}
            fault={missing(secondId)}
          />
        </div>
      </Form>
    </section>
  );
}

const kinds = [
  { value: 'sent', label: 'Sent home' },
  { value: 'returned', label: 'Given back' },
  { value: 'destroyed', label: 'Destroyed, with a witness' },
] as const;
const lineWords = { sent: 'Sent', returned: 'Given back', destroyed: 'Destroyed' } as const;

function Supply({ plan, patientId, cycleId }: OfCycle & { readonly plan: HomePlan }) {
  const queries = useQueryClient();
  const empty = { lozenges: '', strength: '', lot: '', expiry: '', note: '' };
  const [id, setId] = useState(newCommandId);
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const write = useAct(
    (body: BodyOf<typeof writeSupply>, commandId) =>
      call(writeSupply, { params: { patientId, cycleId }, body, commandId }),
    () => {
      setId(newCommandId());
      setKind(undefined);
      setTyped(empty);
      setTried(false);
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const { supply } = plan;
  const lozenges = parseNumber(typed.lozenges);
  const strengthMg = parseNumber(typed.strength);
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-sub">The box at home</h3>
      <p>
        {supply.expected === undefined
          ? 'No parcel is on record.'
          : `${supply.expected} should be there now.`}{' '}
        {supply.lastCount === undefined
          ? 'Nobody has counted it.'
          : `${supply.lastCount.byName} counted ${supply.lastCount.count}, ${formatDateTime(supply.lastCount.at)}.`}
      </p>
      <p className="figures text-small text-ink-2">
        {supply.sent} sent, {supply.used} used
        {supply.expected === undefined ? '' : `, ${supply.expected} left`}.
      </p>
      <ul className="flex flex-col gap-1.5">
        {supply.checks.map((check) => (
          <BoxCheckLine key={check.at} check={check} />
        ))}
      </ul>
      {supply.issues
        .filter((issue) => issue.action === 'review')
        .map((issue) => (
          <ErrorState key={issue.code} compact title={issue.title} />
        ))}
      <ul className="flex flex-col">
        {supply.lines.map((line) => (
          <li key={line.id} className="border-t border-contour py-2">
            {lineWords[line.kind]} {line.lozenges} of {formatNumber(line.strengthMg)} mg, lot {line.lot}
            {line.expiry !== undefined && `, expires ${line.expiry}`}{' '}
            <span className="text-ink-2">
              {formatDateTime(line.at)}, {line.byName}. {line.note}
            </span>
          </li>
        ))}
      </ul>
      <Form
        failure={write.failure}
        stillTrue="Nothing was written in the book."
        onSubmit={() => {
          setTried(true);
          if (kind === undefined || lozenges === undefined || strengthMg === undefined) return;
          if (!Number.isInteger(lozenges) || lozenges < 1 || typed.lot.trim() === '') return;
          write.run({
            id,
            kind,
            lozenges,
            strengthMg,
            lot: typed.lot.trim(),
            ...(typed.expiry.trim() === '' ? {} : { expiry: typed.expiry.trim() }),
            ...(typed.note.trim() === '' ? {} : { note: typed.note.trim() }),
            at: Math.round(serverNow()),
          });
        }}
        actions={
          <Button type="submit" busy={write.busy ? 'Saving' : undefined}>
            Write it in the book
          </Button>
        }
      >
        <div className="grid items-start gap-5 tablet:grid-cols-3">
          <Select
            label="What happened"
            name="kind"
            value={kind}
            onChange={setKind}
            choices={kinds}
            fault={tried && kind === undefined ? 'Choose one' : undefined}
          />
          <NumberField
            label="How many lozenges"
            name="lozenges"
            whole
            text={typed.lozenges}
            onChange={(text) => set({ lozenges: text })}
            fault={tried && lozenges === undefined ? 'Give the number' : undefined}
          />
          <NumberField
            label="Each holds"
            name="strengthMg"
            unit="mg"
            text={typed.strength}
            onChange={(text) => set({ strength: text })}
            fault={tried && strengthMg === undefined ? 'Give the milligrams' : undefined}
          />
          <TextField
            label="Lot"
            name="lot"
            value={typed.lot}
            onChange={(lot) => set({ lot })}
            fault={tried && typed.lot.trim() === '' ? 'Read it from the label' : undefined}
          />
          <TextField
            label="Expires"
            name="expiry"
            optional
            value={typed.expiry}
            onChange={(expiry) => set({ expiry })}
          />
          <TextField
            label="Note"
            name="note"
            optional
            value={typed.note}
            onChange={(note) => set({ note })}
          />
        </div>
      </Form>
    </section>
  );
}

/** What each session counted before its dose, against the book of that moment. Not counted is not the same as right. */
function BoxCheckLine({ check }: { readonly check: HomePlan['supply']['checks'][number] }) {
  const { cycleNumber, at, counted, expected, taken } = check;
  const state: State =
    counted === undefined || expected === undefined
      ? 'unknown'
      : counted === expected
        ? 'checked'
        : 'not-met';
  const found =
    counted === undefined
      ? 'nobody counted'
      : `${counted} counted, ${expected === undefined ? 'no parcel on record' : `${expected} by the book`}`;
  return (
    <li className="flex items-start gap-2.5 text-small">
      <StateMark state={state} size={22} />
      <span>
        Session {cycleNumber}, {formatDateTime(at)}: {found}. {taken} taken.
      </span>
    </li>
  );
}

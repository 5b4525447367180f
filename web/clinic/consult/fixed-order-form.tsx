// An order of a fixed dose: the spray's devices, an injection or a lozenge with the part that may follow. The rule that
// shows its findings here is asked again by the server before anything is signed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Series, signOrder } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { doseOrderIssues } from '#clinical/dosing/dose-order.ts';
import { devicesOf, labelledMg, olderDoseMg } from '#clinical/dosing/esketamine-dose.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Ceilings, DoseIssue, massUnits } from './dose-findings.tsx';
import { emptyFixedOrder, type FixedOrderTyped, fixedOrder } from './fixed-order.ts';
import { devicesInWords, orderInWords, weightBefore } from './order-arithmetic.ts';

interface FixedOrderFormProps {
  readonly series: Series;
  readonly patientId: string;
  readonly edition: Edition;
}

export function FixedOrderForm({ series, patientId, edition }: FixedOrderFormProps) {
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<FixedOrderTyped>(
    `order/${series.id}/${series.order?.id ?? 'first'}`,
    emptyFixedOrder,
  );
  const typed = draft.value;
  const set = (change: Partial<FixedOrderTyped>): void => draft.set({ ...typed, ...change });
  const made = fixedOrder(typed, edition, weightBefore(series.order));
  const sign = useAct(
    (body: BodyOf<typeof signOrder>, commandId) =>
      call(signOrder, { params: { patientId, seriesId: series.id }, body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const issues = [
    ...made.weightIssues,
    ...(made.order === undefined
      ? []
      : doseOrderIssues({ order: made.order, course: series.course ?? {}, edition })),
  ];
  const isBeyond = issues.some((issue) => issue.action === 'exclude');
  const isOpen = issues.some((issue) => issue.action === 'unknown');
  const unusual = issues.filter((issue) => issue.action === 'review');
  const needsNote = unusual.length > 0 && typed.note.trim() === '';
  const closed = isBeyond
    ? 'Closed: beyond what the protocol allows'
    : isOpen
      ? 'Closed: something is not known'
      : undefined;
  const drug = edition.timing.route === 'nasal' ? 'esketamine' : 'ketamine';
  return (
    <Card title={series.order === undefined ? 'Order' : 'A new order'}>
      <Form
        failure={sign.failure}
        stillTrue="Not signed. The order is still in the boxes."
        onSubmit={() => {
          setTried(true);
          if (made.order === undefined || needsNote) return;
          const note = typed.note.trim();
          sign.run({
            id,
            drug,
            ...made.order,
            ...made.weighed,
            ...(note === '' ? {} : { note }),
            meaning: 'I ordered this',
          });
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            size="large"
            closed={closed}
            busy={sign.busy ? 'Signing' : undefined}
          >
            {made.order === undefined
              ? 'Sign the order'
              : `Sign: ${drug} ${formatNumber(made.order.doseMg, { maximumFractionDigits: 2 })} mg`}
          </Button>
        }
      >
        {edition.timing.route === 'nasal' && <SprayFields {...{ typed, set, tried, edition, series }} />}
        {edition.timing.route === 'im' && <InjectionFields {...{ typed, set, tried, edition, series }} />}
        {(edition.timing.route === 'sublingual' || edition.timing.route === 'home') && (
          <LozengeFields {...{ typed, set, tried, edition, series }} />
        )}
        <output className="block rounded-control bg-shallow px-4 py-3" aria-live="polite">
          <span className="figures block text-sub font-sub">
            {made.order === undefined
              ? 'The order appears here, in the words the room will read'
              : orderInWords({ drug, ...made.order })}
          </span>
          {made.shown !== undefined && <span className="figures block">{made.shown}</span>}
        </output>
        {issues.map((issue) => (
          <DoseIssue key={issue.code} issue={issue} />
        ))}
        <Ceilings edition={edition} />
        <TextArea
          label="Note on the order"
          name="note"
          optional={unusual.length === 0}
          rows={2}
          value={typed.note}
          onChange={(note) => set({ note })}
          fault={tried && needsNote ? 'This dose is unusual for the protocol. Say why' : undefined}
        />
      </Form>
    </Card>
  );
}

interface FieldsProps extends Omit<FixedOrderFormProps, 'patientId'> {
  readonly typed: FixedOrderTyped;
  readonly set: (change: Partial<FixedOrderTyped>) => void;
  readonly tried: boolean;
}

const uses = [
  { value: 'trd', label: 'Depression that did not answer to treatment' },
  { value: 'mdd-si', label: 'Depression with acute thoughts of suicide' },
] as const;

function SprayFields({ typed, set, tried, series }: FieldsProps) {
  const place = series.course?.jurisdiction;
  // One device alone is on some labels only; the others have no such dose to offer.
  const labelled = [...(place === 'EU' || place === 'UK' ? [olderDoseMg.value] : []), ...labelledMg.US.value];
  return (
    <>
      <ChoiceGroup
        label="What the label calls it"
        name="indication"
        columns={2}
        choices={uses}
        value={uses.find((use) => use.value === typed.indication)?.value}
        onChange={(indication) => set({ indication })}
        fault={tried && typed.indication === '' ? 'Say which' : undefined}
      />
      <ChoiceGroup
        label="Dose"
        name="doseMg"
        columns={2}
        choices={labelled.map((mg) => ({
          value: String(mg),
          label: `${mg} mg`,
          detail: devicesInWords(devicesOf(mg)?.devices ?? 0),
        }))}
        value={typed.dose === '' ? undefined : typed.dose}
        onChange={(dose) => set({ dose })}
        fault={tried && typed.dose === '' ? 'Choose the dose' : undefined}
      />
      <p className="text-small text-ink-2">
        {series.course === undefined || series.course.isFirstSession
          ? 'No spray of an earlier session is on record here.'
          : `The last session here was ${formatNumber(series.course.previousDoseMg ?? 0)} mg.`}
      </p>
    </>
  );
}

function WeightFields({ typed, set, tried }: FieldsProps) {
  return (
    <>
      <NumberField
        label="Weight"
        name="weightKg"
        text={typed.weight}
        onChange={(weight) => set({ weight })}
        fault={tried && typed.weight === '' ? 'Give the weight' : undefined}
      />
      <Select
        label="Unit"
        name="weightEntered.unit"
        prompt="Which unit?"
        choices={massUnits}
        value={massUnits.find((one) => one.value === typed.unit)?.value}
        onChange={(unit) => set({ unit: unit ?? '' })}
        fault={tried && typed.unit === '' ? 'Say kilograms or pounds' : undefined}
      />
    </>
  );
}

const ways = [
  { value: 'mg', label: 'Milligrams' },
  { value: 'mg/kg', label: 'By weight', detail: 'Milligrams for each kilogram' },
] as const;

function InjectionFields(props: FieldsProps) {
  const { typed, set, tried } = props;
  return (
    <>
      <ChoiceGroup
        label="How the first injection is ordered"
        name="way"
        columns={2}
        choices={ways}
        value={ways.find((way) => way.value === typed.way)?.value}
        onChange={(way) => set({ way })}
        fault={tried && typed.way === '' ? 'Choose one' : undefined}
      />
      <div className="grid gap-5 tablet:grid-cols-2">
        <WeightFields {...props} />
        {typed.way !== '' && (
          <NumberField
            label={typed.way === 'mg/kg' ? 'Dose per kilogram' : 'First injection'}
            name={typed.way === 'mg/kg' ? 'doseMgPerKg' : 'doseMg'}
            unit={typed.way === 'mg/kg' ? 'mg/kg' : 'mg'}
            text={typed.dose}
            onChange={(dose) => set({ dose })}
            fault={tried && typed.dose === '' ? 'Give the dose' : undefined}
          />
        )}
      </div>
      <ChoiceGroup
        label="May a second injection follow?"
        name="parts"
        columns={2}
        choices={[
          { value: '0', label: 'No' },
          { value: '1', label: 'Yes, once', detail: 'In the protocol’s time after the first' },
        ]}
        value={typed.times === '' ? undefined : typed.times}
        onChange={(times) => set({ times })}
        fault={tried && typed.times === '' ? 'Say yes or no' : undefined}
      />
      {typed.times === '1' && (
        <NumberField
          label="Second injection"
          name="parts.nextMg"
          unit="mg"
          text={typed.next}
          onChange={(next) => set({ next })}
          fault={tried && typed.next === '' ? 'Give the milligrams' : undefined}
        />
      )}
    </>
  );
}

const forms = [
  { value: 'troche', label: 'Troche', detail: 'Melts in five minutes or more' },
  { value: 'rapid-dissolve', label: 'Tablet that melts', detail: 'Gone in one or two minutes' },
] as const;
const holds = [
  { value: 'spit', label: 'Spat out' },
  { value: 'swallow', label: 'Swallowed' },
] as const;

function LozengeFields(props: FieldsProps) {
  const { typed, set, tried } = props;
  // At home there is no scale, and nothing may follow the one dose.
  const isAtHome = props.edition.timing.route === 'home';
  return (
    <>
      <ChoiceGroup
        label="Which kind"
        name="form"
        columns={2}
        choices={forms}
        value={forms.find((form) => form.value === typed.form)?.value}
        onChange={(form) => set({ form })}
        fault={tried && typed.form === '' ? 'Choose one' : undefined}
      />
      <div className="grid gap-5 tablet:grid-cols-2">
        {!isAtHome && <WeightFields {...props} />}
        <NumberField
          label={isAtHome ? 'The dose' : 'To start with'}
          name="doseMg"
          unit="mg"
          text={typed.dose}
          onChange={(dose) => set({ dose })}
          fault={tried && typed.dose === '' ? 'Give the milligrams' : undefined}
        />
      </div>
      {!isAtHome && (
        <ChoiceGroup
          label="How often may one more follow?"
          name="parts"
          columns={3}
          choices={[
            { value: '0', label: 'Not at all' },
            { value: '1', label: 'Once' },
            { value: '2', label: 'At most twice' },
          ]}
          value={typed.times === '' ? undefined : typed.times}
          onChange={(times) => set({ times })}
          fault={tried && typed.times === '' ? 'Say how often' : undefined}
        />
      )}
      {!isAtHome && (typed.times === '1' || typed.times === '2') && (
        <NumberField
          label="Each one more"
          name="parts.nextMg"
          unit="mg"
          text={typed.next}
          onChange={(next) => set({ next })}
          fault={tried && typed.next === '' ? 'Give the milligrams' : undefined}
        />
      )}
      <ChoiceGroup
        label="After the hold it is"
        name="afterHold"
        columns={2}
        choices={holds}
        value={holds.find((hold) => hold.value === typed.afterHold)?.value}
        onChange={(afterHold) => set({ afterHold })}
        fault={tried && typed.afterHold === '' ? 'Say which' : undefined}
      />
    </>
  );
}

// The plan and its order. What is signed is what is shown: the weight, the dose per kilogram, the product and the limits.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  changeSeriesStatus,
  listIssues,
  listSeries,
  planSeries,
  type Series,
  signOrder,
} from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { listProtocols, type Protocol, routesCarried } from '#api/protocols.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { has } from '#web/clinic/places.ts';
import { routeWord, statusWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime, formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Ceilings, DoseIssue, ExampleMark, editionLabel, massUnits } from './dose-findings.tsx';
import { titleInWords } from './finding-words.ts';
import { FixedOrderForm } from './fixed-order-form.tsx';
import { openFindings } from './open-findings.ts';
import { orderInWords, weightBefore, workOut } from './order-arithmetic.ts';

export function PlanTab({ patient }: PatientTabProps) {
  const prescribes = has(useMe(), 'prescriber');
  const listed = useAnswer(['patient', patient.id, 'series'], listSeries, {
    params: { patientId: patient.id },
  });
  return (
    <Heard of={listed}>
      {({ series }) => {
        const running = series.find((one) => one.status !== 'stopped' && one.status !== 'finished');
        const ended = series.filter((one) => one !== running);
        return (
          <div className="flex flex-col gap-4">
            {running === undefined ? (
              <>
                {series.length === 0 && <EmptyState>No series is planned yet.</EmptyState>}
                {prescribes && <PlanForm patientId={patient.id} />}
              </>
            ) : (
              <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
                <div className="flex min-w-0 flex-col gap-4">
                  <SeriesCard series={running} patientId={patient.id} />
                  {running.order !== undefined && <OrderCard order={running.order} />}
                  {prescribes && running.status === 'active' && (
                    <>
                      <OpenFindings patientId={patient.id} />
                      <OrderForm key={running.order?.id ?? 'first'} series={running} patientId={patient.id} />
                    </>
                  )}
                </div>
                {prescribes && <StatusForm key={running.version} series={running} patientId={patient.id} />}
              </div>
            )}
            {ended.map((one) => (
              <SeriesCard key={one.id} series={one} patientId={patient.id} />
            ))}
          </div>
        );
      }}
    </Heard>
  );
}

function SeriesCard({ series, patientId }: { readonly series: Series; readonly patientId: string }) {
  const { edition } = series;
  const booked = series.cycles.filter((cycle) => cycle.doseAt !== undefined).length;
  return (
    <Card
      title={`${routeWord(series.route)}, ${series.plannedCycles} ${series.plannedCycles === 1 ? 'cycle' : 'cycles'}`}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        <dt className="text-ink-2">For</dt>
        <dd>{series.indication}</dd>
        <dt className="text-ink-2">Protocol</dt>
        <dd>
          {editionLabel(edition, series.editionId)}
          <ExampleMark edition={edition} />
        </dd>
        <dt className="text-ink-2">State</dt>
        <dd>
          <span className="font-sub">{statusWord(series.status)}</span> since{' '}
          {formatDateTime(series.statusAt)}
          {series.statusReason !== undefined && (
            <span className="block font-serif">{series.statusReason}</span>
          )}
        </dd>
        <dt className="text-ink-2">Booked</dt>
        <dd>
          {booked} of {series.plannedCycles} doses.{' '}
          {series.status === 'active' && booked < series.plannedCycles && (
            <Link to="/patients/$patientId/book" params={{ patientId }} className="link">
              Book the series
            </Link>
          )}
        </dd>
      </dl>
      {series.cycles.length > 0 && (
        <ol className="mt-3 border-t border-contour pt-2">
          {series.cycles.map((cycle) => (
            <li key={cycle.id} className="figures grid gap-x-6 py-1 tablet:grid-cols-[5rem_1fr_1fr]">
              <span>Cycle {cycle.number}</span>
              <span>
                {cycle.doseAt === undefined ? 'dose not booked' : `dose ${formatDateTime(cycle.doseAt)}`}
              </span>
              <span className="text-ink-2">
                {cycle.integrationAt === undefined
                  ? 'integration not booked'
                  : `integration ${formatDateTime(cycle.integrationAt)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** What stands open beside the order. It is listed and stops nothing here; what each one holds is said with it. */
function OpenFindings({ patientId }: { readonly patientId: string }) {
  const issues = useAnswer(['patient', patientId, 'issues'], listIssues, { params: { patientId } });
  const { answer } = issues;
  if (answer === undefined)
    return issues.failure === undefined ? null : (
      <Card title="Findings still open">
        <StateWord state="unknown" word="The findings cannot be read now, so none are shown." />
      </Card>
    );
  const open = openFindings(answer.issues);
  if (open.length === 0) return null;
  return (
    <Card title={`Findings still open: ${open.length}`}>
      <ul className="flex flex-col gap-2">
        {open.map(({ key, finding, mark, holds }) => (
          <li key={key}>
            <StateWord
              state={mark}
              word={<span className="font-normal">{titleInWords(finding)}</span>}
              tail={holds}
            />
          </li>
        ))}
      </ul>
      <Link
        to="/patients/$patientId"
        params={{ patientId }}
        search={{ tab: 'consult' }}
        className="link mt-2 inline-flex min-h-12 items-center"
      >
        Go to the findings
      </Link>
    </Card>
  );
}

function OrderCard({ order }: { readonly order: NonNullable<Series['order']> }) {
  return (
    <Card title="The order in force">
      <p className="figures text-sub font-sub">{orderInWords(order)}</p>
      {order.doseMgPerKg !== undefined && order.weightKg !== undefined && (
        <p className="figures">
          {formatNumber(order.doseMgPerKg)} mg/kg for {formatNumber(order.weightKg)} kg
          {order.weightEntered?.unit === 'lb' && ` (${formatNumber(order.weightEntered.value)} lb)`}
          {order.maximumDoseMg !== undefined && `. At most ${formatNumber(order.maximumDoseMg)} mg`}
        </p>
      )}
      {order.afterHold !== undefined && (
        <p>{order.afterHold === 'spit' ? 'Spat out after the hold' : 'Swallowed after the hold'}</p>
      )}
      {order.note !== undefined && order.note !== '' && <p className="mt-1 font-serif">{order.note}</p>}
      <p className="mt-1 text-small text-ink-2">
        “{order.meaning}”: {order.signedByName}, {formatDateTime(order.signedAt)}
      </p>
    </Card>
  );
}

/** In force here, and on a route whose room stands. */
function isPlannable({ state, route }: Protocol): boolean {
  return state !== 'proposed' && routesCarried.some((carried) => carried === route);
}

function PlanForm({ patientId }: { readonly patientId: string }) {
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<{ editionId?: string; cycles: string; indication: string }>(`plan/${patientId}`, {
    cycles: '',
    indication: '',
  });
  const typed = draft.value;
  const protocols = useAnswer(['protocols'], listProtocols);
  const offered = (protocols.answer?.protocols ?? []).filter(isPlannable);
  const edition = offered.find((each) => each.id === typed.editionId);
  const plannedCycles = parseNumber(typed.cycles);
  const plan = useAct(
    (body: BodyOf<typeof planSeries>, commandId) =>
      call(planSeries, { params: { patientId }, body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  return (
    <Card title="Plan a series" className="max-w-[46rem]">
      <Form
        failure={plan.failure}
        stillTrue="Nothing was planned. What you typed is still here."
        onSubmit={() => {
          setTried(true);
          if (edition === undefined || plannedCycles === undefined || typed.indication.trim() === '') return;
          plan.run({
            id,
            route: edition.route,
            editionId: edition.id,
            plannedCycles,
            indication: typed.indication.trim(),
          });
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            className="min-h-12"
            busy={plan.busy ? 'Planning' : undefined}
          >
            Plan it
          </Button>
        }
      >
        <ChoiceGroup
          label="Route and protocol"
          name="editionId"
          hint="What this clinic has a protocol for."
          value={typed.editionId}
          onChange={(editionId) => draft.set({ ...typed, editionId })}
          choices={offered.map((each) => ({
            value: each.id,
            label: `${routeWord(each.route)}: ${each.name}, version ${each.version}`,
            detail: <ExampleMark edition={each.edition} />,
          }))}
          fault={tried && edition === undefined ? 'Choose one' : undefined}
        />
        <NumberField
          label="How many cycles"
          name="plannedCycles"
          hint="A cycle is prepare, dose and integrate once."
          whole
          text={typed.cycles}
          onChange={(cycles) => draft.set({ ...typed, cycles })}
          fault={tried && plannedCycles === undefined ? 'Give a number' : undefined}
        />
        <TextField
          label="What it is for"
          name="indication"
          value={typed.indication}
          onChange={(indication) => draft.set({ ...typed, indication })}
          fault={tried && typed.indication.trim() === '' ? 'Write what it is for' : undefined}
        />
      </Form>
    </Card>
  );
}

function OrderForm({ series, patientId }: { readonly series: Series; readonly patientId: string }) {
  const { edition } = series;
  if (edition === undefined) {
    return (
      <Card title="Order">
        <p>The protocol of this series is not in this installation, so no dose can be worked out.</p>
      </Card>
    );
  }
  const Form = edition.timing.route === 'iv' ? OrderOfEdition : FixedOrderForm;
  return <Form series={series} patientId={patientId} edition={edition} />;
}

function OrderOfEdition(props: {
  readonly series: Series;
  readonly patientId: string;
  readonly edition: Edition;
}) {
  const { series, patientId, edition } = props;
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`order/${series.id}/${series.order?.id ?? 'first'}`, {
    mgPerKg: '',
    weight: '',
    unit: '',
    minutes: '',
    note: '',
  });
  const typed = draft.value;
  const isInfusion = edition.timing.route === 'iv';
  const minutes = parseNumber(typed.minutes);
  const unit = massUnits.find((one) => one.value === typed.unit)?.value;
  const numbers = { mgPerKg: parseNumber(typed.mgPerKg), weight: parseNumber(typed.weight), unit, minutes };
  const before = weightBefore(series.order);
  const worked = workOut(numbers, edition, before);
  const sign = useAct(
    (body: BodyOf<typeof signOrder>, commandId) =>
      call(signOrder, { params: { patientId, seriesId: series.id }, body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const missingMinutes = isInfusion && minutes === undefined;
  const started = typed.mgPerKg !== '' && typed.weight !== '' && unit !== undefined;
  const beyond = worked.issues.filter((issue) => issue.action === 'exclude' || issue.action === 'unknown');
  const unusual = worked.issues.filter((issue) => issue.action === 'review');
  const needsNote = unusual.length > 0 && typed.note.trim() === '';
  const closed =
    started && beyond.length > 0
      ? `Closed: ${beyond[0]?.action === 'exclude' ? 'beyond what the protocol allows' : 'no dose can be worked out'}`
      : undefined;
  return (
    <Card title={series.order === undefined ? 'Order' : 'A new order'}>
      <Form
        failure={sign.failure}
        stillTrue="Not signed. The order is still in the boxes."
        onSubmit={() => {
          setTried(true);
          const { mgPerKg, weight } = numbers;
          const { doseMg, weightKg } = worked;
          if (doseMg === undefined || weightKg === undefined) return;
          if (mgPerKg === undefined || weight === undefined || unit === undefined) return;
          if (missingMinutes || needsNote) return;
          const note = typed.note.trim();
          sign.run({
            id,
            drug: 'ketamine',
            doseMgPerKg: mgPerKg,
            weightKg,
            weightEntered: { value: weight, unit },
            doseMg,
            ...(isInfusion && minutes !== undefined ? { infusionMinutes: minutes } : {}),
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
            {worked.doseMg === undefined
              ? 'Sign the order'
              : `Sign: ketamine ${formatNumber(worked.doseMg)} mg`}
          </Button>
        }
      >
        <div className="grid gap-5 tablet:grid-cols-2">
          <NumberField
            label="Weight"
            name="weightKg"
            text={typed.weight}
            onChange={(weight) => draft.set({ ...typed, weight })}
            fault={tried && numbers.weight === undefined ? 'Give the weight' : undefined}
          />
          <Select
            label="Unit"
            name="weightEntered.unit"
            prompt="Which unit?"
            choices={massUnits}
            value={unit}
            onChange={(next) => draft.set({ ...typed, unit: next ?? '' })}
            fault={tried && unit === undefined ? 'Say kilograms or pounds' : undefined}
          />
          <NumberField
            label="Dose per kilogram"
            name="doseMgPerKg"
            unit="mg/kg"
            text={typed.mgPerKg}
            onChange={(mgPerKg) => draft.set({ ...typed, mgPerKg })}
            fault={tried && numbers.mgPerKg === undefined ? 'Give the dose per kilogram' : undefined}
          />
          {isInfusion && (
            <NumberField
              label="Over"
              name="infusionMinutes"
              unit="min"
              text={typed.minutes}
              onChange={(text) => draft.set({ ...typed, minutes: text })}
              fault={tried && missingMinutes ? 'Give the minutes' : undefined}
            />
          )}
        </div>
        <output className="block rounded-control bg-shallow px-4 py-3" aria-live="polite">
          <span className="figures block text-sub font-sub">
            {worked.shown ?? 'The dose appears here, with how it was worked out'}
          </span>
          {worked.dose?.mgPerMinute !== undefined && (
            <span className="figures block">
              {formatNumber(worked.dose.mgPerMinute, { maximumFractionDigits: 3 })} mg each minute
            </span>
          )}
        </output>
        {started && worked.issues.map((issue) => <DoseIssue key={issue.code} issue={issue} />)}
        <Ceilings edition={edition} />
        <TextArea
          label="Note on the order"
          name="note"
          optional={unusual.length === 0}
          rows={2}
          value={typed.note}
          onChange={(note) => draft.set({ ...typed, note })}
          fault={tried && needsNote ? 'This dose is unusual for the protocol. Say why' : undefined}
        />
      </Form>
    </Card>
  );
}

type NextStatus = BodyOf<typeof changeSeriesStatus>['status'];

const nextStatuses: readonly {
  readonly value: NextStatus;
  readonly label: string;
  readonly detail: string;
  readonly from: readonly Series['status'][];
}[] = [
  {
    value: 'active',
    label: 'Resume',
    detail: 'The next dose can be prepared again.',
    from: ['held', 'paused'],
  },
  {
    value: 'held',
    label: 'Hold',
    detail: 'Something must be settled first. No dose opens meanwhile.',
    from: ['active', 'paused'],
  },
  {
    value: 'finished',
    label: 'Finish',
    detail: 'What was planned was done.',
    from: ['active', 'held', 'paused'],
  },
];

function StatusForm({ series, patientId }: { readonly series: Series; readonly patientId: string }) {
  const queries = useQueryClient();
  const [status, setStatus] = useState<NextStatus>();
  const [tried, setTried] = useState(false);
  const draft = useDraft(`series-status/${series.id}`, '');
  const reason = draft.value;
  const change = useAct(
    (body: BodyOf<typeof changeSeriesStatus>, commandId) =>
      call(changeSeriesStatus, { params: { patientId, seriesId: series.id }, body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  return (
    <Card title="Decide how it goes on">
      <Link
        to="/patients/$patientId/series/$seriesId/decision"
        params={{ patientId, seriesId: series.id }}
        className="link mb-4 inline-flex min-h-12 items-center"
      >
        {series.status === 'paused'
          ? 'Resume, space out, change or stop'
          : 'Continue, space out, pause or stop'}
      </Link>
      <p className="mb-4">
        A hold waits for something to be settled. Each state has a reason; nothing is deleted.
      </p>
      <Form
        className="gap-4"
        failure={change.failure}
        stillTrue="The series is as it was."
        onSubmit={() => {
          setTried(true);
          if (status === undefined || reason.trim() === '') return;
          change.run({ version: series.version, status, reason: reason.trim() });
        }}
        actions={
          <Button type="submit" wide className="min-h-12" busy={change.busy ? 'Saving' : undefined}>
            {nextStatuses.find((each) => each.value === status)?.label ?? 'Change the state'}
          </Button>
        }
      >
        <ChoiceGroup
          label="What happens to the series"
          name="status"
          value={status}
          onChange={setStatus}
          choices={nextStatuses.filter((each) => each.from.includes(series.status))}
          fault={tried && status === undefined ? 'Choose one' : undefined}
        />
        <TextArea
          label="Reason"
          name="reason"
          rows={2}
          value={reason}
          onChange={draft.set}
          fault={tried && reason.trim() === '' ? 'Write the reason first' : undefined}
        />
      </Form>
    </Card>
  );
}

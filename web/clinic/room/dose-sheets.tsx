// The dose itself: the prescriber's review, the start, and what is done at the pump afterwards. The pump is set by hand;
// this marks what was done there and when.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import type { FactOf, SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { stopReasons } from '#dosing-session/titration.ts';
import { orderInWords } from '#web/clinic/consult/order-arithmetic.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { asSentence, formatNumber } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { dosePlan } from './dose-plan.ts';
import { short } from './fact-words.ts';
import { GiveSheet } from './give-sheet.tsx';
import { KeepSheet } from './keep-sheet.tsx';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import { SecondCheckLine } from './second-check-sheet.tsx';
import { TapChoices } from './tap-choices.tsx';
import { UnsettledLines } from './unsettled-lines.tsx';

function howOrdered(order: NonNullable<SessionRoom['order']>): string {
  if (order.drug === 'ketamine' && order.parts === undefined && order.doseMgPerKg !== undefined)
    return `${order.doseMgPerKg} mg/kg for ${order.weightKg} kg`;
  return orderInWords(order);
}

export function ReviewSheet() {
  const { room, state, facts, close, firstName } = useRoom();
  const { order } = room;
  const weightKg = state.facts.VitalSignsMeasured.findLast(({ fact }) => fact.weightKg !== undefined)?.fact
    .weightKg;
  const act = useAct((fact: SessionFact) => facts.sign(fact), close);
  const gate = facts.dose?.gate;
  return (
    <Sheet
      open
      onClose={close}
      title="Read, then sign the dose"
      actions={
        <Button
          variant="primary"
          size="large"
          wide
          busy={act.busy ? 'Signing' : undefined}
          closed={order === undefined ? 'Closed: no signed order' : undefined}
          onClick={() => {
            if (order === undefined) return;
            act.run(
              factOf('PreDoseReviewSigned', {
                orderId: order.id,
                doseMg: order.doseMg,
                weightKg: weightKg ?? null,
              }),
            );
          }}
        >
          {order === undefined ? 'Sign' : `Sign ${order.doseMg} mg for today`}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {order !== undefined && (
          <p>
            <span className="text-figure-2 font-[600]">{order.doseMg} mg</span> {howOrdered(order)}, signed by{' '}
            {order.signedByName}.
            {order.weightKg !== undefined &&
              ` Weight today: ${weightKg === undefined ? 'not taken' : `${weightKg} kg`}.`}
          </p>
        )}
        <p>Ask {firstName} what they hope for, what worries them, and whether they want to go on today.</p>
        {gate !== undefined && <UnsettledLines lines={gate.lines} most={8} />}
        {act.failure !== undefined && (
          <ErrorState
            compact
            title={failureWords(act.failure)}
            stillTrue="Not signed. The dose stays closed."
            action={
              <Link to="/patients/$patientId/gate" params={{ patientId: room.patientId }} className="link">
                Sign at the desk instead
              </Link>
            }
          />
        )}
      </div>
    </Sheet>
  );
}

type StartBox = 'concentration' | 'minutes';

/** A drip is started; every other dose is given, part by part. */
export function StartSheet() {
  const { edition } = useRoom();
  return edition.timing.route === 'iv' ? <StartDripSheet /> : <GiveSheet earlier={false} />;
}

function StartDripSheet() {
  const { room, state, facts } = useRoom();
  const doseMg = latest(state, 'PreDoseReviewSigned')?.fact.doseMg ?? room.order?.doseMg;
  const ordered = room.order?.infusionMinutes;
  const [entry, setEntry] = useState(() =>
    padWith<StartBox>(
      { concentration: '', minutes: ordered === undefined ? '' : String(ordered) },
      'concentration',
    ),
  );
  const [vial, setVial] = useState({ lot: '', expiry: '' });
  const [unreadable, setUnreadable] = useState(false);
  const concentrationMgPerMl = padNumber(entry.texts.concentration);
  const plannedMinutes = padNumber(entry.texts.minutes);
  const plan = dosePlan({ doseMg, concentrationMgPerMl, plannedMinutes });
  const lotAndExpiry = unreadable
    ? { lot: null, expiry: null }
    : { lot: vial.lot.trim(), expiry: vial.expiry };
  const vialSaid = unreadable || (vial.lot.trim() !== '' && vial.expiry !== '');

  const made = (): readonly SessionFact[] | string => {
    if (facts.dose?.open !== true) return 'Closed: a line of the sheet changed';
    if (doseMg === undefined) return 'Closed: no dose was signed';
    if (plan === undefined || concentrationMgPerMl === undefined || plannedMinutes === undefined)
      return 'Closed: concentration and minutes';
    if (!vialSaid) return 'Closed: lot and expiry';
    const { rateMgPerMin } = plan;
    return [
      factOf('DoseStarted', {
        route: 'iv',
        doseMg,
        concentrationMgPerMl,
        rateMgPerMin,
        plannedMinutes,
        ...lotAndExpiry,
      }),
    ];
  };

  return (
    <KeepSheet title="Start the drip" verb="Pump is on now" facts={made()}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-figure-2 font-[600]">{doseMg === undefined ? '?' : `${doseMg} mg`}</span>
        <span className="text-small text-ink-2">
          {room.order === undefined ? 'no order' : `as signed by ${room.order.signedByName}`}
        </span>
      </p>
      <NumberPad
        label="Concentration and minutes"
        boxes={[
          { id: 'concentration', label: 'In the syringe', unit: 'mg per mL' },
          {
            id: 'minutes',
            label: ordered === undefined ? 'Planned' : `Planned, order says ${ordered}`,
            unit: 'min',
          },
        ]}
        entry={entry}
        onChange={setEntry}
      />
      <p className="figures font-[560]" role="status">
        {plan === undefined
          ? 'The rate appears when both are typed.'
          : `${formatNumber(plan.volumeMl, { maximumFractionDigits: 2 })} mL. ${short(plan.rateMgPerMin)} mg a minute, ${formatNumber(plan.rateMlPerHour, { maximumFractionDigits: 2 })} mL an hour.`}
      </p>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Lot"
          value={vial.lot}
          onChange={(lotTyped) => setVial({ ...vial, lot: lotTyped })}
          autoComplete="off"
        />
        <TextField
          label="Expiry"
          type="month"
          value={vial.expiry}
          onChange={(expiry) => setVial({ ...vial, expiry })}
        />
      </div>
      <TapChoices
        label={<span className="only-read-aloud">Label</span>}
        columns={1}
        choices={[{ value: 'unreadable', label: 'The label could not be read' }]}
        value={unreadable ? 'unreadable' : undefined}
        onChange={(value) => setUnreadable(value !== undefined)}
      />
      <SecondCheckLine />
    </KeepSheet>
  );
}

export function RateSheet() {
  const { state } = useRoom();
  const [entry, setEntry] = useState(() => padWith<'rate'>({ rate: '' }, 'rate'));
  const [reason, setReason] = useState('');
  const [orderedBy, setOrderedBy] = useState('');
  const rateMgPerMin = padNumber(entry.texts.rate);
  const now = state.infusion?.rateMgPerMin;
  return (
    <KeepSheet
      title="Set rate"
      verb={rateMgPerMin === undefined ? 'Save' : `Save ${rateMgPerMin} mg a minute`}
      facts={
        rateMgPerMin === undefined
          ? 'Closed: type the rate set at the pump'
          : reason.trim() === '' || orderedBy.trim() === ''
            ? 'Closed: why, and who ordered it'
            : [
                factOf('InfusionRateChanged', {
                  rateMgPerMin,
                  reason: reason.trim(),
                  orderedBy: orderedBy.trim(),
                }),
              ]
      }
    >
      <NumberPad
        label="Rate"
        boxes={[
          {
            id: 'rate',
            label: now === undefined ? 'New rate' : `New rate, was ${short(now)}`,
            unit: 'mg a min',
          },
        ]}
        entry={entry}
        onChange={setEntry}
      />
      <QuickWords
        label="Why"
        words={['Too strong', 'Pressure high', 'Feels sick', 'As planned']}
        value={reason}
        onChange={setReason}
      />
      <OrderedBy value={orderedBy} onChange={setOrderedBy} />
    </KeepSheet>
  );
}

/** A nurse may pause or stop by herself; then nobody ordered it, and the log has her name. */
export function OrderedBy({
  optional,
  value,
  onChange,
}: {
  readonly optional?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { room } = useRoom();
  return (
    <QuickWords
      label={optional === true ? 'Ordered by, if anyone did' : 'Ordered by'}
      words={[room.order?.signedByName ?? '', 'Standing order'].filter((name) => name !== '')}
      value={value}
      onChange={onChange}
    />
  );
}

export function PauseSheet() {
  const [reason, setReason] = useState('');
  const [orderedBy, setOrderedBy] = useState('');
  const by = orderedBy.trim();
  return (
    <KeepSheet
      title="Mark pause"
      verb="Pump is paused now"
      facts={
        reason.trim() === ''
          ? 'Closed: why'
          : [factOf('InfusionPaused', { reason: reason.trim(), ...(by === '' ? {} : { orderedBy: by }) })]
      }
    >
      <p>Pause at the pump first. This marks the moment.</p>
      <QuickWords
        label="Why"
        words={[
          'Patient asked',
          'Pressure high',
          'Feels sick',
          'Needs the toilet',
          'Line or pump',
          'Too strong',
        ]}
        value={reason}
        onChange={setReason}
      />
      <OrderedBy optional value={orderedBy} onChange={setOrderedBy} />
    </KeepSheet>
  );
}

const reasons = Object.entries(stopReasons) as [FactOf<'DoseStopped'>['reason'], string][];

export function StopSheet() {
  const { state } = useRoom();
  const runs = state.infusion !== null;
  const [reason, setReason] = useState<FactOf<'DoseStopped'>['reason']>();
  const [note, setNote] = useState('');
  const [orderedBy, setOrderedBy] = useState('');
  const by = orderedBy.trim();
  const [entry, setEntry] = useState(() => padWith<'pump'>({ pump: '' }, 'pump'));
  const pumpReadsMg = padNumber(entry.texts.pump);
  const words = note.trim();
  return (
    <KeepSheet
      title={runs ? 'Mark stop' : 'No more today'}
      verb={runs ? 'Pump is stopped now' : 'No more is given today'}
      variant="danger"
      facts={
        reason === undefined
          ? 'Closed: why'
          : [
              factOf('DoseStopped', {
                reason,
                ...(words === '' ? {} : { note: words }),
                ...(by === '' ? {} : { orderedBy: by }),
                ...(pumpReadsMg === undefined ? {} : { pumpReadsMg }),
              }),
            ]
      }
    >
      <p>
        {runs
          ? 'Stop at the pump first. A stop is not taken back.'
          : 'What is left of the order stays ungiven. Keep the opened and the unopened ones apart.'}
      </p>
      <TapChoices
        label="Why"
        columns={3}
        choices={reasons
          .filter(([value]) => runs || value !== 'complete')
          .map(([value, label]) => ({ value, label: asSentence(label) }))}
        value={reason}
        onChange={setReason}
      />
      {runs && (
        <NumberPad
          label="What the pump shows"
          boxes={[{ id: 'pump', label: 'The pump shows, if read', unit: 'mg' }]}
          entry={entry}
          onChange={setEntry}
        />
      )}
      {(reason === 'other' || reason === 'clinical') && (
        <TextField label="In words" optional value={note} onChange={setNote} autoComplete="off" />
      )}
      {reason === 'clinical' && <OrderedBy optional value={orderedBy} onChange={setOrderedBy} />}
    </KeepSheet>
  );
}

export function CallOffSheet() {
  const { facts, room } = useRoom();
  const [reason, setReason] = useState('');
  const [decider, setDecider] = useState('');
  const names = [...new Set([facts.me.name, room.order?.signedByName ?? ''])].filter((name) => name !== '');
  return (
    <KeepSheet
      title="No dose today"
      verb="Call today off"
      variant="danger"
      facts={
        reason.trim() === '' || decider.trim() === ''
          ? 'Closed: why, and who decided'
          : [factOf('SessionCalledOff', { reason: reason.trim(), deciderName: decider.trim() })]
      }
    >
      <QuickWords
        label="Why"
        words={[
          'Patient does not want to',
          'Readings too high',
          'Ate or drank',
          'No ride home',
          'Medicines',
          'Feels ill',
        ]}
        value={reason}
        onChange={setReason}
      />
      <QuickWords label="Who decided" words={names} value={decider} onChange={setDecider} />
    </KeepSheet>
  );
}

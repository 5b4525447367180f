// What happens beside the readings: a call settled, an alert settled, a medicine given, what the patient feels.
import { type ReactNode, useState } from 'react';
import type { Alert } from '#dosing-session/alerts.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { Signal } from '#dosing-session/signals.ts';
import {
  amountInWords,
  fittingFirst,
  type StandingOrder,
  standingOrderAnswer,
} from '#dosing-session/standing-orders.ts';
import { openSymptoms, type Symptom } from '#dosing-session/symptoms.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { subjectWords } from './due-items.ts';
import { KeepSheet, NotSaved } from './keep-sheet.tsx';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import { contextOf } from './row-facts.ts';
import { TapChoices, tapClass } from './tap-choices.tsx';
import { useKeep } from './use-keep.ts';

export function SettleSignalSheet({ signal }: { readonly signal: Signal }) {
  const { firstName } = useRoom();
  const [what, setWhat] = useState('');
  return (
    <KeepSheet
      title={`${firstName}’s call at ${formatClock(signal.at)}`}
      verb="The call is settled"
      facts={
        what.trim() === ''
          ? 'Closed: what was done'
          : [factOf('SignalResolved', { signalEventId: signal.eventId, what: what.trim() })]
      }
    >
      <QuickWords
        label="What was done"
        words={['Sat beside them', 'Music quieter', 'Music off', 'Helped to the toilet', 'Water', 'Blanket']}
        value={what}
        onChange={setWhat}
      />
    </KeepSheet>
  );
}

export function SettleAlertSheet({ alert }: { readonly alert: Alert }) {
  const [how, setHow] = useState('');
  return (
    <KeepSheet
      title={`${subjectWords[alert.subject]}: settle the alert`}
      verb="The alert is settled"
      facts={
        how.trim() === ''
          ? 'Closed: how'
          : [factOf('AlertResolved', { alertKey: alert.key, how: how.trim() })]
      }
    >
      <p>Settling closes it. A new reading outside the limits opens a new alert.</p>
      <QuickWords
        label="How it ended"
        words={[
          'Came down by itself',
          'Came down after treatment',
          'Prescriber looked, goes on',
          'Cuff slipped',
        ]}
        value={how}
        onChange={setHow}
      />
    </KeepSheet>
  );
}

/** A medicine under a standing order, or on a prescriber's word. What was given before waits above for what followed. */
export function RescueSheet() {
  const { state, room, openAlerts } = useRoom();
  const [orderId, setOrder] = useState<string>();
  const answered = new Set(state.facts.RescueResponseNoted.map(({ fact }) => fact.rescueEventId));
  const waiting = state.facts.RescueMedicationGiven.filter(({ eventId }) => !answered.has(eventId));
  const orders = fittingFirst(room.standingOrders, {
    subjects: openAlerts.map(({ subject }) => subject),
    symptoms: openSymptoms(state).map(({ symptom }) => symptom),
  });
  const order = orders.find(({ id }) => id === orderId);
  const top = (
    <>
      {waiting.map((entry) => (
        <RescueResponse
          key={entry.eventId}
          eventId={entry.eventId}
          words={`${entry.fact.name}, ${formatClock(entry.at)}`}
        />
      ))}
      {orders.length > 0 && (
        <TapChoices
          label="Under which standing order"
          columns={1}
          choices={[
            ...orders.map((one) => ({
              value: one.id,
              label: `${one.medicine} ${amountInWords(one)}, ${one.route}`,
              detail: one.when,
            })),
            { value: onAWord, label: 'None: on a prescriber’s word' },
          ]}
          value={orderId}
          onChange={setOrder}
        />
      )}
    </>
  );
  if (order !== undefined) return <UnderOrder key={order.id} order={order} top={top} />;
  return orderId === onAWord || orders.length === 0 ? <OnAWord top={top} /> : <ChooseFirst top={top} />;
}

const onAWord = 'on-a-word';

function ChooseFirst({ top }: { readonly top: ReactNode }) {
  return (
    <KeepSheet title="Medicine given" verb="Given now" facts="Closed: under which order">
      {top}
    </KeepSheet>
  );
}

function UnderOrder({ order, top }: { readonly order: StandingOrder; readonly top: ReactNode }) {
  const { state, openAlerts, now } = useRoom();
  const [lot, setLot] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  const answer = standingOrderAnswer(order, state, now);
  const { forWhat } = order;
  const symptom =
    forWhat.kind === 'symptom'
      ? openSymptoms(state).find((one) => one.symptom.toLowerCase() === forWhat.symptom.toLowerCase())
      : undefined;
  const indication =
    forWhat.kind === 'symptom'
      ? forWhat.symptom
      : (openAlerts.find(({ subject }) => subject === forWhat.subject)?.issues[0]?.title ??
        subjectWords[forWhat.subject]);
  const closed =
    answer.against?.kind === 'as-often-as-ordered'
      ? `Closed: ${order.atMostDoses} of ${order.atMostDoses} given`
      : answer.against?.kind === 'too-soon'
        ? `Closed until ${formatClock(answer.against.fromAt)}`
        : lot.trim() === '' && !isUnreadable
          ? 'Closed: the lot on the label'
          : undefined;
  return (
    <KeepSheet
      title="Medicine given"
      verb={`${order.medicine} ${amountInWords(order)} given now`}
      facts={
        closed ?? [
          factOf('RescueMedicationGiven', {
            name: order.medicine,
            doseText: amountInWords(order),
            route: order.route,
            indication,
            orderedBy: `Standing order, ${order.signedByName}`,
            standingOrderId: order.id,
            ...(symptom === undefined ? {} : { symptomId: symptom.symptomId }),
            lot: isUnreadable ? null : lot.trim(),
          }),
        ]
      }
    >
      {top}
      <div className="flex flex-col gap-1 rounded-card bg-shallow px-4 py-3">
        <p>
          <strong className="font-sub">When:</strong> {order.when}
        </p>
        {order.notIf !== undefined && order.notIf !== '' && (
          <p>
            <strong className="font-sub">Not if:</strong> {order.notIf}
          </p>
        )}
        <p className="text-small">
          At most {order.atMostDoses} in one session, {order.minutesBetween} minutes apart. Given so far:{' '}
          {answer.given.length === 0 ? 'none' : answer.given.map(({ at }) => formatClock(at)).join(', ')}.
          Signed by {order.signedByName}.
        </p>
        {answer.maybeMore && (
          <p className="text-small font-[560]">
            A device wrote something that has not arrived here. Ask whether more was given.
          </p>
        )}
      </div>
      <div className="grid grid-cols-[1fr_auto] items-end gap-2">
        <TextField label="Lot on the label" value={lot} onChange={setLot} autoComplete="off" />
        <button
          type="button"
          aria-pressed={isUnreadable}
          className={tapClass(isUnreadable)}
          onClick={() => setUnreadable(!isUnreadable)}
        >
          Not readable
        </button>
      </div>
    </KeepSheet>
  );
}

function OnAWord({ top }: { readonly top: ReactNode }) {
  const { room, openAlerts } = useRoom();
  const [typed, setTyped] = useState({ name: '', doseText: '', route: '', indication: '', orderedBy: '' });
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const fields = Object.fromEntries(
    Object.entries(typed).map(([key, text]) => [key, text.trim()]),
  ) as typeof typed;
  const isWhole = Object.values(fields).every((text) => text !== '');
  return (
    <KeepSheet
      title="Medicine given"
      verb="Given now"
      facts={isWhole ? [factOf('RescueMedicationGiven', fields)] : 'Closed: all five are needed'}
    >
      {top}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Medicine"
          value={typed.name}
          onChange={(name) => set({ name })}
          autoComplete="off"
        />
        <TextField
          label="Dose, as given"
          value={typed.doseText}
          onChange={(doseText) => set({ doseText })}
          autoComplete="off"
        />
      </div>
      <QuickWords
        label="How"
        columns={3}
        words={['By vein', 'By mouth', 'Under the tongue']}
        value={typed.route}
        onChange={(route) => set({ route })}
      />
      <QuickWords
        label="For what"
        words={openAlerts.flatMap((alert) => alert.issues[0]?.title ?? [])}
        value={typed.indication}
        onChange={(indication) => set({ indication })}
      />
      <QuickWords
        label="Ordered by"
        words={[room.order?.signedByName ?? ''].filter((name) => name !== '')}
        value={typed.orderedBy}
        onChange={(orderedBy) => set({ orderedBy })}
      />
    </KeepSheet>
  );
}

function RescueResponse({ eventId, words }: { readonly eventId: string; readonly words: string }) {
  const { keep, busy, failed } = useKeep();
  const [response, setResponse] = useState('');
  return (
    <div className="flex flex-col gap-2 rounded-card border-[1.5px] border-edge p-3">
      <TextField
        label={`After ${words}: what followed`}
        value={response}
        onChange={setResponse}
        autoComplete="off"
      />
      <Button
        busy={busy ? 'Saving here' : undefined}
        closed={response.trim() === '' ? 'Closed: what followed' : undefined}
        onClick={() =>
          keep([factOf('RescueResponseNoted', { rescueEventId: eventId, response: response.trim() })])
        }
      >
        Save what followed
      </Button>
      {failed && <NotSaved />}
    </div>
  );
}

export function SymptomsSheet() {
  const { state } = useRoom();
  const [symptom, setSymptom] = useState('');
  const [severity, setSeverity] = useState<Symptom['severity']>();
  // One id for one telling: trying again after a failure must not tell it twice.
  const [symptomId] = useState(() => crypto.randomUUID());
  const here = openSymptoms(state);
  return (
    <KeepSheet
      title="Symptoms"
      verb="Save the symptom"
      facts={
        symptom.trim() === '' || severity === undefined
          ? 'Closed: what, and how strong'
          : [factOf('SymptomReported', { symptomId, symptom: symptom.trim(), severity })]
      }
    >
      {here.map((one) => (
        <OpenSymptom key={one.symptomId} symptom={one} />
      ))}
      <QuickWords
        label="What"
        columns={3}
        words={[
          'Nausea',
          'Vomiting',
          'Dizzy',
          'Headache',
          'Very afraid',
          'Numb',
          'Blurred sight',
          'Itching',
          'Short of breath',
        ]}
        value={symptom}
        onChange={setSymptom}
      />
      <TapChoices
        label="How strong"
        columns={3}
        choices={[
          { value: 'mild', label: 'Mild' },
          { value: 'moderate', label: 'Moderate' },
          { value: 'severe', label: 'Severe' },
        ]}
        value={severity}
        onChange={setSeverity}
      />
    </KeepSheet>
  );
}

function OpenSymptom({ symptom }: { readonly symptom: Symptom }) {
  const { open } = useRoom();
  const { keep, busy, failed } = useKeep();
  return (
    <div className="flex flex-col gap-2 rounded-card bg-shallow px-4 py-2">
      <span>
        <strong className="font-sub">{symptom.symptom}</strong>, {symptom.severity}, since{' '}
        {formatClock(symptom.reportedAt)}
      </span>
      <div className="grid grid-cols-2 gap-2">
        <Button variant="plain" onClick={() => open({ kind: 'done-for-them', forSymptom: symptom })}>
          Help given
        </Button>
        <Button
          busy={busy ? 'Saving here' : undefined}
          onClick={() => keep([factOf('SymptomResolved', { symptomId: symptom.symptomId })])}
        >
          Gone now
        </Button>
      </div>
      {failed && <NotSaved />}
    </div>
  );
}

type OtherSign = 'respiratoryRatePerMin' | 'temperatureCel' | 'oxygenLitresPerMin';

export function OtherSignsSheet() {
  const { state, edition, now } = useRoom();
  const [entry, setEntry] = useState(() =>
    padWith<OtherSign>(
      { respiratoryRatePerMin: '', temperatureCel: '', oxygenLitresPerMin: '' },
      'respiratoryRatePerMin',
    ),
  );
  const [at] = useState(now);
  const respiratoryRatePerMin = padNumber(entry.texts.respiratoryRatePerMin);
  const temperatureCel = padNumber(entry.texts.temperatureCel);
  const oxygenLitresPerMin = padNumber(entry.texts.oxygenLitresPerMin);
  const isRead = respiratoryRatePerMin !== undefined || temperatureCel !== undefined;
  return (
    <KeepSheet
      title="Breaths, temperature, oxygen"
      verb={`Save at ${formatClock(at)}`}
      options={{ effectiveAt: at }}
      facts={
        isRead
          ? [
              factOf('VitalSignsMeasured', {
                ...(respiratoryRatePerMin === undefined ? {} : { respiratoryRatePerMin }),
                ...(temperatureCel === undefined ? {} : { temperatureCel }),
                ...(oxygenLitresPerMin === undefined ? {} : { oxygenLitresPerMin }),
                couldNotRead: [],
                context: contextOf(at, undefined, { state, edition, now }),
                source: 'typed',
              }),
            ]
          : 'Closed: breaths or temperature'
      }
    >
      <NumberPad
        label="Other signs"
        boxes={[
          { id: 'respiratoryRatePerMin', label: 'Breaths', unit: 'per min' },
          { id: 'temperatureCel', label: 'Temperature', unit: '°C' },
          { id: 'oxygenLitresPerMin', label: 'Oxygen given', unit: 'L a min' },
        ]}
        entry={entry}
        onChange={setEntry}
      />
    </KeepSheet>
  );
}

// The questions of settling in, one sheet each: short, in words that can be read aloud, one tap for the answer.
import { useState } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { mayBeHeavy } from '#clinical/preparation/fasting.ts';
import type { heavyWords } from '#clinical/preparation/morning.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { MedicineDecisions } from '#web/clinic/patients/medicine-decisions.tsx';
import { MedicinesList } from '#web/clinic/patients/medicines-list.tsx';
import { MorningSaid } from '#web/clinic/preparation/morning-said.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { LimitsCard } from '#web/kit/limits-card.tsx';
import { formatClock, formatDate, formatLocalDate } from '#web/kit/locale.ts';
import { momentOfClock } from '#web/kit/moment-of-clock.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { BackUpSheet } from './back-up-sheet.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';
import { AnswerSheet, KeepSheet } from './keep-sheet.tsx';
import { limitsNow, tighterLimits, wantsQuiet } from './limits-said.ts';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { QuickWords } from './quick-words.tsx';
import { CallDeviceSheet, RoomReadySheet } from './ready-sheets.tsx';
import { useRoom } from './room-context.ts';
import { SecondCheckSheet } from './second-check-sheet.tsx';
import type { SettleStepId } from './steps.ts';
import { TapChoices } from './tap-choices.tsx';

export function SettleSheet({ step }: { readonly step: SettleStepId }) {
  switch (step) {
    case 'arrived':
      return (
        <AnswerSheet
          title="Arrived"
          answers={[{ words: 'Here now', facts: [factOf('PatientArrived', {})] }]}
        />
      );
    case 'identity':
      return <IdentitySheet />;
    case 'call-device':
      return <CallDeviceSheet />;
    case 'room':
      return <RoomReadySheet />;
    case 'intake':
      return <IntakeSheet />;
    case 'nasal-product':
      return <NasalProductSheet />;
    case 'enrolment':
      return (
        <AnswerSheet
          title="Safety program"
          answers={[
            {
              words: 'Looked up today: enrolled',
              facts: [factOf('ProgramEnrolmentChecked', { result: 'verified' })],
            },
            {
              words: 'Looked up today: not found',
              detail: 'The spray stays closed. The prescriber settles it with the program',
              facts: [factOf('ProgramEnrolmentChecked', { result: 'not-found' })],
            },
          ]}
        >
          <p>Look this person up in the program. What was true last week is not asked here.</p>
        </AnswerSheet>
      );
    case 'medicines':
      return <MedicinesSheet />;
    case 'risk':
      return (
        <AnswerSheet
          title="Risk question"
          answers={[
            { words: 'No', facts: [factOf('RiskQuestionAsked', { answer: 'no-thoughts' })] },
            {
              words: 'Yes',
              detail: 'The prescriber is asked before anything else',
              facts: [factOf('RiskQuestionAsked', { answer: 'thoughts' })],
            },
            { words: 'Did not want to answer', facts: [factOf('RiskQuestionAsked', { answer: 'declined' })] },
          ]}
        >
          <p className="text-sub">
            “Have you had thoughts of being better off dead, or of hurting yourself?”
          </p>
        </AnswerSheet>
      );
    case 'consent':
      return (
        <AnswerSheet
          title="Consent read back"
          answers={[{ words: 'Said back, and they agree', facts: [factOf('ConsentReadBack', {})] }]}
        >
          <p>Ask them to say in their own words what happens today, and that they can stop at any time.</p>
        </AnswerSheet>
      );
    case 'limits':
      return <LimitsReadBackSheet />;
    case 'intention':
      return <IntentionSheet />;
    case 'weight':
      return <WeightSheet />;
    case 'ride':
      return <RideSheet />;
    case 'watch':
      return <HandOverSheet />;
    case 'back-up':
      return <BackUpSheet />;
    case 'second-check':
      return <SecondCheckSheet />;
    case 'baseline':
      return null;
  }
}

const identifiers = [
  { value: 'full-name', label: 'Full name' },
  { value: 'birth-date', label: 'Birth date' },
  { value: 'photo', label: 'Photo' },
  { value: 'wristband', label: 'Wristband' },
] as const;
type Identifier = (typeof identifiers)[number]['value'];

function IdentitySheet() {
  const { room } = useRoom();
  const [said, setSaid] = useState<readonly Identifier[]>([]);
  const [differs, setDiffers] = useState(false);
  const toggle = (one: Identifier): void =>
    setSaid(said.includes(one) ? said.filter((each) => each !== one) : [...said, one]);
  return (
    <KeepSheet
      title="Two identifiers"
      verb={differs ? 'Save: does not match' : 'Save: both match'}
      variant={differs ? 'danger' : 'primary'}
      facts={
        differs
          ? [factOf('IdentityDidNotMatch', {})]
          : said.length < 2
            ? 'Closed: tap two that they said'
            : [factOf('IdentityConfirmed', { identifiers: [...said] })]
      }
    >
      <p>
        Ask them to say it; do not say it first. We have <strong>{room.patientName}</strong>
        {room.birthDate !== undefined && `, born ${formatLocalDate(room.birthDate, 'long')}`}.
      </p>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-[560]">What was said or seen</legend>
        {identifiers.map((each) => (
          <label
            key={each.value}
            className="choice press flex min-h-15 cursor-pointer items-center gap-3 rounded-control border-[1.5px] border-edge px-4 has-checked:border-sea has-checked:bg-shallow has-checked:shadow-[inset_0_0_0_1.5px_var(--sea)] has-focus-visible:outline-3 has-focus-visible:outline-sea"
          >
            <input
              type="checkbox"
              checked={said.includes(each.value)}
              onChange={() => toggle(each.value)}
              className="size-6 accent-sea outline-none"
            />
            {each.label}
          </label>
        ))}
      </fieldset>
      <TapChoices
        label="Or"
        columns={1}
        choices={[{ value: 'differs', label: 'It does not match' }]}
        value={differs ? 'differs' : undefined}
        onChange={(value) => setDiffers(value !== undefined)}
      />
    </KeepSheet>
  );
}

function intakeOf(
  clock: string,
  notSure: boolean,
  now: Instant,
  zone: string,
): Instant | 'not-sure' | undefined {
  return notSure ? 'not-sure' : momentOfClock(clock, now, zone);
}

function IntakeSheet() {
  const { now, room, zone, edition } = useRoom();
  const [food, setFood] = useState('');
  const [heavy, setHeavy] = useState<(typeof heavyWords)[number]>();
  const [drink, setDrink] = useState('');
  const [unsure, setUnsure] = useState<readonly ('food' | 'drink')[]>([]);
  const lastFoodAt = intakeOf(food, unsure.includes('food'), now, zone);
  const lastClearFluidAt = intakeOf(drink, unsure.includes('drink'), now, zone);
  const eatenAt = typeof lastFoodAt === 'number' ? lastFoodAt : undefined;
  const isHeavyOpen = mayBeHeavy({ lastAt: eatenAt, at: now, edition });
  const flip = (one: 'food' | 'drink'): void =>
    setUnsure(unsure.includes(one) ? unsure.filter((each) => each !== one) : [...unsure, one]);
  const said = (at: Instant | 'not-sure' | undefined): string | undefined =>
    typeof at === 'number' ? `${formatDate(at)}, ${formatClock(at)}` : undefined;
  return (
    <KeepSheet
      title="Last food, last drink"
      verb="Save both"
      facts={
        lastFoodAt === undefined || lastClearFluidAt === undefined
          ? 'Closed: a time or “not sure” for both'
          : isHeavyOpen && heavy === undefined
            ? 'Closed: whether it was fried or fatty'
            : [
                factOf('LastIntakeReported', {
                  lastFoodAt,
                  ...(isHeavyOpen && heavy !== undefined && { lastFoodHeavy: heavy }),
                  lastClearFluidAt,
                }),
              ]
      }
    >
      <MorningSaid items={room.preparation} on={['last-food', 'last-clear-fluid']} now={now} zone={zone} />
      {(['food', 'drink'] as const).map((what) => (
        <div key={what} className="grid grid-cols-[1fr_auto] items-end gap-3">
          <DateTimeField
            kind="time"
            label={what === 'food' ? 'Last food' : 'Last clear drink'}
            hint={said(what === 'food' ? lastFoodAt : lastClearFluidAt)}
            value={what === 'food' ? food : drink}
            onChange={what === 'food' ? setFood : setDrink}
          />
          <TapChoices
            label={<span className="only-read-aloud">{what === 'food' ? 'Food' : 'Drink'}</span>}
            columns={1}
            choices={[{ value: 'not-sure', label: 'Not sure' }]}
            value={unsure.includes(what) ? 'not-sure' : undefined}
            onChange={() => flip(what)}
          />
        </div>
      ))}
      {isHeavyOpen && (
        <TapChoices
          label="“Was it fried or fatty?”"
          columns={3}
          choices={[
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
            { value: 'not-sure', label: 'Not sure' },
          ]}
          value={heavy}
          onChange={setHeavy}
        />
      )}
      <p className="text-small text-ink-2">A time later than now is taken as yesterday.</p>
    </KeepSheet>
  );
}

function NasalProductSheet() {
  const { now, zone } = useRoom();
  const [clock, setClock] = useState('');
  const [answer, setAnswer] = useState<'none' | 'not-sure'>();
  const at = momentOfClock(clock, now, zone);
  const lastAt = answer ?? at;
  return (
    <KeepSheet
      title="Other nose sprays"
      verb="Save the answer"
      facts={
        lastAt === undefined
          ? 'Closed: a time, “none” or “not sure”'
          : [factOf('NasalProductReported', { lastAt })]
      }
    >
      <p>“Did you use another nose spray today, for a cold or an allergy?”</p>
      <TapChoices
        label={<span className="only-read-aloud">Answer</span>}
        columns={2}
        choices={[
          { value: 'none', label: 'None today' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      {answer === undefined && (
        <DateTimeField
          kind="time"
          label="Last one at"
          hint={at === undefined ? undefined : `${formatDate(at)}, ${formatClock(at)}`}
          value={clock}
          onChange={setClock}
        />
      )}
    </KeepSheet>
  );
}

function MedicinesSheet() {
  const [answer, setAnswer] = useState<'no-change' | 'changed' | 'not-sure'>();
  const { isDrill, now, room, zone } = useRoom();
  const [note, setNote] = useState('');
  const words = note.trim();
  return (
    <KeepSheet
      title="Medicines"
      verb="Save the answer"
      facts={
        answer === undefined
          ? 'Closed: no answer yet'
          : [factOf('MedicinesReconfirmed', words === '' ? { answer } : { answer, note: words })]
      }
    >
      <MorningSaid items={room.preparation} on={['medicines']} now={now} zone={zone} />
      {!isDrill && (
        <>
          <MedicinesList patientId={room.patientId} />
          <MedicineDecisions patientId={room.patientId} />
        </>
      )}
      <TapChoices
        label="“Has any medicine changed since last time? Did you take or leave out what we agreed?”"
        columns={3}
        choices={[
          { value: 'no-change', label: 'No change' },
          { value: 'changed', label: 'Something changed' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextField label="Which, and when" optional value={note} onChange={setNote} autoComplete="off" />
    </KeepSheet>
  );
}

export function LimitsWords() {
  const { room, state, firstName } = useRoom();
  const tighter = tighterLimits(state);
  return (
    <div className="flex flex-col gap-3">
      <LimitsCard
        name={firstName}
        {...limitsNow(room.preparation, state, formatClock, room.record.indications)}
      />
      {tighter.map((limit) => (
        <OwnWordsCard
          key={limit.eventId}
          when={`Made tighter ${formatClock(limit.at)}, written by ${limit.byName}`}
          words={limit.text}
        />
      ))}
    </div>
  );
}

function LimitsReadBackSheet() {
  const { room, state } = useRoom();
  const gathers = wantsQuiet(room.preparation) && state.facts.InterruptionsSet.length === 0;
  return (
    <AnswerSheet
      title="Limits read back"
      answers={[
        {
          words: 'Read together, and they stand',
          facts: [
            factOf('LimitsReadBack', {}),
            ...(gathers ? [factOf('InterruptionsSet', { to: 'few', asked: 'by-them' })] : []),
          ],
        },
      ]}
    >
      <LimitsWords />
      {gathers && (
        <p>They want quiet, so checks are gathered into few visits. It can be changed under More.</p>
      )}
      <p className="text-small text-ink-2">If something changed, make the limit tighter first.</p>
    </AnswerSheet>
  );
}

function IntentionSheet() {
  const { now, room, zone } = useRoom();
  return (
    <AnswerSheet
      title="Intention"
      answers={[
        { words: 'Read together, kept', facts: [factOf('IntentionConfirmed', { state: 'kept' })] },
        { words: 'Changed today', facts: [factOf('IntentionConfirmed', { state: 'changed' })] },
        { words: 'None wanted', facts: [factOf('IntentionConfirmed', { state: 'dropped' })] },
      ]}
    >
      {room.intention === undefined ? (
        <p>They have not shared an intention. Ask if they want one; none is an answer too.</p>
      ) : (
        <OwnWordsCard words={room.intention} />
      )}
      <MorningSaid items={room.preparation} on={['intention']} now={now} zone={zone} />
    </AnswerSheet>
  );
}

function WeightSheet() {
  const { room } = useRoom();
  const [entry, setEntry] = useState(() => padWith<'weight'>({ weight: '' }, 'weight'));
  const weightKg = padNumber(entry.texts.weight);
  return (
    <KeepSheet
      title="Weight today"
      verb={weightKg === undefined ? 'Save' : `Save ${weightKg} kg`}
      facts={
        weightKg === undefined
          ? 'Closed: no weight typed'
          : [
              factOf('VitalSignsMeasured', {
                weightKg,
                couldNotRead: [],
                context: 'baseline',
                source: 'typed',
              }),
            ]
      }
    >
      <NumberPad
        label="Weight"
        boxes={[{ id: 'weight', label: 'Weight today', unit: 'kg' }]}
        entry={entry}
        onChange={setEntry}
      />
      {room.order !== undefined && (
        <p className="text-small text-ink-2">
          {room.order.weightKg === undefined
            ? 'The order was made without a weight.'
            : `The order was made for ${room.order.weightKg} kg.`}
        </p>
      )}
    </KeepSheet>
  );
}

function RideSheet() {
  const [name, setName] = useState('');
  const [how, setHow] = useState('');
  return (
    <KeepSheet
      title="Ride home"
      verb="Save: they said yes"
      facts={
        name.trim() === '' || how.trim() === ''
          ? 'Closed: who said yes, and how'
          : [factOf('EscortConfirmed', { name: name.trim(), how: how.trim() })]
      }
    >
      <p>Only when the person who drives has said yes to you.</p>
      <TextField label="Who takes them home" value={name} onChange={setName} autoComplete="off" />
      <QuickWords
        label="How they said yes"
        words={['By phone, just now', 'By message', 'In person here']}
        columns={3}
        value={how}
        onChange={setHow}
      />
    </KeepSheet>
  );
}

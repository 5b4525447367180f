// A small form for each line of the gate sheet. It writes one fact of the session; what the fact means is not decided here.
import { type ReactNode, useState } from 'react';
import { getConsents } from '#api/preparation.ts';
import { isPlausible, type VitalSignKey, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import { mayBeHeavy } from '#clinical/preparation/fasting.ts';
import type { heavyWords } from '#clinical/preparation/morning.ts';
import { kilogramsPerPound } from '#clinical/quantity.ts';
import type { SessionFact, VitalSignName } from '#dosing-session/events.ts';
import { beforeDose, latestSign } from '#dosing-session/readings.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { orderInWords } from '#web/clinic/consult/order-arithmetic.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { MedicineDecisions } from '#web/clinic/patients/medicine-decisions.tsx';
import { MedicinesList } from '#web/clinic/patients/medicines-list.tsx';
import { has } from '#web/clinic/places.ts';
import { RideTold } from '#web/clinic/ride-told.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox, CheckboxList } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { Form } from '#web/kit/form.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { currentZone, formatDateTime, formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import type { LineForm } from './line-verbs.ts';
import {
  DependantsForm,
  EmergencyAddressForm,
  NasalProductForm,
  ProgramEnrolmentForm,
  SitterForm,
  SubstancesForm,
} from './route-line-forms.tsx';
import { type LineFormProps, Writing } from './writing.tsx';

const forms: Readonly<Record<LineForm, (props: LineFormProps) => ReactNode>> = {
  identity: IdentityForm,
  consent: ConsentForm,
  medicines: MedicinesForm,
  intake: IntakeForm,
  risk: RiskForm,
  'vital-signs': VitalSignsForm,
  intention: IntentionForm,
  'pre-dose-review': PreDoseReviewForm,
  ride: RideForm,
  'nasal-product': NasalProductForm,
  'program-enrolment': ProgramEnrolmentForm,
  sitter: SitterForm,
  'emergency-address': EmergencyAddressForm,
  'no-substances': SubstancesForm,
  'nobody-to-care-for': DependantsForm,
};

export function LineFormFor({ form, ...props }: LineFormProps & { readonly form: LineForm }) {
  const Shown = forms[form];
  return <Shown {...props} />;
}

function IdentityForm(props: LineFormProps) {
  const [said, setSaid] = useState<readonly ('full-name' | 'birth-date' | 'photo' | 'wristband')[]>([]);
  const { room } = props.facts;
  return (
    <Writing
      {...props}
      fact={
        said.length >= 2
          ? factOf('IdentityConfirmed', { identifiers: [...said] })
          : 'Two different things are needed. Tick what you heard or saw'
      }
      save="It is this person"
      also={
        <Button
          variant="danger"
          className="min-h-12"
          onClick={() => props.facts.record(factOf('IdentityDidNotMatch', {})).then(props.onSaved)}
        >
          It does not match
        </Button>
      }
    >
      <p>
        Ask them to say their full name and birth date. Do not read it to them.
        {room?.birthDate === undefined && ' We hold no birth date for this person.'}
      </p>
      <CheckboxList
        label="What you heard and saw"
        value={said}
        onChange={setSaid}
        choices={[
          { value: 'full-name', label: 'They said their full name' },
          { value: 'birth-date', label: 'They said their birth date' },
          { value: 'photo', label: 'The photo matches' },
          { value: 'wristband', label: 'The wristband matches' },
        ]}
      />
    </Writing>
  );
}

function ConsentForm(props: LineFormProps) {
  const { state } = props.facts;
  const consents = useAnswer(['patient', state.patientId, 'consents'], getConsents, {
    params: { patientId: state.patientId },
  });
  return (
    <div className="flex flex-col gap-4">
      <Heard of={consents}>
        {({ edition, consents: signed }) => (
          <>
            <p>
              {edition.title}
              {edition.approved ? '' : ' (example text, not approved by a clinician)'}
            </p>
            {signed.length === 0 ? (
              <p>Nothing has been signed. The patient signs it on their own phone.</p>
            ) : (
              <ul className="flex flex-col gap-1">
                {signed.map((consent) => (
                  <li key={consent.id}>
                    Signed by {consent.signedName}, {formatDateTime(consent.signedAt)}
                    {consent.withdrawnAt !== undefined &&
                      `. Withdrawn ${formatDateTime(consent.withdrawnAt)}`}
                    {!consent.current && consent.withdrawnAt === undefined && '. Not the text in force'}
                  </li>
                ))}
              </ul>
            )}
            <details>
              <summary className="link flex min-h-10 cursor-pointer items-center">Read the text</summary>
              {edition.sections.map((section) => (
                <section key={section.heading} className="py-2">
                  <h3 className="font-sub">{section.heading}</h3>
                  <p className="whitespace-pre-line">{section.text}</p>
                </section>
              ))}
            </details>
          </>
        )}
      </Heard>
      <Writing {...props} fact={factOf('ConsentReadBack', {})} save="We read it together today">
        <p className="text-small text-ink-2">
          Reading it together is written down. It does not sign it; only the patient can.
        </p>
      </Writing>
    </div>
  );
}

function MedicinesForm(props: LineFormProps) {
  const [answer, setAnswer] = useState<'no-change' | 'changed' | 'not-sure'>();
  const [note, setNote] = useState('');
  return (
    <Writing
      {...props}
      fact={
        answer === undefined
          ? 'Choose what they answered'
          : factOf('MedicinesReconfirmed', { answer, ...(note.trim() === '' ? {} : { note: note.trim() }) })
      }
    >
      {props.facts.room !== undefined && (
        <>
          <MedicinesList patientId={props.facts.room.patientId} />
          <MedicineDecisions patientId={props.facts.room.patientId} />
        </>
      )}
      <ChoiceGroup
        label="Has any medicine changed?"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: 'no-change', label: 'No change' },
          { value: 'changed', label: 'Something changed' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
      />
      <TextArea label="What changed" optional rows={2} value={note} onChange={setNote} />
    </Writing>
  );
}

function IntakeForm(props: LineFormProps) {
  const [food, setFood] = useState('');
  const [fluid, setFluid] = useState('');
  const [heavy, setHeavy] = useState<(typeof heavyWords)[number]>();
  const [foodUnsure, setFoodUnsure] = useState(false);
  const [fluidUnsure, setFluidUnsure] = useState(false);
  const lastFoodAt = foodUnsure ? 'not-sure' : momentOf(food, currentZone());
  const lastClearFluidAt = fluidUnsure ? 'not-sure' : momentOf(fluid, currentZone());
  const { edition, now } = props.facts;
  const eatenAt = typeof lastFoodAt === 'number' ? lastFoodAt : undefined;
  const isHeavyOpen = edition !== undefined && mayBeHeavy({ lastAt: eatenAt, at: now, edition });
  return (
    <Writing
      {...props}
      fact={
        lastFoodAt === undefined || lastClearFluidAt === undefined
          ? 'Give both times, or tick that they are not sure'
          : isHeavyOpen && heavy === undefined
            ? 'Say whether it was fried or fatty'
            : factOf('LastIntakeReported', {
                lastFoodAt,
                ...(isHeavyOpen && heavy !== undefined && { lastFoodHeavy: heavy }),
                lastClearFluidAt,
              })
      }
    >
      <DateTimeField kind="datetime-local" label="Last food, milk or juice" value={food} onChange={setFood} />
      <Checkbox label="They are not sure about food" ticked={foodUnsure} onChange={setFoodUnsure} />
      {isHeavyOpen && (
        <ChoiceGroup
          label="Was it fried or fatty?"
          value={heavy}
          onChange={setHeavy}
          columns={3}
          choices={[
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
            { value: 'not-sure', label: 'Not sure' },
          ]}
        />
      )}
      <DateTimeField
        kind="datetime-local"
        label="Last water or clear drink"
        value={fluid}
        onChange={setFluid}
      />
      <Checkbox label="They are not sure about drinks" ticked={fluidUnsure} onChange={setFluidUnsure} />
    </Writing>
  );
}

function RiskForm(props: LineFormProps) {
  const [answer, setAnswer] = useState<'no-thoughts' | 'thoughts' | 'declined'>();
  return (
    <Writing
      {...props}
      fact={answer === undefined ? 'Choose what they answered' : factOf('RiskQuestionAsked', { answer })}
    >
      <p>Ask in your own words, alone with them: any thoughts of death or of hurting yourself?</p>
      <ChoiceGroup
        label="What they answered"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: 'no-thoughts', label: 'No such thoughts' },
          { value: 'thoughts', label: 'Yes', detail: 'Stay with them. The prescriber decides about today.' },
          { value: 'declined', label: 'Did not want to answer' },
        ]}
      />
    </Writing>
  );
}

const baselineSigns = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'spo2Percent',
  'weightKg',
] as const;
type BaselineSign = (typeof baselineSigns)[number];
const signLabels: Readonly<Record<BaselineSign, string>> = {
  systolicMmHg: 'Systolic',
  diastolicMmHg: 'Diastolic',
  heartRatePerMin: 'Pulse',
  spo2Percent: 'Oxygen',
  weightKg: 'Weight',
};

function implausible(sign: VitalSignKey, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const value = parseNumber(text);
  if (value !== undefined && isPlausible(sign, value)) return undefined;
  const { plausible } = vitalSign(sign);
  return `Type it again: this takes ${plausible.from} to ${plausible.to}`;
}

function VitalSignsForm(props: LineFormProps) {
  const [typed, setTyped] = useState<Partial<Record<BaselineSign, string>>>({});
  const [notRead, setNotRead] = useState<readonly BaselineSign[]>([]);
  const faults = baselineSigns.filter((sign) => implausible(sign, typed[sign] ?? '') !== undefined);
  const read = baselineSigns.flatMap((sign) => {
    const value = parseNumber(typed[sign] ?? '');
    return value === undefined || notRead.includes(sign) ? [] : [[sign, value] as const];
  });
  const couldNotRead: VitalSignName[] = [...notRead];
  const fact: SessionFact | string =
    faults.length > 0
      ? 'One of the numbers needs another look'
      : read.length === 0 && couldNotRead.length === 0
        ? 'Nothing in the row yet'
        : factOf('VitalSignsMeasured', {
            ...Object.fromEntries(read),
            couldNotRead,
            context: 'baseline',
            source: 'typed',
          });
  return (
    <Writing {...props} fact={fact} save="Save the row">
      <p className="text-small text-ink-2">
        Leave empty what you did not measure. Nothing is copied from last time.
      </p>
      {baselineSigns.map((sign) => (
        <div key={sign} className="flex flex-col gap-1.5">
          <NumberField
            label={signLabels[sign]}
            unit={vitalSign(sign).unitLabel}
            text={typed[sign] ?? ''}
            fault={notRead.includes(sign) ? undefined : implausible(sign, typed[sign] ?? '')}
            hint={sign === 'weightKg' ? <Pounds text={typed.weightKg ?? ''} /> : undefined}
            onChange={(text) => setTyped({ ...typed, [sign]: text })}
          />
          <label className="flex min-h-10 cursor-pointer items-center gap-2.5 text-small">
            <input
              type="checkbox"
              className="size-5 accent-sea"
              checked={notRead.includes(sign)}
              onChange={(event) =>
                setNotRead(
                  event.target.checked ? [...notRead, sign] : notRead.filter((each) => each !== sign),
                )
              }
            />
            {signLabels[sign]} could not be read
          </label>
        </div>
      ))}
    </Writing>
  );
}

function Pounds({ text }: { readonly text: string }) {
  const kilograms = parseNumber(text);
  return (
    <>
      In kilograms
      {kilograms !== undefined &&
        `. That is ${formatNumber(kilograms / kilogramsPerPound, { maximumFractionDigits: 0 })} pounds`}
    </>
  );
}

function IntentionForm(props: LineFormProps) {
  const [state, setState] = useState<'kept' | 'changed' | 'dropped'>();
  const words = props.facts.room?.intention;
  return (
    <Writing
      {...props}
      fact={state === undefined ? 'Choose what they want' : factOf('IntentionConfirmed', { state })}
    >
      {words === undefined ? (
        <p>They have not shared an intention with the room. Ask whether they want one.</p>
      ) : (
        <p className="own-words rounded-card bg-sand px-4 py-3 text-on-sand">{words}</p>
      )}
      <ChoiceGroup
        label="Today they"
        value={state}
        onChange={setState}
        choices={[
          { value: 'kept', label: 'Keep it, read together' },
          { value: 'changed', label: 'Changed it, read together' },
          { value: 'dropped', label: 'Want none today' },
        ]}
      />
    </Writing>
  );
}

function PreDoseReviewForm({ facts, onSaved }: LineFormProps) {
  const { room, state, me } = facts;
  const today = latestSign(beforeDose(state), 'weightKg');
  const review = useAct((fact: SessionFact) => facts.sign(fact), onSaved);
  const order = room?.order;
  if (order === undefined) return <p>There is no signed order. Nothing can be reviewed before it.</p>;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
        <dt className="text-ink-2">Ordered</dt>
        <dd className="figures font-sub">
          {orderInWords(order)}
          {order.doseMgPerKg !== undefined &&
            order.weightKg !== undefined &&
            ` (${formatNumber(order.doseMgPerKg)} mg/kg for ${formatNumber(order.weightKg)} kg)`}
        </dd>
        {facts.edition?.timing.route === 'iv' && (
          <>
            <dt className="text-ink-2">Over</dt>
            <dd className="figures">
              {order.infusionMinutes === undefined
                ? 'no running time on the order'
                : `${order.infusionMinutes} min`}
            </dd>
          </>
        )}
        <dt className="text-ink-2">Signed by</dt>
        <dd>
          {order.signedByName}, {formatDateTime(order.signedAt)}
        </dd>
        <dt className="text-ink-2">Weight today</dt>
        <dd className="figures">
          {today === undefined ? 'not measured' : `${formatNumber(today.value)} kg, ${today.by}`}
        </dd>
      </dl>
      {has(me, 'prescriber') ? (
        <Form
          className="gap-4"
          failure={review.failure}
          stillTrue="Not signed. The line is as it was."
          onSubmit={() =>
            review.run(
              factOf('PreDoseReviewSigned', {
                orderId: order.id,
                doseMg: order.doseMg,
                weightKg: today?.value ?? null,
              }),
            )
          }
          actions={
            <Button
              type="submit"
              variant="primary"
              className="min-h-12"
              busy={review.busy ? 'Signing' : undefined}
            >
              Sign the review of {formatNumber(order.doseMg)} mg
            </Button>
          }
        >
          <p>You sign that you looked at this person, this order and today’s readings, as {me.name}.</p>
        </Form>
      ) : (
        <p>Only a prescriber can sign this. Ask them to open this sheet.</p>
      )}
      {today === undefined && (
        <p className="text-small text-ink-2">The review will say that no weight was taken today.</p>
      )}
    </div>
  );
}

function RideForm(props: LineFormProps) {
  const { room } = props.facts;
  const [name, setName] = useState('');
  const [how, setHow] = useState('');
  return (
    <Writing
      {...props}
      save="They said yes"
      fact={
        name.trim() === '' || how.trim() === ''
          ? 'Say who, and how they said so'
          : factOf('EscortConfirmed', { name: name.trim(), how: how.trim() })
      }
    >
      {room !== undefined && <RideTold patientId={room.patientId} cycleId={room.cycleId} />}
      <p>Write this only when the person who drives said yes themselves.</p>
      <TextField label="Who takes them home" value={name} onChange={setName} />
      <TextField
        label="How they said yes"
        hint="For example: by phone, here at the desk"
        value={how}
        onChange={setHow}
      />
    </Writing>
  );
}

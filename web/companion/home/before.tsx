// Before the lozenge: one question at a time, each written down as it is answered. Nothing is filled in beforehand, and the
// last door opens only on what the clinic has heard within the last minute.
import { Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isPlausible } from '#clinical/monitoring/vital-signs.ts';
import { mayBeHeavy } from '#clinical/preparation/fasting.ts';
import type { heavyWords } from '#clinical/preparation/morning.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { dialled } from '#web/companion/wrong-sheet.tsx';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { FieldError } from '#web/kit/field-error.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { formatNumber, formatTime, t } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { type State, StateMark } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { useRunningDay } from './home-context.ts';
import {
  type BeforeStep,
  beforeSteps,
  lozengesToTake,
  mayGive,
  type StepState,
  stepState,
} from './home-view.ts';

export function Before() {
  const day = useRunningDay();
  const { shown, state, transport, heardAt, now } = day;
  const unsent = transport.waiting.length > 0;
  const states = beforeSteps.map((step) => ({ step, state: stepState(step, { shown, state }) }));
  const stop = states.find((each) => each.state === 'stop' || each.state === 'unclear');
  const next = states.find((each) => each.state === 'open');
  return (
    <>
      {stop !== undefined ? (
        <NotToday step={stop.step} state={stop.state} />
      ) : next !== undefined ? (
        <Question key={next.step} step={next.step} />
      ) : (
        <LastDoor may={mayGive({ shown, steps: states.map((each) => each.state), unsent, heardAt, now })} />
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-sub font-sub">{t('home.before')}</h2>
        <ul className="divide-y divide-contour border-y border-contour">
          {states.map(({ step, state: found }) => (
            <li key={step} className="flex items-start gap-3 py-3">
              <StateMark state={found === 'met' && unsent ? 'saved' : markOf[found]} className="mt-0.5" />
              <span>
                <span className="block font-[540]">{t(`home.step-${step}`)}</span>
                <span className="block text-small text-ink-2">
                  {t(found === 'met' && unsent ? 'home.state-unsent' : `home.state-${found}`)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const markOf: Readonly<Record<StepState, State>> = {
  open: 'not-yet',
  met: 'met',
  stop: 'not-met',
  unclear: 'unknown',
};

export function CallClinic() {
  const { clinic } = useRunningDay().shown;
  return (
    <a
      href={`tel:${dialled(clinic.phone)}`}
      className={buttonClass({ variant: 'deep', size: 'large', wide: true })}
    >
      <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
      <span>
        {t('companion.call', { clinic: clinic.name })}{' '}
        <span className="figures whitespace-nowrap">{clinic.phone}</span>
      </span>
    </a>
  );
}

function NotToday({ step, state }: { readonly step: BeforeStep; readonly state: StepState }) {
  const words =
    state === 'unclear'
      ? t('home.unclear-text')
      : step === 'pressure'
        ? t('home.stop-pressure')
        : step === 'box'
          ? t('home.box-wrong')
          : t('home.stop-text');
  return (
    <DeepBlock
      kicker={t(`home.step-${step}`)}
      heading={t(state === 'unclear' ? 'home.state-unclear' : 'home.stop-heading')}
      action={<CallClinic />}
    >
      <p>{words}</p>
      {step === 'pressure' && <Reading />}
    </DeepBlock>
  );
}

function Reading() {
  const reading = latest(useRunningDay().state, 'VitalSignsMeasured');
  if (reading === undefined) return null;
  const { systolicMmHg = 0, diastolicMmHg = 0, heartRatePerMin = 0 } = reading.fact;
  return (
    <p className="figures mt-2 text-head font-title text-on-deep">
      {t('home.pressure-shown', { upper: systolicMmHg, lower: diastolicMmHg, pulse: heartRatePerMin })}
    </p>
  );
}

function LastDoor({ may }: { readonly may: ReturnType<typeof mayGive> }) {
  const { shown, state, record, heardAt } = useRunningDay();
  const [given, setGiven] = useState(false);
  const counted = latest(state, 'LozengesCounted')?.fact;
  const pieces = lozengesToTake(shown.dose?.doseMg, counted?.strengthMg ?? 0);
  if (may === 'not-heard')
    return (
      <DeepBlock
        kicker={t('home.clinic-part-kicker')}
        heading={t('home.not-heard-heading')}
        action={<CallClinic />}
      >
        <p>{t('home.not-heard-text')}</p>
      </DeepBlock>
    );
  const clinic = shown.session?.openDose.clinic;
  if (may !== 'yes' || shown.dose === undefined || counted === undefined || pieces === undefined)
    return (
      <DeepBlock
        kicker={t('home.clinic-part-kicker')}
        heading={t('home.clinic-part-heading')}
        action={<CallClinic />}
      >
        <p>
          {t('home.clinic-part-text', {
            open: clinic?.open ?? 0,
            of: clinic?.of ?? 0,
            name: shown.patientFirstName,
          })}
        </p>
      </DeepBlock>
    );
  const { doseMg } = shown.dose;
  const give = async (): Promise<void> => {
    setGiven(true);
    await record([factOf('DoseGiven', { route: 'sublingual', doseMg, lot: counted.lot, expiry: null })]);
  };
  return (
    <DeepBlock
      kicker={t('home.give-kicker', { time: formatTime(heardAt) })}
      heading={t('home.give-heading', {
        count: pieces === 1 ? t('home.lozenge-one') : t('home.lozenge-many', { count: pieces }),
        name: shown.patientFirstName,
        mg: formatNumber(doseMg),
      })}
      action={
        <Button
          variant="deep"
          size="altered"
          wide
          busy={given ? t('home.state-unsent') : undefined}
          onClick={give}
        >
          {t('home.give')}
        </Button>
      }
    >
      <p>{t('home.give-text')}</p>
    </DeepBlock>
  );
}

function Question({ step }: { readonly step: BeforeStep }) {
  switch (step) {
    case 'stay':
      return <Stay />;
    case 'address':
      return <Address />;
    case 'food':
      return <Food />;
    case 'substances':
      return (
        <Choices
          step={step}
          text={t('home.substances-text')}
          answers={[
            ['home.substances-none', factOf('SubstancesAsked', { answer: 'none' })],
            ['home.substances-taken', factOf('SubstancesAsked', { answer: 'taken' })],
            ['home.not-sure', factOf('SubstancesAsked', { answer: 'not-sure' })],
          ]}
        />
      );
    case 'dependants':
      return (
        <Choices
          step={step}
          text={t('home.dependants-text')}
          answers={[
            ['home.dependants-nobody', factOf('DependantsAsked', { answer: 'nobody' })],
            ['home.dependants-someone', factOf('DependantsAsked', { answer: 'someone' })],
            ['home.not-sure', factOf('DependantsAsked', { answer: 'not-sure' })],
          ]}
        />
      );
    case 'box':
      return <Box />;
    case 'pressure':
      return <Pressure context="baseline" />;
  }
}

/** A question on its own surface, with what may be tapped under it. */
export function Ask({
  heading,
  text,
  children,
}: {
  readonly heading: string;
  readonly text?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-4 rounded-deep bg-surface p-5">
      <div className="flex flex-col gap-1">
        <h2 className="text-head font-title text-balance">{heading}</h2>
        {text !== undefined && <p className="text-ink-2">{text}</p>}
      </div>
      {children}
    </section>
  );
}

/** Answers in one tap each; a second tap while the first is being kept does nothing. */
export function Taps({
  answers,
}: {
  readonly answers: readonly (readonly [words: string, fact: SessionFact])[];
}) {
  const { record } = useRunningDay();
  const [chosen, setChosen] = useState<string>();
  return (
    <div className="flex flex-col gap-3">
      {answers.map(([words, fact]) => (
        <Button
          key={words}
          variant="plain"
          size="large"
          wide
          className="min-h-16"
          busy={chosen === words ? t('home.state-unsent') : undefined}
          onClick={() => {
            if (chosen !== undefined) return;
            setChosen(words);
            record([fact]);
          }}
        >
          {t(words)}
        </Button>
      ))}
    </div>
  );
}

function Choices({
  step,
  text,
  answers,
}: {
  readonly step: BeforeStep;
  readonly text: string;
  readonly answers: readonly (readonly [string, SessionFact])[];
}) {
  const name = useRunningDay().shown.patientFirstName;
  return (
    <Ask heading={t(`home.${step}-heading`, { name })} text={text}>
      <Taps answers={answers} />
    </Ask>
  );
}

function Stay() {
  const { shown, record } = useRunningDay();
  const [phone, setPhone] = useState(shown.watcherPhone ?? '');
  const [tried, setTried] = useState(false);
  const isMissing = phone.replaceAll(/\D/g, '').length < 5;
  const say = (answer: 'stays-throughout' | 'cannot-stay'): void => {
    setTried(true);
    if (isMissing) return;
    record([factOf('SitterConfirmed', { name: shown.watcherName, phone: phone.trim(), answer })]);
  };
  return (
    <Ask heading={t('home.stay-heading')} text={t('home.stay-text', { name: shown.patientFirstName })}>
      <TextField
        label={t('home.stay-phone')}
        hint={t('home.stay-phone-hint')}
        type="tel"
        autoComplete="tel"
        value={phone}
        onChange={setPhone}
        fault={tried && isMissing ? t('home.missing') : undefined}
      />
      <Button variant="primary" size="large" wide onClick={() => say('stays-throughout')}>
        {t('home.stay-yes')}
      </Button>
      <Button variant="plain" size="large" wide onClick={() => say('cannot-stay')}>
        {t('home.stay-no')}
      </Button>
    </Ask>
  );
}

function Address() {
  const { shown, record } = useRunningDay();
  // Kept as it is typed: a phone that locks in between must not ask for it again.
  const draft = useDraft('home/address', '');
  const address = draft.value;
  const [tried, setTried] = useState(false);
  return (
    <Ask heading={t('home.address-heading')}>
      <TextArea
        label={t('home.address-label')}
        hint={t('home.address-hint', { name: shown.patientFirstName })}
        rows={3}
        maxLength={400}
        value={address}
        onChange={draft.set}
        fault={tried && address.trim() === '' ? t('home.missing') : undefined}
      />
      <Button
        variant="primary"
        size="large"
        wide
        onClick={() => {
          setTried(true);
          if (address.trim() === '') return;
          record([factOf('EmergencyAddressGiven', { address: address.trim() })]);
          draft.clear();
        }}
      >
        {t('home.save')}
      </Button>
    </Ask>
  );
}

function Food() {
  const { shown, record, me, now } = useRunningDay();
  const [food, setFood] = useState('');
  const [heavy, setHeavy] = useState<(typeof heavyWords)[number]>();
  const [drink, setDrink] = useState('');
  const [tried, setTried] = useState(false);
  const { zone } = me.clinic;
  const foodAt = momentOf(food, zone);
  const drinkAt = momentOf(drink, zone);
  const isHeavyOpen =
    shown.edition !== undefined && mayBeHeavy({ lastAt: foodAt, at: now, edition: shown.edition });
  const saidHeavy = isHeavyOpen && heavy !== undefined ? { lastFoodHeavy: heavy } : {};
  const fault = (at: number | undefined): string | undefined =>
    tried && (at === undefined || at > now) ? t('home.missing') : undefined;
  return (
    <Ask heading={t('home.food-heading', { name: shown.patientFirstName })}>
      <DateTimeField
        kind="datetime-local"
        label={t('home.food-label')}
        value={food}
        onChange={setFood}
        fault={fault(foodAt)}
      />
      {isHeavyOpen && (
        <ChoiceGroup
          label={t('home.food-heavy')}
          value={heavy}
          onChange={setHeavy}
          fault={tried && heavy === undefined ? t('home.missing') : undefined}
          choices={[
            { value: 'no', label: t('home.food-heavy-no') },
            { value: 'yes', label: t('home.food-heavy-yes') },
            { value: 'not-sure', label: t('home.not-sure') },
          ]}
        />
      )}
      <DateTimeField
        kind="datetime-local"
        label={t('home.drink-label')}
        value={drink}
        onChange={setDrink}
        fault={fault(drinkAt)}
      />
      <Button
        variant="primary"
        size="large"
        wide
        onClick={() => {
          setTried(true);
          if (foodAt === undefined || drinkAt === undefined || foodAt > now || drinkAt > now) return;
          if (isHeavyOpen && heavy === undefined) return;
          record([
            factOf('LastIntakeReported', { lastFoodAt: foodAt, ...saidHeavy, lastClearFluidAt: drinkAt }),
          ]);
        }}
      >
        {t('home.save')}
      </Button>
      <Button
        variant="plain"
        size="large"
        wide
        onClick={() =>
          record([
            factOf('LastIntakeReported', {
              lastFoodAt: foodAt ?? 'not-sure',
              ...saidHeavy,
              lastClearFluidAt: drinkAt ?? 'not-sure',
            }),
          ])
        }
      >
        {t('home.food-not-sure')}
      </Button>
    </Ask>
  );
}

function Box() {
  const { shown, record } = useRunningDay();
  const [strength, setStrength] = useState('');
  const [lot, setLot] = useState('');
  const [count, setCount] = useState('');
  const [tried, setTried] = useState(false);
  const strengthMg = parseNumber(strength);
  const counted = parseNumber(count);
  const isCount = counted !== undefined && Number.isInteger(counted) && counted >= 0;
  const save = (): void => {
    setTried(true);
    if (strengthMg === undefined || strengthMg <= 0 || counted === undefined || !isCount) return;
    const pieces = lozengesToTake(shown.dose?.doseMg, strengthMg);
    record([
      factOf('LozengesCounted', { count: counted, strengthMg, lot: lot.trim() === '' ? null : lot.trim() }),
      // The second pair of eyes on the dose: what the label says, times how many are taken.
      factOf('SecondCheckDone', { doseMg: strengthMg * (pieces ?? 1), by: shown.watcherName }),
    ]);
  };
  return (
    <Ask heading={t('home.box-heading')}>
      <NumberField
        label={t('home.box-strength')}
        unit="mg"
        text={strength}
        onChange={setStrength}
        fault={tried && strengthMg === undefined ? t('home.missing') : undefined}
      />
      <TextField
        label={t('home.box-lot')}
        hint={t('home.box-lot-hint')}
        value={lot}
        onChange={setLot}
        autoComplete="off"
        maxLength={60}
      />
      <NumberField
        label={t('home.box-count')}
        whole
        text={count}
        onChange={setCount}
        fault={tried && !isCount ? t('home.missing') : undefined}
      />
      <Button variant="primary" size="large" wide onClick={save}>
        {t('home.save')}
      </Button>
    </Ask>
  );
}

/** What no cuff shows is a slip of the thumb; whether a reading is too high is asked afterwards, of the protocol. */
function faultOf({
  upper,
  lower,
  pulse,
}: {
  readonly upper: number | undefined;
  readonly lower: number | undefined;
  readonly pulse: number | undefined;
}): string | undefined {
  if (upper === undefined || lower === undefined || pulse === undefined) return t('home.pressure-missing');
  const isPlain =
    isPlausible('systolicMmHg', upper) &&
    isPlausible('diastolicMmHg', lower) &&
    isPlausible('heartRatePerMin', pulse) &&
    upper > lower;
  return isPlain ? undefined : t('home.pressure-odd');
}

/** Typed by someone tired from a cheap cuff, so it is shown back before it is kept. */
export function Pressure({ context }: { readonly context: 'baseline' | 'recovery' }) {
  const { record } = useRunningDay();
  const [typed, setTyped] = useState({ upper: '', lower: '', pulse: '' });
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<string>();
  const upper = parseNumber(typed.upper);
  const lower = parseNumber(typed.lower);
  const pulse = parseNumber(typed.pulse);
  const check = (): void => {
    const found = faultOf({ upper, lower, pulse });
    setFault(found);
    setAsked(found === undefined);
  };
  if (asked && upper !== undefined && lower !== undefined && pulse !== undefined)
    return (
      <Ask heading={t('home.pressure-check')}>
        <p className="figures text-head font-title">{t('home.pressure-shown', { upper, lower, pulse })}</p>
        <Button
          variant="primary"
          size="large"
          wide
          onClick={() =>
            record([
              factOf('VitalSignsMeasured', {
                systolicMmHg: upper,
                diastolicMmHg: lower,
                heartRatePerMin: pulse,
                couldNotRead: [],
                context,
                source: 'typed',
              }),
            ])
          }
        >
          {t('home.pressure-yes')}
        </Button>
        <Button variant="plain" size="large" wide onClick={() => setAsked(false)}>
          {t('home.pressure-no')}
        </Button>
      </Ask>
    );
  const field = (key: keyof typeof typed) => ({
    text: typed[key],
    onChange: (text: string) => setTyped((before) => ({ ...before, [key]: text })),
    whole: true,
  });
  return (
    <Ask heading={t('home.pressure-heading')}>
      <NumberField label={t('home.pressure-upper')} unit="mmHg" {...field('upper')} />
      <NumberField label={t('home.pressure-lower')} unit="mmHg" {...field('lower')} />
      <NumberField label={t('home.pressure-pulse')} {...field('pulse')} />
      <FieldError message={fault} />
      <Button variant="primary" size="large" wide onClick={check}>
        {t('home.save')}
      </Button>
    </Ask>
  );
}

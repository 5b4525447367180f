// When it has worn off: the lines of the end, one after the other, and what goes for the night.
import { Bath, Car, DoorOpen, Lock, Phone } from 'lucide-react';
import { useState } from 'react';
import { factOf } from '#dosing-session/recorder.ts';
import { Button } from '#web/kit/button.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { t } from '#web/kit/locale.ts';
import { type State, StateMark } from '#web/kit/state-mark.tsx';
import { Ask, CallClinic, Pressure, Taps } from './before.tsx';
import { emergencyNumber, useDay, useRunningDay } from './home-context.ts';
import { type AfterStep, afterState, afterSteps } from './home-view.ts';

export function After() {
  const { shown, state } = useRunningDay();
  const states = afterSteps.map((step) => ({ step, found: afterState(step, { shown, state }) }));
  // An answer that is on its way is not asked for again; what it comes to, the clinic says.
  const next = states.find((each) => each.found !== 'met' && each.found !== 'waiting');
  const isHeard = states.every((each) => each.found === 'met');
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-sub font-sub">{t('home.after')}</h2>
        <p className="text-ink-2">{t('home.after-text', { name: shown.patientFirstName })}</p>
      </div>
      <ul className="flex flex-col gap-1">
        {states.map(({ step, found }) => (
          <li key={step} className="flex items-start gap-3">
            <StateMark state={marks[found]} />
            <span>{t(`home.step-${step}`)}</span>
          </li>
        ))}
      </ul>
      {next !== undefined && <AfterQuestion key={next.step} step={next.step} />}
      {isHeard && (
        <DeepBlock kicker={t('home.close-kicker')} heading={t('home.close-heading')} action={<CallClinic />}>
          <p>{t('home.close-text', { clinic: shown.clinic.name })}</p>
        </DeepBlock>
      )}
    </section>
  );
}

const marks: Readonly<Record<ReturnType<typeof afterState>, State>> = {
  open: 'not-yet',
  met: 'met',
  stop: 'not-met',
  unclear: 'unknown',
  waiting: 'saved',
};

function AfterQuestion({ step }: { readonly step: AfterStep }) {
  const name = useRunningDay().shown.patientFirstName;
  switch (step) {
    case 'orientation':
      return <Orientation />;
    case 'gait':
      return (
        <Ask heading={t('home.gait-heading')}>
          <Taps
            answers={[
              ['home.gait-steady', factOf('GaitChecked', { result: 'steady' })],
              ['home.gait-unsteady', factOf('GaitChecked', { result: 'unsteady' })],
              ['home.gait-needs-help', factOf('GaitChecked', { result: 'needs-help' })],
            ]}
          />
        </Ask>
      );
    case 'pressure':
      return <Pressure context="recovery" />;
    case 'symptoms':
      return (
        <Ask heading={t('home.symptoms-heading')}>
          <Taps
            answers={[
              ['home.symptoms-none', factOf('SymptomsAsked', { answer: 'none' })],
              ['home.symptoms-some', factOf('SymptomsAsked', { answer: 'some' })],
            ]}
          />
        </Ask>
      );
    case 'instructions':
      return (
        <Ask heading={t('home.instructions-heading', { name })} text={t('home.instructions-text')}>
          <Taps
            answers={[
              ['home.instructions-all', factOf('InstructionsRepeatedBack', { result: 'all' })],
              ['home.instructions-part', factOf('InstructionsRepeatedBack', { result: 'part' })],
              ['home.instructions-none', factOf('InstructionsRepeatedBack', { result: 'none' })],
            ]}
          />
        </Ask>
      );
    case 'tonight':
      return (
        <Ask heading={t('home.stay-tonight-heading')}>
          <Taps
            answers={[
              ['home.stay-tonight-yes', factOf('SitterStayAsked', { answer: 'stays' })],
              ['home.stay-tonight-no', factOf('SitterStayAsked', { answer: 'leaves' })],
            ]}
          />
        </Ask>
      );
  }
}

const asked = ['person', 'place', 'time', 'situation'] as const;
type Oriented = (typeof asked)[number];

function Orientation() {
  const { shown, record } = useRunningDay();
  const [right, setRight] = useState<readonly Oriented[]>([]);
  return (
    <Ask heading={t('home.orientation-heading', { name: shown.patientFirstName })}>
      <CheckboxList
        label={t('home.step-orientation')}
        choices={asked.map((value) => ({ value, label: t(`home.orientation-${value}`) }))}
        value={right}
        onChange={setRight}
      />
      <Button
        variant="primary"
        size="large"
        wide
        onClick={() =>
          record([
            factOf('OrientationChecked', {
              person: right.includes('person'),
              place: right.includes('place'),
              time: right.includes('time'),
              situation: right.includes('situation'),
            }),
          ])
        }
      >
        {t('home.save')}
      </Button>
    </Ask>
  );
}

export function Night() {
  const { shown, me } = useDay();
  const name = shown.patientFirstName;
  const rows = [
    { sign: DoorOpen, words: t('home.tonight-wake') },
    { sign: Lock, words: t('home.tonight-box') },
    { sign: Car, words: t('home.tonight-drive', { name }) },
    { sign: Bath, words: t('home.tonight-bath') },
    { sign: Phone, words: t('home.tonight-call', { number: emergencyNumber(me) ?? shown.clinic.phone }) },
  ];
  return (
    <section>
      <h2 className="mb-2 text-sub font-sub">{t('home.tonight')}</h2>
      <ul className="divide-y divide-contour border-y border-contour">
        {rows.map(({ sign: Sign, words }) => (
          <li key={words} className="flex gap-4 py-4">
            <Sign size={26} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-2" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

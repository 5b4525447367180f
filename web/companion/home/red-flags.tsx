// Something is wrong: the number that sends help comes first, then the clinic's own people, then what to do until they come.
// It says truly whether the clinic has heard, and who of them.
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { type RedFlag, redFlags } from '#clinical/home/red-flags.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { dialled } from '#web/companion/wrong-sheet.tsx';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { formatTime, t } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { crisisNumber, emergencyNumber, useRunningDay } from './home-context.ts';

export function RedFlagSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { me, shown, state, record } = useRunningDay();
  const [chosen, setChosen] = useState<RedFlag>();
  const number = emergencyNumber(me);
  const address = latest(state, 'EmergencyAddressGiven')?.fact.address;
  // Ringing twice for one fright would only make two of one.
  const isRung = state.facts.LookMade.at(-1)?.fact.seen === 'worried';
  const ring = (): void => {
    if (!isRung) record([factOf('LookMade', { seen: 'worried' })]);
  };
  const choose = (flag: RedFlag): void => {
    setChosen(flag);
    record([
      ...(isRung ? [] : [factOf('LookMade', { seen: 'worried' })]),
      factOf('SymptomReported', {
        symptomId: newCommandId(),
        symptom: flag.symptom,
        severity: flag.severity,
      }),
    ]);
  };
  const shownFlags = chosen === undefined ? redFlags : [chosen];
  return (
    <Sheet
      open={open}
      onClose={() => {
        setChosen(undefined);
        onClose();
      }}
      title={t('home.flags-title')}
    >
      <div className="flex flex-col gap-5">
        <p className="font-[540]">
          {number === undefined ? t('home.flags-first-unknown') : t('home.flags-first', { number })}
        </p>
        {number !== undefined && (
          <a
            href={`tel:${number}`}
            className={buttonClass({ variant: 'danger', size: 'altered', wide: true })}
          >
            <Phone size={28} strokeWidth={1.9} aria-hidden="true" />
            <span>{t('home.flags-call', { number })}</span>
          </a>
        )}
        {address !== undefined && <p>{t('home.flags-address', { address })}</p>}
        <a
          href={`tel:${dialled(shown.clinic.phone)}`}
          className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
        >
          <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
          <span>
            {t('companion.call', { clinic: shown.clinic.name })}{' '}
            <span className="figures whitespace-nowrap">{shown.clinic.phone}</span>
          </span>
        </a>
        <RingWords />
        {!isRung && (
          <Button size="large" wide onClick={ring}>
            {t('home.flags-ring')}
          </Button>
        )}
        <section className="flex flex-col gap-3">
          <h3 className="text-sub font-sub">{t('home.flags-which')}</h3>
          {shownFlags.map((flag) => (
            <div key={flag.code} className="flex flex-col gap-2">
              <Button
                variant={flag.call === 'emergency' ? 'danger' : 'plain'}
                size="large"
                wide
                onClick={() => (chosen === undefined ? choose(flag) : setChosen(undefined))}
              >
                {t(`home.flag-${flag.code}`)}
              </Button>
              {chosen !== undefined && (
                <p className="text-sub" aria-live="polite">
                  {t(`home.flag-${flag.code}-do`, {
                    number: number ?? '',
                    crisis: crisisNumber(me) ?? shown.clinic.phone,
                  })}
                </p>
              )}
            </div>
          ))}
        </section>
      </div>
    </Sheet>
  );
}

/** Who of the clinic has been rung about this home, and whether anyone answered. */
export function RingWords() {
  const { shown, state, arrived } = useRunningDay();
  const lastLook = state.facts.LookMade.at(-1);
  const isCall = lastLook?.fact.seen === 'worried' || lastLook?.fact.seen === 'not-sure';
  if (isCall && lastLook !== undefined && !arrived.has(lastLook.eventId))
    return (
      <p role="status" className="flex items-start gap-3 font-[540]">
        <StateMark state="saved" className="mt-0.5" />
        {t('home.ring-sending')}
      </p>
    );
  const ring = shown.rings.at(-1);
  if (ring === undefined) return null;
  const isOld = ring.answeredAt !== undefined && lastLook !== undefined && lastLook.at > ring.answeredAt;
  if (isOld) return null;
  if (ring.answeredAt !== undefined)
    return (
      <p role="status" className="flex items-start gap-3 font-[540]">
        <StateMark state="seen" className="mt-0.5" />
        {t('home.ring-answered', { name: ring.answeredBy ?? '', time: formatTime(ring.answeredAt) })}
      </p>
    );
  const call = ring.calls.find(({ name }) => name === undefined) ?? ring.calls.at(-1);
  return (
    <div role="status" className="flex items-start gap-3 font-[540]">
      <StateMark state="here" className="mt-0.5" />
      <span>
        {ring.reason === 'looks-missed' && <span className="block">{t('home.ring-missed')}</span>}
        {call?.name === undefined
          ? t('home.ring-everyone', { time: formatTime(call?.at ?? ring.raisedAt) })
          : t('home.ring-calling', { name: call.name, time: formatTime(call.at) })}
      </span>
    </div>
  );
}

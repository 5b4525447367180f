// A person, from every screen: call the clinic, ask to be called, or a crisis line. The numbers come first and need no
// network; asking for a call says honestly whether it arrived.
import { useQueryClient } from '@tanstack/react-query';
import { FileText, MessageCircle, Phone } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { askForHelp } from '#api/help-requests.ts';
import { openingHoursIn } from '#api/opening-hours.ts';
import { quietName } from '#api/outside-name.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { currentLanguage, formatTime, t } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { telephone } from '#web/kit/telephone.ts';
import { Go } from '#web/patient/page.tsx';
import { useSurroundings } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import type { RingToldProps } from './ring-told.tsx';

export interface HelpSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ open, onClose }: HelpSheetProps) {
  const { clinic } = useSurroundings();
  const place = crisisPlace(clinic?.crisisPlace);
  return (
    <Sheet open={open} onClose={onClose} title={t('help.title')}>
      <div className="flex flex-col gap-6">
        <p>
          {place === undefined
            ? t('help.danger-unknown')
            : t('help.danger', { number: place.emergency.number })}
        </p>
        <MyPlan />
        <section className="flex flex-col gap-3">
          {clinic === undefined ? (
            <p>{t('help.no-phone')}</p>
          ) : (
            <>
              <a
                href={`tel:${telephone(clinic.phone)}`}
                className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
              >
                <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
                <span>
                  {t('help.call-clinic')} <span className="figures whitespace-nowrap">{clinic.phone}</span>
                </span>
              </a>
              <Hours />
            </>
          )}
          <AskToBeCalled />
        </section>
        <CrisisLines />
        <PeopleNear />
      </div>
    </Sheet>
  );
}

/** When someone at the clinic answers, and who does at other hours: a person by a number, or nobody, and it says so. */
function Hours() {
  const { clinic } = useSurroundings();
  if (clinic === undefined) return null;
  const { onCall } = clinic;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-small text-ink-2">
        {t('help.hours', { hours: openingHoursIn(currentLanguage(), clinic) })}
      </p>
      {onCall === undefined ? (
        <p className="text-small text-ink-2">{t('help.no-on-call')}</p>
      ) : (
        <>
          <p>{onCall[currentLanguage()]}</p>
          <p>
            <a href={`tel:${telephone(onCall.phone)}`} className={buttonClass({ variant: 'plain' })}>
              {t('help.call-line', { number: onCall.phone })}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

/** A part of its own that may not come with no network: it stays away, and the numbers beside it stand. */
function apart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load().catch((): ComponentType<Props> => () => null) }));
}

const KeptPlanHere = apart(async () => (await import('./kept-plan-here.tsx')).KeptPlanHere);

/** The person's own plan for a day like this; before anyone signed in, the copy they chose to keep on this phone. */
function MyPlan() {
  const { person } = useSurroundings();
  const [open, setOpen] = useState(false);
  const look = buttonClass({ wide: true });
  const words = (
    <>
      <FileText size={22} strokeWidth={1.9} aria-hidden="true" />
      {t('help.plan')}
    </>
  );
  if (person !== undefined) {
    return (
      <Go to="/safety-plan" className={look}>
        {words}
      </Go>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <button type="button" className={look} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words}
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeptPlanHere />
        </Suspense>
      )}
    </div>
  );
}

const People = apart(async () => (await import('./people-near.tsx')).PeopleNear);

const Told = apart(async () => (await import('./ring-told.tsx')).RingTold);

function WhoHasIt(props: RingToldProps) {
  return (
    <Suspense fallback={null}>
      <Told {...props} />
    </Suspense>
  );
}

function PeopleNear() {
  const { person } = useSurroundings();
  if (person === undefined) return null;
  return (
    <Suspense fallback={null}>
      <People patientId={person.patientId} />
    </Suspense>
  );
}

/** Wherever something may hurt: one's own plan, the numbers, the people named. */
export function Near() {
  return (
    <div className="flex flex-col gap-5">
      <h2 className="sr-only">{t('help.title')}</h2>
      <MyPlan />
      <Numbers />
      <PeopleNear />
    </div>
  );
}

/** Strangers whose work it is: the line of this place, the clinic and its hours, who answers at night. */
export function Numbers() {
  const { clinic, person } = useSurroundings();
  // Signed out, anyone may hold the phone.
  const name = person === undefined ? quietName(clinic?.name ?? '') : clinic?.name;
  return (
    <div className="flex flex-col gap-5">
      <CrisisLines />
      {clinic !== undefined && (
        <section className="flex flex-col gap-3">
          <h3 className="text-sub font-sub">{name || t('help.call-clinic')}</h3>
          <p>
            <a href={`tel:${telephone(clinic.phone)}`} className={buttonClass({ variant: 'plain' })}>
              {t('help.call-line', { number: clinic.phone })}
            </a>
          </p>
          <Hours />
        </section>
      )}
    </div>
  );
}

function AskToBeCalled() {
  const { person } = useSurroundings();
  const queries = useQueryClient();
  const asking = useAct(askForHelp);
  const [heardAt, setHeardAt] = useState<number>();
  const [id, setId] = useState(newCommandId);

  if (person === undefined) return <p className="text-small text-ink-2">{t('help.sign-in-first')}</p>;
  const send = async (): Promise<void> => {
    const answered = await asking.run({ params: { patientId: person.patientId }, body: { id } });
    if (answered === undefined) return;
    setHeardAt(answered.at);
    queries.invalidateQueries({ queryKey: patientKey(person.patientId, 'rings') });
    setId(newCommandId());
  };
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <Button
        size="large"
        wide
        onClick={send}
        busy={asking.busy ? t('help.asking') : undefined}
        icon={<MessageCircle size={24} strokeWidth={1.9} aria-hidden="true" />}
      >
        {t('help.ask')}
      </Button>
      {heardAt !== undefined && asking.failure === undefined && (
        <p className="flex items-start gap-3 font-[540]">
          <StateMark state="sent" className="mt-0.5" />
          {say('help.heard', { time: formatTime(heardAt) })}
        </p>
      )}
      <WhoHasIt
        patientId={person.patientId}
        causes={['help-request']}
        isExpected={heardAt !== undefined && asking.failure === undefined}
      />
      {asking.failure !== undefined && <ErrorState compact title={t('help.not-heard')} />}
    </div>
  );
}

export function CrisisLines() {
  const { clinic } = useSurroundings();
  const place = crisisPlace(clinic?.crisisPlace);
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sub font-sub">{t('help.crisis')}</h3>
      {place === undefined || place.lines.length === 0 ? (
        <p>{t('help.no-line')}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {place.lines.map((line) => (
            <li key={line.number} className="flex flex-col gap-2">
              <p>
                <span className="font-[560]">{line.name}</span>
                {line.note !== undefined && (
                  <span className="text-ink-2"> {line.note[currentLanguage()]}</span>
                )}
              </p>
              <p className="flex flex-wrap gap-3">
                {line.ways.includes('call') && (
                  <a href={`tel:${telephone(line.number)}`} className={buttonClass({ variant: 'plain' })}>
                    {t('help.call-line', { number: line.number })}
                  </a>
                )}
                {line.ways.includes('text') && (
                  <a href={`sms:${telephone(line.number)}`} className={buttonClass({ variant: 'plain' })}>
                    {t('help.text-line', { number: line.number })}
                  </a>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-small text-ink-2">{t('help.source')}</p>
    </section>
  );
}

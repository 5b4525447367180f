// Who, when, one thing to do now, the way home step by step, and tonight.

import { Car, DoorOpen, House, Printer, Users, Utensils } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import type { getCompanionPaper } from '#api/after-visit.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { type CompanionRide, giveCompanyWord, takeRideStep } from '#api/preparation.ts';
import type { Instant } from '#clinical/instant.ts';
import { type CallFailure, call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { useLive } from '#web/kit/live.ts';
import { currentLanguage, formatTime, t } from '#web/kit/locale.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { VerticalLine } from '#web/kit/the-line.tsx';
import { AsOf } from './as-of.tsx';
import type { Me } from './me.ts';
import { isDayOver, isSameDay, isTonight, untilWords, whenLine } from './moments.ts';
import {
  type Chain,
  chainOf,
  type RideState,
  rideTopic,
  type Tap,
  tapsToShow,
  waitingTaps,
} from './ride-chain.ts';
import { RideTakenBack } from './ride-taken-back.tsx';
import { SignedRows } from './signed-rows.tsx';

const AfterVisitSections = lazy(async () => ({
  default: (await import('#web/kit/after-visit-sections.tsx')).AfterVisitSections,
}));
const AfterVisitChanges = lazy(async () => ({
  default: (await import('#web/kit/after-visit-sections.tsx')).AfterVisitChanges,
}));
const RideToldPart = lazy(async () => ({ default: (await import('./ride-told-part.tsx')).RideToldPart }));
const CheckPart = lazy(async () => ({ default: (await import('./check/check-part.tsx')).CheckPart }));
const DrinkReminder = lazy(async () => ({ default: (await import('./drink-reminder.tsx')).DrinkReminder }));
type CompanionPaper = AnswerOf<typeof getCompanionPaper>;

type Step = Exclude<RideState, 'asked'>;

export interface RideContentProps {
  readonly shown: CompanionRide;
  readonly me: Me;
  readonly heardAt: number;
  readonly isOld: boolean;
  readonly onTapped: () => void;
}

export function useChain(shown: CompanionRide, made?: Tap): Chain {
  const { waiting, refused } = useTransport(rideTopic);
  return chainOf(
    shown.ride,
    tapsToShow(waitingTaps(waiting), shown.ride.state, refused.length > 0 ? undefined : made),
  );
}

export function RideContent({ shown, me, heardAt, isOld, onTapped }: RideContentProps) {
  const [made, setMade] = useState<Tap>();
  const [isAsked, setAsked] = useState(false);
  const chain = useChain(shown, made);
  const now = useNow(30_000);
  const zone = me.clinic.zone;
  const tap = async (step: Step): Promise<void> => {
    setMade({ state: step, at: serverNow() });
    await keep(takeRideStep, { topic: rideTopic, body: { step } });
    setTimeout(onTapped, 1_200);
  };
  return (
    <>
      {isOld && <AsOf heardAt={heardAt} now={now} zone={zone} />}
      {shown.releasedAt !== undefined && (
        <Suspense fallback={null}>
          <CheckPart clinic={me.clinic} zone={zone} onAsked={setAsked} />
        </Suspense>
      )}
      {!isDayOver(shown, now, zone) && (
        <TheDay
          shown={shown}
          chain={chain}
          now={now}
          zone={zone}
          isAsked={isAsked}
          onTap={tap}
          onTapped={onTapped}
        />
      )}
      <p className="text-small text-ink-2">
        {t('companion.works-offline')} {untilWords(shown.linkExpiresAt, now, zone)}
      </p>
    </>
  );
}

interface TheDayProps extends WayHomeProps {
  readonly isAsked: boolean;
  readonly onTap: (step: Step) => void;
  readonly onTapped: () => void;
}

/** The day itself: what to do now, the way home, and the evening. */
function TheDay({ shown, chain, now, zone, isAsked, onTap, onTapped }: TheDayProps) {
  // Not everyone taps on the way. In the evening nobody is asked whether they have set out, nor told a word for the door.
  const isBehind = isAsked && (chain.state === 'accepted' || chain.state === 'on-the-way');
  const evening = <TheEvening name={shown.patientFirstName} isNow={isTonight(shown, now, zone)} />;
  return (
    <>
      {!isBehind && (
        <NextTap
          shown={shown}
          chain={chain}
          isDay={isSameDay(shown.startsAt, now, zone)}
          isAsked={isAsked}
          onTap={onTap}
        />
      )}
      <Refused />
      {shown.releasedAt !== undefined && (
        <Suspense fallback={null}>
          <DrinkReminder name={shown.patientFirstName} leftAt={shown.releasedAt} now={now} zone={zone} />
        </Suspense>
      )}
      {chain.state === 'accepted' && shown.phase !== 'released' && (
        <Suspense fallback={null}>
          <RideToldPart shown={shown} onTapped={onTapped} />
        </Suspense>
      )}
      {chain.state !== 'asked' && !isBehind && <WayHome shown={shown} chain={chain} now={now} zone={zone} />}
      {chain.state !== 'declined' && (
        <>
          <Where clinic={shown.clinic} />
          {shown.phase === 'released' ? <FromTheNurse otherwise={evening} /> : evening}
          {shown.company !== undefined && <InTheRoom shown={shown} onTapped={onTapped} />}
          {shown.home !== undefined && <AtHome name={shown.patientFirstName} home={shown.home} />}
          <Button
            className="self-start"
            icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('companion.print')}
          </Button>
        </>
      )}
    </>
  );
}

/** Asked into the room: how long, and a word that what is seen and heard stays there. */
function InTheRoom({ shown, onTapped }: { readonly shown: CompanionRide; readonly onTapped: () => void }) {
  const { company, patientFirstName: name } = shown;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const [id] = useState(newCommandId);
  if (company === undefined) return null;
  const give = async (): Promise<void> => {
    setBusy(true);
    const result = await call(giveCompanyWord, { body: {}, commandId: id });
    setBusy(false);
    setFailure(result.kind === 'answered' ? undefined : result);
    if (result.kind === 'answered') onTapped();
  };
  return (
    <Card title={t('companion.room', { name })}>
      <p>{t(`companion.room-${company.wish}`, { name })}</p>
      <p className="mt-2">{t('companion.room-word', { name })}</p>
      {failure !== undefined && <ErrorState compact title={failureWords(failure)} />}
      {company.wordGivenAt === undefined ? (
        <Button
          size="large"
          wide
          className="mt-4"
          onClick={give}
          busy={busy ? t('companion.room-giving') : undefined}
        >
          {t('companion.room-give')}
        </Button>
      ) : (
        <StateWord state="checked" className="mt-4" word={t('companion.room-given')} />
      )}
    </Card>
  );
}

export interface QuestionWords {
  readonly kicker: string;
  readonly heading: string;
  readonly text: string;
  readonly yes: string;
}

/** Yes or no, and the way back from a no: for a ride, or for a few hours at home. */
export function RideQuestion({
  shown,
  chain,
  words,
  onTapped,
}: {
  readonly shown: CompanionRide;
  readonly chain: Chain;
  readonly words: QuestionWords;
  readonly onTapped: () => void;
}) {
  const tap = async (step: Step): Promise<void> => {
    await keep(takeRideStep, { topic: rideTopic, body: { step } });
    setTimeout(onTapped, 1_200);
  };
  return <NextTap shown={shown} chain={chain} isDay={false} onTap={tap} words={words} />;
}

interface NextTapProps {
  readonly words?: QuestionWords | undefined;
  readonly shown: CompanionRide;
  readonly chain: Chain;
  readonly isDay: boolean;
  /** The question of the evening stands above: one thing at a time is large. */
  readonly isAsked?: boolean | undefined;
  readonly onTap: (step: Step) => void;
}

const icon = { size: 28, strokeWidth: 1.9, 'aria-hidden': true } as const;

function NextTap({ shown, chain, isDay, isAsked, onTap, words }: NextTapProps) {
  const name = shown.patientFirstName;
  switch (chain.state) {
    case 'asked':
      return (
        <DeepBlock
          kicker={words?.kicker ?? t('companion.ask-kicker')}
          heading={words?.heading ?? t('companion.ask-heading')}
          action={
            <div className="flex flex-col gap-3">
              <Button variant="deep" size="large" wide onClick={() => onTap('accepted')}>
                {words?.yes ?? t('companion.yes')}
              </Button>
              <button
                type="button"
                onClick={() => onTap('declined')}
                className="press min-h-15 w-full cursor-pointer rounded-control border-[1.5px] border-deep-2 px-6 font-sub text-on-deep"
              >
                {t('companion.no')}
              </button>
            </div>
          }
        >
          <p>{words?.text ?? t('companion.ask-text', { name })}</p>
        </DeepBlock>
      );
    case 'accepted':
      return (
        <div className="flex flex-col gap-3">
          <CodeWord
            word={shown.codeWord}
            action={
              isDay ? (
                <Button
                  variant="deep"
                  size="large"
                  wide
                  icon={<Car {...icon} />}
                  onClick={() => onTap('on-the-way')}
                >
                  {t('companion.on-the-way')}
                </Button>
              ) : (
                <p className="text-deep-2">{t('companion.set-out-later')}</p>
              )
            }
          />
          {shown.phase !== 'released' && <RideTakenBack name={name} isDay={isDay} onTap={onTap} />}
        </div>
      );
    case 'on-the-way':
      return (
        <CodeWord
          word={shown.codeWord}
          action={
            <Button
              variant="deep"
              size="large"
              wide
              icon={<DoorOpen {...icon} />}
              onClick={() => onTap('at-the-door')}
            >
              {t('companion.at-the-door')}
            </Button>
          }
        />
      );
    case 'at-the-door':
      // The way home begins when the nurse lets go; a phone that lost the thread can still say so.
      if (shown.phase !== 'released') {
        return (
          <div className="flex flex-col gap-3">
            <CodeWord
              word={shown.codeWord}
              action={<p className="text-deep-2">{t('companion.wait-inside', { name })}</p>}
            />
            <Button variant="quiet" className="self-start" onClick={() => onTap('home-safe')}>
              {t('companion.home-already')}
            </Button>
          </div>
        );
      }
      if (isAsked) {
        return (
          <Button size="large" wide icon={<House {...icon} />} onClick={() => onTap('home-safe')}>
            {t('companion.home-safe')}
          </Button>
        );
      }
      return (
        <DeepBlock
          kicker={t('companion.home-kicker')}
          heading={t('companion.home-heading')}
          action={
            <Button
              variant="deep"
              size="large"
              wide
              icon={<House {...icon} />}
              onClick={() => onTap('home-safe')}
            >
              {t('companion.home-safe')}
            </Button>
          }
          closing={
            <>
              {t('companion.word-kicker')}:{' '}
              <strong className="font-serif text-on-deep">{shown.codeWord}</strong>
            </>
          }
        />
      );
    case 'declined':
      return (
        <Button size="large" wide onClick={() => onTap('accepted')}>
          {t('companion.yes-after-all')}
        </Button>
      );
    case 'home-safe':
      return null;
  }
}

/** The words are English on every page: in another language one may look for a translation of it. */
function CodeWord({ word, action }: { readonly word: string; readonly action: ReactNode }) {
  return (
    <DeepBlock
      kicker={t('companion.word-kicker')}
      heading={
        <span lang="en" className="font-serif text-display font-[500]">
          {word}
        </span>
      }
      action={action}
    >
      {currentLanguage() === 'en' ? undefined : <p>{t('companion.word-same')}</p>}
    </DeepBlock>
  );
}

/** A tap the clinic did not take stays in view until the person has seen why. */
function Refused() {
  const { refused } = useTransport(rideTopic);
  const [first] = refused;
  if (first === undefined) return null;
  return (
    <ErrorState
      title={t('companion.refused', { why: first.refusedBecause ?? '' })}
      action={<Button onClick={() => outbox.settle(first.commandId)}>{t('companion.refused-ok')}</Button>}
    />
  );
}

interface WayHomeProps {
  readonly shown: CompanionRide;
  readonly chain: Chain;
  readonly now: Instant;
  readonly zone: string;
}

const withText: readonly string[] = ['at-the-door', 'home-safe'];

function WayHome({ shown, chain, now, zone }: WayHomeProps) {
  const name = shown.patientFirstName;
  return (
    <VerticalLine
      label={t('companion.chain')}
      steps={chain.steps.map((step) => ({
        id: step.state,
        title: t(`companion.step-${step.state}`, { name }),
        state: step.place,
        mark: step.isWaiting ? 'saved' : step.state === 'declined' ? 'not-met' : undefined,
        detail: (
          <>
            {step.at !== undefined && <span className="block">{whenLine(step.at, now, zone)}</span>}
            {step.isWaiting && <span className="block">{t('companion.not-sent')}</span>}
            {step.at === undefined && withText.includes(step.state) && (
              <span className="block">{t(`companion.step-${step.state}-text`, { name })}</span>
            )}
          </>
        ),
      }))}
    />
  );
}

function Where({ clinic }: { readonly clinic: CompanionRide['clinic'] }) {
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-sub font-sub">{t('companion.where')}</h2>
      <p>{clinic.name}</p>
      <p>{clinic.address}</p>
    </section>
  );
}

/** What the evening asks of whoever stays near, said of tonight or of the evening of that day. */
function TheEvening({ name, isNow }: { readonly name: string; readonly isNow: boolean }) {
  const rows = [
    { sign: Car, words: t(isNow ? 'companion.no-driving' : 'companion.no-driving-then', { name }) },
    { sign: Users, words: t('companion.stay-near') },
    { sign: Utensils, words: t('companion.eat') },
    { sign: House, words: t('companion.no-decisions') },
  ];
  return (
    <section>
      <h2 className="mb-2 text-sub font-sub">{t(isNow ? 'companion.tonight' : 'companion.that-evening')}</h2>
      <SignedRows rows={rows} />
    </section>
  );
}

/** What is set out at home, as far as they chose to show it. */
function AtHome({
  name,
  home,
}: {
  readonly name: string;
  readonly home: NonNullable<CompanionRide['home']>;
}) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">{t('companion.at-home', { name })}</h2>
      {home.ready.length > 0 && (
        <ul className="flex list-disc flex-col gap-1.5 pl-6">
          {home.ready.map((thing) => (
            <li key={thing}>{t(`companion.home.${thing}`)}</li>
          ))}
        </ul>
      )}
      {home.note !== '' && <p>{home.note}</p>}
    </section>
  );
}

/** The paper of the visit as this link may show it. Where it cannot be had, the evening's own lines stand in its place. */
function FromTheNurse({ otherwise }: { readonly otherwise: ReactNode }) {
  const [answer, setAnswer] = useState<CompanionPaper>();
  const ask = useCallback(async (): Promise<void> => {
    // Fetched only when there is something to read: the page itself must stay light in a car park.
    const { getCompanionPaper } = await import('#api/after-visit.ts');
    const asked = await call(getCompanionPaper);
    if (asked.kind === 'answered') setAnswer(asked.value);
  }, []);
  useEffect(() => {
    ask().catch(() => undefined);
  }, [ask]);
  // A new version is handed over while they drive home.
  useLive(['patient'], () => void ask().catch(() => undefined));
  if (answer?.paper === undefined) return otherwise;
  const { paper, zone } = answer;
  const language = currentLanguage();
  return (
    <Suspense fallback={otherwise}>
      <div className="flex flex-col gap-4">
        <StateWord
          state={paper.handedOver === undefined ? 'unknown' : 'checked'}
          word={
            <span className="font-normal">
              {paper.handedOver === undefined
                ? t('companion.not-handed-over')
                : t('companion.handed-over', {
                    name: paper.handedOver.byName,
                    when: formatTime(paper.handedOver.at, zone),
                    version: paper.handedOver.version,
                  })}
            </span>
          }
        />
        <AfterVisitChanges changes={paper.changes[language]} />
        <AfterVisitSections paper={paper[language]} language={language} />
      </div>
    </Suspense>
  );
}

export function PhaseWords({ shown }: { readonly shown: CompanionRide }) {
  if (shown.phase === 'before')
    return shown.ride.mayFollow ? null : (
      <p className="text-ink-2">{t('companion.no-updates', { name: shown.patientFirstName })}</p>
    );
  return (
    <StateWord
      state={shown.phase === 'released' ? 'checked' : 'here'}
      word={t(`companion.phase-${shown.phase}`, { name: shown.patientFirstName })}
    />
  );
}

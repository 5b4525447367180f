// How is the person you took home? One tap at a time, kept here when there is no signal; what is red stands beside the numbers.
import { useEffect, useState } from 'react';
import { answerCompanionCheck } from '#api/companion-checks.ts';
import {
  type CompanionSign,
  type CompanionWord,
  calledBy,
  companionSigns,
  emergencySigns,
} from '#clinical/integration/companion-checks.ts';
import { plainStop, whenWords } from '#web/companion/moments.ts';
import { CallTheClinic, type ClinicToCall } from '#web/companion/wrong-sheet.tsx';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import {
  type Check,
  checksToCome,
  checkTopic,
  openCheck,
  type Said,
  saidTo,
  type Tap,
  waitingTaps,
} from './check-view.ts';
import { checkWords } from './check-words.ts';
import { useChecks } from './use-checks.ts';

extendCatalog(checkWords);

export interface CheckPartProps {
  readonly clinic: ClinicToCall;
  readonly zone: string;
}

export interface CheckPartOfDayProps extends CheckPartProps {
  /** The first question has its hour behind it: whoever is asked has long been fetched. */
  readonly onAsked?: ((isAsked: boolean) => void) | undefined;
}

export function CheckPart({ clinic, zone, onAsked }: CheckPartOfDayProps) {
  const { shown, again } = useChecks();
  const now = useNow(30_000);
  const { waiting } = useTransport(checkTopic);
  const isAsked = shown?.checks.some(({ askAt }) => askAt <= now) === true;
  useEffect(() => onAsked?.(isAsked), [isAsked, onAsked]);
  if (shown === undefined || shown.checks.length === 0) return null;
  const { checks, patientFirstName: name, unaskedSince } = shown;
  const open = openCheck(checks, now);
  if (unaskedSince !== undefined) {
    // What they said stays in view, with the way to say that it is different now.
    const isSaid = open !== undefined && saidTo(open, waitingTaps(waiting), undefined) !== undefined;
    return (
      <>
        <Refused clinic={clinic} />
        {isSaid && (
          <OpenCheck key={open.check} check={open} name={name} clinic={clinic} zone={zone} onTapped={again} />
        )}
        <p role="status">{t('check.unasked', { name })}</p>
      </>
    );
  }
  const toCome = checksToCome(checks, now);
  return (
    <>
      <Refused clinic={clinic} />
      {open !== undefined && (
        <OpenCheck key={open.check} check={open} name={name} clinic={clinic} zone={zone} onTapped={again} />
      )}
      {toCome.length > 0 && (
        <p className="text-ink-2">
          {plainStop(
            t('check.coming', {
              name,
              when: toCome.map(({ askAt }) => whenWords(askAt, now, zone)).join('; '),
            }),
          )}
        </p>
      )}
      {open === undefined && toCome.length === 0 && <p className="text-ink-2">{t('check.none-left')}</p>}
    </>
  );
}

interface OpenCheckProps extends CheckPartProps {
  readonly check: Check;
  readonly name: string;
  readonly onTapped: () => void;
}

function OpenCheck({ check, name, clinic, zone, onTapped }: OpenCheckProps) {
  const { waiting, refused } = useTransport(checkTopic);
  const [made, setMade] = useState<Tap>();
  const [isAskedAgain, setAskedAgain] = useState(false);
  const taps = waitingTaps(waiting);
  const said = saidTo(check, taps, refused.length > 0 ? undefined : made);
  const tap = async (word: CompanionWord, signs: readonly CompanionSign[] = []): Promise<void> => {
    const at = serverNow();
    setMade({ check: check.check, word, signs, at });
    setAskedAgain(false);
    await keep(answerCompanionCheck, {
      topic: checkTopic,
      body: { id: newCommandId(), check: check.check, word, signs: [...signs], saidAt: at },
    });
    setTimeout(onTapped, 1_200);
  };
  if (said === undefined || isAskedAgain)
    return (
      <DeepBlock
        kicker={t(`check.kicker-${check.check}`)}
        heading={t('check.heading', { name })}
        action={
          <div className="flex flex-col gap-3">
            <Button variant="deep" size="large" wide onClick={() => tap('well')}>
              {t('check.well')}
            </Button>
            {(['not-sure', 'worried'] as const).map((word) => (
              <button
                key={word}
                type="button"
                onClick={() => tap(word)}
                className="press min-h-15 w-full cursor-pointer rounded-control border-[1.5px] border-deep-2 px-6 font-sub text-on-deep"
              >
                {t(`check.${word}`)}
              </button>
            ))}
          </div>
        }
      >
        <p>{t('check.text', { name })}</p>
      </DeepBlock>
    );
  return (
    <Card title={t('check.heading', { name })}>
      <div className="flex flex-col gap-4">
        <Kept said={said} isWaiting={taps.some((one) => one.check === check.check)} zone={zone} />
        {said.word !== 'well' && (
          <WhatIsSeen key={said.at} said={said} clinic={clinic} onSend={(signs) => tap(said.word, signs)} />
        )}
        <Button className="self-start" onClick={() => setAskedAgain(true)}>
          {t('check.again')}
        </Button>
      </div>
    </Card>
  );
}

const arrived = { nobody: 'check.sent', soon: 'check.sent-unsure', ring: 'check.sent-red' } as const;

function Kept({
  said,
  isWaiting,
  zone,
}: {
  readonly said: Said;
  readonly isWaiting: boolean;
  readonly zone: string;
}) {
  const now = useNow(30_000);
  const called = calledBy(said);
  return (
    <div role="status" className="flex flex-col gap-2">
      <p>
        {plainStop(t('check.said', { word: t(`check.${said.word}`), when: whenWords(said.at, now, zone) }))}
      </p>
      {said.signs.length > 0 && <p>{said.signs.map((sign) => t(`check.${sign}`)).join('. ')}.</p>}
      {isWaiting && called === 'ring' ? (
        <ErrorState compact title={t('check.waiting-red')} />
      ) : (
        <StateWord
          state={isWaiting ? 'saved' : 'sent'}
          word={t(isWaiting ? 'check.waiting' : arrived[called])}
        />
      )}
    </div>
  );
}

/** Ticks come after the tap and are sent on their own; the numbers stand there before they are. */
function WhatIsSeen({
  said,
  clinic,
  onSend,
}: {
  readonly said: Said;
  readonly clinic: ClinicToCall;
  readonly onSend: (signs: readonly CompanionSign[]) => void;
}) {
  const [signs, setSigns] = useState(said.signs);
  const isNew = signs.some((sign) => !said.signs.includes(sign));
  const isRed = calledBy({ word: said.word, signs }) === 'ring';
  const call = isRed && (
    <div className="flex flex-col gap-3">
      <CallTheClinic clinic={clinic} />
    </div>
  );
  const isUrgent = signs.some((sign) => emergencySigns.includes(sign));
  return (
    <>
      {isUrgent && call}
      <CheckboxList
        label={t('check.signs')}
        choices={companionSigns.map((value) => ({ value, label: t(`check.${value}`) }))}
        value={signs}
        onChange={setSigns}
      />
      <Button
        size="large"
        wide
        onClick={() => onSend(signs)}
        closed={isNew ? undefined : t('check.needs-signs')}
      >
        {t('check.send-signs')}
      </Button>
      {!isUrgent && call}
    </>
  );
}

/** What the clinic did not take stays in view until the person has seen why. */
function Refused({ clinic }: Pick<CheckPartProps, 'clinic'>) {
  const { refused } = useTransport(checkTopic);
  const [first] = refused;
  if (first === undefined) return null;
  return (
    <>
      <ErrorState
        title={t('check.refused', { why: first.refusedBecause ?? '' })}
        action={<Button onClick={() => outbox.settle(first.commandId)}>{t('companion.refused-ok')}</Button>}
      />
      <CallTheClinic clinic={clinic} />
    </>
  );
}

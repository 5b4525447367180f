// What has really become of a call for a person: that it reached us, whom it called and when, and who has it. Where nobody has it
// yet, or we cannot ask, it says to call; the numbers stand beside it wherever this is shown.
import { useQuery } from '@tanstack/react-query';
import { listOwnRings, type Ring, type RingCall } from '#api/rings.ts';
import { ask } from '#web/kit/api-client.ts';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { StateMark, StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { ringWords } from '#web/patient/words/rings.ts';

extendCatalog(ringWords);

const askAgainMs = 10_000;

/** Raised because a question was not answered: whoever reads of it asked for nobody and may be quite well. */
const bySilence: readonly Ring['cause'][] = ['evening-silent', 'after-check-silent'];

export interface RingToldProps {
  readonly patientId: string;
  readonly causes: readonly Ring['cause'][];
  /** Just sent, and the page says that it arrived; that we could not ask about it must be said here. */
  readonly isExpected?: boolean | undefined;
}

export function RingTold({ patientId, causes, isExpected = false }: RingToldProps) {
  const asked = useQuery({
    queryKey: patientKey(patientId, 'rings'),
    queryFn: () => ask(listOwnRings, { params: { patientId } }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.rings.every((ring) => ring.seenAt !== undefined) === true ? false : askAgainMs,
  });
  const rings = asked.data?.rings.filter(({ cause }) => causes.includes(cause)) ?? [];
  // An open one before one that somebody has.
  const ring = rings.find(({ seenAt }) => seenAt === undefined) ?? rings[0];
  if (asked.error !== null && (isExpected || ring?.seenAt === undefined))
    return isExpected || ring !== undefined ? <CallNow words={t('ring.not-known')} /> : null;
  if (ring === undefined) return null;
  if (ring.seenAt === undefined && bySilence.includes(ring.cause))
    return (
      <div role="status" className="flex flex-col gap-2">
        <StateWord state="sent" word={say('ring.asked-to-call', { time: formatTime(ring.raisedAt) })} />
        <p>{t('ring.nobody-yet')}</p>
      </div>
    );
  return (
    <div role="status" className="flex flex-col gap-2">
      {ring.seenAt === undefined ? (
        <>
          {!isExpected && (
            <StateWord state="sent" word={say('ring.reached', { time: formatTime(ring.raisedAt) })} />
          )}
          <NobodyHasIt ring={ring} staffOnShift={asked.data?.staffOnShift ?? 0} />
        </>
      ) : (
        <StateWord
          state="seen"
          word={say('ring.has', {
            name: ring.seenByName ?? '',
            when: whenWords(ring.seenAt, asked.data?.now ?? ring.seenAt),
          })}
        />
      )}
    </div>
  );
}

function NobodyHasIt({ ring, staffOnShift }: { readonly ring: Ring; readonly staffOnShift: number }) {
  return (
    <>
      <p>{t('ring.on-screens', { count: staffOnShift })}</p>
      {ring.calls.length === 0 && <p>{t('ring.not-called')}</p>}
      {ring.calls.map((call) => (
        <CalledInTurn key={call.turn} call={call} />
      ))}
      <CallNow words={t('ring.nobody-has-it')} />
    </>
  );
}

const became = ['sent', 'waiting', 'failed', undefined] as const;

function CalledInTurn({ call: { times, called, fixedNumber, at } }: { readonly call: RingCall }) {
  const time = formatTime(at);
  const each = [
    ...called,
    ...(fixedNumber === undefined ? [] : [{ name: t('ring.own-number'), message: fixedNumber.message }]),
  ];
  return (
    <>
      {times > 1 && <p>{t('ring.times', { count: times })}</p>}
      {became.map((message) => {
        const names = each.filter((one) => one.message === message).map(({ name }) => name);
        return names.length === 0 ? null : (
          <p key={message ?? ''}>{say(`ring.${message ?? 'not-seen'}`, { names: names.join(', '), time })}</p>
        );
      })}
      {each.length === 0 && <p>{say('ring.called-nobody', { time })}</p>}
    </>
  );
}

function CallNow({ words }: { readonly words: string }) {
  return (
    <p className="flex items-start gap-3 font-[560]">
      <StateMark state="alert" className="mt-0.5" />
      {words}
    </p>
  );
}

// One ring about a home, whole: why, since when, where to send help, whom to call, and who has been called. Answering puts
// one's name to it; it is a fact in the log of that session and waits in the outbox like any other.
import { Phone } from 'lucide-react';
import { useState } from 'react';
import type { HomeRing, HomeRoom } from '#api/home.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { useMe } from '#web/clinic/me.ts';
import { sessionBook } from '#web/clinic/session-book.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { useNow } from '#web/kit/clock.ts';
import { formatClock, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { GuideLine } from './guide-line.tsx';

const why: Readonly<Record<HomeRing['reason'], string>> = {
  'looks-missed': 'No look has come: nobody knows how they are',
  'not-sure': 'The one who watches could not tell',
  worried: 'The one who watches says something is wrong',
};

interface RingCardProps {
  readonly ring: HomeRing;
  readonly home: Omit<HomeRoom, 'rings'>;
  readonly patientId: string;
  readonly sessionId: string;
  /** On the page of that home the address stands beside it already. */
  readonly bare?: boolean | undefined;
}

export function RingCard({ ring, home, patientId, sessionId, bare }: RingCardProps) {
  const me = useMe();
  const now = useNow(1_000);
  const [pressed, setPressed] = useState(false);
  const isAnswered = ring.answeredAt !== undefined;
  const answer = async (): Promise<void> => {
    setPressed(true);
    await sessionBook.record(
      { patientId, sessionId },
      me,
      ring.reason === 'looks-missed'
        ? factOf('AlertAcknowledged', { alertKey: `home-ring/${ring.id}` })
        : factOf('SignalAcknowledged', { signalEventId: ring.id }),
    );
  };
  return (
    <section
      aria-label={`Ring about ${home.patientName}`}
      className={classNames(
        'flex flex-col gap-3 rounded-card p-5',
        isAnswered ? 'border-[1.5px] border-alert bg-surface' : 'border-[3px] border-alert bg-alert-tint',
      )}
    >
      <div className="flex items-start gap-3">
        <StateMark state={isAnswered ? 'seen' : 'alert'} size={30} />
        <div>
          <h2 className="text-sub font-sub">
            {home.patientName}, at home. {why[ring.reason]}
          </h2>
          <p>
            Rang {formatClock(ring.raisedAt)}, {formatSpan(Math.max(0, now - ring.raisedAt))} ago.{' '}
            {ring.reason === 'looks-missed' && `${ring.missedLooks} looks in a row missed. `}
            {ring.lastLookAt === undefined
              ? 'No look has come since the dose.'
              : `Last look ${formatClock(ring.lastLookAt)}, ${formatSpan(Math.max(0, now - ring.lastLookAt))} ago.`}
          </p>
        </div>
      </div>
      {bare !== true && <WhereAndWhom home={home} />}
      <p className="text-small text-ink-2">{callsInWords(ring)}</p>
      {isAnswered ? (
        <p className="font-sub">
          {ring.answeredBy} answered {formatClock(ring.answeredAt ?? now)}, after{' '}
          {Math.round(((ring.answeredAt ?? 0) - ring.raisedAt) / 1_000)} seconds.
        </p>
      ) : (
        <Button
          variant="danger"
          size="large"
          busy={pressed ? 'Putting your name to it' : undefined}
          onClick={answer}
        >
          I answer this: {me.name}
        </Button>
      )}
    </section>
  );
}

function callsInWords({ calls }: HomeRing): string {
  if (calls.length === 0) return 'Nobody has been rung yet.';
  const named = calls.flatMap(({ name, at }) =>
    name === undefined ? [] : [`${name} rung ${formatClock(at)}.`],
  );
  const toEveryone = calls.filter(({ name }) => name === undefined);
  const last = toEveryone.at(-1);
  if (last === undefined) return named.join(' ');
  const times = toEveryone.length === 1 ? '' : `, ${toEveryone.length} times so far`;
  return [...named, `Everyone on shift rung ${formatClock(last.at)}${times}.`].join(' ');
}

export function WhereAndWhom({ home }: { readonly home: Omit<HomeRoom, 'rings'> }) {
  const { address, sitter, patientPhone, guide } = home;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-3">
        <StateMark state={address === undefined ? 'unknown' : 'met'} className="mt-1" />
        {address === undefined ? (
          <p className="font-sub">No address was given. Ask for it first.</p>
        ) : (
          <div>
            <p className="text-head font-title whitespace-pre-line">{address.text}</p>
            <p className="text-small text-ink-2">
              Given {formatClock(address.at)} by {address.byName}
            </p>
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {sitter?.phone !== undefined && <CallLink name={`${sitter.name}, watches`} phone={sitter.phone} />}
        {patientPhone !== undefined && <CallLink name={home.patientName} phone={patientPhone} />}
        {guide !== undefined && <CallLink name={`${guide.name}, guides`} phone={guide.phone} />}
      </div>
      {guide !== undefined && <GuideLine guide={guide} />}
      {sitter !== undefined && sitter.phone === undefined && (
        <p>{sitter.name} watches; no number was given.</p>
      )}
    </div>
  );
}

function CallLink({ name, phone }: { readonly name: string; readonly phone: string }) {
  return (
    <a
      href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
      className={buttonClass({ variant: 'secondary', className: 'bg-surface' })}
    >
      <Phone size={22} strokeWidth={1.9} aria-hidden="true" />
      <span>
        {name} <span className="figures whitespace-nowrap">{phone}</span>
      </span>
    </a>
  );
}

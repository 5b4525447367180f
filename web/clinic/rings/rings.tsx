// Rings nobody has yet, over every page of those on shift and those called: who, why, whom to call, and one button that puts a
// name to it. What I have stays here with the number until it is handed on by time. More than one is a line that opens.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { useEffect } from 'react';
import { haveRing, listRings, type RingForStaff } from '#api/rings.ts';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { formatClock, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { callsInWords, causeWords, manyInWords, openInWords } from './ring-words.ts';

function useRings(): readonly RingForStaff[] {
  const me = useMe();
  return useAnswer(['rings'], listRings, {}, { enabled: readsChart(me) }).answer?.rings ?? [];
}

export function Rings() {
  const rings = useRings().toSorted((one, other) => Number(one.isMine) - Number(other.isMine));
  const isOpen = rings.some(({ isMine }) => !isMine);
  useEffect(() => {
    if (isOpen && 'vibrate' in navigator) navigator.vibrate([400, 200, 400, 200, 400]);
  }, [isOpen]);
  if (rings.length === 0) return null;
  return (
    <div role="alert" className="not-on-paper mb-5">
      {rings.length === 1 ? <RingCards rings={rings} /> : <ManyRings rings={rings} />}
    </div>
  );
}

interface RingsProps {
  readonly rings: readonly RingForStaff[];
}

function RingCards({ rings }: RingsProps) {
  return (
    <div className="flex flex-col gap-3">
      {rings.map((ring) => (
        <RingCard key={ring.id} ring={ring} />
      ))}
    </div>
  );
}

function ManyRings({ rings }: RingsProps) {
  return (
    <details className="group rounded-card border-[3px] border-alert bg-alert-tint open:border-0 open:bg-transparent">
      <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-3 px-5 py-2 group-open:px-0">
        <StateMark state="alert" size={30} />
        <span className="text-sub font-sub">{manyInWords(rings)}</span>
        <span className="link group-open:hidden">See them</span>
      </summary>
      <RingCards rings={rings} />
    </details>
  );
}

const withoutBanner = /^\/board$|\/room$/;

/** Where a patient may read along, or a wall shows it to everyone: that it rings, and nobody's name. */
export function RingsElsewhere() {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const open = useRings().filter(({ isMine }) => !isMine);
  if (open.length === 0 || !withoutBanner.test(here)) return null;
  return (
    <div
      role="alert"
      className="not-on-paper flex flex-wrap items-center justify-center gap-3 border-t-[3px] border-alert bg-alert-tint p-3"
    >
      <StateMark state="alert" />
      <span className="font-sub">{openInWords(open.length)}</span>
      <Link to="/tasks" className="link">
        See who calls
      </Link>
    </div>
  );
}

function RingCard({ ring }: { readonly ring: RingForStaff }) {
  const me = useMe();
  const queries = useQueryClient();
  const now = useNow(1_000);
  const have = useAct(
    (_: Record<string, never>, commandId) =>
      call(haveRing, { params: { ringId: ring.id }, body: {}, commandId }),
    (told) => queries.setQueryData(['rings'], told),
  );
  return (
    <section
      aria-label={`Ring about ${ring.patientName}`}
      className={classNames(
        'flex flex-col gap-3 rounded-card p-5',
        ring.isMine ? 'border-[1.5px] border-alert bg-surface' : 'border-[3px] border-alert bg-alert-tint',
      )}
    >
      <div className="flex items-start gap-3">
        <StateMark state={ring.isMine ? 'seen' : 'alert'} size={30} />
        <div>
          <h2 className="text-sub font-sub">
            {ring.patientName}. {causeWords[ring.cause]}
          </h2>
          <p>
            Rang {formatClock(ring.raisedAt)}, {formatSpan(Math.max(0, now - ring.raisedAt))} ago.{' '}
            {ring.isMine &&
              `You have it since ${formatClock(ring.seenAt ?? now)}; the patient reads your name.`}
          </p>
        </div>
      </div>
      {!ring.isMine && <p className="text-small text-ink-2">{callsInWords(ring.calls)}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {!ring.isMine && (
          <Button
            variant="danger"
            size="large"
            busy={have.busy ? 'Putting your name to it' : undefined}
            onClick={() => have.run({})}
          >
            I have it: {me.name}
          </Button>
        )}
        {ring.patientPhone === undefined ? (
          <p className="flex items-center gap-2">
            <StateMark state="unknown" />
            We have no number of theirs.
          </p>
        ) : (
          <a
            href={`tel:${ring.patientPhone.replaceAll(/[^\d+]/g, '')}`}
            className={buttonClass({ variant: 'secondary', className: 'bg-surface' })}
          >
            <Phone size={22} strokeWidth={1.9} aria-hidden="true" />
            <span>
              Call <span className="figures whitespace-nowrap">{ring.patientPhone}</span>
            </span>
          </a>
        )}
        {ring.isMine && (
          <Link to="/patients/$patientId" params={{ patientId: ring.patientId }} className="link">
            Open the record
          </Link>
        )}
      </div>
      {have.failure !== undefined && (
        <ErrorState compact title={failureWords(have.failure)} stillTrue="Your name is not on it." />
      )}
    </section>
  );
}

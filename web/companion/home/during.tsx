// While it works: how long ago, when to look next, four large answers, and every look with the truth about where it is.
import { useState } from 'react';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { Button } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { formatCountdown, formatTime, t } from '#web/kit/locale.ts';
import { type State, StateMark } from '#web/kit/state-mark.tsx';
import { After } from './after.tsx';
import { Ask, Taps } from './before.tsx';
import { useRunningDay } from './home-context.ts';
import { holdUntil, isResting, type Looks, looksOf } from './home-view.ts';
import { RingWords } from './red-flags.tsx';
import { useAwake } from './use-awake.ts';

type Seen = 'settled' | 'asleep' | 'not-sure' | 'worried';
const seens: readonly Seen[] = ['settled', 'asleep', 'not-sure', 'worried'];

export function During({ onWorried }: { readonly onWorried: () => void }) {
  const { shown, state, now, record } = useRunningDay();
  const looks = looksOf(shown.edition, state, now);
  useAwake(looks?.due !== undefined);
  if (looks === undefined || shown.edition === undefined) return null;
  const name = shown.patientFirstName;
  const tap = (seen: Seen): void => {
    record([
      factOf('LookMade', { seen, ...(looks.due === undefined ? {} : { slotMinute: looks.due.minute }) }),
    ]);
    if (seen === 'worried') onWorried();
  };
  return (
    <>
      <p className="-mt-3 flex items-baseline justify-between gap-4">
        <span className="figures text-figure-1 font-[600]" role="timer" aria-live="off">
          {t('home.minute', { minute: looks.minute })}
        </span>
        <span className="text-right text-small text-ink-2">
          {t('home.since', { time: formatTime(looks.startedAt) })}
        </span>
      </p>
      <RingWords />
      <LookNow looks={looks} name={name} onTap={tap} />
      <Mouth looks={looks} />
      {isResting(shown.edition, looks.minute) && <After />}
      <LookList looks={looks} />
      <p className="text-ink-2">{t('home.walk', { name })}</p>
    </>
  );
}

function LookNow({
  looks,
  name,
  onTap,
}: {
  readonly looks: Looks;
  readonly name: string;
  readonly onTap: (seen: Seen) => void;
}) {
  const { now } = useRunningDay();
  const [tapped, setTapped] = useState<{ readonly seen: Seen; readonly at: number }>();
  const { due, nextAt } = looks;
  const heading =
    due === undefined
      ? nextAt === undefined
        ? t('home.look-now', { name })
        : t('home.look-next', { time: formatTime(nextAt) })
      : due.state === 'due'
        ? t('home.look-now', { name })
        : t('home.look-late', { time: formatTime(due.dueAt) });
  return (
    <section
      aria-label={heading}
      className={classNames(
        'flex flex-col gap-4 rounded-deep p-5',
        due === undefined ? 'bg-surface' : 'deep bg-deep text-on-deep',
      )}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-next font-title text-balance" aria-live="polite">
          {heading}
        </h2>
        {due === undefined && nextAt !== undefined && (
          <span className="figures text-sub font-sub" aria-hidden="true">
            {formatCountdown(nextAt - now)}
          </span>
        )}
      </div>
      <p className={due === undefined ? 'text-ink-2' : 'text-deep-2'}>
        {due === undefined ? t('home.look-any') : t('home.look-kicker')}
      </p>
      <div className="flex flex-col gap-3">
        {seens.map((seen) => (
          <Button
            key={seen}
            size="altered"
            wide
            variant={
              seen === 'worried' ? 'danger' : due === undefined || seen === 'not-sure' ? 'plain' : 'deep'
            }
            className={classNames(
              'text-sub',
              due !== undefined && seen === 'not-sure' && 'border-deep-2 text-on-deep hover:bg-transparent',
            )}
            onClick={() => {
              // Two taps by a shaking thumb are one look; another answer is another look.
              if (tapped?.seen === seen && now - tapped.at < 1_500) return;
              setTapped({ seen, at: now });
              onTap(seen);
            }}
          >
            {t(`home.seen-${seen}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Mouth({ looks }: { readonly looks: Looks }) {
  const { shown, state } = useRunningDay();
  if (shown.edition === undefined || latest(state, 'MouthEmptied') !== undefined) return null;
  const until = holdUntil(shown.edition, looks.startedAt);
  if (until === undefined) return null;
  const time = formatTime(until);
  const how = shown.dose?.afterHold ?? 'either';
  return (
    <Ask heading={t(`home.hold-${how}`, { time })} text={t('home.hold-text')}>
      <Taps
        answers={[
          ['home.emptied-spat', factOf('MouthEmptied', { how: 'spat' })],
          ['home.emptied-swallowed', factOf('MouthEmptied', { how: 'swallowed' })],
          ['home.emptied-partly', factOf('MouthEmptied', { how: 'partly-swallowed' })],
        ]}
      />
    </Ask>
  );
}

type LookRow = {
  readonly key: string;
  readonly minute: number;
  readonly state: State;
  readonly words: string;
  readonly gap: boolean;
  readonly transport: { readonly state: State; readonly words: string } | undefined;
};

function LookList({ looks }: { readonly looks: Looks }) {
  const { shown, state, arrived } = useRunningDay();
  const seenBy = new Map(
    shown.rings.flatMap((ring) =>
      ring.answeredAt === undefined || ring.answeredBy === undefined
        ? []
        : [[ring.id, { name: ring.answeredBy, at: ring.answeredAt }] as const],
    ),
  );
  const made = state.facts.LookMade.map((entry): LookRow => {
    const answered = seenBy.get(entry.eventId);
    return {
      key: entry.eventId,
      minute: Math.max(0, Math.floor((entry.at - looks.startedAt) / 60_000)),
      state: entry.fact.seen === 'worried' ? 'alert' : entry.fact.seen === 'not-sure' ? 'unknown' : 'checked',
      words: t(`home.saw-${entry.fact.seen}`, { time: formatTime(entry.at) }),
      gap: false,
      transport:
        answered !== undefined
          ? {
              state: 'seen',
              words: t('home.mark-seen', { name: answered.name, time: formatTime(answered.at) }),
            }
          : arrived.has(entry.eventId)
            ? { state: 'sent', words: t('home.mark-sent') }
            : { state: 'saved', words: t('home.mark-saved') },
    };
  });
  const gaps = looks.schedule.missed.map(
    (slot): LookRow => ({
      key: `slot-${slot.minute}`,
      minute: slot.minute,
      state: 'stale',
      words: `${t('home.look-missed')}. ${t('home.look-due', { time: formatTime(slot.dueAt) })}`,
      gap: true,
      transport: undefined,
    }),
  );
  const rows = [...made, ...gaps].toSorted((one, other) => other.minute - one.minute);
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">{t('home.looks')}</h2>
      <ul className="flex flex-col divide-y divide-contour border-y border-contour">
        {rows.map((row) => (
          <li key={row.key} className="flex items-stretch gap-3 py-3">
            {row.gap && <span className="hatch-amber w-2 shrink-0 rounded-mark" aria-hidden="true" />}
            <StateMark state={row.state} className="mt-0.5" />
            <span className="flex-1">
              <span className="figures block font-[540]">
                {t('home.look-at-minute', { minute: row.minute })}
              </span>
              <span className="block">{row.words}</span>
              {row.transport !== undefined && (
                <span className="mt-1 flex items-center gap-2 text-small text-ink-2">
                  <StateMark state={row.transport.state} size={18} />
                  {row.transport.words}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

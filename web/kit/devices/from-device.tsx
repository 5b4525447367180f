// A device beside the boxes: linked with one touch, put away with another. What it measures now is handed to the row; what
// it kept is offered with its own time; what cannot be believed is said. It saves nothing, and without Bluetooth it is not there.
import { Bluetooth } from 'lucide-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceKind } from '#clinical/devices/device-reading.ts';
import { isStreamHeard } from '#clinical/devices/reading-is-now.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { formatClock, t } from '#web/kit/locale.ts';
import { bluetoothHere } from './bluetooth.ts';
import { type DeskView, DeviceDesk, type HeardFrom } from './device-desk.ts';
import type { LinkState } from './device-link.ts';
import {
  doubtsInWords,
  isBeforeSession,
  valuesInWords,
  whyNoneInWords,
  whyUnknownInWords,
} from './device-words.ts';
import { forTheRow, type GivenReading, type RowAnswer } from './row-from-device.ts';

export interface FromDeviceProps {
  /** Devices belong to one session; those of another are let go. */
  readonly session: string;
  readonly sessionFrom: Instant | undefined;
  readonly zone: ZoneId;
  readonly kinds: readonly DeviceKind[];
  readonly now: Instant;
  readonly onReading: (given: GivenReading) => RowAnswer['kind'];
}

export function FromDevice(props: FromDeviceProps) {
  const door = bluetoothHere();
  if (door === undefined) return null;
  return <DeviceStrip key={props.session} {...props} desk={deskOf(props.session, props.kinds)} />;
}

let open: { readonly session: string; readonly desk: DeviceDesk } | undefined;

/** One desk at a time: the room of the next person starts with nothing linked. */
function deskOf(session: string, kinds: readonly DeviceKind[]): DeviceDesk {
  if (open?.session === session) return open.desk;
  open?.desk.clear();
  const door = bluetoothHere();
  if (door === undefined) throw new Error('There is no Bluetooth here');
  const desk = new DeviceDesk({ door, now: serverNow, kinds });
  open = { session, desk };
  return desk;
}

/** A cuff and an oximeter. With both there, a button for a third would only push the row down. */
const atOneBed = 2;

/** Long enough to look at a list and come back; a device nobody sees is not kept on the air. */
const keptUnseenMs = 60_000;

interface StripProps extends FromDeviceProps {
  readonly desk: DeviceDesk;
}

function DeviceStrip({ desk, sessionFrom, zone, now, onReading }: StripProps) {
  desk.session = { sessionFrom, zone };
  const view = useSyncExternalStore(desk.listen, desk.view);
  const [isStreamHeld, holdStream] = useState(false);
  useLetGo(desk);

  const give = (heard: HeardFrom, askedFor: boolean): void => {
    const { reading, when } = heard;
    if (reading === undefined || when === undefined || !('takenAt' in when)) return;
    const { device, values } = reading;
    const answer = onReading({ device, values, takenAt: when.takenAt, askedFor });
    // A stream goes on, and may be put in again.
    if (!reading.stream) desk.settle(heard.id, answer);
    holdStream(reading.stream && answer === 'held-time');
  };

  // One at a time: the row has to be drawn with the first before the second is put beside it.
  const next = view.heard.find(
    ({ fate, reading, when }) =>
      fate === 'waiting' &&
      when?.kind === 'now' &&
      reading?.stream === false &&
      forTheRow(reading.values).length > 0,
  );
  useEffect(() => {
    if (next !== undefined) give(next, false);
  });

  const shown = shownOf(view).map((heard) => (
    <HeardLine key={heard.id} heard={heard} now={now} give={give} desk={desk} isStreamHeld={isStreamHeld} />
  ));
  const connect = (
    <Button
      variant="plain"
      className="min-h-16 flex-1"
      icon={<Bluetooth size={22} aria-hidden="true" />}
      onClick={() => desk.connect()}
    >
      {t(view.links.length === 0 ? 'kit.device.connect' : 'kit.device.connect-another')}
    </Button>
  );
  const isChoosing = view.links.some(({ state }) => state.kind === 'choosing');
  return (
    <section aria-label={t('kit.device.label')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {view.links.map(({ id, state }) => (
          <LinkLine key={id} id={id} state={state} desk={desk} />
        ))}
        {!isChoosing && view.links.length < atOneBed && connect}
      </div>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {shown}
        <Older count={view.heard.filter(isBeforeSession).length} />
      </div>
    </section>
  );
}

const leaving = new WeakMap<DeviceDesk, ReturnType<typeof setTimeout>>();

function useLetGo(desk: DeviceDesk): void {
  useEffect(() => {
    clearTimeout(leaving.get(desk));
    return () => {
      leaving.set(
        desk,
        setTimeout(() => desk.clear(), keptUnseenMs),
      );
    };
  }, [desk]);
}

/** What a person still has to look at: the last of each device that is not done with, and every reading that is offered. */
function shownOf({ heard, links }: DeskView): readonly HeardFrom[] {
  const linked = new Set(links.filter(({ state }) => state.kind === 'linked').map(({ id }) => id));
  return heard.filter((one) => {
    if (one.fate === 'left-out' || isBeforeSession(one)) return false;
    if (one.reading?.stream === true) return linked.has(one.linkId);
    if (one.fate === 'waiting' && one.when?.kind === 'earlier') return true;
    if (one.fate === 'held-numbers' || one.fate === 'held-time') return true;
    return one === heard.findLast(({ linkId }) => linkId === one.linkId);
  });
}

interface LinkLineProps {
  readonly id: number;
  readonly state: LinkState;
  readonly desk: DeviceDesk;
}

function LinkLine({ id, state, desk }: LinkLineProps) {
  const again = (
    <Button variant="plain" className="min-h-16" onClick={() => desk.again(id)}>
      {t('kit.device.again')}
    </Button>
  );
  const end = (words: string) => (
    <Button variant="plain" className="min-h-16" onClick={() => desk.end(id)}>
      {words}
    </Button>
  );
  switch (state.kind) {
    case 'choosing':
      return <Beside words={t('kit.device.choosing')} />;
    case 'linking':
      return (
        <Beside words={t('kit.device.linking', { name: named(state) })}>
          {end(t('kit.device.put-away'))}
        </Beside>
      );
    case 'linked':
      return (
        <Beside words={t('kit.device.linked', { name: named(state) })}>{end(t('kit.device.end'))}</Beside>
      );
    case 'lost':
      return (
        <Line doubtful words={t('kit.device.lost', { name: named(state), time: formatClock(state.at) })}>
          {again}
          {end(t('kit.device.put-away'))}
        </Line>
      );
    case 'failed':
      return (
        <Line doubtful words={t(`kit.device.trouble.${state.why}`, { name: named(state) })}>
          {state.why === 'not-reached' && again}
          {end(t('kit.device.put-away'))}
        </Line>
      );
    case 'ended':
      return null;
  }
}

function named({ name }: { readonly name: string }): string {
  return name === '' ? t('kit.device.none-named') : name;
}

interface HeardLineProps {
  readonly heard: HeardFrom;
  readonly now: Instant;
  readonly give: (heard: HeardFrom, askedFor: boolean) => void;
  readonly desk: DeviceDesk;
  readonly isStreamHeld: boolean;
}

function HeardLine({ heard, now, give, desk, isStreamHeld }: HeardLineProps) {
  const { reading, when, fate, deliveredAt } = heard;
  if (reading === undefined || when === undefined)
    return <Line doubtful words={t('kit.device.unreadable')} />;
  const device = t(`kit.device.name.${reading.device}`);
  if (reading.stream && !isStreamHeard(deliveredAt, now))
    return <Line doubtful words={t('kit.device.quiet', { device, time: formatClock(deliveredAt) })} />;
  const values = valuesInWords(reading);
  const time = formatClock('takenAt' in when ? when.takenAt : deliveredAt);
  const why = whyNoneInWords(reading);
  const noValue = why === undefined ? undefined : t('kit.device.no-value', { why });
  const says = values === '' ? undefined : t('kit.device.says', { device, time, values });
  const canFill = forTheRow(reading.values).length > 0;
  const put = (words: string): ReactNode =>
    canFill && (
      <Button variant="plain" className="min-h-16" onClick={() => give(heard, true)}>
        {words}
      </Button>
    );
  const leave = (
    <Button variant="plain" className="min-h-16" onClick={() => desk.settle(heard.id, 'left-out')}>
      {t('kit.device.leave-out')}
    </Button>
  );
  const all = (...more: readonly (string | undefined)[]): string =>
    [says, noValue, ...more, doubtsInWords(reading)].filter((part) => part !== undefined).join(' ');
  if (when.kind === 'never') return <Line doubtful words={[device, t('kit.device.never')].join('. ')} />;
  if (when.kind === 'unknown') {
    // A stream says it again in a moment.
    if (reading.stream && when.issues[0]?.code === 'reading-waited') return null;
    return (
      <Line doubtful words={`${device}. ${whyUnknownInWords(heard)}`}>
        {leave}
      </Line>
    );
  }
  if (when.kind === 'earlier' && fate === 'waiting')
    return (
      <Line doubtful words={all(t('kit.device.earlier', { time }))}>
        {put(t('kit.device.use-earlier', { time }))}
        {leave}
      </Line>
    );
  const isDoubtful = reading.doubts.length > 0 || why !== undefined;
  if (fate === 'held-numbers' || fate === 'held-time')
    return (
      <Line doubtful words={all(t(`kit.device.${fate}`))}>
        {put(t(fate === 'held-time' ? 'kit.device.put-in' : 'kit.device.use-instead'))}
        {leave}
      </Line>
    );
  if (reading.stream)
    return (
      <Line doubtful={isDoubtful} words={all(isStreamHeld ? t('kit.device.held-time') : undefined)}>
        {put(t('kit.device.put-in'))}
      </Line>
    );
  return <Line doubtful={isDoubtful} words={all(fate === 'used' ? t('kit.device.in-the-row') : undefined)} />;
}

function Older({ count }: { readonly count: number }) {
  return count === 0 ? null : <Line words={t('kit.device.before', { count })} />;
}

interface LineProps {
  readonly words: string;
  readonly doubtful?: boolean;
  readonly children?: ReactNode;
}

/** What is in order takes little room: several devices stand beside one another. */
function Beside({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <div className="flex items-center gap-2">
      <p className="max-w-44 px-1.5 text-small leading-tight font-[540]">{words}</p>
      {children}
    </div>
  );
}

function Line({ words, doubtful = false, children }: LineProps) {
  return (
    <div
      className={
        doubtful
          ? 'flex w-full flex-wrap items-stretch overflow-hidden rounded-control bg-amber-tint'
          : 'flex flex-wrap items-stretch'
      }
    >
      {doubtful && <span className="hatch-amber w-5 shrink-0" aria-hidden="true" />}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 px-1.5 py-1">
        <p className="min-w-40 flex-1 text-small leading-tight font-[540]">{words}</p>
        {children}
      </div>
    </div>
  );
}

// Giving a part of the dose: a device of the spray, an injection, a lozenge. Now, when the order and the protocol allow
// it; or written down afterwards, because what was given was given, and is never refused.
import { useState } from 'react';
import { deviceMg, devicesOf } from '#clinical/dosing/esketamine-dose.ts';
import type { FactOf, SessionFact } from '#dosing-session/events.ts';
import type { PartAnswer } from '#dosing-session/parts.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { Button } from '#web/kit/button.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { momentOfClock } from '#web/kit/moment-of-clock.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { KeepSheet } from './keep-sheet.tsx';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { closedToGive, partName, type RouteByParts, routeByParts } from './part-words.ts';
import { useRoom } from './room-context.ts';
import { SecondCheckLine } from './second-check-sheet.tsx';
import { TapChoices } from './tap-choices.tsx';

export function GiveSheet({ earlier }: { readonly earlier: boolean }) {
  const { edition, parts } = useRoom();
  const route = routeByParts(edition);
  // A drip has its own sheet; nothing here would be true of it.
  if (route === undefined || parts === undefined) return null;
  return <GivePart route={route} parts={parts} earlier={earlier} />;
}

const sides = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
] as const;
const muscles = [
  { value: 'upper arm (deltoid)', label: 'Upper arm', detail: 'deltoid' },
  { value: 'thigh (vastus lateralis)', label: 'Thigh', detail: 'vastus lateralis' },
  { value: 'hip (ventrogluteal)', label: 'Hip', detail: 'ventrogluteal' },
] as const;

function GivePart(props: {
  readonly route: RouteByParts;
  readonly parts: PartAnswer;
  readonly earlier: boolean;
}) {
  const { route, parts, earlier } = props;
  const { room, state, facts, now, zone, open } = useRoom();
  const number = parts.given + 1;
  const nextMg = 'doseMg' in parts.next ? parts.next.doseMg : undefined;
  const fixedMg = route === 'nasal' ? deviceMg.value : undefined;
  const [entry, setEntry] = useState(() =>
    padWith<'given'>({ given: nextMg === undefined ? '' : String(nextMg) }, 'given'),
  );
  const [side, setSide] = useState<'left' | 'right'>();
  const [muscle, setMuscle] = useState<(typeof muscles)[number]['value']>();
  const [label, setLabel] = useState({ lot: '', expiry: '' });
  const [unreadable, setUnreadable] = useState(false);
  const [clock, setClock] = useState('');
  const givenAt = earlier ? momentOfClock(clock, now, zone) : undefined;
  const doseMg = fixedMg ?? padNumber(entry.texts.given);
  const name = partName(route, number);
  const labelSaid = unreadable || (label.lot.trim() !== '' && label.expiry !== '');

  const made = (): readonly SessionFact[] | string => {
    if (!earlier) {
      if (parts.given === 0 && facts.dose?.open !== true) return 'Closed: a line of the sheet changed';
      const closed = closedToGive(parts, now);
      if (closed !== undefined) return closed;
    } else if (givenAt === undefined) return 'Closed: when it was given';
    else if (givenAt > now) return 'Closed: that time has not come yet';
    if (doseMg === undefined || !(doseMg > 0)) return 'Closed: how many milligrams';
    if (route === 'im' && (side === undefined || muscle === undefined)) return 'Closed: where it went in';
    if (!labelSaid) return 'Closed: lot and expiry';
    const given: Omit<FactOf<'DoseGiven'>, 'type' | 'v'> = {
      route,
      doseMg,
      ...(route === 'im' ? { site: `${side} ${muscle}` } : {}),
      ...(route === 'nasal' ? { deviceNumber: number } : {}),
      ...(unreadable ? { lot: null, expiry: null } : { lot: label.lot.trim(), expiry: label.expiry }),
    };
    return [factOf('DoseGiven', given)];
  };

  const verb = earlier
    ? 'Write it down'
    : { nasal: 'Sprayed now', im: 'Given now', sublingual: 'Placed now' }[route];
  return (
    <KeepSheet
      title={earlier ? `${name}, already given` : name}
      verb={verb}
      facts={made()}
      options={givenAt === undefined ? {} : { effectiveAt: givenAt }}
    >
      {route === 'nasal' ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-figure-2 font-[600]">{fixedMg} mg</span>
            <span className="text-small text-ink-2">{devicesWords(state, room.order?.doseMg)}</span>
          </p>
          {!earlier && (
            <p>
              They lean back, about half way. One spray in each nostril, and a gentle sniff after each. If it
              drips, they dab and do not blow.
            </p>
          )}
        </>
      ) : (
        <NumberPad
          label="Milligrams"
          boxes={[
            {
              id: 'given',
              label: nextMg === undefined ? 'Given' : `Given, order says ${nextMg}`,
              unit: 'mg',
            },
          ]}
          entry={entry}
          onChange={setEntry}
        />
      )}
      {route === 'im' && (
        <>
          <TapChoices label="Side" columns={2} choices={sides} value={side} onChange={setSide} />
          <TapChoices label="Muscle" columns={3} choices={muscles} value={muscle} onChange={setMuscle} />
        </>
      )}
      {earlier && (
        <DateTimeField
          kind="time"
          label="When it was given"
          hint="A time later than now is taken as yesterday."
          value={clock}
          onChange={setClock}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Lot"
          value={label.lot}
          onChange={(lot) => setLabel({ ...label, lot })}
          autoComplete="off"
        />
        <TextField
          label="Expiry"
          type="month"
          value={label.expiry}
          onChange={(expiry) => setLabel({ ...label, expiry })}
        />
      </div>
      <TapChoices
        label={<span className="only-read-aloud">Label</span>}
        columns={1}
        choices={[{ value: 'unreadable', label: 'The label could not be read' }]}
        value={unreadable ? 'unreadable' : undefined}
        onChange={(value) => setUnreadable(value !== undefined)}
      />
      <SecondCheckLine />
      {!earlier && (
        <Button variant="quiet" onClick={() => open({ kind: 'give', earlier: true })}>
          It was given already: write when
        </Button>
      )}
    </KeepSheet>
  );
}

function devicesWords(state: Parameters<typeof latest>[0], orderedMg: number | undefined): string {
  const signedMg = latest(state, 'PreDoseReviewSigned')?.fact.doseMg ?? orderedMg;
  const devices = devicesOf(signedMg)?.devices;
  if (signedMg === undefined || devices === undefined) return 'no dose was signed';
  return `one of ${devices}, ${signedMg} mg signed for today`;
}

// Beside the pump: the look at the line, what is given at once, and what a change did.
import { useState } from 'react';
import type { FactOf } from '#dosing-session/events.ts';
import { infusionProgress } from '#dosing-session/infusion.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { effectToNote, titrations } from '#dosing-session/titration.ts';
import { formatClock, formatTime } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { OrderedBy } from './dose-sheets.tsx';
import { factWords, lineWords, short } from './fact-words.ts';
import { KeepSheet } from './keep-sheet.tsx';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';

type Found = FactOf<'LineChecked'>['found'];
const findings = Object.entries(lineWords) as [Found, string][];

export function LineSheet() {
  const { state } = useRoom();
  const last = latest(state, 'LineChecked');
  // The place stays where it is; how it looks is seen anew each time.
  const [site, setSite] = useState(last?.fact.site ?? '');
  const [found, setFound] = useState<Found>();
  return (
    <KeepSheet
      title="Look at the line"
      verb="Looked at now"
      facts={
        site.trim() === '' || found === undefined
          ? 'Closed: where, and how it looks'
          : [factOf('LineChecked', { site: site.trim(), found })]
      }
    >
      {last !== undefined && (
        <p className="text-small text-ink-2">
          Last {formatClock(last.at)}, {last.byName}: {lineWords[last.fact.found]}.
        </p>
      )}
      <QuickWords
        label="Where it goes in"
        words={['Left hand', 'Right hand', 'Left forearm', 'Right forearm', 'Left elbow', 'Right elbow']}
        columns={3}
        value={site}
        onChange={setSite}
      />
      <TapChoices
        label="How it looks"
        columns={3}
        choices={findings.map(([value, label]) => ({ value, label }))}
        value={found}
        onChange={setFound}
      />
    </KeepSheet>
  );
}

export function BoosterSheet() {
  const { state, now } = useRoom();
  const [entry, setEntry] = useState(() => padWith<'mg'>({ mg: '' }, 'mg'));
  const [reason, setReason] = useState('');
  const [orderedBy, setOrderedBy] = useState('');
  const mg = padNumber(entry.texts.mg);
  const left = infusionProgress(state, now)?.remainingMg ?? 0;
  const missing =
    mg === undefined || mg <= 0
      ? 'Closed: how much'
      : mg > left
        ? `Closed: only ${short(left)} mg is left in the syringe`
        : reason.trim() === '' || orderedBy.trim() === ''
          ? 'Closed: why, and who ordered it'
          : undefined;
  return (
    <KeepSheet
      title="Given at once by the pump"
      verb={mg === undefined ? 'Given now' : `${short(mg)} mg given now`}
      facts={
        missing ??
        (mg === undefined
          ? 'Closed: how much'
          : [factOf('InfusionBoosted', { mg, reason: reason.trim(), orderedBy: orderedBy.trim() })])
      }
    >
      <p>Give it at the pump first. It comes out of the syringe that is in it: {short(left)} mg is left.</p>
      <NumberPad
        label="Given at once"
        boxes={[{ id: 'mg', label: 'Given at once', unit: 'mg' }]}
        entry={entry}
        onChange={setEntry}
      />
      <QuickWords
        label="Why"
        words={['No effect yet', 'Wearing off', 'As planned']}
        columns={3}
        value={reason}
        onChange={setReason}
      />
      <OrderedBy value={orderedBy} onChange={setOrderedBy} />
    </KeepSheet>
  );
}

/** What the oldest change did that nobody has noted yet, and what the others did. */
export function EffectSheet() {
  const { state, close } = useRoom();
  const [effect, setEffect] = useState('');
  const open = effectToNote(state);
  const noted = titrations(state).filter((titration) => titration.effect !== undefined);
  const before = (
    <ul className="m-0 flex list-none flex-col gap-1 p-0 text-small text-ink-2">
      {noted.map(({ eventId, at, fact, effect: seen }) => (
        <li key={eventId}>
          {formatClock(at)} {factWords(fact, formatTime)}. {seen?.words}, {formatClock(seen?.at ?? at)}.
        </li>
      ))}
    </ul>
  );
  if (open === undefined)
    return (
      <Sheet open onClose={close} title="What the changes did">
        {noted.length === 0 ? <p>Nothing was changed so far.</p> : before}
      </Sheet>
    );
  return (
    <KeepSheet
      title={`What did it do? ${formatClock(open.at)}`}
      verb="Save what it did"
      facts={
        effect.trim() === ''
          ? 'Closed: what was seen'
          : [factOf('TitrationEffectNoted', { titrationEventId: open.eventId, effect: effect.trim() })]
      }
    >
      <p>{factWords(open.fact, formatTime)}.</p>
      <QuickWords
        label="What was seen since"
        words={['Calmer', 'No change', 'Pressure lower', 'Deeper', 'Less sick', 'More awake']}
        columns={3}
        value={effect}
        onChange={setEffect}
      />
      {before}
    </KeepSheet>
  );
}

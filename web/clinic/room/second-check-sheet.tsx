// Two people work the dose out, each on their own sign-in. The figures of the one who was first are not shown to the other
// until theirs are written too; then both stand side by side, and what differs is named.
import { useState } from 'react';
import type { CheckedNumber } from '#clinical/dosing/second-check.ts';
import { checkedOn } from '#clinical/dosing/second-check-line.ts';
import { conditionWords, haveInWords } from '#clinical/gate-words.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { EntryOf } from '#dosing-session/state.ts';
import { formatClock, formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { figuresInWords } from './fact-words.ts';
import { KeepSheet } from './keep-sheet.tsx';
import { NumberPad } from './number-pad.tsx';
import { padNumber, padWith } from './pad-entry.ts';
import { useRoom } from './room-context.ts';

const titles: Readonly<Record<Edition['timing']['route'], string>> = {
  iv: 'Second check of the syringe',
  im: 'Second check of the syringe',
  nasal: 'Second check of the devices',
  sublingual: 'Second check of the lozenge',
  home: 'Second check of the lozenge',
};

const boxes: Readonly<Record<CheckedNumber, { readonly label: string; readonly unit: string }>> = {
  weightKg: { label: 'Weight', unit: 'kg' },
  doseMg: { label: 'Dose', unit: 'mg' },
  concentrationMgPerMl: { label: 'On the label', unit: 'mg per mL' },
  volumeMl: { label: 'Volume drawn', unit: 'mL' },
  rateMlPerHour: { label: 'Pump rate', unit: 'mL an hour' },
};
const isNumber = (field: string): field is CheckedNumber => field !== 'lot';

const nothingTyped: Readonly<Record<CheckedNumber, string>> = {
  weightKg: '',
  doseMg: '',
  concentrationMgPerMl: '',
  volumeMl: '',
  rateMlPerHour: '',
};

export function SecondCheckSheet() {
  const { room, state, edition, facts } = useRoom();
  const { me } = facts;
  const fields = checkedOn[edition.route].filter(isNumber);
  const [entry, setEntry] = useState(() => padWith<CheckedNumber>(nothingTyped, fields[0] ?? 'doseMg'));
  const figures = Object.fromEntries(
    fields.flatMap((field) => {
      const value = padNumber(entry.texts[field]);
      return value === undefined || !(value > 0) ? [] : [[field, value]];
    }),
  ) as Partial<Record<CheckedNumber, number>>;
  const left = fields.filter((field) => figures[field] === undefined);
  const { doseMg } = figures;
  const isByParts = room.order?.parts !== undefined;
  return (
    <KeepSheet
      title={titles[edition.timing.route]}
      verb="Save what I worked out"
      facts={
        doseMg === undefined || left.length > 0
          ? `Closed: ${left.map((field) => boxes[field].label.toLowerCase()).join(', ')}`
          : [factOf('DoseWorkedOut', { ...figures, doseMg })]
      }
    >
      <WorkedOut />
      <NumberPad
        label="What I worked out"
        boxes={fields.map((field) => ({
          id: field,
          ...boxes[field],
          label: field === 'doseMg' && isByParts ? 'Dose, the first part' : boxes[field].label,
        }))}
        entry={entry}
        onChange={setEntry}
      />
      <p className="text-small text-ink-2">
        Written as {me.name}.{' '}
        {state.facts.DoseWorkedOut.length + state.facts.DoseWorkedOutUnseen.length === 0
          ? 'Read it off the order, the scale and the label. Then another person does the same, signed in as themselves.'
          : 'Another person signs in as themselves, here or on their own device.'}
      </p>
    </KeepSheet>
  );
}

/** Who has worked it out; the figures of others only to one who has worked it out too. */
function WorkedOut() {
  const { state, facts } = useRoom();
  const byPerson = new Map(state.facts.DoseWorkedOut.map((entry) => [entry.byId, entry]));
  const others = [...byPerson.values()].filter(({ byId }) => byId !== facts.me.id);
  const unseen = [...new Map(state.facts.DoseWorkedOutUnseen.map((entry) => [entry.byId, entry])).values()];
  const mine = byPerson.get(facts.me.id);
  const line = facts.dose?.gate.lines.find(({ condition }) => condition === 'second-check');
  if (mine === undefined)
    return [...others, ...unseen].map(({ byId, byName, at }) => (
      <p key={byId} className="flex gap-2.5 rounded-card bg-shallow px-4 py-3">
        <StateMark state="unknown" size={24} />
        {byName} worked it out at {formatClock(at)}. The figures are shown when yours are written.
      </p>
    ));
  return (
    <section className="flex flex-col gap-1.5 rounded-card bg-shallow px-4 py-3">
      {line !== undefined && (
        <p className="flex gap-2.5 font-[560]">
          <StateMark state={line.state === 'met' ? 'checked' : line.state} size={24} />
          <span>
            <span className="only-read-aloud">{conditionWords['second-check'].name}: </span>
            {haveInWords(line, formatTime)}
          </span>
        </p>
      )}
      {[mine, ...others].map((entry) => (
        <Figures key={entry.byId} entry={entry} />
      ))}
      {unseen.map(({ byId, byName, at }) => (
        <p key={byId} className="text-small">
          {byName}, {formatClock(at)}: shown when the clinic has yours.
        </p>
      ))}
      {others.length + unseen.length === 0 && <p className="text-small">You cannot check yourself.</p>}
    </section>
  );
}

function Figures({ entry }: { readonly entry: EntryOf<'DoseWorkedOut'> }) {
  return (
    <p className="figures text-small">
      <strong className="font-sub">{entry.byName}</strong>, {formatClock(entry.at)}:{' '}
      {figuresInWords(entry.fact)}
    </p>
  );
}

/** The second check in one line, for the sheet that starts or gives the dose. */
export function SecondCheckLine() {
  const { facts } = useRoom();
  const line = facts.dose?.gate.lines.find(({ condition }) => condition === 'second-check');
  if (line === undefined) return null;
  return (
    <p className="flex gap-2.5 text-small">
      <StateMark state={line.state === 'met' ? 'checked' : line.state} size={22} />
      {haveInWords(line, formatTime)}
    </p>
  );
}

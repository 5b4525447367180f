// What stands beside the timed lines: when they came, the dose, the waste, how they left. Each with its own time and who saw it.
import { useState } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { FieldError } from '#web/kit/field-error.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { type Boxes, boxFault, factOfOther, kindsOf, type OtherKind, otherKinds } from './other-line.ts';
import { momentOnSheet } from './sheet-entry.ts';
import { type OnSheet, useKeepFromPaper } from './sheet-lines.tsx';

type Entry = {
  readonly kind: OtherKind | undefined;
  readonly time: string;
  readonly who: string;
  readonly boxes: Boxes;
};
const empty: Entry = { kind: undefined, time: '', who: '', boxes: {} };

export function OtherLines({ on }: { readonly on: OnSheet }) {
  const { facts, edition, staff, zone, bookedAt } = on;
  const draft = useDraft<Entry>(`paper-other/${facts.room?.id ?? ''}`, empty);
  const [fault, setFault] = useState<{ readonly name: string; readonly message: string }>();
  const [saved, setSaved] = useState<{ readonly words: string; readonly at: Instant }>();
  const { keep, busy, failed } = useKeepFromPaper(on);
  const entry = draft.value;
  const { kind, boxes } = entry;

  const faultOf = () => {
    if (kind === undefined) return { name: 'kind', message: 'Choose what stands on the paper.' };
    if (momentOnSheet(entry.time, bookedAt, zone) === undefined)
      return { name: 'time', message: 'Type the time on the paper, as 9:05.' };
    if (entry.who === '') return { name: 'who', message: 'Choose who saw it.' };
    return boxFault(kind, boxes);
  };
  const save = async (): Promise<void> => {
    const wrong = faultOf();
    setFault(wrong);
    const at = momentOnSheet(entry.time, bookedAt, zone);
    if (wrong !== undefined || kind === undefined || at === undefined) return;
    if (!(await keep([factOfOther(kind, boxes, edition.route)], at, entry.who))) return;
    draft.set(empty);
    draft.clear();
    setSaved({ words: otherKinds[kind].label, at });
  };
  const faultAt = (name: string) => (fault?.name === name ? fault.message : undefined);
  return (
    <Card title="The dose, the way in and the way out">
      <Form
        onSubmit={save}
        actions={
          <Button type="submit" className="min-h-12" busy={busy ? 'Saving here' : undefined}>
            Keep this
          </Button>
        }
      >
        <div className="flex flex-wrap items-start gap-4">
          <Select
            label="What stands on the paper"
            fault={faultAt('kind')}
            choices={kindsOf(edition.route).map((each) => ({ value: each, label: otherKinds[each].label }))}
            value={kind}
            onChange={(value) => draft.set({ ...entry, kind: value, boxes: {} })}
            className="w-64"
          />
          <TextField
            label="Time on the paper"
            fault={faultAt('time')}
            value={entry.time}
            onChange={(time) => draft.set({ ...entry, time })}
            autoComplete="off"
            className="w-40"
          />
          <Select
            label="Who saw it then"
            fault={faultAt('who')}
            choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={entry.who === '' ? undefined : entry.who}
            onChange={(who) => draft.set({ ...entry, who: who ?? '' })}
            className="w-60"
          />
          {(kind === undefined ? [] : otherKinds[kind].boxes).map((box) =>
            box.kind === 'choice' ? (
              <Select
                key={box.name}
                label={box.label}
                fault={faultAt(box.name)}
                choices={(box.choices ?? []).map(([value, label]) => ({ value, label }))}
                value={boxes[box.name]}
                onChange={(value) => draft.set({ ...entry, boxes: { ...boxes, [box.name]: value ?? '' } })}
                className="w-52"
              />
            ) : (
              <TextField
                key={box.name}
                label={box.label}
                fault={faultAt(box.name)}
                optional={box.mayBeEmpty}
                inputMode={box.kind === 'number' ? 'decimal' : 'text'}
                value={boxes[box.name] ?? ''}
                onChange={(value) => draft.set({ ...entry, boxes: { ...boxes, [box.name]: value } })}
                autoComplete="off"
                className={box.name === 'text' ? 'w-full' : 'w-52'}
              />
            ),
          )}
        </div>
        {kind === 'waste' && (
          <p className="text-ink-2">
            This keeps the words of the paper with the session. The drug book is its own record: write the
            waste there too, with both names.
          </p>
        )}
        {failed && <FieldError message="This could not be kept on this device. It is still in its boxes." />}
        <p role="status" className="text-small">
          {saved === undefined ? '' : `${saved.words}, ${formatClock(saved.at, zone)}: kept.`}
        </p>
      </Form>
    </Card>
  );
}

// Something to read, chosen for one person by name. Whether it was opened is shown, and nothing of how they read it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveReading, listReadings } from '#api/readings.ts';
import { readingPages } from '#content/pages/index.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';

const guides = readingPages.map((page) => ({ value: page.path.slice(1), label: page.title }));
const places = readingPages.flatMap((page) =>
  page.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'resources'
        ? block.items.map((item) => ({ value: item.href ?? item.name, label: item.name }))
        : [],
    ),
  ),
);
const choices = [...guides, ...places];

function nameOfReading(reading: string): string {
  return choices.find((choice) => choice.value === reading)?.label ?? reading;
}

const nothing = { reading: '', note: '' };

export function ReadingsCard({ patientId }: { readonly patientId: string }) {
  const given = useAnswer(['patient', patientId, 'readings'], listReadings, { params: { patientId } });
  const client = useQueryClient();
  const draft = useDraft(`reading/${patientId}`, nothing);
  const [id, setId] = useState(newCommandId);
  const act = useAct(
    (body: typeof nothing & { readonly id: string }, commandId) =>
      call(giveReading, { params: { patientId }, body, commandId }),
    () => {
      draft.clear();
      setId(newCommandId());
      client.invalidateQueries({ queryKey: ['patient', patientId, 'readings'] });
    },
  );
  const { reading, note } = draft.value;
  return (
    <Card title="Something to read">
      <Heard of={given}>
        {({ readings }) =>
          readings.length === 0 ? (
            <EmptyState>Nothing given yet.</EmptyState>
          ) : (
            <ul className="mb-4 flex flex-col gap-3">
              {readings.map((each) => (
                <li key={each.id} className="flex gap-2.5">
                  <StateMark
                    state={each.openedAt === undefined ? 'not-yet' : 'seen'}
                    size={22}
                    className="mt-0.5"
                  />
                  <span>
                    {nameOfReading(each.reading)}
                    {each.note !== '' && <span className="block text-small">{each.note}</span>}
                    <span className="block text-small text-ink-2">
                      {each.byName}, {formatDateTime(each.givenAt)}.{' '}
                      {each.openedAt === undefined
                        ? 'Not opened yet.'
                        : `Opened ${formatDateTime(each.openedAt)}.`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
      <div className="flex flex-col gap-4">
        <Select
          label="Which"
          value={reading}
          onChange={(value) => draft.set({ ...draft.value, reading: value ?? '' })}
          choices={choices}
          prompt="Choose one"
        />
        <TextField
          label="A line with it"
          optional
          maxLength={200}
          value={note}
          onChange={(value) => draft.set({ ...draft.value, note: value })}
        />
        <Failure failure={act.failure} />
        <Button
          className="self-start"
          closed={reading === '' ? 'Choose something first' : undefined}
          busy={act.busy ? 'Giving it' : undefined}
          onClick={() => act.run({ id, reading, note })}
        >
          Give it to them
        </Button>
      </div>
    </Card>
  );
}

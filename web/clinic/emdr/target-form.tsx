// One target and its parts, in the patient's words. Drawn from what they showed, or told in the room.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type EmdrTarget, saveEmdrTarget } from '#api/emdr.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { readSharedWords } from '#api/own-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { stateWords } from './emdr-words.ts';

const parts = [
  { part: 'image', label: 'Image that stands for the worst of it' },
  { part: 'negative', label: 'Negative belief about oneself' },
  { part: 'positive', label: 'Belief they would rather have' },
  { part: 'feeling', label: 'Feeling now, with the image and the belief' },
  { part: 'body', label: 'Where in the body' },
] as const;

type Typed = Omit<BodyOf<typeof saveEmdrTarget>, 'version'>;

const nothing: Typed = { title: '', state: 'open' };

interface TargetFormProps {
  readonly patientId: string;
  readonly target?: EmdrTarget | undefined;
  readonly onDone: () => void;
}

export function TargetForm({ patientId, target, onDone }: TargetFormProps) {
  const client = useQueryClient();
  const [targetId] = useState(() => target?.id ?? newCommandId());
  const [tried, setTried] = useState(false);
  const [looks, setLooks] = useState(false);
  const first: Typed =
    target === undefined
      ? nothing
      : {
          title: target.title,
          image: target.image,
          negative: target.negative,
          positive: target.positive,
          feeling: target.feeling,
          body: target.body,
          state: target.state,
          wordsId: target.wordsId,
        };
  const draft = useDraft<Typed>(`emdr/${patientId}/${target?.id ?? 'new'}`, first);
  const typed = draft.value;
  const save = useAct(
    (body: BodyOf<typeof saveEmdrTarget>, commandId) =>
      call(saveEmdrTarget, { params: { patientId, targetId }, body, commandId }),
    () => {
      draft.clear();
      client.invalidateQueries({ queryKey: ['patient', patientId, 'emdr'] });
      onDone();
    },
  );
  return (
    <Form
      className="gap-4"
      failure={save.failure}
      stillTrue="Not kept. What you typed is still here."
      onSubmit={() => {
        setTried(true);
        if (typed.title.trim() === '') return;
        save.run({ ...typed, version: target?.version ?? 0 });
      }}
      actions={
        <>
          <Button type="submit" variant="primary" busy={save.busy ? 'Saving' : undefined}>
            Keep the target
          </Button>
          <Button variant="quiet" onClick={onDone}>
            Leave it for now
          </Button>
        </>
      }
    >
      {target === undefined &&
        (looks ? (
          <FromStuck
            patientId={patientId}
            chosen={typed.wordsId}
            onChoose={(wordsId, title) => draft.set({ ...typed, wordsId, title: title.slice(0, 200) })}
          />
        ) : (
          <Button size="row" className="self-start" onClick={() => setLooks(true)}>
            Draw it from what they showed me (they will see that I read it)
          </Button>
        ))}
      <TextField
        label="What it is about, in short"
        value={typed.title}
        maxLength={200}
        onChange={(title) => draft.set({ ...typed, title })}
        fault={tried && typed.title.trim() === '' ? 'Name it in a few words' : undefined}
      />
      {parts.map(({ part, label }) => (
        <TextArea
          key={part}
          rows={1}
          optional
          label={label}
          maxLength={4_000}
          value={typed[part] ?? ''}
          onChange={(words) => draft.set({ ...typed, [part]: words })}
        />
      ))}
      {target !== undefined && (
        <Select
          label="Where it stands"
          value={typed.state}
          onChange={(state) => draft.set({ ...typed, state: state ?? 'open' })}
          choices={(['open', 'resolved', 'put-away'] as const).map((value) => ({
            value,
            label: stateWords[value],
          }))}
        />
      )}
    </Form>
  );
}

interface FromStuckProps {
  readonly patientId: string;
  readonly chosen: string | undefined;
  readonly onChoose: (wordsId: string, title: string) => void;
}

function FromStuck({ patientId, chosen, onChoose }: FromStuckProps) {
  const shared = useAnswer(['shared-words', patientId], readSharedWords, { params: { patientId } });
  const stuck = (shared.answer?.words ?? []).filter((words) => words.kind === 'stuck');
  if (shared.answer === undefined) return null;
  if (stuck.length === 0)
    return <p>They have not shown you anything that feels stuck. They may, or never.</p>;
  return (
    <Select
      label="What feels stuck, as they wrote it"
      value={chosen}
      onChange={(wordsId) => {
        const words = stuck.find((each) => each.id === wordsId);
        if (words !== undefined) onChoose(words.id, words.text);
      }}
      choices={stuck.map((words) => ({ value: words.id, label: words.text.slice(0, 80) }))}
    />
  );
}

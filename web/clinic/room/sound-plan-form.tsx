// The plan said aloud at the bedside and written by staff: four parts, each a track, the sound made here, or silence. The one the
// person wrote at home stays as its earlier version.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { saveMusicPlan } from '#api/music.ts';
import { partInWords, type SoundChoice, soundParts } from '#dosing-session/sound.ts';
import { choiceInWords } from '#web/clinic/sound/sound-plan.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Form } from '#web/kit/form.tsx';
import { Select } from '#web/kit/select.tsx';
import { useRoom } from './room-context.ts';

type Plan = BodyOf<typeof saveMusicPlan>['plan'];
type Part = keyof Plan;

export function SoundPlanForm({ onSaved }: { readonly onSaved: () => void }) {
  const { room, sound } = useRoom();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Partial<Record<Part, string>>>({});
  const save = useAct(
    (plan: Plan, commandId) =>
      call(saveMusicPlan, {
        params: { patientId: room.patientId, cycleId: room.cycleId },
        body: { version: sound.planVersion ?? 0, plan },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['music-plan'] });
      onSaved();
    },
  );
  const textFor = (part: Part): string | undefined => {
    const planned = sound.plan?.[part];
    return chosen[part] ?? (planned === undefined ? undefined : textOf(planned));
  };
  const [onset, peak, back, rest] = soundParts.map((part) => choiceOf(textFor(part)));
  const plan: Plan | undefined =
    onset === undefined || peak === undefined || back === undefined || rest === undefined
      ? undefined
      : { onset, peak, return: back, rest };
  const closed =
    sound.planVersion === undefined
      ? 'Closed: the plan was not read yet'
      : plan === undefined
        ? 'Closed: choose for each part'
        : undefined;
  return (
    <Form
      onSubmit={() => plan !== undefined && closed === undefined && save.run(plan)}
      failure={save.failure}
      stillTrue="The plan is as it was."
      actions={
        <Button
          type="submit"
          variant="primary"
          closed={closed}
          busy={save.busy ? 'Saving the plan' : undefined}
        >
          Save the plan
        </Button>
      }
    >
      {soundParts.map((part) => (
        <Select
          key={part}
          label={partInWords[part].replace(/^./, (letter) => letter.toUpperCase())}
          name={`plan.${part}`}
          value={textFor(part)}
          onChange={(text) => setChosen({ ...chosen, ...(text === undefined ? {} : { [part]: text }) })}
          choices={[
            { value: 'ambient', label: choiceInWords({ kind: 'ambient' }, part, sound.tracks) },
            { value: 'silence', label: 'Silence' },
            ...sound.tracks
              .filter(({ retiredAt }) => retiredAt === undefined)
              .map(({ id, title, author }) => ({ value: id, label: `${title}, ${author}` })),
          ]}
        />
      ))}
    </Form>
  );
}

function textOf(choice: SoundChoice): string {
  return choice.kind === 'track' ? choice.trackId : choice.kind;
}

function choiceOf(text: string | undefined): SoundChoice | undefined {
  if (text === undefined) return undefined;
  return text === 'ambient' || text === 'silence' ? { kind: text } : { kind: 'track', trackId: text };
}

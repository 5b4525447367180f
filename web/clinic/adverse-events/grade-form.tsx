// One grading of what went wrong. Nothing is chosen beforehand but what was graded before; what is left open stays unknown.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Grading, gradeAdverseEvent, type ToldAdverseEvent } from '#api/adverse-events.ts';
import {
  adverseEventTerms,
  relatednessSteps,
  reportedToPlaces,
  seriousnessCriteria,
  severities,
} from '#clinical/risk/adverse-event-terms.ts';
import { useMe } from '#web/clinic/me.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { momentOf, pickedOf } from '#web/kit/local-moment.ts';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { placeWords, relatednessWords, seriousnessWords, severityWords, termWords } from './event-words.ts';

type Listed<Value extends string> = readonly (Value | 'none')[];

interface Typed
  extends Pick<Grading, 'term' | 'severity' | 'relatedness' | 'done' | 'toPatient' | 'enteredInError'> {
  /** Empty: nobody has said. 'none': asked, and none applies. */
  readonly seriousness: Listed<(typeof seriousnessCriteria)[number]>;
  readonly reportedTo: Listed<(typeof reportedToPlaces)[number]>;
  readonly started: string;
  readonly still?: 'ongoing' | 'over' | undefined;
  readonly ended: string;
}

export function GradeForm({
  event,
  onClose,
}: {
  readonly event: ToldAdverseEvent;
  readonly onClose: () => void;
}) {
  const { zone } = useMe().clinic;
  const client = useQueryClient();
  const draft = useDraft<Typed>(`adverse-event/${event.id}/${event.gradings.length}`, typedFrom(event, zone));
  const typed = draft.value;
  const set = (part: Partial<Typed>): void => draft.set({ ...typed, ...part });
  const [id] = useState(newCommandId);
  const act = useAct(
    (grading: Grading, commandId) =>
      call(gradeAdverseEvent, {
        params: { patientId: event.patientId, eventId: event.id },
        body: { id, after: event.gradings.length, grading },
        commandId,
      }),
    () => {
      draft.clear();
      client.invalidateQueries({ queryKey: ['patient', event.patientId] });
      client.invalidateQueries({ queryKey: ['tasks'] });
      onClose();
    },
  );
  return (
    <Form
      onSubmit={() => act.run(gradingOf(typed, zone))}
      failure={act.failure}
      stillTrue="Not kept. What you chose is still here."
      actions={
        <>
          <Button type="submit" variant="primary" busy={act.busy ? 'Keeping it' : undefined}>
            Keep this grading
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <Select
        label="What it was"
        name="grading.term"
        choices={adverseEventTerms.map((value) => ({ value, label: termWords[value] }))}
        value={typed.term}
        onChange={(term) => set({ term })}
      />
      <ChoiceGroup
        label="How bad"
        columns={3}
        choices={severities.map((value) => ({ value, label: severityWords[value] }))}
        value={typed.severity}
        onChange={(severity) => set({ severity })}
      />
      <CheckboxList
        label="Serious, by the regulators’ list"
        hint="Severe is not the same as serious. Left empty, it is not known."
        choices={[
          ...seriousnessCriteria.map((value) => ({ value, label: seriousnessWords[value] })),
          { value: 'none' as const, label: 'Asked: none of these' },
        ]}
        value={typed.seriousness}
        onChange={(chosen) => set({ seriousness: oneKind(chosen, typed.seriousness) })}
      />
      <ChoiceGroup
        label="Whether it comes from the dose"
        columns={2}
        choices={relatednessSteps.map((value) => ({ value, label: relatednessWords[value] }))}
        value={typed.relatedness}
        onChange={(relatedness) => set({ relatedness })}
      />
      <DateTimeField
        kind="datetime-local"
        label="Began"
        name="startedAt"
        value={typed.started}
        onChange={(started) => set({ started })}
      />
      <ChoiceGroup
        label="Is it over?"
        columns={2}
        choices={[
          { value: 'ongoing', label: 'Still there' },
          { value: 'over', label: 'Over' },
        ]}
        value={typed.still}
        onChange={(still) => set({ still })}
      />
      {typed.still === 'over' && (
        <DateTimeField
          kind="datetime-local"
          label="Ended"
          value={typed.ended}
          onChange={(ended) => set({ ended })}
        />
      )}
      <CheckboxList
        label="Already told"
        choices={[
          ...reportedToPlaces.map((value) => ({ value, label: placeWords[value] })),
          { value: 'none' as const, label: 'Nobody outside so far' },
        ]}
        value={typed.reportedTo}
        onChange={(chosen) => set({ reportedTo: oneKind(chosen, typed.reportedTo) })}
      />
      <TextArea
        label="What was done about it"
        optional
        rows={2}
        value={typed.done}
        onChange={(done) => set({ done })}
      />
      <TextArea
        label="What the patient reads"
        hint="In plain words. Empty: they see that you looked, and by whom."
        optional
        rows={2}
        value={typed.toPatient}
        onChange={(toPatient) => set({ toPatient })}
      />
      <TextArea
        label="Entered in error, and why"
        hint="Only where it is no event after all, such as told twice. It stays in view, marked."
        optional
        rows={1}
        value={typed.enteredInError}
        onChange={(enteredInError) => set({ enteredInError })}
      />
    </Form>
  );
}

/** "None" and a criterion cannot both be so; the last tick stands. */
function oneKind<Value extends string>(
  chosen: readonly (Value | 'none')[],
  before: readonly (Value | 'none')[],
): readonly (Value | 'none')[] {
  const hasNone = chosen.includes('none');
  if (!hasNone || chosen.length === 1) return chosen;
  return before.includes('none') ? chosen.filter((one) => one !== 'none') : ['none'];
}

function typedFrom(event: ToldAdverseEvent, zone: string): Typed {
  const last = event.gradings.at(-1);
  const startedAt = last === undefined ? event.startedAt : last.startedAt;
  const resolved = last === undefined ? event.ended : last.resolved;
  const listed = <Value extends string>(said: readonly Value[] | undefined): Listed<Value> =>
    said === undefined ? [] : said.length === 0 ? ['none'] : said;
  return {
    // What a person called it and how bad they called it is theirs; a grading is the clinician's own.
    term: last?.term,
    severity: last?.severity,
    seriousness: listed(last?.seriousness),
    relatedness: last?.relatedness,
    started: startedAt === undefined ? '' : pickedOf(startedAt, zone),
    still: resolved === undefined ? undefined : resolved === 'ongoing' ? 'ongoing' : 'over',
    ended: typeof resolved === 'number' ? pickedOf(resolved, zone) : '',
    reportedTo: listed(last?.reportedTo),
    done: last?.done ?? '',
    toPatient: last?.toPatient ?? '',
    enteredInError: last?.enteredInError ?? '',
  };
}

function gradingOf(typed: Typed, zone: string): Grading {
  const startedAt = momentOf(typed.started, zone);
  const endedAt = typed.still === 'over' ? momentOf(typed.ended, zone) : undefined;
  const resolved = typed.still === 'ongoing' ? 'ongoing' : endedAt;
  const named = <Value extends string>(said: Listed<Value>): Value[] =>
    said.flatMap((one) => (one === 'none' ? [] : [one]));
  return {
    ...(typed.term === undefined ? {} : { term: typed.term }),
    ...(typed.severity === undefined ? {} : { severity: typed.severity }),
    ...(typed.seriousness.length === 0 ? {} : { seriousness: named(typed.seriousness) }),
    ...(typed.relatedness === undefined ? {} : { relatedness: typed.relatedness }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(typed.reportedTo.length === 0 ? {} : { reportedTo: named(typed.reportedTo) }),
    done: typed.done,
    toPatient: typed.toPatient,
    enteredInError: typed.enteredInError,
  };
}

// The work after a dose, in one place: therapy and doses as one path with its faults, first words, and the therapist outside.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getAnswer } from '#api/answer.ts';
import { listAppointments } from '#api/appointments.ts';
import { listCircle } from '#api/circle.ts';
import { listNotes, listSeries } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { listFirstWords, takeDownFirstWords } from '#api/first-words.ts';
import { listGuestNotes } from '#api/guest-room.ts';
import { careTeam } from '#api/patients.ts';
import { type PathwayStep, pairedPathway } from '#clinical/integration/pathway.ts';
import { isShown } from '#clinical/protocol/care-steps.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { PillarsCard } from './pillars-card.tsx';

export function IntegrationTab({ patient }: PatientTabProps) {
  const name = patient.preferredName ?? patient.givenName;
  const followed = useAnswer(['patient', patient.id, 'answer'], getAnswer, {
    params: { patientId: patient.id },
  });
  const edition = followed.answer?.edition;
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <PathwayCard patientId={patient.id} name={name} />
        <PillarsCard patientId={patient.id} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {edition !== undefined && isShown(edition, 'first-words') && (
          <FirstWordsCard patientId={patient.id} name={name} />
        )}
        <GuestNotesCard patientId={patient.id} />
      </div>
    </div>
  );
}

interface CardProps {
  readonly patientId: string;
  readonly name: string;
}

const stepWords: Readonly<Record<PathwayStep['step'], string>> = {
  therapist: 'A therapist with them',
  preparation: 'An hour before the first dose',
  dose: 'Dose',
  integration: 'An hour after it',
};
const faultWords: Readonly<Record<PathwayStep['step'], string>> = {
  therapist: 'No therapist is named, in the clinic or outside',
  preparation: 'No hour with a therapist before the first dose is booked or was held',
  dose: 'Not booked',
  integration: 'Empty: no hour is booked, or its time went by without being held',
};

function PathwayCard({ patientId, name }: CardProps) {
  const now = useNow(60_000);
  const of = { params: { patientId } };
  const series = useAnswer(['patient', patientId, 'series'], listSeries, of);
  const booked = useAnswer(['patient', patientId, 'appointments'], listAppointments, of);
  const notes = useAnswer(['patient', patientId, 'notes'], listNotes, of);
  const team = useAnswer(['patient', patientId, 'care-team'], careTeam, of);
  const circle = useAnswer(['patient', patientId, 'circle'], listCircle, of);
  if (
    series.answer === undefined ||
    booked.answer === undefined ||
    notes.answer === undefined ||
    team.answer === undefined ||
    circle.answer === undefined
  ) {
    return (
      <Card title="Therapy and doses">
        <Heard of={series}>{() => <Loading />}</Heard>
      </Card>
    );
  }
  const written = notes.answer.notes;
  const outside = circle.answer.supporters.filter((each) => each.sees.includes('guest-room'));
  const inside = team.answer.members.filter((member) => member.role === 'therapist');
  const therapists = [
    ...inside.map((member) => member.name),
    ...outside.map((each) => `${each.name}, outside`),
  ];
  const steps = pairedPathway({
    therapists,
    before: [
      ...booked.answer.appointments
        .filter(
          (slot) => slot.kind === 'preparation' && slot.status !== 'cancelled' && slot.status !== 'no-show',
        )
        .map((slot) => ({ at: slot.startsAt, wasHeld: slot.status === 'fulfilled' })),
      ...written
        .filter((note) => note.kind === 'preparation')
        .map((note) => ({ at: note.heldAt, wasHeld: true })),
    ],
    doses: series.answer.series
      .filter(({ status }) => status !== 'stopped')
      .flatMap(({ cycles }) =>
        cycles.map((cycle) => ({
          ...cycle,
          integrationHeldAt: written.find((note) => note.kind === 'integration' && note.cycleId === cycle.id)
            ?.heldAt,
        })),
      ),
    now,
  });
  const faults = steps.filter(({ state }) => state === 'fault').length;
  return (
    <Card title="Therapy and doses">
      <p className="mb-3">
        {faults === 0
          ? `Checked ${formatDateTime(now)}: no empty place is known on ${name}’s path.`
          : `${faults} ${faults === 1 ? 'place is' : 'places are'} empty on ${name}’s path.`}
      </p>
      <ol className="divide-y divide-contour border-y border-contour">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a path keep their order
          <li key={at} className="py-2.5">
            <Step step={step} therapists={therapists} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Step({ step, therapists }: { readonly step: PathwayStep; readonly therapists: readonly string[] }) {
  const title = step.number === undefined ? stepWords[step.step] : `${step.number}. ${stepWords[step.step]}`;
  const when = step.at === undefined ? '' : formatDateTime(step.at);
  switch (step.state) {
    case 'done':
      return (
        <StateWord
          state="checked"
          word={title}
          tail={step.step === 'therapist' ? therapists.join('; ') : when}
        />
      );
    case 'booked':
      return <StateWord state="due" word={title} tail={when} />;
    case 'fault':
      return (
        <StateWord
          state="not-met"
          word={title}
          tail={`${faultWords[step.step]}${when === '' ? '' : ` (${when})`}`}
        />
      );
    case 'not-yet':
      return <StateWord state="not-yet" word={title} tail="Not yet" />;
  }
}

function FirstWordsCard({ patientId, name }: CardProps) {
  const client = useQueryClient();
  const words = useAnswer(['patient', patientId, 'first-words'], listFirstWords, { params: { patientId } });
  const draft = useDraft(`first-words/${patientId}`, '');
  const [id, setId] = useState(newCommandId);
  const take = useAct(
    (body: BodyOf<typeof takeDownFirstWords>, commandId) =>
      call(takeDownFirstWords, { params: { patientId }, body, commandId }),
    () => {
      draft.clear();
      setId(newCommandId());
      client.invalidateQueries({ queryKey: ['patient', patientId, 'first-words'] });
    },
  );
  return (
    <Card title="First words">
      <Form
        className="gap-3"
        failure={take.failure}
        stillTrue="Not kept. The words are still here."
        onSubmit={() => {
          if (draft.value.trim() !== '') take.run({ id, text: draft.value.trim(), saidAt: serverNow() });
        }}
        actions={
          <Button
            type="submit"
            closed={draft.value.trim() === '' ? 'Nothing written yet' : undefined}
            busy={take.busy ? 'Saving' : undefined}
          >
            Keep them as {name}’s words
          </Button>
        }
      >
        <TextArea
          own
          rows={2}
          label={`What ${name} says, as they say it`}
          hint="Add nothing and explain nothing. They are theirs: they can lock or remove them."
          maxLength={4_000}
          value={draft.value}
          onChange={draft.set}
        />
      </Form>
      <div className="mt-4 flex flex-col gap-3">
        <Heard of={words}>
          {(answer) =>
            answer.words.map((each) => (
              <OwnWordsCard
                key={each.id}
                when={formatDateTime(each.saidAt)}
                words={each.text}
                foot={`${name}’s words, taken down by ${each.takenByName}. They can lock or remove them.`}
              />
            ))
          }
        </Heard>
      </div>
    </Card>
  );
}

function GuestNotesCard({ patientId }: { readonly patientId: string }) {
  const notes = useAnswer(['patient', patientId, 'guest-notes'], listGuestNotes, { params: { patientId } });
  return (
    <Card title="From the therapist outside">
      <Heard of={notes}>
        {(answer) =>
          answer.notes.length === 0 ? (
            <EmptyState>No note has come by a link.</EmptyState>
          ) : (
            <ul className="flex flex-col gap-3">
              {answer.notes.map((note) => (
                <li key={note.id}>
                  <p className="text-small text-ink-2">
                    {note.fromName}, {formatDateTime(note.recordedAt)}
                    {note.heldOn !== undefined && `. About ${formatLocalDate(note.heldOn, 'medium')}`}
                  </p>
                  <p className="font-serif whitespace-pre-line">{note.text}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

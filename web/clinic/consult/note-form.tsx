// A note of care that happened: a consult with its agenda, a preparation, or an integration with what they mean to do.
import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { listAppointments } from '#api/appointments.ts';
import { type EncounterNote, listSeries, writeNote } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { momentOf, pickedOf } from '#web/kit/local-moment.ts';
import { currentZone, formatDateTime, formatTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { linesOf } from './agenda.ts';

export interface NoteFormProps {
  readonly kind: EncounterNote['kind'];
  readonly patientId: string;
  readonly questions?: readonly string[] | undefined;
}

const titles: Readonly<Record<EncounterNote['kind'], string>> = {
  consult: 'Consult note',
  preparation: 'Preparation note',
  integration: 'Integration note',
};

interface Typed {
  readonly id: string;
  readonly text: string;
  readonly agenda: readonly { readonly question: string; readonly answer: string }[];
  readonly commitments: string;
  readonly themes?: string | undefined;
  readonly nextIntention?: string | undefined;
  /** The session it looks back on, where no booked slot says so. */
  readonly cycleId?: string | undefined;
  readonly heldAt: string;
  readonly appointmentId?: string | undefined;
}

export function NoteForm({ kind, patientId, questions = [] }: NoteFormProps) {
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const [signedAt, setSignedAt] = useState<number>();
  const [first] = useState(
    (): Typed => ({
      id: newCommandId(),
      text: '',
      agenda: questions.map((question) => ({ question, answer: '' })),
      commitments: '',
      heldAt: pickedOf(serverNow(), currentZone()),
    }),
  );
  const draft = useDraft<Typed>(`note/${kind}/${patientId}`, first);
  const typed = draft.value;
  const write = useAct(
    (body: BodyOf<typeof writeNote>, commandId) =>
      call(writeNote, { params: { patientId }, body, commandId }),
    () => {
      setTried(false);
      setSignedAt(serverNow());
      // The draft is done with, and the next note needs an id of its own.
      draft.clear();
      draft.set({ ...first, id: newCommandId(), agenda: [] });
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const booked = useAnswer(['patient', patientId, 'appointments'], listAppointments, {
    params: { patientId },
  });
  const slots = (booked.answer?.appointments ?? []).filter(
    (slot) => slot.kind === kind && (slot.status === 'booked' || slot.status === 'arrived'),
  );
  const series = useAnswer(
    ['patient', patientId, 'series'],
    listSeries,
    { params: { patientId } },
    { enabled: kind === 'integration' },
  );
  const sessions = (series.answer?.series ?? [])
    .flatMap(({ cycles }) => cycles)
    .filter(({ doseAt }) => doseAt !== undefined && doseAt <= serverNow());
  const slot = slots.find((each) => each.id === typed.appointmentId);
  const heldAt = momentOf(typed.heldAt, currentZone());
  const hasWords = typed.text.trim() !== '' || typed.agenda.some((each) => each.answer.trim() !== '');
  const agenda = typed.agenda.filter((each) => each.question.trim() !== '');
  return (
    <Card title={titles[kind]}>
      <Form
        className="gap-4"
        failure={write.failure}
        stillTrue="Not signed. Your note is still here."
        onSubmit={() => {
          setTried(true);
          if (!hasWords || heldAt === undefined) return;
          write.run({
            id: typed.id,
            kind,
            text: typed.text.trim(),
            agenda: agenda.map(({ question, answer }) => ({
              question: question.trim(),
              answer: answer.trim(),
            })),
            commitments: linesOf(typed.commitments),
            heldAt,
            ...(slot === undefined ? {} : { appointmentId: slot.id }),
            ...cycleOf(slot?.cycleId ?? typed.cycleId),
            ...(kind === 'integration'
              ? { themes: linesOf(typed.themes ?? ''), nextIntention: (typed.nextIntention ?? '').trim() }
              : {}),
          });
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            className="min-h-12"
            busy={write.busy ? 'Signing' : undefined}
          >
            Sign the note
          </Button>
        }
      >
        {slots.length > 0 && (
          <Select
            label="Which booked slot it was"
            name="appointmentId"
            prompt="None of these"
            value={typed.appointmentId}
            onChange={(appointmentId) => {
              const chosen = slots.find((each) => each.id === appointmentId);
              draft.set({
                ...typed,
                appointmentId,
                heldAt: chosen === undefined ? typed.heldAt : pickedOf(chosen.startsAt, currentZone()),
              });
            }}
            choices={slots.map((each) => ({ value: each.id, label: formatDateTime(each.startsAt) }))}
          />
        )}
        {kind === 'integration' && slot?.cycleId === undefined && sessions.length > 0 && (
          <Select
            label="Which session it looks back on"
            name="cycleId"
            prompt="None of these"
            value={typed.cycleId}
            onChange={(cycleId) => draft.set({ ...typed, cycleId })}
            choices={sessions.map(({ id, number, doseAt }) => ({
              value: id,
              label: `Session ${number}, ${formatDateTime(doseAt ?? 0)}`,
            }))}
          />
        )}
        {(kind === 'consult' || typed.agenda.length > 0) && (
          <fieldset className="flex flex-col gap-4">
            <legend className="mb-2 font-[560]">
              {kind === 'preparation' ? 'Gone through together' : 'What they want to ask'}
            </legend>
            {typed.agenda.length === 0 && <p className="text-ink-2">They have written no question.</p>}
            {typed.agenda.map((each, index) => {
              const set = (change: Partial<typeof each>): void =>
                draft.set({
                  ...typed,
                  agenda: typed.agenda.map((other, place) =>
                    place === index ? { ...other, ...change } : other,
                  ),
                });
              const fromPatient = questions.includes(each.question);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: questions stand in the order they were asked
                <div key={index} className="flex flex-col gap-2 border-l-4 border-contour pl-3">
                  {fromPatient ? (
                    <p className={kind === 'preparation' ? 'font-sub' : 'font-serif'}>{each.question}</p>
                  ) : (
                    <TextField
                      label="Question"
                      value={each.question}
                      maxLength={200}
                      onChange={(question) => set({ question })}
                    />
                  )}
                  <TextArea
                    label={kind === 'preparation' ? 'What was said' : 'Answer'}
                    rows={1}
                    value={each.answer}
                    onChange={(answer) => set({ answer })}
                  />
                </div>
              );
            })}
            <div>
              <Button
                size="row"
                icon={<Plus size={18} aria-hidden="true" />}
                onClick={() =>
                  draft.set({ ...typed, agenda: [...typed.agenda, { question: '', answer: '' }] })
                }
              >
                Another question
              </Button>
            </div>
          </fieldset>
        )}
        <TextArea
          label="Note"
          name="text"
          rows={6}
          value={typed.text}
          onChange={(text) => draft.set({ ...typed, text })}
          fault={tried && !hasWords ? 'Write the note first' : undefined}
        />
        {kind === 'integration' && (
          <TextArea
            label="Themes"
            name="themes"
            optional
            hint="One to a line, as they name them"
            rows={2}
            value={typed.themes ?? ''}
            onChange={(themes) => draft.set({ ...typed, themes })}
          />
        )}
        {kind !== 'consult' && (
          <TextArea
            label="What they mean to do"
            name="commitments"
            optional
            hint="One to a line, in their words"
            rows={3}
            value={typed.commitments}
            onChange={(commitments) => draft.set({ ...typed, commitments })}
          />
        )}
        {kind === 'integration' && (
          <TextArea
            label="What they hope for next"
            name="nextIntention"
            optional
            hint="In their words. They see it when they set their next intention"
            rows={1}
            value={typed.nextIntention ?? ''}
            onChange={(nextIntention) => draft.set({ ...typed, nextIntention })}
          />
        )}
        <DateTimeField
          kind="datetime-local"
          label="When it was held"
          name="heldAt"
          value={typed.heldAt}
          onChange={(picked) => draft.set({ ...typed, heldAt: picked })}
          fault={tried && heldAt === undefined ? 'Give the day and the time' : undefined}
        />
        <p role="status" className="text-small text-ink-2">
          {signedAt === undefined ? '' : `Signed and kept at ${formatTime(signedAt)}. It is under Notes.`}
        </p>
      </Form>
    </Card>
  );
}

function cycleOf(cycleId: string | undefined): { cycleId?: string } {
  return cycleId === undefined ? {} : { cycleId };
}

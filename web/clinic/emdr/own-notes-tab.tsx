// A therapist's notes for themself, apart from the record: no colleague, no patient and no export reads them.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  listPsychotherapyNotes,
  type PsychotherapyNote,
  savePsychotherapyNote,
} from '#api/psychotherapy-notes.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';

export function OwnNotesTab({ patient }: PatientTabProps) {
  const notes = useAnswer(['patient', patient.id, 'own-notes'], listPsychotherapyNotes, {
    params: { patientId: patient.id },
  });
  const [fresh, setFresh] = useState(newCommandId);
  return (
    <div className="flex max-w-[75ch] flex-col gap-4">
      <p>
        These are yours alone. They are not part of the record: no colleague, no owner, no patient and no
        export reads them.
      </p>
      <OneNote
        key={fresh}
        patientId={patient.id}
        note={{ id: fresh, version: 0, text: '' }}
        onKept={() => setFresh(newCommandId())}
      />
      <Heard of={notes}>
        {(answer) =>
          answer.notes.length === 0 ? (
            <EmptyState>No note of yours yet.</EmptyState>
          ) : (
            answer.notes.map((note) => (
              <OneNote key={`${note.id}/${note.version}`} patientId={patient.id} note={note} />
            ))
          )
        }
      </Heard>
    </div>
  );
}

interface OneNoteProps {
  readonly patientId: string;
  readonly note: Omit<PsychotherapyNote, 'recordedAt'> & { readonly recordedAt?: number };
  readonly onKept?: () => void;
}

function OneNote({ patientId, note, onKept }: OneNoteProps) {
  const client = useQueryClient();
  const draft = useDraft(`own-note/${patientId}/${note.version === 0 ? 'new' : note.id}`, note.text);
  const save = useAct(
    (text: string, commandId) =>
      call(savePsychotherapyNote, {
        params: { patientId, noteId: note.id },
        body: { version: note.version, text },
        commandId,
      }),
    () => {
      draft.clear();
      onKept?.();
      client.invalidateQueries({ queryKey: ['patient', patientId, 'own-notes'] });
    },
  );
  const isSame = draft.value === note.text || draft.value.trim() === '';
  return (
    <Card title={note.recordedAt === undefined ? 'A new note' : formatDateTime(note.recordedAt)}>
      <Form
        className="gap-3"
        failure={save.failure}
        stillTrue="Not kept. Your words are still here."
        onSubmit={() => {
          if (!isSame) save.run(draft.value);
        }}
        actions={
          <Button
            type="submit"
            closed={isSame ? 'Nothing new' : undefined}
            busy={save.busy ? 'Saving' : undefined}
          >
            Keep the note
          </Button>
        }
      >
        <TextArea label="My note" rows={4} value={draft.value} onChange={draft.set} maxLength={40_000} />
      </Form>
    </Card>
  );
}

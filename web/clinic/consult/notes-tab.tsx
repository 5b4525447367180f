// The notes of care that happened, newest first, and the form for the one being written.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type EncounterNote, listNotes, listSeries } from '#api/consult.ts';
import { visitTopics } from '#clinical/preparation/visit-topics.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { has, type StaffRole } from '#web/clinic/places.ts';
import { kindWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { GoalsTogether } from './goals-together.tsx';
import { NoteForm } from './note-form.tsx';

export function NotesTab({ patient }: PatientTabProps) {
  const me = useMe();
  const writes = writtenBy.some((each) => has(me, ...each.roles));
  const notes = useAnswer(['patient', patient.id, 'notes'], listNotes, { params: { patientId: patient.id } });
  const series = useAnswer(['patient', patient.id, 'series'], listSeries, {
    params: { patientId: patient.id },
  });
  const cycles = (series.answer?.series ?? []).flatMap((each) => each.cycles);
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Heard of={notes}>
          {(answer) =>
            answer.notes.length === 0 ? (
              <EmptyState>No note yet. A signed note appears here and stays as it was signed.</EmptyState>
            ) : (
              answer.notes
                .toSorted((one, other) => other.heldAt - one.heldAt)
                .map((note) => (
                  <NoteCard
                    key={note.id}
                    note={note}
                    session={cycles.find((cycle) => cycle.id === note.cycleId)}
                  />
                ))
            )
          }
        </Heard>
      </div>
      {writes && <NewNote patient={patient} />}
    </div>
  );
}

/** A note is written by the one who was there. */
const writtenBy: readonly {
  readonly value: EncounterNote['kind'];
  readonly label: string;
  readonly roles: readonly StaffRole[];
}[] = [
  { value: 'integration', label: 'Integration', roles: ['therapist', 'prescriber'] },
  { value: 'preparation', label: 'Preparation', roles: ['therapist', 'nurse'] },
  { value: 'consult', label: 'Consult', roles: ['prescriber'] },
];

function NewNote({ patient }: PatientTabProps) {
  const me = useMe();
  const choices = writtenBy.filter((each) => has(me, ...each.roles));
  const [kind, setKind] = useState(choices[0]?.value ?? 'preparation');
  return (
    <div className="flex flex-col gap-4">
      <ChoiceGroup label="A new note" value={kind} onChange={setKind} choices={choices} />
      {kind !== 'consult' && (
        <Link
          to="/patients/$patientId"
          params={{ patientId: patient.id }}
          search={{ tab: 'words' }}
          className="link"
        >
          What {patient.preferredName ?? patient.givenName} chose to show to you
        </Link>
      )}
      {kind === 'preparation' && <GoalsTogether patientId={patient.id} />}
      <NoteForm
        key={kind}
        kind={kind}
        patientId={patient.id}
        questions={kind === 'preparation' ? visitTopics : undefined}
      />
    </div>
  );
}

interface NoteCardProps {
  readonly note: EncounterNote;
  readonly session: { readonly number: number } | undefined;
}

function NoteCard({ note, session }: NoteCardProps) {
  return (
    <article className="card flex flex-col gap-3 rounded-card bg-surface p-5">
      <div>
        <h2 className="text-sub font-sub">{kindWord(note.kind)}</h2>
        <p className="text-small text-ink-2">
          {session !== undefined && `Session ${session.number}. `}
          Held {formatDateTime(note.heldAt)}. {note.authorName}
          {note.signedAt === undefined ? ', not signed' : `, signed ${formatDateTime(note.signedAt)}`}
        </p>
      </div>
      {note.agenda.length > 0 && (
        <dl className="flex flex-col gap-2">
          {note.agenda.map((each) => (
            <div key={each.question} className="border-l-4 border-contour pl-3">
              <dt className="font-serif">{each.question}</dt>
              <dd>
                {each.answer === '' ? <span className="text-ink-2">No answer written</span> : each.answer}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {note.text !== '' && <p className="max-w-[70ch] whitespace-pre-line">{note.text}</p>}
      {note.themes.length > 0 && (
        <div>
          <h3 className="text-small font-[560]">Themes</h3>
          <p className="font-serif">{note.themes.join(', ')}</p>
        </div>
      )}
      {note.commitments.length > 0 && (
        <div>
          <h3 className="text-small font-[560]">What they mean to do</h3>
          <ul className="list-disc pl-5 font-serif">
            {note.commitments.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      {note.nextIntention !== undefined && (
        <div>
          <h3 className="text-small font-[560]">What they hope for next</h3>
          <p className="font-serif">{note.nextIntention}</p>
        </div>
      )}
    </article>
  );
}

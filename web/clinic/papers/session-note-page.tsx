// The note of one session: told from its log, completed by a few free words, signed, co-signed, and said to have changed
// when a later fact came.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  coSignSessionNote,
  getSessionNote,
  type NoteSignature,
  type NoteVersion,
  type SessionNoteTold,
  signSessionNote,
} from '#api/papers.ts';
import { noteBytes } from '#dosing-session/papers/session-note.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, roleWord } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { digestOf } from '#web/kit/digest.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { NoteState } from './note-state.tsx';
import { PaperSections, PaperSheet, PrintButton } from './paper-sheet.tsx';

interface Of {
  readonly patientId: string;
  readonly sessionId: string;
}

export function SessionNotePage() {
  const of = useParams({ from: '/patients/$patientId/sessions/$sessionId/note' });
  const told = useAnswer(['patient', of.patientId, 'note', of.sessionId], getSessionNote, { params: of });
  return (
    <DeskPage
      title="Session note"
      lead={
        <span className="not-on-paper flex flex-wrap gap-x-5">
          <Link
            to="/patients/$patientId"
            params={{ patientId: of.patientId }}
            search={{ tab: 'sessions' }}
            className="link"
          >
            All sessions
          </Link>
          <Link to="/patients/$patientId/sessions/$sessionId/billing" params={of} className="link">
            Billing evidence
          </Link>
          {told.answer?.hasForm === true && (
            <Link to="/patients/$patientId/sessions/$sessionId/form" params={of} className="link">
              Safety programme form
            </Link>
          )}
        </span>
      }
      actions={<PrintButton />}
    >
      <Heard of={told}>
        {(answer) => <Note key={`${answer.versions.length} ${answer.state}`} of={of} told={answer} />}
      </Heard>
    </DeskPage>
  );
}

function Note({ of, told }: { readonly of: Of; readonly told: SessionNoteTold }) {
  const me = useMe();
  const [newest] = told.versions;
  const waits = told.state === 'unsigned' || told.state === 'changed';
  const [shown, setShown] = useState<string>(newest === undefined || waits ? 'now' : String(newest.version));
  const draft = useDraft(`session-note/${of.sessionId}`, { words: newest?.content.words ?? '' });
  const version = told.versions.find((each) => String(each.version) === shown);
  const maySign = waits && has(me, 'nurse', 'prescriber');
  const mayCoSign = told.state === 'signed' && has(me, 'prescriber');
  return (
    <div className="flex flex-col gap-4">
      <div className="not-on-paper flex flex-col gap-4">
        <Card title="Where it stands">
          <NoteState state={told.state} tail={tailOf(told)} />
          {told.state === 'changed' && <Changes told={told} />}
        </Card>
        {told.versions.length > 0 && (
          <Select
            label="Shown below"
            value={shown}
            onChange={(next) => setShown(next ?? 'now')}
            choices={[
              { value: 'now', label: 'As the log stands now, not signed' },
              ...told.versions.map((each) => ({
                value: String(each.version),
                label: `Version ${each.version}, signed ${signedWords(each, told.zone)}`,
              })),
            ]}
          />
        )}
      </div>
      <Paper told={told} version={version} words={version?.content.words ?? draft.value.words} />
      {maySign && version === undefined && <SignCard of={of} told={told} draft={draft} />}
      {mayCoSign && newest !== undefined && version?.version === newest.version && (
        <CoSignCard of={of} version={newest} />
      )}
    </div>
  );
}

function tailOf(told: SessionNoteTold): string {
  const [newest] = told.versions;
  if (told.state === 'not-over') return 'The session is not over. What is here so far is shown below.';
  if (newest === undefined) return 'Nobody has signed it.';
  const signed = `Version ${newest.version}, ${signedWords(newest, told.zone)}`;
  if (told.state !== 'changed') return `${signed}.`;
  return `${newest.factsSince} ${newest.factsSince === 1 ? 'fact' : 'facts'} came after ${signed}.`;
}

function signedWords(version: NoteVersion, zone: string): string {
  return version.signatures.map((each) => `${each.byName} ${formatDateTime(each.at, zone)}`).join(', ');
}

function Changes({ told }: { readonly told: SessionNoteTold }) {
  if (told.changes.length === 0)
    return <p className="mt-2">Not one line of the note differs. A new version can be signed.</p>;
  return (
    <ul className="mt-3 flex flex-col gap-3" aria-label="What changed since it was signed">
      {told.changes.map((change) => (
        <li key={change.heading}>
          <p className="font-sub">{change.heading}</p>
          {change.come.map((line) => (
            <p key={`new ${line}`}>New: {line}</p>
          ))}
          {change.gone.map((line) => (
            <p key={`old ${line}`} className="text-ink-2">
              No longer: {line}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Paper(props: {
  readonly told: SessionNoteTold;
  readonly version: NoteVersion | undefined;
  readonly words: string;
}) {
  const { told, version, words } = props;
  const note = version?.content ?? told.draft;
  return (
    <PaperSheet
      title={note.title}
      clinicName={note.clinicName}
      patientName={note.patientName}
      birthDate={note.birthDate}
      date={note.date}
      zone={told.zone}
      foot={`Protocol ${note.protocol}`}
    >
      <PaperSections sections={note.sections} />
      <section>
        <h2 className="text-sub font-sub">Added in free words</h2>
        <p className="whitespace-pre-wrap">{words.trim() === '' ? 'Nothing was added.' : words.trim()}</p>
      </section>
      <section className="paper-box">
        <h2 className="text-sub font-sub">Signatures</h2>
        {version === undefined ? (
          <p>Not signed.</p>
        ) : (
          <>
            {version.signatures.map((each) => (
              <Signature key={each.part} signature={each} zone={told.zone} />
            ))}
            {!version.signatures.some(({ part }) => part === 'co-signer') && <p>Not co-signed.</p>}
            {version.factsSince > 0 && (
              <p>
                Changed since: {version.factsSince} {version.factsSince === 1 ? 'fact' : 'facts'} came after
                this version was signed.
              </p>
            )}
            <p className="mt-1 text-[0.8em] break-all">
              Version {version.version}. SHA-256 of what was signed: {version.sha256}
            </p>
          </>
        )}
      </section>
    </PaperSheet>
  );
}

function Signature({ signature, zone }: { readonly signature: NoteSignature; readonly zone: string }) {
  return (
    <p>
      {signature.part === 'author' ? 'Signed' : 'Co-signed'} by {signature.byName}, {roleWord(signature.as)},{' '}
      {formatDateTime(signature.at, zone)}: “{signature.meaning}”
    </p>
  );
}

function SignCard(props: {
  readonly of: Of;
  readonly told: SessionNoteTold;
  readonly draft: ReturnType<typeof useDraft<{ words: string }>>;
}) {
  const { of, told, draft } = props;
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const sign = useAct(
    (body: { words: string; sha256: string; version: number }, commandId) =>
      call(signSessionNote, {
        params: { ...of },
        body: { id, ...body, meaning: 'I wrote this note' },
        commandId,
      }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['patient', of.patientId] });
      queries.invalidateQueries({ queryKey: ['papers'] });
    },
  );
  return (
    <Card title={told.state === 'changed' ? 'Sign a new version' : 'Sign it'} className="not-on-paper">
      <Form
        failure={sign.failure}
        stillTrue="It is not signed. What you typed is still here."
        onSubmit={async () => {
          const words = draft.value.words.trim();
          const sha256 = await digestOf(noteBytes(told.draft, words));
          await sign.run({ words, sha256, version: told.versions[0]?.version ?? 0 });
        }}
        actions={
          <Button type="submit" variant="primary" size="large" busy={sign.busy ? 'Signing' : undefined}>
            I wrote this note
          </Button>
        }
      >
        <p className="max-w-[46rem]">
          You sign the words above and the ones you add. A fact that comes later never changes this version;
          it asks for the next one.
        </p>
        <TextArea
          label="Add in your own words"
          name="words"
          optional
          value={draft.value.words}
          onChange={(words) => draft.set({ words })}
        />
      </Form>
    </Card>
  );
}

function CoSignCard({ of, version }: { readonly of: Of; readonly version: NoteVersion }) {
  const me = useMe();
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const coSign = useAct(
    (sha256: string, commandId) =>
      call(coSignSessionNote, {
        params: { ...of },
        body: { id, version: version.version, sha256, meaning: 'I read this note and agree' },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', of.patientId] });
      queries.invalidateQueries({ queryKey: ['papers'] });
    },
  );
  const isAuthor = version.signatures.some(({ byName }) => byName === me.name);
  return (
    <Card title="Co-sign it" className="not-on-paper">
      <p className="mb-3 max-w-[46rem]">
        {isAuthor
          ? 'You signed this note as its author. Another prescriber co-signs it.'
          : 'Your name stands for the very words shown above.'}
      </p>
      {coSign.failure !== undefined && (
        <ErrorState title={failureWords(coSign.failure)} stillTrue="It is not co-signed." compact />
      )}
      {!isAuthor && (
        <Button
          variant="primary"
          size="large"
          busy={coSign.busy ? 'Signing' : undefined}
          onClick={() => void coSign.run(version.sha256)}
        >
          I read this note and agree
        </Button>
      )}
    </Card>
  );
}

// One protocol: how it differs from the one it was made from, every value with its source, and the two acts on it. To
// change is to propose the next version; to sign is to answer for the one on the screen.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { getProtocol, type Protocol, proposeProtocol, signProtocol } from '#api/protocols.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { nameInWords } from '#clinical/name-in-words.ts';
import { settingsAt } from '#clinical/protocol/care-steps.ts';
import type { EditionChange } from '#clinical/protocol/edition-diff.ts';
import type { EditionPart } from '#clinical/protocol/edition-parts.ts';
import { sources } from '#clinical/sources.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { sureness } from '#web/clinic/sureness.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Form } from '#web/kit/form.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Table } from '#web/kit/table.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import {
  asTyped,
  fixedBecause,
  isChangeable,
  partName,
  partText,
  readChange,
  settingWords,
  type TypedChange,
} from './part-words.ts';
import { ProtocolState } from './protocol-state.tsx';

type Told = AnswerOf<typeof getProtocol>;

export function ProtocolPage() {
  const { editionId } = useParams({ from: '/protocols/$editionId' });
  const told = useAnswer(['protocols', editionId], getProtocol, { params: { edition: editionId } });
  const name = told.answer?.protocol.name ?? 'Protocol';
  return (
    <DeskPage
      title={told.answer === undefined ? name : `${name}, version ${told.answer.protocol.version}`}
      lead={
        <Link to="/protocols" className="link">
          All protocols
        </Link>
      }
    >
      <Heard of={told}>{(answer) => <Opened key={answer.protocol.id} told={answer} />}</Heard>
    </DeskPage>
  );
}

function Opened({ told }: { readonly told: Told }) {
  const prescribes = has(useMe(), 'prescriber');
  const { protocol, parts, changes, findings } = told;
  return (
    <div className="flex flex-col gap-4">
      <Card title="Who answers for it">
        <ProtocolState protocol={protocol} />
      </Card>
      {protocol.state !== 'example' && <Difference protocol={protocol} changes={changes} />}
      {findings.length > 0 && (
        <Card title="What speaks against it">
          <ul className="flex flex-col gap-2">
            {findings.map((finding) => (
              <FindingLine key={`${finding.code} ${finding.title}`} finding={finding} />
            ))}
          </ul>
        </Card>
      )}
      {prescribes && protocol.state === 'proposed' && <SignCard protocol={protocol} />}
      <Values protocol={protocol} parts={parts} mayChange={prescribes && protocol.state !== 'proposed'} />
    </div>
  );
}

function Difference({
  protocol,
  changes,
}: {
  readonly protocol: Protocol;
  readonly changes: readonly EditionChange[];
}) {
  return (
    <Card title="What it changes">
      {protocol.baseId !== undefined && (
        <p className="mb-2">
          Made from{' '}
          <Link to="/protocols/$editionId" params={{ editionId: protocol.baseId }} className="link">
            the version before it
          </Link>
          .
        </p>
      )}
      {changes.length === 0 ? (
        <p>Not one value differs.</p>
      ) : (
        <Table
          label="Changed values"
          columns={[
            { id: 'value', title: 'Value', cell: (row: EditionChange) => partName(row.path) },
            { id: 'before', title: 'Before', cell: (row) => <Part part={row.before} /> },
            { id: 'after', title: 'After', cell: (row) => <Part part={row.after} /> },
          ]}
          rows={changes}
          rowKey={(row) => row.path}
        />
      )}
    </Card>
  );
}

function Part({ part }: { readonly part: EditionPart | undefined }) {
  if (part === undefined) return <span className="text-ink-2">not there</span>;
  return (
    <>
      <span className="figures font-sub">{partText(part)}</span>
      {part.kind === 'value' && (
        <span className="block text-small text-ink-2">
          {sources[part.value.source]}.
          {part.value.confidence !== 'H' && ` ${sureness(part.value.confidence)}.`}
          {part.value.note !== undefined && ` ${part.value.note}`}
        </span>
      )}
    </>
  );
}

function FindingLine({ finding }: { readonly finding: DetectedIssue }) {
  return (
    <li className="flex gap-2.5">
      <StateMark
        state={finding.action === 'exclude' ? 'not-met' : finding.action === 'unknown' ? 'unknown' : 'due'}
        size={22}
        className="mt-0.5"
      />
      <span>{finding.title}</span>
    </li>
  );
}

function SignCard({ protocol }: { readonly protocol: Protocol }) {
  const queries = useQueryClient();
  const sign = useAct(
    (sha256: string, commandId) =>
      call(signProtocol, {
        params: { edition: protocol.id },
        body: { sha256, meaning: 'I answer for this protocol' },
        commandId,
      }),
    () => void queries.invalidateQueries({ queryKey: ['protocols'] }),
  );
  return (
    <Card title="Sign it">
      <p className="mb-3 max-w-[46rem]">
        With your name it can be planned from now on. It can never be changed again; a change is the next
        version. Series already planned keep the protocol they were planned on.
      </p>
      {sign.failure !== undefined && (
        <ErrorState title={failureWords(sign.failure)} stillTrue="It is not signed." compact />
      )}
      <Button
        variant="primary"
        size="large"
        busy={sign.busy ? 'Signing' : undefined}
        onClick={() => void sign.run(protocol.sha256)}
      >
        I answer for this protocol
      </Button>
    </Card>
  );
}

interface Draft {
  readonly name: string;
  readonly changes: Readonly<Record<string, TypedChange>>;
}

function Values({
  protocol,
  parts: all,
  mayChange,
}: {
  readonly protocol: Protocol;
  readonly parts: readonly EditionPart[];
  readonly mayChange: boolean;
}) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const draft = useDraft<Draft>(`protocol/${protocol.id}`, { name: protocol.name, changes: {} });
  const { name, changes } = draft.value;
  const parts = all.filter((part) => part.kind === 'value');
  const sections = [...new Set(parts.map((part) => part.path.split('.')[0] ?? ''))];
  const read = Object.entries(changes).map(([path, typed]) => ({ path, ...readChange(typed, partAt(path)) }));
  const propose = useAct(
    (body: Parameters<typeof bodyOf>[0], commandId) =>
      call(proposeProtocol, { body: bodyOf(body), commandId }),
    (proposed) => {
      draft.clear();
      queries.invalidateQueries({ queryKey: ['protocols'] });
      navigate({ to: '/protocols/$editionId', params: { editionId: proposed.id } });
    },
  );

  function partAt(path: string): EditionPart | undefined {
    return parts.find((part) => part.path === path);
  }

  function change(path: string, typed: TypedChange | undefined): void {
    const { [path]: _before, ...others } = changes;
    draft.set({ name, changes: typed === undefined ? others : { ...others, [path]: typed } });
  }

  const list = (
    <div className="flex flex-col gap-2">
      {sections.map((section) => (
        <details key={section} className="rounded-card bg-surface px-5 py-2" open={section === 'limits'}>
          <summary className="link flex min-h-12 cursor-pointer items-center font-sub">
            {nameInWords(section)}
          </summary>
          <ul className="pb-3">
            {parts
              .filter((part) => part.path.split('.')[0] === section)
              .map((part) => (
                <li
                  key={part.path}
                  className="grid gap-x-6 gap-y-1 border-t border-contour py-2.5 tablet:grid-cols-[18rem_1fr]"
                >
                  <span>{partName(part.path)}</span>
                  <div>
                    <Part part={part} />
                    {fixedBecause(part) !== undefined && (
                      <span className="block text-small text-ink-2">{fixedBecause(part)}</span>
                    )}
                    {mayChange && isChangeable(part) && (
                      <ChangeForm
                        part={part}
                        typed={changes[part.path]}
                        tried={tried}
                        onChange={(typed) => change(part.path, typed)}
                      />
                    )}
                  </div>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </div>
  );
  if (!mayChange) return list;
  const count = read.length;
  return (
    <Form
      failure={propose.failure}
      stillTrue="Nothing was proposed. What you typed is still here."
      onSubmit={() => {
        setTried(true);
        if (name.trim() === '' || read.some((each) => each.value === undefined || each.note === '')) return;
        propose.run({ id, baseId: protocol.id, name: name.trim(), changes: read });
      }}
      actions={
        <Button type="submit" variant="primary" size="large" busy={propose.busy ? 'Proposing' : undefined}>
          {count === 0 ? 'Propose it as it stands' : `Propose ${count} ${count === 1 ? 'change' : 'changes'}`}
        </Button>
      }
    >
      {list}
      <Card title="Propose a version of your own">
        <p className="mb-3 max-w-[46rem]">
          Change what your clinic does otherwise, and say why. The proposal is in force for nobody until
          someone signs it.
        </p>
        <TextField
          label="Name of the protocol"
          name="name"
          value={name}
          onChange={(next) => draft.set({ name: next, changes })}
          fault={tried && name.trim() === '' ? 'Give it a name' : undefined}
        />
      </Card>
    </Form>
  );
}

function bodyOf(proposal: {
  readonly id: string;
  readonly baseId: string;
  readonly name: string;
  readonly changes: readonly {
    readonly path: string;
    readonly value?: ReturnType<typeof readChange>['value'];
    readonly note: string;
  }[];
}) {
  return {
    ...proposal,
    changes: proposal.changes.flatMap(({ path, value, note }) =>
      value === undefined ? [] : [{ path, value, note }],
    ),
  };
}

function ChangeForm(props: {
  readonly part: EditionPart;
  readonly typed: TypedChange | undefined;
  readonly tried: boolean;
  readonly onChange: (typed: TypedChange | undefined) => void;
}) {
  const { part, typed, tried, onChange } = props;
  if (typed === undefined) {
    return (
      <Button variant="quiet" size="row" onClick={() => onChange({ text: asTyped(part), note: '' })}>
        Change<span className="sr-only"> {partName(part.path)}</span>
      </Button>
    );
  }
  const { value } = readChange(typed, part);
  const settings = settingsAt(part.path);
  const write = (text: string): void => onChange({ ...typed, text });
  return (
    <div className="mt-2 flex flex-col gap-3 rounded-control bg-shallow p-4">
      {settings === undefined ? (
        <TextField
          label={`New value${part.kind === 'value' ? `, ${part.value.unit}` : ''}`}
          name={`changes.${part.path}.value`}
          value={typed.text}
          onChange={write}
          fault={tried && value === undefined ? 'Give a value of the same kind' : undefined}
        />
      ) : (
        <ChoiceGroup
          label="This step is"
          columns={3}
          value={settings.find((setting) => setting === typed.text)}
          onChange={write}
          choices={settings.map((setting) => ({ value: setting, label: settingWords[setting] }))}
        />
      )}
      <TextField
        label="Why this clinic does it so"
        name={`changes.${part.path}.note`}
        value={typed.note}
        onChange={(note) => onChange({ ...typed, note })}
        fault={tried && typed.note.trim() === '' ? 'Say why; it is kept beside the value' : undefined}
      />
      <Button variant="quiet" size="row" className="self-start" onClick={() => onChange(undefined)}>
        Leave it as it was
      </Button>
    </div>
  );
}

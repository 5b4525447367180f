// The training record of one drill: line by line what was done, when and by whom, signed by both, to print or to keep as a file.
import { Link, useParams } from '@tanstack/react-router';
import { type DrillRead, getDrill, signDrill } from '#api/drills.ts';
import type { RecordLine } from '#dosing-session/drills/record.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { formatClock, formatDateTime } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { lineDetail, recordStates, scenarioName, sourceWords } from './drill-words.ts';

export function DrillRecordPage() {
  const { drillId } = useParams({ from: '/drills/$drillId' });
  const told = useAnswer(['drill', drillId], getDrill, { params: { drillId } });
  const { answer } = told;
  return (
    <div data-drill>
      <DeskPage
        title={answer === undefined ? 'Training record' : `Training record: ${scenarioName(answer.scenario)}`}
        lead="A drill with a made-up person. It says what the log shows and gives no mark."
        actions={
          answer !== undefined && (
            <span className="not-on-paper flex flex-wrap gap-2">
              {answer.ended === undefined && (
                <Link
                  to="/drills/$drillId/room"
                  params={{ drillId }}
                  className={buttonClass({ variant: 'primary' })}
                >
                  Back to the drill
                </Link>
              )}
              <Button onClick={() => window.print()}>Print</Button>
              <a
                className={buttonClass()}
                download={`training-record-${drillId}.csv`}
                href={`data:text/csv;charset=utf-8,${encodeURIComponent(asFile(answer))}`}
              >
                Save as a file
              </a>
            </span>
          )
        }
      >
        <Heard of={told}>{(read) => <Record read={read} again={told.again} />}</Heard>
      </DeskPage>
    </div>
  );
}

const columns: readonly Column<RecordLine>[] = [
  { id: 'what', title: 'Expected', cell: (line) => line.words },
  { id: 'limit', title: 'Within', figures: true, cell: (line) => `${line.limitSeconds} s` },
  {
    id: 'state',
    title: 'What the log shows',
    cell: (line) => (
      <StateWord
        state={recordStates[line.state].mark}
        word={recordStates[line.state].word}
        tail={lineDetail(line, formatClock)}
      />
    ),
  },
  {
    id: 'source',
    title: 'Where the limit comes from',
    cell: (line) => <span className="text-small text-ink-2">{sourceWords(line.source)}</span>,
  },
];

function Record({ read, again }: { readonly read: DrillRead; readonly again: () => void }) {
  return (
    <>
      <Card>
        <dl className="m-0 grid gap-x-8 gap-y-2 tablet:grid-cols-2">
          {headLines(read).map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-2">{name}</dt>
              <dd className="m-0 font-[540]">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 font-[560]">
          {read.approved === undefined
            ? 'EXAMPLE. What is expected here was not approved by a clinician.'
            : `What is expected here, version ${read.scenarioVersion}, was approved by ${read.approved.byName}, ${formatDateTime(read.approved.at)}.`}
        </p>
      </Card>
      <Table label="Expected actions" columns={columns} rows={read.record} rowKey={(line) => line.id} />
      <Signatures read={read} again={again} />
    </>
  );
}

function Signatures({ read, again }: { readonly read: DrillRead; readonly again: () => void }) {
  const { maySignAs: part, signatures, recordSha256 } = read;
  const sign = useAct(
    (body: { part: 'trainee' | 'trainer'; recordSha256: string }, commandId) =>
      call(signDrill, { params: { drillId: read.id }, body, commandId }),
    again,
  );
  const isSigned = signatures.some((one) => one.part === part && one.isOfThisRecord);
  return (
    <Card title="Signatures">
      <div className="flex flex-col gap-3">
        {signatures.length === 0 && <p className="text-ink-2">Nobody has signed this record.</p>}
        {signatures.map((one) => (
          <p key={`${one.part}/${one.at}`}>
            {one.byName}, as {one.part}, {formatDateTime(one.at)}
            {!one.isOfThisRecord && '. More arrived since: this was signed on an earlier record'}
          </p>
        ))}
        {read.ended === undefined && <p>The drill still runs. It can be signed when it has ended.</p>}
        {part !== undefined && !isSigned && (
          <div className="not-on-paper">
            <Button
              variant="primary"
              busy={sign.busy ? 'Signing' : undefined}
              onClick={() => sign.run({ part, recordSha256 })}
            >
              Sign as {part}: this is what the log shows
            </Button>
          </div>
        )}
        <Failure failure={sign.failure} />
      </div>
    </Card>
  );
}

function headLines(read: DrillRead): readonly (readonly [string, string])[] {
  return [
    ['Clinic', read.clinicName],
    ['Who trained', read.trainee.name],
    ['Who led', read.trainer?.name ?? 'nobody named'],
    ['Room', read.roomName],
    ['Began', formatDateTime(read.startedAt)],
    [
      'Ended',
      read.ended === undefined ? 'still runs' : `${formatDateTime(read.ended.at)}, by ${read.ended.byName}`,
    ],
    ['Protocol', `${read.edition.name}, version ${read.edition.version}`],
    ['Seed', String(read.seed)],
  ];
}

/** One line per expected action, for a spreadsheet. */
function asFile(read: DrillRead): string {
  // A cell that begins like a formula would be worked out by a spreadsheet.
  const cell = (value: string | number | undefined): string =>
    `"${String(value ?? '')
      .replace(/^[=+\-@]/, "'$&")
      .replaceAll('"', '""')}"`;
  const rows = [
    ['DRILL. Nobody real', scenarioName(read.scenario)],
    ...headLines(read),
    [],
    ['expected', 'limit seconds', 'what the log shows', 'seconds', 'at', 'by', 'detail', 'source'],
    ...read.record.map((line) => {
      const done = line.state === 'in-time' || line.state === 'late' ? line : undefined;
      return [
        line.words,
        line.limitSeconds,
        recordStates[line.state].word,
        done?.seconds,
        done && formatDateTime(done.at),
        done?.byName,
        lineDetail(line, formatClock),
        sourceWords(line.source),
      ];
    }),
    [],
    ...read.signatures.map((one) => [
      'signed',
      one.part,
      one.byName,
      formatDateTime(one.at),
      one.isOfThisRecord ? 'on this record' : 'on an earlier record',
    ]),
  ];
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

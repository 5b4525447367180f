// A sheet comes back: its lines are typed along the paper, each kept at its own time with who saw it. What is still only on
// paper stays in sight until it is typed, or someone says the paper holds nothing.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { getPaperEntry, sayLeftEmpty } from '#api/downtime.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { type FlowsheetRow, flowsheetRows } from '#dosing-session/flowsheet.ts';
import { stillOnPaper } from '#dosing-session/paper.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { type SessionFacts, useSessionFacts } from '#web/clinic/session-facts.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { type Asked, useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Loading } from '#web/kit/loading.tsx';
import { formatClock, formatDateTime } from '#web/kit/locale.ts';
import { type Column, Table } from '#web/kit/table.tsx';
import { OtherLines } from './other-lines.tsx';
import { SheetLines } from './sheet-lines.tsx';

type PaperEntry = AnswerOf<typeof getPaperEntry>;

export function FromPaperPage() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId/paper' });
  const { sheet } = useSearch({ from: '/patients/$patientId/sessions/$sessionId/paper' });
  const facts = useSessionFacts(patientId, sessionId);
  const entry = useAnswer(['patient', patientId, 'paper', sessionId], getPaperEntry, {
    params: { patientId, sessionId },
  });
  const { room, edition } = facts;
  return (
    <DeskPage
      title={room === undefined ? 'From paper' : `From paper: ${room.patientName}`}
      lead={`${sheet === undefined ? 'A sheet without a code.' : `Sheet ${sheet}.`} Type what stands on the paper, with the time on the paper. Nothing is refused for being late or high.`}
      actions={
        <Link
          to="/patients/$patientId/sessions/$sessionId/room"
          params={{ patientId, sessionId }}
          className="link"
        >
          Open the room
        </Link>
      }
    >
      {facts.failure !== undefined && <ErrorState compact title={failureWords(facts.failure)} />}
      {room === undefined ? (
        facts.failure === undefined && <Loading />
      ) : edition === undefined ? (
        <p>
          Nobody here can read the protocol of this session, so its due times are unknown. Ask a prescriber.
        </p>
      ) : (
        <Heard of={entry}>
          {(answer) => <Typing facts={facts} entry={answer} asked={entry} sheet={sheet} />}
        </Heard>
      )}
    </DeskPage>
  );
}

function Typing({
  facts,
  entry,
  asked,
  sheet,
}: {
  readonly facts: SessionFacts;
  readonly entry: PaperEntry;
  readonly asked: Asked<PaperEntry>;
  readonly sheet: string | undefined;
}) {
  const { room, edition, state, now, refused } = facts;
  if (room === undefined || edition === undefined) return null;
  const on = {
    facts,
    edition,
    staff: entry.staff,
    zone: entry.zone,
    sheet,
    bookedAt: room.record.cycle?.doseAppointment?.startsAt ?? state.facts.PatientArrived[0]?.at ?? now,
  };
  return (
    <div className="flex flex-col gap-5">
      {refused.length > 0 && (
        <ErrorState
          title="Something typed here was not accepted by the clinic’s server."
          stillTrue="It has no effect. Open the room to see it and settle it."
        />
      )}
      <OtherLines on={on} />
      <SheetLines on={on} />
      <StillMissing facts={facts} entry={entry} asked={asked} />
      <Kept facts={facts} zone={entry.zone} />
    </div>
  );
}

function StillMissing({
  facts,
  entry,
  asked,
}: {
  readonly facts: SessionFacts;
  readonly entry: PaperEntry;
  readonly asked: Asked<PaperEntry>;
}) {
  const { room, edition, state, now } = facts;
  const say = useAct(
    ({ id, minute }: { id: string; minute: number }, commandId) =>
      call(sayLeftEmpty, {
        params: { patientId: room?.patientId ?? '', sessionId: room?.id ?? '' },
        body: { id, minute },
        commandId,
      }),
    () => asked.again(),
  );
  if (edition === undefined) return null;
  const left = stillOnPaper({
    state,
    edition,
    now,
    nothingAtMinutes: entry.leftEmpty.map(({ minute }) => minute),
  });
  return (
    <Card title="On paper and not typed yet">
      <div className="flex flex-col gap-3" aria-live="polite">
        {left.kind === 'unknown' && (
          <p>Unknown: the start of the dose is not typed, so no due time can be counted. Type it first.</p>
        )}
        {left.kind === 'known' && left.rows.length === 0 && (
          <p>
            Every due time up to now has a line, or someone said the paper was empty.
            {!left.isOver && ' That they left is not typed yet, so more times may fall due.'}
          </p>
        )}
        {left.kind === 'known' && left.rows.length > 0 && (
          <>
            {!left.isOver && <p>That they left is not typed yet. Until it is, times go on falling due.</p>}
            <ul className="m-0 flex list-none flex-col gap-2 p-0">
              {left.rows.map(({ minute, dueAt }) => (
                <li key={minute} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  <span className="figures min-w-44">
                    {minute} min, due {formatClock(dueAt, entry.zone)}
                  </span>
                  <Button
                    className="min-h-12"
                    busy={say.busy ? 'Saying so' : undefined}
                    onClick={() => say.run({ id: newCommandId(), minute })}
                  >
                    Nothing on the paper at {minute} min
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {entry.leftEmpty.map(({ minute, at, byName }) => (
          <p key={minute} className="text-small text-ink-2">
            {minute} min: nothing on the paper, {byName}, {formatDateTime(at, entry.zone)}.
          </p>
        ))}
        <Failure failure={say.failure} stillTrue="It still counts as missing." />
      </div>
    </Card>
  );
}

function Kept({ facts, zone }: { readonly facts: SessionFacts; readonly zone: string }) {
  const rows = flowsheetRows(facts.state);
  const two = new Set(
    rows
      .filter(({ slotMinute, paper }) =>
        rows.some(
          (other) =>
            slotMinute !== undefined &&
            other.slotMinute === slotMinute &&
            (other.paper === undefined) !== (paper === undefined),
        ),
      )
      .map(({ slotMinute }) => slotMinute),
  );
  const columns: readonly Column<FlowsheetRow>[] = [
    { id: 'at', title: 'True at', figures: true, cell: (row) => formatClock(row.at, zone) },
    {
      id: 'minute',
      title: 'Due',
      figures: true,
      cell: (row) => (row.slotMinute === undefined ? '' : `${row.slotMinute} min`),
    },
    { id: 'pressure', title: 'Pressure', figures: true, cell: pressure },
    { id: 'pulse', title: 'Pulse', figures: true, cell: (row) => sign(row, 'heartRatePerMin') },
    { id: 'oxygen', title: 'SpO₂', figures: true, cell: (row) => sign(row, 'spo2Percent') },
    { id: 'breaths', title: 'Breaths', figures: true, cell: (row) => sign(row, 'respiratoryRatePerMin') },
    { id: 'moaas', title: 'MOAA/S', figures: true, cell: (row) => row.moaas ?? '' },
    { id: 'seen', title: 'Seen by', cell: (row) => row.paper?.seenByName ?? row.byName },
    {
      id: 'written',
      title: 'Written',
      figures: true,
      cell: (row) => (
        <>
          {formatDateTime(row.writtenAt, zone)}
          {row.paper === undefined
            ? row.source === 'device'
              ? ', by a device'
              : ', in the room'
            : `, from paper by ${row.byName}`}
          {two.has(row.slotMinute) && (
            <span className="block text-small">Paper and screen both have this time. Both are kept.</span>
          )}
        </>
      ),
    },
  ];
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-sub font-sub">What is kept</h2>
      <Table
        label="What is kept"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.eventIds[0] ?? String(row.at)}
        empty={<EmptyState>No reading is kept yet. The first line you type stands here.</EmptyState>}
      />
    </section>
  );
}

function sign(row: FlowsheetRow, name: 'heartRatePerMin' | 'spo2Percent' | 'respiratoryRatePerMin'): string {
  const value = row.signs[name];
  return value === undefined ? (row.couldNotRead.includes(name) ? 'not read' : '') : String(value);
}

function pressure(row: FlowsheetRow): string {
  const { systolicMmHg: upper, diastolicMmHg: lower } = row.signs;
  if (upper === undefined && lower === undefined)
    return row.couldNotRead.includes('systolicMmHg') ? 'not read' : '';
  return `${upper ?? '?'} / ${lower ?? '?'}`;
}

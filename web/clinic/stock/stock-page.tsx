// The drug cupboard as the book has it: what waits for a second person first, then what is in a syringe, then what is in
// the cupboard, container by container.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Cupboard,
  type CupboardContainer,
  getCupboard,
  type OpenDraw,
  type RoomUseOpen,
  type WaitingWaste,
  witnessWaste,
} from '#api/medication-stock.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { CountResult } from './count-outcome.tsx';
import { FindingLine } from './finding-line.tsx';
import { type StockAct, StockSheet } from './stock-acts.tsx';
import { mg, ml, occasionWords, productName } from './stock-words.ts';

export function StockPage() {
  const me = useMe();
  const cupboard = useAnswer(['drug-ledger', 'cupboard'], getCupboard);
  const writes = has(me, 'nurse', 'prescriber');
  const counts = has(me, 'nurse', 'prescriber', 'admin');
  return (
    <DeskPage
      title="Drug cupboard"
      lead="What the book says is there. A line is never changed; a correction is a later line."
      actions={
        <>
          {writes && (
            <Link to="/stock/receive" className={buttonClass({ variant: 'primary', className: 'min-h-12' })}>
              Receive
            </Link>
          )}
          {counts && (
            <Link to="/stock/count" className={buttonClass({ className: 'min-h-12' })}>
              Count
            </Link>
          )}
          <Link to="/stock/book" className={buttonClass({ className: 'min-h-12' })}>
            The book
          </Link>
        </>
      }
    >
      {writes && !me.onShift && <StartShiftBlock />}
      <Heard of={cupboard}>{(answer) => <Inside cupboard={answer} writes={writes} />}</Heard>
    </DeskPage>
  );
}

function Inside({ cupboard, writes }: { readonly cupboard: Cupboard; readonly writes: boolean }) {
  const [act, setAct] = useState<StockAct>();
  const { containers, draws, waiting, roomUses, halfCount, lastCount, inventory, receipts } = cupboard;
  const here = containers.filter(({ state }) => state === 'sealed' || state === 'opened');
  // What is empty or gone is out of the cupboard; it stays on view for as long as something about it does not fit.
  const unsettled = containers.filter(
    ({ state, issues }) => state !== 'sealed' && state !== 'opened' && issues.some(isOfContainer),
  );
  return (
    <>
      {waiting.length > 0 && (
        <Section title="Waiting for a witness">
          <ul className="flex flex-col gap-3">
            {waiting.map((waste) => (
              <WasteLine key={waste.id} waste={waste} writes={writes} />
            ))}
          </ul>
        </Section>
      )}
      {roomUses.length > 0 && (
        <Section title="In a room, and not in the book">
          <ul className="flex flex-col gap-3">
            {roomUses.map((use) => (
              <RoomUseLine key={use.eventId} use={use} onAct={writes ? setAct : undefined} />
            ))}
          </ul>
        </Section>
      )}
      {draws.length > 0 && (
        <Section title="In a syringe">
          <ul className="flex flex-col gap-3">
            {draws.map((draw) => (
              <DrawLine key={draw.id} draw={draw} onAct={writes ? setAct : undefined} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="In the cupboard">
        {here.length === 0 ? (
          <EmptyState>
            Nothing, by the book. What is received appears here, container by container.
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-3">
            {[...here, ...unsettled].map((container) => (
              <ContainerLine key={container.id} container={container} onAct={writes ? setAct : undefined} />
            ))}
          </ul>
        )}
      </Section>
      <div className="grid items-start gap-4 tablet:grid-cols-2">
        <Card title="The last count">
          {halfCount !== undefined && (
            <p className="mb-3 flex gap-2.5">
              <StateMark state="due" size={22} className="mt-0.5" />
              <span>
                {occasionWords[halfCount.occasion]}: {halfCount.byName} counted at{' '}
                {formatDateTime(halfCount.at)}. A second person counts before it is held against the book.
              </span>
            </p>
          )}
          {lastCount === undefined ? (
            <p className="text-ink-2">No count by two people yet.</p>
          ) : (
            <CountResult count={lastCount} />
          )}
        </Card>
        <Card title="Inventory">
          {inventory.lastOn !== undefined && (
            <p>
              Last taken on {formatLocalDate(inventory.lastOn, 'long')}.
              {inventory.nextDueBy !== undefined &&
                ` The next is due by ${formatLocalDate(inventory.nextDueBy, 'long')}.`}
            </p>
          )}
          {inventory.lastOn === undefined ? (
            <FindingLineOfNoInventory />
          ) : (
            inventory.issues.map((issue) => <FindingLine key={issue.code} issue={issue} />)
          )}
        </Card>
      </div>
      {receipts.length > 0 && (
        <Card title="Receipts with a gap">
          <ul className="flex flex-col gap-2">
            {receipts.map((receipt) => (
              <li key={receipt.id}>
                <span className="font-sub">
                  Line {receipt.position}, {receipt.name}
                </span>
                {receipt.issues.map((issue) => (
                  <FindingLine key={issue.code} issue={issue} />
                ))}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-small text-ink-2">Put the line right in the book; the old one stays.</p>
        </Card>
      )}
      {act !== undefined && <StockSheet act={act} draws={draws} onClose={() => setAct(undefined)} />}
    </>
  );
}

/** A waste without its witness has a place of its own, above. */
function isOfContainer({ code }: DetectedIssue): boolean {
  return code !== 'waste-without-witness';
}

function FindingLineOfNoInventory() {
  return (
    <p className="flex gap-2.5">
      <StateMark state="unknown" size={22} className="mt-0.5" />
      <span>No inventory is in the book, so it is not known by when the next is due.</span>
    </p>
  );
}

function WasteLine({ waste, writes }: { readonly waste: WaitingWaste; readonly writes: boolean }) {
  const me = useMe();
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const witness = useAct(
    (amount: { readonly mg: number }, commandId) =>
      call(witnessWaste, {
        body: {
          id,
          happenedAt: serverNow(),
          wasteId: waste.id,
          mg: amount.mg,
          meaning: 'I saw this wasted',
        },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['drug-ledger'] });
    },
  );
  const isMine = waste.byId === me.id;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-surface p-4">
      <StateMark state="unknown" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-sub">
          {mg(waste.mg)} of {waste.substance} from No. {waste.containerNumber}, {waste.manner}
        </p>
        <p className="text-small text-ink-2">
          {waste.patientName !== undefined && `Drawn for ${waste.patientName}. `}
          Wasted by {waste.byName}, {formatDateTime(waste.at)}
        </p>
        <Failure failure={witness.failure} stillTrue="It is not witnessed." />
      </div>
      {isMine ? (
        <p className="max-w-64 text-small">Another person confirms it, signed in as themselves.</p>
      ) : (
        writes && (
          <Button
            variant="primary"
            className="min-h-12"
            busy={witness.busy ? 'Signing' : undefined}
            onClick={() => witness.run({ mg: waste.mg })}
          >
            I saw {mg(waste.mg)} wasted
          </Button>
        )
      )}
    </li>
  );
}

/** Someone owns it: whoever wrote it in the room, until a line of the book stands for it. */
function RoomUseLine(props: {
  readonly use: RoomUseOpen;
  readonly onAct: ((act: StockAct) => void) | undefined;
}) {
  const { use, onAct } = props;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-surface p-4">
      <StateMark state="unknown" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-sub">
          {use.patientName}: {use.what}
        </p>
        <p className="text-small text-ink-2">
          Written in the room by {use.byName}, {formatDateTime(use.at)}. No draw stands for it; {use.byName}{' '}
          answers for it until one does.
        </p>
      </div>
      {onAct !== undefined && (
        <Button variant="primary" className="min-h-12" onClick={() => onAct({ kind: 'settle', use })}>
          Settle it
        </Button>
      )}
    </li>
  );
}

function DrawLine(props: { readonly draw: OpenDraw; readonly onAct: ((act: StockAct) => void) | undefined }) {
  const { draw, onAct } = props;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-surface p-4">
      <StateMark state={draw.leftMg < 0 ? 'not-met' : 'due'} />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-sub">
          {mg(draw.leftMg)} for {draw.patientName}
        </p>
        <p className="text-small text-ink-2">
          {mg(draw.mg)}, {ml(draw.mg, draw.strengthMgPerMl)}, drawn from No. {draw.containerNumber} by{' '}
          {draw.byName}, {formatDateTime(draw.at)}
          {draw.leftMg < 0 && '. More was given or wasted than was drawn up'}
        </p>
      </div>
      {onAct !== undefined && (
        <div className="flex gap-2">
          <Button variant="primary" className="min-h-12" onClick={() => onAct({ kind: 'give', draw })}>
            Given
          </Button>
          <Button className="min-h-12" onClick={() => onAct({ kind: 'waste', draw })}>
            Waste the rest
          </Button>
        </div>
      )}
    </li>
  );
}

function ContainerLine(props: {
  readonly container: CupboardContainer;
  readonly onAct: ((act: StockAct) => void) | undefined;
}) {
  const { container, onAct } = props;
  const { number, state, leftMg, lot, expiry, place, issues } = container;
  const words = { sealed: 'sealed', opened: 'opened', empty: 'empty', gone: 'no longer here' };
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-surface p-4">
      <p className="figures w-20 text-sub font-sub">No. {number}</p>
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <span className="figures font-sub">{mg(leftMg)}</span>, {words[state]}. {productName(container)}
        </p>
        <p className="figures text-small text-ink-2">
          Lot {lot}. Expires {expiry}.{place !== undefined && ` Now in ${place}.`}
        </p>
        {issues.filter(isOfContainer).map((issue) => (
          <FindingLine key={`${issue.code} ${issue.title}`} issue={issue} />
        ))}
      </div>
      {onAct !== undefined && (state === 'sealed' || state === 'opened') && (
        <div className="flex gap-2">
          <Button className="min-h-12" onClick={() => onAct({ kind: 'draw', container })}>
            Draw<span className="sr-only"> from No. {number}</span>
          </Button>
          <Button variant="quiet" className="min-h-12" onClick={() => onAct({ kind: 'leave', container })}>
            Move or remove<span className="sr-only"> No. {number}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

// The rota: who is called at which hour, first and second. An hour nobody stands for has its own row, with what happens then.
import { useQueryClient } from '@tanstack/react-query';
import { getOnCallRota, type OnCallDuty, type OnCallRota, takeOutOnCallDuty } from '#api/on-call.ts';
import { type DutyTurn, type Gap, rotaReadAheadDays, turns } from '#clinical/on-call/rota.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { formatDate, formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { AddDuty } from './add-duty.tsx';

const turnWords: Readonly<Record<DutyTurn, string>> = { first: 'Called first', second: 'Called second' };

export function OnCallPage() {
  const me = useMe();
  const rota = useAnswer(['on-call'], getOnCallRota);
  const mayPlan = has(me, 'front-desk', 'admin');
  return (
    <DeskPage
      title="On call"
      lead="Who is called when someone asks for help, when an answer is red, and when no answer comes."
    >
      <Heard of={rota}>
        {(told) => (
          <div className="flex max-w-[70ch] flex-col gap-5">
            <WhereNobodyStands rota={told} />
            {turns.map((turn) => (
              <Turn key={turn} turn={turn} rota={told} mayPlan={mayPlan} />
            ))}
            {mayPlan ? <AddDuty rota={told} /> : <p>The front desk and admins write the rota.</p>}
          </div>
        )}
      </Heard>
    </DeskPage>
  );
}

function WhereNobodyStands({ rota }: { readonly rota: OnCallRota }) {
  const { fixedNumber, sendsTexts } = rota;
  if (fixedNumber !== undefined && sendsTexts)
    return <p>In an hour with nobody on the rota, a text goes to the clinic’s own number, {fixedNumber}.</p>;
  return (
    <p className="flex items-start gap-3">
      <StateMark state="not-met" className="mt-0.5" />
      <span>
        {fixedNumber === undefined
          ? 'The clinic has set no number of its own. In an hour with nobody on the rota, nobody is called, and the patient is told so.'
          : `This server sends no texts, so the clinic’s own number, ${fixedNumber}, cannot be told. In an hour with nobody on the rota, nobody is called, and the patient is told to call it.`}
      </span>
    </p>
  );
}

interface TurnProps {
  readonly turn: DutyTurn;
  readonly rota: OnCallRota;
  readonly mayPlan: boolean;
}

function Turn({ turn, rota, mayPlan }: TurnProps) {
  const rows: readonly (OnCallDuty | Gap)[] = [...rota.duties, ...rota.gaps]
    .filter((row) => row.turn === turn)
    .toSorted((one, other) => one.from - other.from);
  return (
    <Card title={turnWords[turn]}>
      <ul className="flex flex-col">
        {rows.map((row) => (
          <li
            key={'id' in row ? row.id : row.from}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-contour py-3 first:border-t-0"
          >
            {'id' in row ? (
              <Held duty={row} rota={rota} mayPlan={mayPlan} />
            ) : (
              <NobodyStands gap={row} rota={rota} />
            )}
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-2">The next {rotaReadAheadDays.value} days are shown.</p>
    </Card>
  );
}

function Hours({ from, until, rota }: Pick<Gap, 'from' | 'until'> & { readonly rota: OnCallRota }) {
  const { now, zone } = rota;
  const moment = (at: number): string => `${formatDate(at, 'day', zone)}, ${formatTime(at, zone)}`;
  return (
    <span className="figures w-72 max-w-full">
      {from <= now ? 'Now' : moment(from)} to {moment(until)}
    </span>
  );
}

function Held({
  duty,
  rota,
  mayPlan,
}: {
  readonly duty: OnCallDuty;
  readonly rota: OnCallRota;
  readonly mayPlan: boolean;
}) {
  const queries = useQueryClient();
  const takeOut = useAct(
    (_: Record<string, never>, commandId) =>
      call(takeOutOnCallDuty, { params: { dutyId: duty.id }, body: {}, commandId }),
    (told) => queries.setQueryData(['on-call'], told),
  );
  return (
    <>
      <Hours from={duty.from} until={duty.until} rota={rota} />
      <span className="min-w-40 flex-1">
        <span className="font-sub">{duty.person.name}</span>
        <span className="block text-small text-ink-2">
          {duty.textNumber === undefined
            ? 'By mail'
            : rota.sendsTexts
              ? `By mail and text, ${duty.textNumber}`
              : `By mail; ${duty.textNumber} is not texted by this server`}
        </span>
      </span>
      {mayPlan && (
        <Button
          variant="quiet"
          busy={takeOut.busy ? 'Taking out' : undefined}
          onClick={() => takeOut.run({})}
        >
          Take out<span className="sr-only">: {duty.person.name}</span>
        </Button>
      )}
      <Failure failure={takeOut.failure} stillTrue="They are still on the rota." />
    </>
  );
}

function NobodyStands({ gap, rota }: { readonly gap: Gap; readonly rota: OnCallRota }) {
  return (
    <>
      <Hours from={gap.from} until={gap.until} rota={rota} />
      <span className="flex items-center gap-2 font-sub">
        <StateMark state="unknown" />
        Nobody
      </span>
    </>
  );
}

// A series is booked whole or not at all. The rows are proposed from a rhythm, changed one by one, and sent together;
// a clash is shown in the row it belongs to, and nothing chosen is lost.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bookSeries, getSchedule } from '#api/appointments.ts';
import type { Series } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { isLocalDate, localDateOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';
import { useMe } from '#web/clinic/me.ts';
import { nameBesideWish, useCareWish } from '#web/clinic/patients/care-wish.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { FieldError } from '#web/kit/field-error.tsx';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { minuteOf, momentOf, pickedOf } from '#web/kit/local-moment.ts';
import { formatSpan } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { changedByHand, type LaidRow, proposeCycles, rhythms, wordsOfChoices } from './series-slots.ts';

interface Row extends LaidRow {
  readonly cycleId: string;
  readonly doseId: string;
  readonly integrationId: string;
  readonly number: number;
}

interface Typed {
  readonly firstDate: string;
  readonly rhythmId?: string | undefined;
  readonly doseTime: string;
  readonly daysAfter?: string | undefined;
  readonly integrationTime: string;
  readonly roomId?: string | undefined;
  readonly nurseId?: string | undefined;
  readonly therapistId?: string | undefined;
  readonly rows: readonly Row[];
  /** The choices the rows were laid out from; other choices make them out of date. */
  readonly laidFor?: string | undefined;
}

const nothingYet: Typed = { firstDate: '', doseTime: '', integrationTime: '', rows: [] };
const daysAfter = [
  { value: '0', label: 'The same day' },
  { value: '1', label: 'The next day' },
  { value: '2', label: 'Two days after' },
  { value: '3', label: 'Three days after' },
] as const;

export function BookSeries({ patientId, series }: { readonly patientId: string; readonly series: Series }) {
  const me = useMe();
  const { zone } = me.clinic;
  const queries = useQueryClient();
  const today = localDateOf(serverNow(), zone);
  const schedule = useAnswer(['schedule', today, today], getSchedule, { query: { from: today, to: today } });
  const [tried, setTried] = useState(false);
  // Refusals whose row was changed since: they speak of a time or a room that is no longer asked for.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const draft = useDraft<Typed>(`book-series/${series.id}`, nothingYet);
  const typed = draft.value;
  const wish = useCareWish(patientId);
  const { edition } = series;
  const isAtHome = series.route === 'home';
  const isTalkOutside = schedule.answer?.integration === 'outside';
  const booked = series.cycles.filter((cycle) => cycle.doseAt !== undefined);
  const left = series.plannedCycles - booked.length;

  const book = useAct(
    (body: BodyOf<typeof bookSeries>, commandId) =>
      call(bookSeries, { params: { patientId, seriesId: series.id }, body, commandId }),
    () => {
      draft.clear();
      setTried(false);
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
      queries.invalidateQueries({ queryKey: ['schedule'] });
    },
  );

  if (left <= 0) {
    return (
      <Card title="Book a series">
        <p>
          All {series.plannedCycles} doses of this series are booked. To move one, cancel its slot, then book
          it again here.
        </p>
      </Card>
    );
  }

  const rhythm = rhythms.find((each) => each.id === typed.rhythmId);
  const doseMinute = minuteOf(typed.doseTime);
  const integrationMinute = minuteOf(typed.integrationTime);
  const shapeMissing =
    !isLocalDate(typed.firstDate) ||
    (rhythm === undefined && left > 1) ||
    doseMinute === undefined ||
    (!isTalkOutside && (integrationMinute === undefined || typed.daysAfter === undefined));
  const choicesOf = (of: Typed): string => wordsOfChoices({ ...of, cycles: left, isTalkOutside });
  const isLaid = typed.rows.length > 0;
  const isOutOfDate = isLaid && typed.laidFor !== choicesOf(typed);
  const byHand = changedByHand(typed.rows).length;

  const laidOut = (of: Typed): Typed | undefined => {
    const chosenRhythm =
      rhythms.find((each) => each.id === of.rhythmId) ??
      (left > 1 ? undefined : rhythms.find((each) => each.id === 'weekly'));
    const doseMinuteOfDay = minuteOf(of.doseTime);
    const talkMinute = isTalkOutside ? doseMinuteOfDay : minuteOf(of.integrationTime);
    if (
      doseMinuteOfDay === undefined ||
      talkMinute === undefined ||
      chosenRhythm === undefined ||
      !isLocalDate(of.firstDate) ||
      (!isTalkOutside && of.daysAfter === undefined)
    )
      return undefined;
    // Cycles that exist without a dose are booked again under their own id; the rest are new.
    const open = series.cycles.filter((cycle) => cycle.doseAt === undefined);
    const rows = proposeCycles({
      firstDate: of.firstDate,
      rhythm: chosenRhythm,
      doseMinuteOfDay,
      integrationDaysAfter: Number(of.daysAfter ?? 0),
      integrationMinuteOfDay: talkMinute,
      cycles: left,
      zone,
    }).map(({ doseAt, integrationAt }, index): Row => {
      const again = open[index];
      const dose = pickedOf(doseAt, zone);
      const integration = pickedOf(integrationAt, zone);
      return {
        cycleId: again?.id ?? newCommandId(),
        doseId: newCommandId(),
        integrationId: newCommandId(),
        number: again?.number ?? series.cycles.length + (index - open.length) + 1,
        dose,
        integration,
        laidDose: dose,
        laidIntegration: integration,
      };
    });
    return { ...of, rows, laidFor: choicesOf(of) };
  };

  const show = (laid: Typed): void => {
    setTried(false);
    setSettled(new Set());
    book.forget();
    draft.set(laid);
  };

  const layOut = (): void => {
    const laid = laidOut(typed);
    if (laid === undefined) setTried(true);
    else show(laid);
  };

  // Days nobody touched follow the choices by themselves. What was changed by hand stays until it is laid out again by hand.
  const choose = (change: Partial<Typed>): void => {
    const next = { ...typed, ...change };
    const mayFollow = isLaid && byHand === 0 && next.firstDate >= today;
    const laid = mayFollow ? laidOut(next) : undefined;
    if (laid === undefined) draft.set(next);
    else show(laid);
  };

  const faults = book.failure?.kind === 'refusal' ? book.failure.fields : [];
  const settle = (paths: readonly string[]): void => {
    const now = new Set([...settled, ...paths]);
    setSettled(now);
    if (faults.length > 0 && faults.every(({ path }) => now.has(path))) book.forget();
  };
  const settleAll = (slot: 'dose' | 'integration'): void =>
    settle(faults.map(({ path }) => path).filter((path) => path.includes(`.${slot}.`)));
  /** A field without its name shows no refusal: the one that stood there is about what it held before. */
  const nameOf = (path: string): string | undefined => (settled.has(path) ? undefined : path);

  // New cycles are numbered by the order of their doses, as the clinic's book does; known ones keep their number.
  const isNew = (row: Row): boolean => !series.cycles.some((cycle) => cycle.id === row.cycleId);
  const lastKnown = Math.max(0, ...series.cycles.map((cycle) => cycle.number));
  const newInOrder = typed.rows.filter(isNew).toSorted((one, other) => (one.dose < other.dose ? -1 : 1));
  const numberOf = (row: Row): number => (isNew(row) ? lastKnown + newInOrder.indexOf(row) + 1 : row.number);

  const people = (role: string): { value: string; label: string }[] =>
    (schedule.answer?.practitioners ?? [])
      .filter((one) => one.roles.includes(role))
      .map((one) => ({ value: one.id, label: nameBesideWish(one, wish) }));

  return (
    <Card title={`Book ${left} of ${series.plannedCycles} ${left === 1 ? 'dose' : 'doses'}`}>
      <p className="mb-4">
        {isTalkOutside && 'The hours after a dose are held outside: names and a paper go with them. '}
        {isAtHome
          ? `Each dose at home holds ${isTalkOutside ? '' : 'an hour of integration and '}no room here.`
          : `Each dose holds a room${isTalkOutside ? '' : ' and an hour of integration'}.${edition === undefined ? '' : ` ${blockWords(edition)}`}`}{' '}
        All are booked together, or none.
        {edition !== undefined &&
          !isTalkOutside &&
          ` The protocol asks for the integration hour ${edition.integration.fromHours.value} to ${edition.integration.toHours.value} hours after the dose.`}
      </p>
      <Form
        failure={book.failure}
        stillTrue="What you chose is still here."
        onSubmit={() => {
          setTried(true);
          if (isOutOfDate) return;
          const { roomId, therapistId, nurseId } = typed;
          if ((roomId === undefined && !isAtHome) || (therapistId === undefined && !isTalkOutside)) return;
          const cycles = typed.rows.flatMap((row) => {
            const doseAt = momentOf(row.dose, zone);
            const integrationAt = momentOf(row.integration, zone);
            if (doseAt === undefined || (integrationAt === undefined && !isTalkOutside)) return [];
            return [
              {
                cycleId: row.cycleId,
                dose: {
                  id: row.doseId,
                  startsAt: doseAt,
                  ...(roomId === undefined || isAtHome ? {} : { roomId }),
                  ...(nurseId === undefined ? {} : { practitionerId: nurseId }),
                },
                ...(isTalkOutside || integrationAt === undefined || therapistId === undefined
                  ? {}
                  : {
                      integration: {
                        id: row.integrationId,
                        startsAt: integrationAt,
                        practitionerId: therapistId,
                      },
                    }),
              },
            ];
          });
          if (cycles.length === 0 || cycles.length < typed.rows.length) return;
          setSettled(new Set());
          book.run({ cycles });
        }}
        actions={
          !isLaid ? (
            // A key of its own: were this button to become the one that books, the same press would book.
            <Button key="lay-out" variant="primary" className="min-h-12" onClick={layOut}>
              Lay out the days
            </Button>
          ) : (
            <>
              <Button
                key="book"
                type="submit"
                variant="primary"
                size="large"
                closed={isOutOfDate ? 'Closed: the days are out of date' : undefined}
                busy={book.busy ? 'Booking' : undefined}
              >
                Book all {typed.rows.length}, or none
              </Button>
              <Button className="min-h-12" onClick={layOut}>
                Lay out again
              </Button>
            </>
          )
        }
      >
        <div className="grid items-start gap-5 tablet:grid-cols-3">
          <DateTimeField
            kind="date"
            label="First dose on"
            value={typed.firstDate}
            min={today}
            onChange={(firstDate) => choose({ firstDate })}
          />
          <Select
            label="Rhythm"
            value={typed.rhythmId}
            onChange={(rhythmId) => choose({ rhythmId })}
            choices={rhythms.map((each) => ({ value: each.id, label: each.label }))}
          />
          <DateTimeField
            kind="time"
            label="Dose at"
            value={typed.doseTime}
            onChange={(doseTime) => choose({ doseTime })}
          />
          {!isTalkOutside && (
            <>
              <Select
                label="Integration"
                value={typed.daysAfter}
                onChange={(after) => choose({ daysAfter: after })}
                choices={daysAfter}
              />
              <DateTimeField
                kind="time"
                label="Integration at"
                value={typed.integrationTime}
                onChange={(integrationTime) => choose({ integrationTime })}
              />
            </>
          )}
        </div>
        <div className="grid items-start gap-5 tablet:grid-cols-3">
          {!isAtHome && (
            <Select
              label="Room"
              value={typed.roomId}
              onChange={(roomId) => {
                draft.set({ ...typed, roomId });
                settleAll('dose');
              }}
              choices={(schedule.answer?.rooms ?? []).map((room) => ({ value: room.id, label: room.name }))}
              fault={
                tried && typed.rows.length > 0 && typed.roomId === undefined ? 'Choose a room' : undefined
              }
            />
          )}
          <Select
            label="Nurse"
            optional
            value={typed.nurseId}
            onChange={(nurseId) => {
              draft.set({ ...typed, nurseId });
              settleAll('dose');
            }}
            choices={people('nurse')}
          />
          {!isTalkOutside && (
            <Select
              label="Therapist"
              value={typed.therapistId}
              onChange={(therapistId) => {
                draft.set({ ...typed, therapistId });
                settleAll('integration');
              }}
              choices={people('therapist')}
              fault={
                tried && typed.rows.length > 0 && typed.therapistId === undefined
                  ? 'Choose a therapist'
                  : undefined
              }
            />
          )}
        </div>
        <FieldError
          message={
            tried && (!isLaid || isOutOfDate) && shapeMissing
              ? 'Choose the day, the rhythm and both times first'
              : undefined
          }
        />
        {isLaid && (isOutOfDate || byHand > 0) && (
          <div role="status" className="rounded-control bg-shallow px-4 py-3">
            {isOutOfDate && (
              <StateWord
                state="not-met"
                word="Out of date: these days were laid out from other choices than those above."
                tail="Nothing can be booked before they are laid out again."
              />
            )}
            {byHand > 0 && (
              <p>
                {byHand === 1 ? 'One row was' : `${byHand} rows were`} changed by hand. Laying out again puts{' '}
                {byHand === 1 ? 'it' : 'them'} back.
              </p>
            )}
          </div>
        )}
        {isLaid && (
          <ol className="flex flex-col">
            {typed.rows.map((row, index) => {
              const set = (change: Partial<Row>): void =>
                draft.set({
                  ...typed,
                  rows: typed.rows.map((other) =>
                    other.cycleId === row.cycleId ? { ...other, ...change } : other,
                  ),
                });
              return (
                <li
                  key={row.cycleId}
                  className="grid items-start gap-x-5 gap-y-2 border-t border-contour py-3 tablet:grid-cols-[6rem_1fr_1fr]"
                >
                  <p className="font-sub tablet:pt-9">Cycle {numberOf(row)}</p>
                  <DateTimeField
                    kind="datetime-local"
                    label={`Dose ${numberOf(row)}`}
                    name={nameOf(`cycles.${index}.dose.startsAt`)}
                    value={row.dose}
                    onChange={(dose) => {
                      set({ dose });
                      settle([`cycles.${index}.dose.startsAt`]);
                    }}
                    fault={
                      tried && momentOf(row.dose, zone) === undefined
                        ? 'Give the day and the time'
                        : undefined
                    }
                  />
                  {!isTalkOutside && (
                    <DateTimeField
                      kind="datetime-local"
                      label={`Integration ${numberOf(row)}`}
                      name={nameOf(`cycles.${index}.integration.startsAt`)}
                      value={row.integration}
                      onChange={(integration) => {
                        set({ integration });
                        settle([`cycles.${index}.integration.startsAt`]);
                      }}
                      fault={
                        tried && momentOf(row.integration, zone) === undefined
                          ? 'Give the day and the time'
                          : undefined
                      }
                    />
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Form>
    </Card>
  );
}

/** What the protocol keeps of the room, and for what. */
function blockWords(edition: Edition): string {
  const { stayMinutes, restMinutes, talkMinutes, turnoverMinutes } = roomBlock(edition);
  const within = [
    `at least ${restMinutes} min of rest`,
    ...(talkMinutes === 0 ? [] : [`${talkMinutes} min to talk at the end`]),
  ].join(' and ');
  const after = turnoverMinutes === 0 ? '' : `, then ${turnoverMinutes} min to make it ready`;
  return `By the protocol ${formatSpan(stayMinutes * 60_000)} for the person, with ${within}${after}.`;
}

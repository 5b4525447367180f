// Hours and prices as the public pages say them. Read by the desk, changed by whoever runs the clinic; every version stays.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { getSiteDetails, type SiteDetailsTold, saveSiteDetails } from '#api/site-details.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { FieldError } from '#web/kit/field-error.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import {
  detailsOf,
  noHours,
  noRange,
  type TypedDetails,
  type TypedHours,
  type TypedRange,
  typedOf,
} from './typed-details.ts';

const key = ['site-details'];

export function SiteDetailsPage() {
  const told = useAnswer(key, getSiteDetails);
  return (
    <DeskPage
      title="Public pages"
      lead="When you are open and what it costs, as anyone reads it before they ask. Promised answer times count these hours too."
    >
      <Heard of={told}>{(details) => <Details key={details.version} told={details} />}</Heard>
    </DeskPage>
  );
}

function Details({ told }: { readonly told: SiteDetailsTold }) {
  const queries = useQueryClient();
  const mayChange = has(useMe(), 'admin');
  const [fault, setFault] = useState<string>();
  const draft = useDraft<TypedDetails>(`site-details/${told.version}`, typedOf(told));
  const typed = draft.value;
  const set = (change: Partial<TypedDetails>) => draft.set({ ...typed, ...change });
  const save = useAct(
    (body: BodyOf<typeof saveSiteDetails>, commandId) => call(saveSiteDetails, { body, commandId }),
    (answer) => {
      draft.clear();
      queries.setQueryData(key, answer);
    },
  );
  const { changed } = told;
  return (
    <fieldset disabled={!mayChange} className="max-w-[70ch]">
      <Form
        className="gap-4"
        failure={save.failure}
        stillTrue="Nothing was changed. What you typed is still here."
        onSubmit={async () => {
          const details = detailsOf(typed);
          setFault(typeof details === 'string' ? details : undefined);
          if (typeof details !== 'string') await save.run({ ...details, version: told.version });
        }}
        actions={
          mayChange && (
            <Button type="submit" variant="primary" size="large" busy={save.busy ? 'Saving' : undefined}>
              Put it on the pages
            </Button>
          )
        }
      >
        <p role="status">
          {changed === undefined
            ? 'As the clinic was set up.'
            : `Changed ${formatDateTime(changed.at)} by ${changed.byName}.`}{' '}
          The pages show a change within five minutes.
          {!mayChange && ' An admin changes it.'}
        </p>
        <Card title="Hours">
          <div className="flex flex-col gap-4">
            <TextField
              label="In words"
              hint="Shown where no hours are given day by day, and in the apps."
              value={typed.openingHours}
              onChange={(openingHours) => set({ openingHours })}
            />
            {mayChange && (
              <p className="text-small text-ink-2">To close at midnight, write 12:00 AM, or 00:00.</p>
            )}
            <Rows
              rows={typed.hours}
              empty={noHours}
              name="hours"
              onChange={(hours) => set({ hours })}
              draw={(row, change) => <HoursRow row={row} onChange={change} />}
            />
          </div>
        </Card>
        <Card title="Closed on">
          <Rows
            rows={typed.closedOn}
            empty=""
            name="a closed day"
            onChange={(closedOn) => set({ closedOn })}
            draw={(day, change) => <DateTimeField kind="date" label="Day" value={day} onChange={change} />}
          />
        </Card>
        <Card title="Prices">
          <div className="flex flex-col gap-4">
            {typed.ranges.length === 0 ? (
              <p>No price is shown. The pages say to ask.</p>
            ) : (
              <DateTimeField
                kind="date"
                label="They hold from"
                value={typed.asOf}
                onChange={(asOf) => set({ asOf })}
              />
            )}
            <Rows
              rows={typed.ranges}
              empty={noRange}
              name="a price"
              onChange={(ranges) => set({ ranges })}
              draw={(row, change) => <RangeRow row={row} onChange={change} />}
            />
          </div>
        </Card>
        <FieldError message={fault} />
      </Form>
    </fieldset>
  );
}

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly empty: Row;
  /** What a row is called on its buttons. */
  readonly name: string;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly draw: (row: Row, onChange: (row: Row) => void) => ReactNode;
}

function Rows<Row>({ rows, empty, name, onChange, draw }: RowsProps<Row>) {
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
          key={at}
          className="flex flex-wrap items-end gap-3 border-t border-contour pt-4 first:border-t-0 first:pt-0"
        >
          <div className="min-w-60 flex-1">{draw(row, (next) => onChange(rows.with(at, next)))}</div>
          <Button
            variant="quiet"
            className="in-[fieldset:disabled]:hidden"
            onClick={() => onChange(rows.toSpliced(at, 1))}
          >
            Take out
            <span className="sr-only">
              : {name}, row {at + 1}
            </span>
          </Button>
        </div>
      ))}
      <Button className="self-start in-[fieldset:disabled]:hidden" onClick={() => onChange([...rows, empty])}>
        Add {name}
      </Button>
    </div>
  );
}

interface RowProps<Row> {
  readonly row: Row;
  readonly onChange: (row: Row) => void;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map(
  (label, day) => ({ value: String(day), label }),
);

function HoursRow({ row, onChange }: RowProps<TypedHours>) {
  return (
    <div className="grid items-end gap-3 tablet:grid-cols-3">
      <Select
        label="Day"
        choices={weekdays}
        value={row.weekday}
        onChange={(weekday = row.weekday) => onChange({ ...row, weekday })}
      />
      <DateTimeField
        kind="time"
        label="Opens"
        value={row.opens}
        onChange={(opens) => onChange({ ...row, opens })}
      />
      <DateTimeField
        kind="time"
        label="Closes"
        value={row.closes}
        onChange={(closes) => onChange({ ...row, closes })}
      />
    </div>
  );
}

const amounts = [
  ['visitLow', 'One visit, from'],
  ['visitHigh', 'One visit, to'],
  ['seriesLow', 'A series, from'],
  ['seriesHigh', 'A series, to'],
] as const;

const texts = [
  ['whatEn', 'What for, in English'],
  ['whatEs', 'What for, in Spanish'],
  ['includesEn', 'What it includes, in English'],
  ['includesEs', 'What it includes, in Spanish'],
] as const;

function RangeRow({ row, onChange }: RowProps<TypedRange>) {
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      {texts.map(([part, label]) => (
        <TextArea
          key={part}
          label={label}
          rows={part.startsWith('what') ? 1 : 2}
          lang={part.endsWith('Es') ? 'es' : 'en'}
          value={row[part]}
          onChange={(text) => onChange({ ...row, [part]: text })}
        />
      ))}
      {amounts.map(([part, label]) => (
        <NumberField
          key={part}
          label={label}
          unit="dollars"
          text={row[part]}
          onChange={(text) => onChange({ ...row, [part]: text })}
        />
      ))}
    </div>
  );
}

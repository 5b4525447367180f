// What the treatment is for: its evidence and approval said aloud, what lies on paper, what measures it, and how this person
// is met. Nothing here plans anything; what the rules make of it stands among the findings.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { getChart } from '#api/chart.ts';
import { listSeries } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { correctHealthEntry, type HealthRecordEntry, recordHealthEntry } from '#api/health-record.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import type { Indication } from '#clinical/screening/indications.ts';
import { paperWords } from '#web/clinic/consult/finding-words.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { sureness } from '#web/clinic/sureness.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDate, formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { Select } from '#web/kit/select.tsx';
import { indicationIn, type PathwayBook, pathwayIn, scaleIn, usePathwayBook } from './pathway-book.ts';
import { planInWords } from './plan-words.ts';

type Named = HealthRecordEntry & {
  readonly body: Extract<HealthRecordEntry['body'], { kind: 'indication' }>;
};

export function PathwayCard({ patientId }: { readonly patientId: string }) {
  const book = usePathwayBook();
  return (
    <Card title="What it is for">
      <Heard of={book}>{(answer) => <Told patientId={patientId} book={answer} />}</Heard>
    </Card>
  );
}

interface OfBook {
  readonly patientId: string;
  readonly book: PathwayBook;
}

function Told({ patientId, book }: OfBook) {
  const chart = useAnswer(['patient', patientId, 'chart'], getChart, { params: { patientId } });
  const prescribes = has(useMe(), 'prescriber');
  return (
    <Heard of={chart}>
      {({ record, responses }) => {
        const named = record.filter((entry): entry is Named => entry.body.kind === 'indication');
        return (
          <div className="flex flex-col gap-5">
            {named.length === 0 && <NotNamed patientId={patientId} />}
            {named.map((entry) => (
              <NamedIndication
                key={entry.id}
                entry={entry}
                book={book}
                patientId={patientId}
                record={record}
                scores={responses}
              />
            ))}
            <section className="flex flex-col gap-2">
              <h3 className="font-sub">For whoever wishes it</h3>
              <ul className="flex flex-col divide-y divide-contour">
                {book.totalsForAnyone.map((id) => (
                  <ScaleTotal key={id} scaleId={id} book={book} patientId={patientId} record={record} />
                ))}
              </ul>
            </section>
            {prescribes && (
              <NameIt patientId={patientId} book={book} taken={named.map(({ body }) => body.indication)} />
            )}
            {named.length > 0 && (
              <Link to="/patients/$patientId/evidence" params={{ patientId }} className="link">
                The evidence on one page
              </Link>
            )}
          </div>
        );
      }}
    </Heard>
  );
}

/** A plan may say it in words; the rules read only what is named as a condition. */
function NotNamed({ patientId }: { readonly patientId: string }) {
  const listed = useAnswer(['patient', patientId, 'series'], listSeries, { params: { patientId } });
  const words = planInWords(listed.answer?.series ?? []);
  return (
    <EmptyState>
      {words === undefined
        ? 'No prescriber has named what the treatment is for. The plan asks for it.'
        : `Named in the plan in words: ${words}; not named as a condition here.`}
    </EmptyState>
  );
}

function useWrite(patientId: string, done?: () => void) {
  const queries = useQueryClient();
  const renew = (): void => {
    queries.invalidateQueries({ queryKey: ['patient', patientId] });
    done?.();
  };
  const add = useAct(
    (body: BodyOf<typeof recordHealthEntry>, commandId) =>
      call(recordHealthEntry, { params: { patientId }, body, commandId }),
    renew,
  );
  const change = useAct(
    ({ entryId, ...body }: BodyOf<typeof correctHealthEntry> & { entryId: string }, commandId) =>
      call(correctHealthEntry, { params: { patientId, entryId }, body, commandId }),
    renew,
  );
  return { add, change };
}

const longestInBox = 44;

function NameIt({ patientId, book, taken }: OfBook & { readonly taken: readonly string[] }) {
  const [chosen, setChosen] = useState<string>();
  const { add } = useWrite(patientId, () => setChosen(undefined));
  const name = chosen === undefined ? '' : (indicationIn(book, chosen)?.name ?? '');
  return (
    <form
      className="flex flex-col gap-3 border-t border-contour pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined)
          add.run({ id: newCommandId(), body: { kind: 'indication', indication: chosen, documented: {} } });
      }}
    >
      <Select
        label="Name what it is for"
        name="indication"
        className="[&_select]:text-small"
        value={chosen}
        onChange={setChosen}
        choices={book.indications
          .filter(({ id }) => !taken.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {/* A device's own picker does not wrap: what its box cuts off stands whole beneath it. */}
      {name.length > longestInBox && <p className="text-small text-ink-2">{name}</p>}
      <Failure failure={add.failure} stillTrue="Nothing was named." />
      <div>
        <Button
          type="submit"
          size="row"
          closed={chosen === undefined ? 'Choose one first' : undefined}
          busy={add.busy ? 'Saving' : undefined}
        >
          Put it on the record
        </Button>
      </div>
    </form>
  );
}

const evidenceWords = {
  strong: 'Several trials agree.',
  some: 'Some trials, few or mixed.',
  weak: 'Small or early studies, or none.',
} as const;

interface NamedProps extends OfBook {
  readonly entry: Named;
  readonly record: readonly HealthRecordEntry[];
  readonly scores: readonly {
    readonly instrument: string;
    readonly authoredAt: number;
    readonly score?: { readonly total?: number | undefined } | undefined;
  }[];
}

function NamedIndication({ entry, book, patientId, record, scores }: NamedProps) {
  const { body } = entry;
  const found = indicationIn(book, body.indication);
  const pathway = pathwayIn(book, body.indication);
  if (found === undefined) return <p>{body.indication}</p>;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-sub">{found.name}</h3>
      {found.evidence === undefined ? (
        <p>
          Not a diagnosis, and nothing is ordered for it. Talk about what lies behind it: mood, sleep, the
          body, the work.
        </p>
      ) : (
        <>
          <p>
            {evidenceWords[found.evidence.value]}{' '}
            <span className="text-ink-2">{sureness(found.evidence.confidence)}.</span> {approvalWords(found)}
          </p>
          <OnPaper entry={entry} found={found} patientId={patientId} />
        </>
      )}
      {pathway !== undefined && pathway.extraScreening.length > 0 && (
        <div>
          <p className="text-small font-[560]">Asked on top before a plan</p>
          <ul className="list-disc pl-5">
            {pathway.extraScreening.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {pathway !== undefined && pathway.care.length > 0 && (
        <div className="rounded-control bg-shallow px-4 py-3">
          <p className="text-small font-[560]">Until they said how they want it</p>
          <ul className="list-disc pl-5">
            {pathway.care.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {pathway !== undefined && (
        <ul className="flex flex-col divide-y divide-contour">
          {pathway.forms.map((id) => {
            const last = scores.find((each) => each.instrument === id && each.score?.total !== undefined);
            return (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>{instrumentById(id)?.name ?? id}</span>
                <span className="figures text-ink-2">
                  {last === undefined
                    ? 'Not answered yet. Asked before the first dose'
                    : `${formatNumber(last.score?.total ?? 0)}, ${formatDate(last.authoredAt, 'medium')}`}
                </span>
              </li>
            );
          })}
          {pathway.totals.map((id) => (
            <ScaleTotal key={id} scaleId={id} book={book} patientId={patientId} record={record} />
          ))}
        </ul>
      )}
    </section>
  );
}

function approvalWords(found: Indication): string {
  return found.esketamineApprovals.length === 0
    ? 'Approved nowhere for this: off-label on every route.'
    : `The spray is approved (${found.esketamineApprovals.map(({ jurisdiction }) => jurisdiction).join(', ')}); every other route is off-label.`;
}

function OnPaper({
  entry,
  found,
  patientId,
}: {
  readonly entry: Named;
  readonly found: Indication;
  readonly patientId: string;
}) {
  const { change } = useWrite(patientId);
  const mayWrite = has(useMe(), 'prescriber');
  const { documented } = entry.body;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-small font-[560]">On paper</p>
      <ul className="flex flex-col gap-2">
        {found.mustDocument.map((name) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {paperWords[name] ?? name}
              <span className="block text-small text-ink-2">
                {documented[name] === undefined
                  ? 'Nobody has looked'
                  : documented[name]
                    ? 'Looked, and it is there'
                    : 'Looked, and it is not there'}
              </span>
            </span>
            {mayWrite && (
              <span className="flex gap-2">
                {([true, false] as const).map((is) => (
                  <Button
                    key={String(is)}
                    size="row"
                    variant={documented[name] === is ? 'primary' : 'secondary'}
                    aria-pressed={documented[name] === is}
                    aria-label={`${paperWords[name] ?? name}: ${is ? 'it is there' : 'it is not there'}`}
                    onClick={() =>
                      change.run({
                        entryId: entry.id,
                        version: entry.version,
                        status: 'confirmed',
                        body: { ...entry.body, documented: { ...documented, [name]: is } },
                      })
                    }
                  >
                    {is ? 'There' : 'Not there'}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Failure failure={change.failure} stillTrue="It is as it was." />
    </div>
  );
}

interface ScaleProps extends OfBook {
  readonly scaleId: string;
  readonly record: readonly HealthRecordEntry[];
}

/** Words that are not ours to print: the clinic asks from its own licensed copy and types the total. */
function ScaleTotal({ scaleId, book, patientId, record }: ScaleProps) {
  const scale = scaleIn(book, scaleId);
  const [open, setOpen] = useState(false);
  const [total, setTotal] = useState('');
  const [score, setScore] = useState<string | undefined>(
    scale?.scores.length === 1 ? scale.scores[0]?.id : undefined,
  );
  const { add } = useWrite(patientId, () => {
    setOpen(false);
    setTotal('');
  });
  const mayWrite = has(useMe(), 'nurse', 'prescriber');
  if (scale === undefined) return null;
  const given = record
    .flatMap(({ body }) => (body.kind === 'scale-total' && body.scale === scaleId ? [body] : []))
    .toSorted((a, b) => b.takenAt - a.takenAt);
  const number = parseNumber(total);
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <span>
          {scale.name}
          <span className="block text-small text-ink-2">{scale.rights.value}</span>
        </span>
        <span className="figures text-ink-2">
          {given.length === 0
            ? 'No total yet'
            : given
                .map((one) => `${formatNumber(one.total)}, ${formatDate(one.takenAt, 'medium')}`)
                .join(' · ')}
        </span>
        {mayWrite && !open && (
          <Button size="row" aria-label={`Type in a total of ${scale.name}`} onClick={() => setOpen(true)}>
            Type in a total
          </Button>
        )}
      </div>
      {open && (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (number === undefined || score === undefined) return;
            add.run({
              id: newCommandId(),
              body: {
                kind: 'scale-total',
                scale: scale.id,
                version: scale.version,
                score,
                total: number,
                takenAt: serverNow(),
              },
            });
          }}
        >
          {scale.scores.length > 1 && (
            <ChoiceGroup
              label="Which total"
              value={score}
              onChange={setScore}
              choices={scale.scores.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <NumberField
            label={`Total of the ${scale.name}, today`}
            name="total"
            text={total}
            onChange={setTotal}
          />
          <Failure failure={add.failure} stillTrue="No total was kept." />
          <div className="flex gap-3">
            <Button
              type="submit"
              variant="primary"
              size="row"
              closed={number === undefined || score === undefined ? 'Give the total first' : undefined}
              busy={add.busy ? 'Saving' : undefined}
            >
              Keep it
            </Button>
            <Button size="row" onClick={() => setOpen(false)}>
              Back
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

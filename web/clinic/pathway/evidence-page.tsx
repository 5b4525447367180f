// The evidence that earlier treatment failed, on one page for an insurer or another clinic: each line from the record with who
// wrote it and when, and what is missing said to be missing. Nothing is typed again.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getChart } from '#api/chart.ts';
import { listSeries } from '#api/consult.ts';
import { correctHealthEntry, type HealthRecordEntry } from '#api/health-record.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { nameOf } from '#web/clinic/patients/name-of.ts';
import { has } from '#web/clinic/places.ts';
import { routeWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatDateTime, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { indicationIn, pathwayIn, scaleIn, usePathwayBook } from './pathway-book.ts';

type Tried = HealthRecordEntry & {
  readonly body: Extract<HealthRecordEntry['body'], { kind: 'prior-treatment' }>;
};

const responseWords = {
  helped: 'Helped',
  'helped-some': 'Helped some',
  'did-not-help': 'Did not help',
  'not-sure': 'Not known whether it helped',
} as const;

export function EvidencePage() {
  const { patientId } = useParams({ from: '/patients/$patientId/evidence' });
  const now = useNow(60_000);
  const params = { patientId };
  const chart = useAnswer(['patient', patientId, 'chart'], getChart, { params });
  const outcomes = useAnswer(['patient', patientId, 'outcomes'], getOutcomes, { params });
  const series = useAnswer(['patient', patientId, 'series'], listSeries, { params });
  const told = usePathwayBook();
  const patient = chart.answer?.patient;
  return (
    <DeskPage
      title="Evidence of earlier treatment"
      lead={
        patient === undefined
          ? undefined
          : `${nameOf(patient)}${patient.birthDate === undefined ? '' : `, born ${formatLocalDate(patient.birthDate, 'long')}`}. From the record, ${formatDateTime(now)}.`
      }
      actions={
        <Button size="row" className="not-on-paper" onClick={() => print()}>
          Print
        </Button>
      }
    >
      <Heard of={told}>
        {(book) => (
          <Heard of={chart}>
            {({ record }) => {
              const named = record.flatMap(({ body }) => (body.kind === 'indication' ? [body] : []));
              const tried = record.filter((entry): entry is Tried => entry.body.kind === 'prior-treatment');
              const forms = [
                ...new Set(named.flatMap((each) => pathwayIn(book, each.indication)?.forms ?? [])),
              ];
              const totals = record.flatMap(({ body }) => (body.kind === 'scale-total' ? [body] : []));
              return (
                <div className="flex max-w-[80ch] flex-col gap-8">
                  <section className="flex flex-col gap-2">
                    <h2 className="text-sub font-sub">What it is for</h2>
                    {named.length === 0 && (
                      <Missing words="No prescriber has named what the treatment is for." />
                    )}
                    {named.map((each) => (
                      <p key={each.indication}>
                        {indicationIn(book, each.indication)?.name ?? each.indication}
                        {each.diagnosisCode !== undefined &&
                          each.diagnosisCode !== '' &&
                          `, ${each.diagnosisCode}`}
                      </p>
                    ))}
                  </section>
                  <section className="flex flex-col gap-2">
                    <h2 className="text-sub font-sub">Tried before</h2>
                    {tried.length === 0 && <Missing words="No earlier treatment is written down." />}
                    <ol className="flex flex-col">
                      {tried.map((entry) => (
                        <TriedLine key={entry.id} entry={entry} patientId={patientId} />
                      ))}
                    </ol>
                    <Count tried={tried} atLeast={book.adequateTrialsAtLeast} />
                  </section>
                  <section className="flex flex-col gap-2">
                    <h2 className="text-sub font-sub">Measured</h2>
                    {forms.length + totals.length === 0 && (
                      <Missing words="No measure belongs to what was named." />
                    )}
                    {forms.map((form) => {
                      const given = (outcomes.answer?.scores ?? []).filter(
                        (each) => each.instrument === form,
                      );
                      return (
                        <p key={form} className="figures">
                          {instrumentById(form)?.name ?? form}:{' '}
                          {given.length === 0
                            ? 'not answered'
                            : given
                                .map(
                                  (each) => `${formatNumber(each.total)} on ${formatDate(each.at, 'medium')}`,
                                )
                                .join('; ')}
                        </p>
                      );
                    })}
                    {totals.map((each) => (
                      <p key={`${each.scale}${each.takenAt}`} className="figures">
                        {scaleIn(book, each.scale)?.name ?? each.scale}: {formatNumber(each.total)} on{' '}
                        {formatDate(each.takenAt, 'medium')}
                      </p>
                    ))}
                  </section>
                  <section className="flex flex-col gap-2">
                    <h2 className="text-sub font-sub">Planned here</h2>
                    {(series.answer?.series ?? []).length === 0 ? (
                      <EmptyState>No series is planned yet.</EmptyState>
                    ) : (
                      (series.answer?.series ?? []).map((one) => (
                        <p key={one.id}>
                          {routeWord(one.route)}, {one.plannedCycles} cycles, for {one.indication}
                          {one.order !== undefined &&
                            `. Ordered by ${one.order.signedByName}, ${formatDate(one.order.signedAt, 'medium')}`}
                        </p>
                      ))
                    )}
                  </section>
                </div>
              );
            }}
          </Heard>
        )}
      </Heard>
    </DeskPage>
  );
}

function Missing({ words }: { readonly words: string }) {
  return (
    <p className="flex items-start gap-2.5">
      <StateMark state="unknown" size={22} className="mt-0.5" />
      {words}
    </p>
  );
}

/** The number an insurer asks for, only once every treatment that did not help was judged. */
function Count({ tried, atLeast }: { readonly tried: readonly Tried[]; readonly atLeast: number }) {
  const failed = tried.filter(({ body }) => body.response !== 'helped');
  const open = failed.filter(({ body }) => body.adequate === undefined).length;
  if (failed.length === 0) return null;
  if (open > 0)
    return (
      <Missing
        words={`${open} of ${failed.length} were judged by nobody. How many adequate treatments failed is not known.`}
      />
    );
  const count = failed.filter(({ body }) => body.adequate === 'yes').length;
  return (
    <p className="font-sub">
      {count} adequate {count === 1 ? 'treatment' : 'treatments'} did not help enough.{' '}
      {count >= atLeast
        ? `Resistant is called from ${atLeast}.`
        : `Fewer than the ${atLeast} from which depression is called resistant.`}
    </p>
  );
}

function TriedLine({ entry, patientId }: { readonly entry: Tried; readonly patientId: string }) {
  const { body } = entry;
  const queries = useQueryClient();
  const mayJudge = has(useMe(), 'prescriber');
  const judge = useAct(
    (adequate: 'yes' | 'no', commandId) =>
      call(correctHealthEntry, {
        params: { patientId, entryId: entry.id },
        body: { version: entry.version, status: 'confirmed', body: { ...body, adequate } },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-contour py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-sub">{body.name}</p>
        <dl className="grid grid-cols-[8rem_1fr] gap-x-4">
          <dt className="text-ink-2">How much</dt>
          <dd>{body.dose || 'not written down'}</dd>
          <dt className="text-ink-2">How long</dt>
          <dd>{body.duration || 'not written down'}</dd>
          <dt className="text-ink-2">What it did</dt>
          <dd>{responseWords[body.response]}</dd>
          <dt className="text-ink-2">Why it ended</dt>
          <dd>{body.whyStopped || 'not written down'}</dd>
          <dt className="text-ink-2">Adequate</dt>
          <dd>{body.adequate === undefined ? 'judged by nobody' : body.adequate}</dd>
        </dl>
        <p className="text-small text-ink-2">
          {entry.recordedByName}, {formatDate(entry.recordedAt, 'medium')}
        </p>
        <Failure failure={judge.failure} stillTrue="It is as it was." />
      </div>
      {mayJudge && (
        <div className="not-on-paper flex gap-2">
          <Button
            size="row"
            aria-label={`${body.name}: adequate`}
            aria-pressed={body.adequate === 'yes'}
            onClick={() => judge.run('yes')}
          >
            Adequate
          </Button>
          <Button
            size="row"
            variant="quiet"
            aria-label={`${body.name}: not adequate`}
            aria-pressed={body.adequate === 'no'}
            onClick={() => judge.run('no')}
          >
            Not adequate
          </Button>
        </div>
      )}
    </li>
  );
}

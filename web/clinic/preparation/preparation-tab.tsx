// How someone prepared for the cycle under way: how they feel, how ready, what they expect, what they ask, what they planned.
import { getAnswer } from '#api/answer.ts';
import { getPreparation, type PreparationItem } from '#api/preparation.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { ReadingsCard } from '#web/clinic/reading/readings-card.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Card } from '#web/kit/card.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { feltStages, type PreparedRow, plannedRows, ratedRows } from './prepared-words.ts';
import { QuestionsCard } from './questions-card.tsx';
import { StepsCard } from './steps-card.tsx';

export function PreparationTab({ patient }: PatientTabProps) {
  const answer = useAnswer(['patient', patient.id, 'answer'], getAnswer, {
    params: { patientId: patient.id },
  });
  const cycleId = answer.answer?.record.cycle?.id;
  const preparation = useAnswer(
    ['patient', patient.id, 'preparation', cycleId],
    getPreparation,
    { params: { patientId: patient.id, cycleId: cycleId ?? '' } },
    { enabled: cycleId !== undefined },
  );
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <Heard of={answer}>
        {({ edition, record }) =>
          cycleId === undefined ? (
            <EmptyState>There is no session to prepare for yet.</EmptyState>
          ) : (
            <Heard of={preparation}>
              {({ items, companyWord }) => (
                <div className="flex min-w-0 flex-col gap-4">
                  <Prepared items={items} word={companyWord} />
                  <StepsCard edition={edition} record={record} />
                </div>
              )}
            </Heard>
          )
        }
      </Heard>
      <div className="flex flex-col gap-4">
        <QuestionsCard patientId={patient.id} />
        <ReadingsCard patientId={patient.id} />
      </div>
    </div>
  );
}

interface PreparedProps {
  readonly items: readonly PreparationItem[];
  /** Of whoever comes into the room. */
  readonly word: { readonly name: string; readonly at: number } | undefined;
}

function Prepared({ items, word }: PreparedProps) {
  const felt = feltStages(items);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <section
        className={classNames(
          'rounded-card px-5 py-4',
          felt.length === 0 ? 'card bg-surface' : 'sand-fill bg-sand text-on-sand',
        )}
      >
        <h2 className="mb-1 text-small font-[560]">How they feel about it</h2>
        {felt.length === 0 ? (
          <p>They have not said. Ask on the day.</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {felt.map((each) => (
              <li key={each.id}>
                <span className="text-small">
                  {each.stage}, {formatDateTime(each.at)}
                </span>
                <span className="own-words block">{each.words}</span>
                {each.line !== undefined && <span className="own-words block">“{each.line}”</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Card title="In their own ratings">
        <Rows rows={ratedRows(items)} />
      </Card>
      <Card title="What they planned">
        <Rows rows={plannedRows(items)} />
        {items.some(({ body }) => body.kind === 'company' && body.wish !== 'nobody') && (
          <p className="mt-2 text-small text-ink-2">
            {word === undefined
              ? 'Whoever comes into the room has not yet said that they keep it to themselves. Read it to them at the door.'
              : `${word.name} gave their word to keep to themselves what they see and hear, ${formatDateTime(word.at)}.`}
          </p>
        )}
      </Card>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly PreparedRow[] }) {
  return (
    <dl className="flex flex-col divide-y divide-contour">
      {rows.map((row) => (
        <div key={row.name} className="grid gap-x-4 py-2 tablet:grid-cols-[12rem_1fr]">
          <dt className="font-sub">{row.name}</dt>
          <dd className={row.said === undefined ? 'text-ink-2' : 'whitespace-pre-line'}>
            {row.said ?? 'Not said'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

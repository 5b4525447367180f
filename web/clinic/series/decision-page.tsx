// Where a series stops to ask. What is known stands beside what is not; the prescriber decides, with the reason, and what a stop
// opens is made here too: words for the person, the letter, names outside, the time to talk.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { listSeries } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import {
  decideSeries,
  getSeriesDecision,
  type SeriesChoice,
  type SeriesDecisionTold,
} from '#api/series-decisions.ts';
import { choicesNeedingReason } from '#clinical/outcomes/decision-points.ts';
import { sources } from '#clinical/sources.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { PrintButton } from '#web/clinic/papers/paper-sheet.tsx';
import { has } from '#web/clinic/places.ts';
import { statusWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TrendChart } from '#web/kit/trend-chart.tsx';
import { choicesFor, choiceWord, decidedWord, restInWords, restWord } from './choice-words.ts';
import { LetterPaper } from './letter-paper.tsx';
import { Referrals } from './referrals.tsx';
import { wordsToPerson } from './words-to-person.ts';

interface Of {
  readonly patientId: string;
  readonly seriesId: string;
}

export function DecisionPage() {
  const of = useParams({ from: '/patients/$patientId/series/$seriesId/decision' });
  const told = useAnswer(['patient', of.patientId, 'decision', of.seriesId], getSeriesDecision, {
    params: of,
  });
  return (
    <DeskPage
      title="How the series goes on"
      lead={
        <Link
          to="/patients/$patientId"
          params={{ patientId: of.patientId }}
          search={{ tab: 'plan' }}
          className="link not-on-paper"
        >
          The plan
        </Link>
      }
    >
      <Heard of={told}>{(answer) => <Inside key={answer.series.version} of={of} told={answer} />}</Heard>
    </DeskPage>
  );
}

function Inside({ of, told }: { readonly of: Of; readonly told: SeriesDecisionTold }) {
  const me = useMe();
  const isOver = told.series.status === 'stopped' || told.series.status === 'finished';
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {told.wayOut !== undefined && <WayOut of={of} told={told} />}
        <div className="not-on-paper flex flex-col gap-4">
          <HowItHasGone told={told} />
          <Earlier told={told} />
        </div>
      </div>
      <div className="not-on-paper flex flex-col gap-4">
        <Rests of={of} told={told} />
        <AskedNow told={told} />
        {!isOver && has(me, 'prescriber') && <Decide of={of} told={told} />}
        <Referrals places={told.referrals} />
      </div>
    </div>
  );
}

/** A series that rests says so first: what stands below is decided about a series on which no dose opens. */
function Rests({ of, told }: { readonly of: Of; readonly told: SeriesDecisionTold }) {
  const { status } = told.series;
  const rests = restWord(status) !== undefined;
  const listed = useAnswer(
    ['patient', of.patientId, 'series'],
    listSeries,
    { params: { patientId: of.patientId } },
    { enabled: rests },
  );
  if (!rests) return null;
  const found = listed.answer?.series.find(({ id }) => id === of.seriesId);
  return (
    <Card title={statusWord(status)}>
      <StateWord
        state="not-met"
        word={restInWords(
          status,
          found?.status === status ? formatDateTime(found.statusAt, told.zone) : undefined,
        )}
        tail="No dose opens until it is resumed."
      />
      {found?.status === status && found.statusReason !== undefined && (
        <p className="mt-1 font-serif">{found.statusReason}</p>
      )}
    </Card>
  );
}

const chartTitle = 'How heavy was each day, 0 light to 10 as heavy as it gets';

function HowItHasGone({ told }: { readonly told: SeriesDecisionTold }) {
  const { measured, pulses, doses, series, durability } = told;
  return (
    <Card title={`${told.patientName}: ${doses.length} of ${series.plannedCycles} doses given`}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {measured.map((each) => (
          <Measured key={each.instrument} measured={each} isAlone={measured.length === 1} />
        ))}
        <dt className="text-ink-2">Own durability</dt>
        <dd>
          {durability.nextDate === undefined ? (
            <Unknown words={`not known, ${endWords(durability.endsSeen)} of a benefit seen`} />
          ) : (
            `Another dose to talk about between ${formatLocalDate(durability.nextDate.from, 'medium')} and ${formatLocalDate(durability.nextDate.to, 'medium')}. A range, not an order.`
          )}
        </dd>
      </dl>
      {!told.isNamed && (
        <p className="mt-2">
          <Unknown words="Nothing is named under “What it is for”, so it is read by low mood alone." />
        </p>
      )}
      {pulses.length === 0 ? (
        <p className="mt-4">
          <Unknown words="No daily answer yet." />
        </p>
      ) : (
        <div className="mt-4">
          <h3 className="mb-2 font-sub">{chartTitle}</h3>
          <TrendChart
            title={chartTitle}
            points={pulses.map(({ date, value }) => ({ label: formatLocalDate(date, 'short'), value }))}
            sessions={pulses.flatMap(({ date }, index) => (doses.includes(date) ? [index] : []))}
            low={0}
            high={10}
            answerWord="their answer"
          />
        </div>
      )}
    </Card>
  );
}

interface MeasuredProps {
  readonly measured: SeriesDecisionTold['measured'][number];
  readonly isAlone: boolean;
}

function Measured({ measured, isAlone }: MeasuredProps) {
  const { instrument, betterIs, before, latest, decides } = measured;
  const change = before === undefined || latest === undefined ? undefined : latest.total - before.total;
  return (
    <>
      <dt className="text-ink-2">{instrument} before the first dose</dt>
      <dd>{before === undefined ? <Unknown words="not on record" /> : totalWords(before)}</dd>
      <dt className="text-ink-2">{instrument} now</dt>
      <dd>{latest === undefined ? <Unknown words="not answered since" /> : totalWords(latest)}</dd>
      <dt className="text-ink-2">Between the two</dt>
      <dd>
        {change === undefined ? (
          <Unknown words="cannot be said" />
        ) : (
          `${formatNumber(change, { signDisplay: 'exceptZero' }).replace('-', '−')} ${Math.abs(change) === 1 ? 'point' : 'points'}. ${betterIs === 'lower' ? 'Lower' : 'Higher'} is lighter.`
        )}
        {decides && !isAlone && <span className="block text-small">What is asked is read by this form.</span>}
      </dd>
    </>
  );
}

function endWords(count: number): string {
  if (count === 0) return 'no end';
  return count === 1 ? 'one end' : `${count} ends`;
}

function totalWords({ total, on }: { readonly total: number; readonly on: string }): string {
  return `${formatNumber(total)}, ${formatLocalDate(on, 'medium')}`;
}

function Unknown({ words }: { readonly words: string }) {
  return <StateWord state="unknown" word={<span className="font-normal">{words}</span>} />;
}

function AskedNow({ told }: { readonly told: SeriesDecisionTold }) {
  const { answer, asksAfterDoses } = told;
  const issue = answer.due?.issue;
  const others = answer.issues.filter((each) => each !== issue && each.title !== issue?.title);
  return (
    <Card title="What is asked now">
      {issue === undefined ? (
        <p>
          Nothing yet. After {asksAfterDoses.join(' and ')} doses without a response the question comes by
          itself. You may decide at any time.
        </p>
      ) : (
        <StateWord state={issue.action === 'unknown' ? 'unknown' : 'due'} word={issue.title} />
      )}
      {(issue?.missing ?? []).length > 0 && (
        <p className="mt-2">
          Not known: {issue?.missing.map((name) => name.replaceAll('-', ' ')).join(', ')}.
        </p>
      )}
      {others.map((each) => (
        <p key={each.title} className="mt-2">
          {each.title}
        </p>
      ))}
      {issue !== undefined && (
        <p className="mt-2 text-small text-ink-2">
          From: {issue.sources.map((id) => sources[id]).join('; ')}. {sureWords[issue.confidence]}
        </p>
      )}
    </Card>
  );
}

const sureWords = {
  V: 'Read in a primary source.',
  V2: 'Read in a secondary page.',
  G: 'General knowledge, no source opened.',
  H: 'A house rule.',
} as const;

const languageWords = { en: 'English', es: 'Spanish' } as const;

type Typed = {
  /** Of the decision being written: the same words sent twice are one decision, and the next one is another. */
  id?: string | undefined;
  choice: SeriesChoice | '';
  reason: string;
  more: string;
  /** Absent while the sentence offered stands as it is. */
  forPatient?: string | undefined;
  forLetter: string;
};
const nothingTyped: Typed = { choice: '', reason: '', more: '', forLetter: '' };

function Decide({ of, told }: { readonly of: Of; readonly told: SeriesDecisionTold }) {
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const draft = useDraft<Typed>(`series-decision/${of.seriesId}`, nothingTyped);
  const { status } = told.series;
  const { reason, more, forLetter } = draft.value;
  // A choice kept from before the series rested may not be offered any more.
  const choice = choicesFor(status).find(({ value }) => value === draft.value.choice)?.value ?? '';
  const set = (change: Partial<Typed>) => draft.set({ id: newCommandId(), ...draft.value, ...change });
  const decide = useAct(
    (body: BodyOf<typeof decideSeries>, commandId) =>
      call(decideSeries, { params: { ...of }, body, commandId }),
    () => {
      draft.clear();
      setTried(false);
      queries.invalidateQueries({ queryKey: ['patient', of.patientId] });
    },
  );
  const forPatient =
    draft.value.forPatient ?? (choice === '' ? '' : wordsToPerson[told.patientLanguage][choice]);
  const isRest = choice === 'pause' || choice === 'stop';
  const isBeyondPlan = choice === 'continue' && told.doses.length >= told.series.plannedCycles;
  const needsReason =
    choice !== '' && (isRest || isBeyondPlan || choicesNeedingReason[told.answer.path].includes(choice));
  const extendBy = Number(more);
  const faults = {
    choice: choice === '' ? 'Choose one' : undefined,
    reason: needsReason && reason.trim() === '' ? 'Write the reason first' : undefined,
    forPatient: forPatient.trim() === '' ? 'Write a sentence they can read' : undefined,
    more: isBeyondPlan && !(extendBy >= 1) ? 'Say how many more' : undefined,
  };
  return (
    <Card title="Decide">
      <Form
        className="gap-4"
        failure={decide.failure}
        stillTrue="Nothing was decided. What you typed is still here."
        onSubmit={async () => {
          setTried(true);
          if (choice === '' || Object.values(faults).some((fault) => fault !== undefined)) return;
          await decide.run({
            id: draft.value.id ?? newCommandId(),
            version: told.series.version,
            choice,
            reason: reason.trim(),
            ...(isBeyondPlan ? { extendBy } : {}),
            wordsForPatient: forPatient.trim(),
            ...(isRest ? { wordsForLetter: forLetter.trim() } : {}),
          });
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            wide
            size="large"
            busy={decide.busy ? 'Signing' : undefined}
          >
            {choice === '' ? 'Decide' : `Sign: ${choiceWord(choice, status)}`}
          </Button>
        }
      >
        <ChoiceGroup
          label="How it goes on"
          name="choice"
          value={choice === '' ? undefined : choice}
          onChange={(next) => set({ choice: next })}
          choices={[...choicesFor(status)]}
          fault={tried ? faults.choice : undefined}
        />
        {isBeyondPlan && (
          <NumberField
            label="How many more doses"
            name="more"
            whole
            text={more}
            onChange={(text) => set({ more: text })}
            fault={tried ? faults.more : undefined}
          />
        )}
        <TextArea
          label="Reason"
          name="reason"
          rows={3}
          optional={!needsReason}
          value={reason}
          onChange={(next) => set({ reason: next })}
          fault={tried ? faults.reason : undefined}
        />
        {choice !== '' && (
          <TextArea
            label="Your words to them"
            hint={`They read it as you write it, on their phone. A message that names nothing says that there is something to read, as they chose to be reminded. Plain words, in ${languageWords[told.patientLanguage]}.`}
            name="forPatient"
            rows={4}
            lang={told.patientLanguage}
            value={forPatient}
            onChange={(next) => set({ forPatient: next })}
            fault={tried ? faults.forPatient : undefined}
          />
        )}
        {isRest && (
          <TextArea
            label="For the letter: other medicines, and what to bring down slowly"
            hint="Where it stays empty the letter says that nothing was written."
            name="forLetter"
            rows={4}
            optional
            value={forLetter}
            onChange={(next) => set({ forLetter: next })}
          />
        )}
      </Form>
    </Card>
  );
}

function WayOut({ of, told }: { readonly of: Of; readonly told: SeriesDecisionTold }) {
  const { wayOut, zone } = told;
  if (wayOut === undefined) return null;
  return (
    <>
      <Card title="The way out" className="not-on-paper">
        <ul className="flex flex-col gap-2">
          <li>
            <StateWord
              state={wayOut.followUpAt === undefined ? 'not-met' : 'checked'}
              word={
                wayOut.followUpAt === undefined
                  ? `No time to talk is booked. One is wanted by ${formatLocalDate(wayOut.followUpBy, 'long')}.`
                  : `A time to talk is booked, ${formatDateTime(wayOut.followUpAt, zone)}.`
              }
              tail={
                <Link to="/patients/$patientId/book" params={{ patientId: of.patientId }} className="link">
                  Book
                </Link>
              }
            />
          </li>
          <li>
            <StateWord
              state="due"
              word={`A nurse asks how they are on ${wayOut.watchOn.map((day) => formatLocalDate(day, 'medium')).join(', ')}.`}
            />
          </li>
          <li>
            <StateWord state="checked" word="The daily question and the forms stay open to them." />
          </li>
          <li>
            <StateWord
              state={told.referrals.length === 0 ? 'unknown' : 'checked'}
              word={
                told.referrals.length === 0
                  ? 'No name outside is on the list, so they are given none.'
                  : `${told.referrals.length} ${told.referrals.length === 1 ? 'name' : 'names'} outside go with them.`
              }
            />
          </li>
        </ul>
        <div className="mt-4">
          <PrintButton />
        </div>
      </Card>
      <LetterPaper told={told} />
    </>
  );
}

function Earlier({ told }: { readonly told: SeriesDecisionTold }) {
  if (told.decisions.length === 0) return null;
  return (
    <Card title="Decided so far">
      <ul className="flex flex-col gap-3">
        {told.decisions.map((each, index) => (
          <li key={each.id}>
            <p className="font-sub">
              {decidedWord(each.choice, told.decisions[index + 1]?.choice)}, {each.byName},{' '}
              {formatDateTime(each.at, told.zone)}
            </p>
            {each.reason !== '' && <p className="font-serif">{each.reason}</p>}
            {each.wordsForPatient !== undefined && (
              <p className="text-small text-ink-2">Told to them: {each.wordsForPatient}</p>
            )}
            <StateWord
              state={each.seenAt === undefined ? 'not-yet' : 'seen'}
              word={
                each.seenAt === undefined
                  ? 'Not seen yet'
                  : `Seen at ${formatDateTime(each.seenAt, told.zone)}`
              }
              tail={each.seenAt === undefined ? 'It has not stood on their screen.' : 'On their own screen.'}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

// What went wrong with one person: told by whoever saw it, graded by a clinician, signed where it is grave, and ready to be
// sent. What stands in the log of a session and in no event waits here too.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  adverseEventMeaning,
  exportAdverseEvent,
  type KeptGrading,
  listAdverseEvents,
  type RoomSymptom,
  reportAdverseEvent,
  signAdverseEvent,
  type ToldAdverseEvent,
} from '#api/adverse-events.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import type { PatientTabProps } from '#web/clinic/patients/patient-page.tsx';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatSpan } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { StateMark, StateWord } from '#web/kit/state-mark.tsx';
import {
  missingInWords,
  placeWords,
  relatednessWords,
  reporterWords,
  seriousnessWords,
  severityWords,
  stateWords,
  termWords,
} from './event-words.ts';
import { GradeForm } from './grade-form.tsx';
import { TellForm } from './tell-form.tsx';

export function AdverseEventsTab({ patient }: PatientTabProps) {
  const asked = useAnswer(['patient', patient.id, 'adverse-events'], listAdverseEvents, {
    params: { patientId: patient.id },
  });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <Heard of={asked}>
        {({ events }) =>
          events.length === 0 ? (
            <EmptyState>
              Nobody has told of a side effect. What the patient, a companion or the team tells stands here.
            </EmptyState>
          ) : (
            <ul className="flex min-w-0 flex-col gap-4">
              {events.map((event) => (
                <li key={event.id}>
                  <Event event={event} />
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
      <div className="flex flex-col gap-4">
        <TellForm patientId={patient.id} zone={patient.zone} />
        {asked.answer !== undefined && asked.answer.inTheRoom.length > 0 && (
          <InTheRoom patientId={patient.id} symptoms={asked.answer.inTheRoom} />
        )}
      </div>
    </div>
  );
}

interface EventProps {
  readonly event: ToldAdverseEvent;
}

function useRenew(patientId: string): () => void {
  const client = useQueryClient();
  return () => {
    client.invalidateQueries({ queryKey: ['patient', patientId] });
    client.invalidateQueries({ queryKey: ['tasks'] });
  };
}

function Event({ event }: EventProps) {
  const me = useMe();
  const [grading, setGrading] = useState(false);
  const last = event.gradings.at(-1);
  const term = last?.term ?? event.term;
  const stands = stateWords[event.state];
  const mayGrade = has(me, 'nurse', 'prescriber');
  return (
    <Card title={term === undefined ? 'Not named' : termWords[term]}>
      <div className="flex flex-col gap-3">
        <StateWord state={stands.state} word={stands.word} />
        <blockquote className="sand-fill rounded-control bg-sand px-4 py-3 text-on-sand">
          <p className="own-words">{event.words}</p>
          <p className="text-small">
            {event.reportedByName}, {reporterWords(event.reportedAs)}, {formatDateTime(event.reportedAt)}
            {event.severity === undefined ? '' : `. Called it ${severityWords[event.severity].toLowerCase()}`}
          </p>
        </blockquote>
        <Times event={event} />
        {last !== undefined && <Graded grading={last} />}
        <Found event={event} />
        {grading ? (
          <GradeForm event={event} onClose={() => setGrading(false)} />
        ) : (
          <div className="flex flex-wrap gap-3">
            {mayGrade && (
              <Button
                variant={event.state === 'reported' ? 'primary' : 'secondary'}
                onClick={() => setGrading(true)}
              >
                {event.gradings.length === 0 ? 'Grade it' : 'Grade it again'}
              </Button>
            )}
            {has(me, 'prescriber') && event.state === 'to-sign' && <Sign event={event} />}
            <SaveAsFhir event={event} />
          </div>
        )}
      </div>
    </Card>
  );
}

function Times({ event }: EventProps) {
  const last = event.gradings.at(-1);
  const startedAt = last?.startedAt ?? event.startedAt;
  const resolved = last?.resolved ?? event.ended;
  const after =
    startedAt === undefined || event.firstDoseAt === undefined ? undefined : startedAt - event.firstDoseAt;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      <dt className="text-ink-2">Began</dt>
      <dd>
        {startedAt === undefined ? 'Not said' : formatDateTime(startedAt)}
        {after !== undefined && after >= 0 && `, ${formatSpan(after)} after the dose began`}
      </dd>
      <dt className="text-ink-2">Ended</dt>
      <dd>
        {resolved === undefined
          ? 'Not said'
          : resolved === 'ongoing'
            ? 'Still there'
            : resolved === 'over'
              ? 'Over, no time said'
              : formatDateTime(resolved)}
      </dd>
      <dt className="text-ink-2">Held against</dt>
      <dd>
        {event.firstDoseAt === undefined
          ? 'No dose before it'
          : `The dose of ${formatDateTime(event.firstDoseAt)}`}
      </dd>
    </dl>
  );
}

function Graded({ grading }: { readonly grading: KeptGrading }) {
  const { severity, seriousness, relatedness, reportedTo } = grading;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['How bad', severity && severityWords[severity]],
    [
      'Serious',
      seriousness &&
        (seriousness.length === 0
          ? 'None of the criteria'
          : seriousness.map((one) => seriousnessWords[one]).join('. ')),
    ],
    ['From the dose', relatedness && relatednessWords[relatedness]],
    [
      'Told',
      reportedTo &&
        (reportedTo.length === 0 ? 'Nobody outside' : reportedTo.map((one) => placeWords[one]).join('. ')),
    ],
    ['Done about it', grading.done === '' ? undefined : grading.done],
    ['They read', grading.toPatient === '' ? undefined : grading.toPatient],
    ...(grading.enteredInError === '' ? [] : [['Entered in error', grading.enteredInError] as const]),
  ];
  return (
    <section className="flex flex-col gap-1 border-t border-contour pt-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {rows.map(([name, said]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className={said === undefined ? 'text-ink-2' : 'whitespace-pre-line'}>
              {said ?? 'Not said'}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-2">
        Grading {grading.number}, {grading.byName}, {formatDateTime(grading.at)}
        {grading.signed ? `. Signed: ${adverseEventMeaning}` : ''}
      </p>
    </section>
  );
}

/** What the rule found, and whom to tell, each with whether it must be. */
function Found({ event }: EventProps) {
  if (event.state === 'reported' || event.state === 'entered-in-error') return null;
  const told = event.gradings.at(-1)?.reportedTo;
  return (
    <ul className="flex flex-col gap-2">
      {event.issues.map((issue) => (
        <li key={issue.code} className="flex items-start gap-2.5">
          <StateMark state={issue.action === 'unknown' ? 'unknown' : 'alert'} size={22} className="mt-0.5" />
          <span>
            {issue.code === 'adverse-event-incomplete'
              ? `Still to be said: ${missingInWords(issue.missing)}.`
              : issue.title}
          </span>
        </li>
      ))}
      {event.duties.map(({ to, duty, why }) => (
        <li key={to} className="flex items-start gap-2.5">
          <StateMark
            state={told?.includes(to) === true ? 'sent' : duty === 'must' ? 'due' : 'not-yet'}
            size={22}
            className="mt-0.5"
          />
          <span>
            {placeWords[to]}:{' '}
            {told?.includes(to) === true ? 'told' : duty === 'must' ? 'must be told' : 'may be told'}
            <span className="block text-small text-ink-2">{why.value}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Sign({ event }: EventProps) {
  const renew = useRenew(event.patientId);
  const sign = useAct(
    (body: { id: string; after: number }, commandId) =>
      call(signAdverseEvent, {
        params: { patientId: event.patientId, eventId: event.id },
        body: { ...body, meaning: adverseEventMeaning },
        commandId,
      }),
    renew,
  );
  const [id] = useState(newCommandId);
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="primary"
        busy={sign.busy ? 'Signing' : undefined}
        onClick={() => sign.run({ id, after: event.gradings.length })}
      >
        Sign: {adverseEventMeaning}
      </Button>
      <Failure failure={sign.failure} stillTrue="It is not signed." />
    </div>
  );
}

function SaveAsFhir({ event }: EventProps) {
  const act = useAct(
    (_: Record<string, never>) =>
      call(exportAdverseEvent, { params: { patientId: event.patientId, eventId: event.id } }),
    ({ fileName, bundle }) =>
      saveFile({ name: fileName, type: 'application/fhir+json', text: JSON.stringify(bundle, null, 2) }),
  );
  return (
    <div className="flex flex-col gap-2">
      <Button variant="quiet" busy={act.busy ? 'Making the file' : undefined} onClick={() => act.run({})}>
        Save as a FHIR file
      </Button>
      <Failure failure={act.failure} />
    </div>
  );
}

function InTheRoom({
  patientId,
  symptoms,
}: {
  readonly patientId: string;
  readonly symptoms: readonly RoomSymptom[];
}) {
  return (
    <Card title="Written in the room">
      <p className="mb-3 text-ink-2">
        These stand in the log of a session and in no event yet. Taking one over keeps its own times.
      </p>
      <ul className="flex flex-col divide-y divide-contour">
        {symptoms.map((symptom) => (
          <li key={symptom.symptomId} className="flex flex-col gap-2 py-3">
            <TakeOver patientId={patientId} symptom={symptom} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TakeOver({ patientId, symptom }: { readonly patientId: string; readonly symptom: RoomSymptom }) {
  const renew = useRenew(patientId);
  const [id] = useState(newCommandId);
  const take = useAct(
    (_: Record<string, never>, commandId) =>
      call(reportAdverseEvent, {
        params: { patientId },
        body: {
          id,
          symptomId: symptom.symptomId,
          words: symptom.symptom,
          severity: symptom.worst,
          startedAt: symptom.reportedAt,
          ended: symptom.resolvedAt ?? 'ongoing',
        },
        commandId,
      }),
    renew,
  );
  return (
    <>
      <p>
        {symptom.symptom}, {severityWords[symptom.worst].toLowerCase()}
        <span className="block text-small text-ink-2">
          {formatDateTime(symptom.reportedAt)}, {symptom.reportedBy}
          {symptom.resolvedAt === undefined
            ? '. No end written'
            : `. Gone ${formatDateTime(symptom.resolvedAt)}`}
        </span>
      </p>
      <Button
        size="row"
        className="self-start"
        aria-label={`Make it an event: ${symptom.symptom}`}
        busy={take.busy ? 'Taking it over' : undefined}
        onClick={() => take.run({})}
      >
        Make it an event
      </Button>
      <Failure failure={take.failure} />
    </>
  );
}

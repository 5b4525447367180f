// A visit from elsewhere, from the clinic's side: where they said they are, both clocks, and the room while it is open. Asked on
// the telephone, the place is written down here.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { enterRemoteVisit, getRemoteVisit, type RemoteVisit } from '#api/remote-visits.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { Form } from '#web/kit/form.tsx';
import { currentZone, formatDate, formatDateTime, formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';

export function VisitPage() {
  const params = useParams({ from: '/patients/$patientId/visits/$appointmentId' });
  const key = ['patient', params.patientId, 'visit', params.appointmentId];
  const visit = useAnswer(key, getRemoteVisit, { params });
  const mayAsk = readsChart(useMe());
  return (
    <DeskPage title="Visit from elsewhere" lead={visit.answer?.appointment.patientName}>
      <Heard of={visit}>
        {(answer) => (
          <div className="grid items-start gap-4 desk:grid-cols-2">
            <Where visit={answer} />
            <Room visit={answer} mayTreat={mayAsk} />
            {mayAsk && <AskedByTelephone params={params} queryKey={key} visit={answer} />}
          </div>
        )}
      </Heard>
    </DeskPage>
  );
}

function Where({ visit: { appointment, said } }: { readonly visit: RemoteVisit }) {
  const { startsAt, endsAt } = appointment;
  const span = (zone: string): string =>
    `${formatDate(startsAt, 'weekday', zone)}, ${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`;
  return (
    <Card title="When and where">
      <dl className="grid gap-x-5 tablet:grid-cols-[auto_1fr] tablet:gap-y-1.5 max-tablet:[&>dd]:mb-2">
        <dt className="text-ink-2">Here</dt>
        <dd className="figures">
          {span(currentZone())} ({zoneWords(currentZone())})
        </dd>
        <dt className="text-ink-2">There</dt>
        <dd className="figures">
          {said === undefined ? 'Not said yet' : `${span(said.zone)} (${zoneWords(said.zone)})`}
        </dd>
        <dt className="text-ink-2">Place</dt>
        <dd>{said?.place ?? 'Not said yet'}</dd>
        <dt className="text-ink-2">Address for help</dt>
        <dd>{said?.address ?? 'Not said yet'}</dd>
      </dl>
      {said !== undefined && (
        <p className="mt-2 text-small text-ink-2">
          Said by {said.byName}, {formatDateTime(said.at)}
        </p>
      )}
    </Card>
  );
}

function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function Room({ visit, mayTreat }: { readonly visit: RemoteVisit; readonly mayTreat: boolean }) {
  const { held, link, others, appointment } = visit;
  if (held.length === 0)
    return (
      <Card title="The visit is open">
        <p>It is open for the place that was said. Ask again if they move.</p>
        {link !== undefined && (
          <a
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            className={`${buttonClass({ variant: 'primary' })} mt-3`}
          >
            Open the video room
          </a>
        )}
      </Card>
    );
  return (
    <Card title="The visit is not open">
      <ul className="flex flex-col gap-2">
        {held.map((issue) => (
          <li key={issue.code} className="flex items-start gap-2.5">
            <StateMark state={issue.action === 'unknown' ? 'unknown' : 'not-met'} size={22} />
            {issue.title}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="mt-3">Say they are licensed there: {others.map(({ name }) => name).join(', ')}.</p>
      )}
      <p className="mt-3 flex flex-wrap gap-3">
        <Link
          to="/patients/$patientId/book"
          params={{ patientId: appointment.patientId }}
          className={buttonClass({ size: 'row' })}
        >
          Another time, or someone else
        </Link>
        {mayTreat && (
          <Link to="/about-me" className={buttonClass({ size: 'row' })}>
            Where I am licensed
          </Link>
        )}
      </p>
    </Card>
  );
}

interface AskedProps {
  readonly params: { readonly patientId: string; readonly appointmentId: string };
  readonly queryKey: readonly unknown[];
  readonly visit: RemoteVisit;
}

function AskedByTelephone({ params, queryKey, visit }: AskedProps) {
  const queries = useQueryClient();
  const [place, setPlace] = useState('');
  const [address, setAddress] = useState('');
  const [zone, setZone] = useState(visit.said?.zone ?? '');
  const [tried, setTried] = useState(false);
  const isWhole = [place, address, zone].every((each) => each.trim() !== '');
  const enter = useAct(
    (body: BodyOf<typeof enterRemoteVisit>, commandId) => call(enterRemoteVisit, { params, body, commandId }),
    (answer) => {
      queries.setQueryData(queryKey, answer);
      setTried(false);
    },
  );
  return (
    <Card title="They told me on the telephone">
      <Form
        className="gap-4"
        failure={enter.failure}
        stillTrue="Not written down. What you typed is still here."
        onSubmit={() => {
          setTried(true);
          if (isWhole)
            enter.run({
              id: newCommandId(),
              place: place.trim(),
              address: address.trim(),
              zone: zone.trim(),
            });
        }}
        actions={
          <Button type="submit" busy={enter.busy ? 'Asking' : undefined}>
            This is where they are now
          </Button>
        }
      >
        <TextField
          label="State or country they are in"
          name="place"
          maxLength={40}
          value={place}
          onChange={setPlace}
          fault={tried && place.trim() === '' ? 'Name the place' : undefined}
        />
        <TextField
          label="Address for help"
          name="address"
          value={address}
          onChange={setAddress}
          fault={tried && address.trim() === '' ? 'Ask for it' : undefined}
        />
        <TextField
          label="Their time zone"
          name="zone"
          hint="For example America/Denver"
          value={zone}
          onChange={setZone}
          fault={tried && zone.trim() === '' ? 'Ask for it' : undefined}
        />
      </Form>
    </Card>
  );
}

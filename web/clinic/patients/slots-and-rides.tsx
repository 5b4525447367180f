// When they come, with whom, and who takes them home. The same cards for the desk and for care.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Appointment, cancelAppointment, listAppointments } from '#api/appointments.ts';
import { careTeam } from '#api/patients.ts';
import { listRides } from '#api/preparation.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, roleWord } from '#web/clinic/places.ts';
import { kindWord, rideWord, statusWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { CareWishLine } from './care-wish.tsx';

interface OfPatient {
  readonly patientId: string;
}

export function SlotsCard({ patientId }: OfPatient) {
  const slots = useAnswer(['patient', patientId, 'appointments'], listAppointments, {
    params: { patientId },
  });
  const mayCancel = has(useMe(), 'front-desk', 'nurse');
  return (
    <Card title="Slots">
      <Heard of={slots}>
        {({ appointments }) =>
          appointments.length === 0 ? (
            <EmptyState>Nothing is booked yet.</EmptyState>
          ) : (
            <ul>
              {appointments
                .toSorted((one, other) => one.startsAt - other.startsAt)
                .map((slot) => (
                  <SlotLine key={slot.id} slot={slot} mayCancel={mayCancel} />
                ))}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

function SlotLine({ slot, mayCancel }: { readonly slot: Appointment; readonly mayCancel: boolean }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useAct(
    (body: { version: number; reason: string }, commandId) =>
      call(cancelAppointment, {
        params: { patientId: slot.patientId, appointmentId: slot.id },
        body,
        commandId,
      }),
    () => {
      setOpen(false);
      queries.invalidateQueries({ queryKey: ['patient', slot.patientId] });
    },
  );
  const where = [slot.roomName, slot.practitionerName].filter((each) => each !== undefined).join(', ');
  return (
    <li className="border-b border-contour py-2.5 last:border-b-0">
      <div className="flex items-start justify-between gap-x-4">
        <div>
          <p className="figures font-sub">{formatDateTime(slot.startsAt)}</p>
          <p className="text-small text-ink-2">
            {kindWord(slot.kind)}
            {slot.remote === true && ' from elsewhere'}, {statusWord(slot.status).toLowerCase()}
            {where !== '' && `. ${where}`}
          </p>
        </div>
        {mayCancel && slot.status === 'booked' && !open && (
          <Button
            size="row"
            variant="quiet"
            onClick={() => setOpen(true)}
            aria-label={`Cancel ${kindWord(slot.kind)} on ${formatDateTime(slot.startsAt)}`}
          >
            Cancel
          </Button>
        )}
      </div>
      {open && (
        <Form
          className="mt-2 gap-3"
          failure={cancel.failure}
          stillTrue="The slot still stands."
          onSubmit={() => {
            setTried(true);
            if (reason.trim() !== '') cancel.run({ version: slot.version, reason: reason.trim() });
          }}
          actions={
            <>
              <Button type="submit" variant="danger" busy={cancel.busy ? 'Cancelling' : undefined}>
                Cancel the slot
              </Button>
              <Button onClick={() => setOpen(false)}>Keep it</Button>
            </>
          }
        >
          <TextField
            label="Why"
            name="reason"
            value={reason}
            onChange={setReason}
            fault={tried && reason.trim() === '' ? 'Write the reason first' : undefined}
          />
        </Form>
      )}
    </li>
  );
}

export function RidesCard({ patientId }: OfPatient) {
  const rides = useAnswer(['patient', patientId, 'rides'], listRides, { params: { patientId } });
  return (
    <Card title="Ride home">
      <Heard of={rides}>
        {(answer) =>
          answer.rides.length === 0 ? (
            <EmptyState>No one has been asked yet. The patient names someone on their phone.</EmptyState>
          ) : (
            <ul className="flex flex-col gap-3">
              {answer.rides.map((ride) => {
                const { words, said } = rideWord(ride.state);
                return (
                  <li key={ride.id} className="flex gap-2.5">
                    <StateMark state={said ? 'met' : 'not-met'} size={22} className="mt-0.5" />
                    <div>
                      <p className="font-sub">
                        {ride.companionName}
                        {ride.relationship !== undefined && `, ${ride.relationship}`}
                      </p>
                      <p className="text-small text-ink-2">
                        {words}, {formatDateTime(ride.stateAt)}
                        {ride.linkRevoked && '. Their link was ended'}
                      </p>
                    </div>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

export function CareTeamCard({ patientId }: OfPatient) {
  const team = useAnswer(['patient', patientId, 'care-team'], careTeam, { params: { patientId } });
  return (
    <Card title="Care team">
      <CareWishLine patientId={patientId} />
      <Heard of={team}>
        {({ members }) =>
          members.length === 0 ? (
            <EmptyState>No one is named yet. Booking a consult names the prescriber.</EmptyState>
          ) : (
            <ul className="flex flex-col gap-1.5">
              {members.map((member) => (
                <li key={`${member.accountId}/${member.role}`}>
                  {member.name} <span className="text-ink-2">{roleWord(member.role)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

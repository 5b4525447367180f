// One hour: a consult with a prescriber, or a preparation hour with a therapist.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bookAppointment, getSchedule } from '#api/appointments.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { addMinutes, localDateOf } from '#clinical/instant.ts';
import { useMe } from '#web/clinic/me.ts';
import { nameBesideWish, useCareWish } from '#web/clinic/patients/care-wish.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { serverNow } from '#web/kit/live.ts';
import { momentOf } from '#web/kit/local-moment.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';

type Kind = 'consult' | 'preparation';

const heldBy: Readonly<Record<Kind, string>> = { consult: 'prescriber', preparation: 'therapist' };
const lengths = [30, 45, 60, 90] as const;

interface Typed {
  readonly id: string;
  readonly kind?: Kind | undefined;
  readonly practitionerId?: string | undefined;
  readonly at: string;
  readonly minutes?: string | undefined;
  readonly remote?: boolean | undefined;
}

export function BookHour({ patientId }: { readonly patientId: string }) {
  const me = useMe();
  const queries = useQueryClient();
  const today = localDateOf(serverNow(), me.clinic.zone);
  const schedule = useAnswer(['schedule', today, today], getSchedule, { query: { from: today, to: today } });
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [first] = useState((): Typed => ({ id: newCommandId(), at: '' }));
  const draft = useDraft<Typed>(`book-hour/${patientId}`, first);
  const typed = draft.value;
  const wish = useCareWish(patientId);
  const startsAt = momentOf(typed.at, me.clinic.zone);
  const minutes = lengths.find((each) => String(each) === typed.minutes);
  const people = (schedule.answer?.practitioners ?? []).filter(
    (one) => typed.kind !== undefined && one.roles.includes(heldBy[typed.kind]),
  );
  const book = useAct(
    (body: BodyOf<typeof bookAppointment>, commandId) =>
      call(bookAppointment, { params: { patientId }, body, commandId }),
    (slot) => {
      setTried(false);
      setSaid(`Booked: ${formatDateTime(slot.startsAt)}.`);
      draft.clear();
      draft.set({ id: newCommandId(), at: '' });
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
      queries.invalidateQueries({ queryKey: ['schedule'] });
    },
  );
  return (
    <Card title="Book an hour">
      <Form
        className="gap-4"
        failure={book.failure}
        stillTrue="Nothing was booked. What you chose is still here."
        onSubmit={() => {
          setTried(true);
          setSaid('');
          const { kind, practitionerId } = typed;
          if (
            kind === undefined ||
            practitionerId === undefined ||
            startsAt === undefined ||
            minutes === undefined
          )
            return;
          book.run({
            id: typed.id,
            kind,
            practitionerId,
            startsAt,
            endsAt: addMinutes(startsAt, minutes),
            remote: typed.remote === true,
          });
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            wide
            className="min-h-12"
            busy={book.busy ? 'Booking' : undefined}
          >
            Book it
          </Button>
        }
      >
        <ChoiceGroup
          label="What it is"
          name="kind"
          value={typed.kind}
          onChange={(kind) => draft.set({ ...typed, kind, practitionerId: undefined })}
          choices={[
            { value: 'consult', label: 'Consult', detail: 'With a prescriber' },
            { value: 'preparation', label: 'Preparation', detail: 'With a therapist' },
          ]}
          fault={tried && typed.kind === undefined ? 'Choose one' : undefined}
        />
        <Select
          label="With whom"
          name="practitionerId"
          value={typed.practitionerId}
          onChange={(practitionerId) => draft.set({ ...typed, practitionerId })}
          choices={people.map((one) => ({ value: one.id, label: nameBesideWish(one, wish) }))}
          fault={tried && typed.practitionerId === undefined ? 'Choose a person' : undefined}
        />
        <DateTimeField
          kind="datetime-local"
          label="When"
          name="startsAt"
          value={typed.at}
          onChange={(at) => draft.set({ ...typed, at })}
          fault={tried && startsAt === undefined ? 'Give the day and the time' : undefined}
        />
        <Select
          label="How long"
          name="endsAt"
          value={typed.minutes}
          onChange={(length) => draft.set({ ...typed, minutes: length })}
          choices={lengths.map((each) => ({ value: String(each), label: `${each} minutes` }))}
          fault={tried && minutes === undefined ? 'Choose one' : undefined}
        />
        <Checkbox
          label="They come in from elsewhere, by video"
          ticked={typed.remote === true}
          onChange={(remote) => draft.set({ ...typed, remote })}
        />
        <p role="status">{said}</p>
      </Form>
    </Card>
  );
}

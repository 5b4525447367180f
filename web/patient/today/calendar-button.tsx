// Puts one appointment in the phone's own calendar.
import { CalendarPlus } from 'lucide-react';
import type { Appointment } from '#api/appointments.ts';
import { calendarFile } from '#api/calendar-file.ts';
import { outsideName } from '#api/outside-name.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

export function CalendarButton({ appointment }: { readonly appointment: Appointment }) {
  const { me } = usePerson();
  const save = (): void => {
    const text = calendarFile({
      id: appointment.id,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      madeAt: serverNow(),
      summary: t('appointment.calendar-words', { clinic: outsideName(me.clinic) }),
      place: me.clinic.address,
    });
    saveFile({ name: 'appointment.ics', type: 'text/calendar', text });
  };
  return (
    <Button
      variant="quiet"
      className="-ml-4 self-start text-left max-[18rem]:-mr-3 max-[18rem]:ml-0 max-[18rem]:flex-col max-[18rem]:items-start max-[18rem]:gap-1 max-[18rem]:px-0"
      icon={<CalendarPlus size={20} strokeWidth={1.9} aria-hidden="true" />}
      onClick={save}
    >
      {t('appointment.calendar')}
    </Button>
  );
}

export function appointmentWords(appointment: Appointment): string {
  return t(`appointment.${appointment.kind}`, {
    who: appointment.practitionerName ?? t('appointment.someone'),
  });
}

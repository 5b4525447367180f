// What a therapist outside wrote to the clinic by a link this person gave. They were told that it is read here too.
import { useQuery } from '@tanstack/react-query';
import { listGuestNotes } from '#api/guest-room.ts';
import { ask } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';

export function GuestNotes() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const notes = useQuery({
    queryKey: patientKey(patientId, 'guest-notes'),
    queryFn: () => ask(listGuestNotes, { params: { patientId } }),
  });
  return (
    <Asked query={notes}>
      {({ notes }) =>
        notes.length === 0 ? null : (
          <Section title={t('circle.notes')}>
            {notes.map(({ id, fromName, text, heldOn, recordedAt }) => (
              <OwnWordsCard
                key={id}
                when={`${fromName}, ${whenWords(recordedAt, now)}`}
                words={text}
                foot={
                  heldOn === undefined
                    ? undefined
                    : t('circle.notes-about', { date: formatLocalDate(heldOn, 'long') })
                }
              />
            ))}
          </Section>
        )
      }
    </Asked>
  );
}

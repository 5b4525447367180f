// What this person chose to show to the one who is reading. Opening it tells them it was seen, so it is opened on purpose.
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { readSharedWords } from '#api/own-words.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { nameOf } from './name-of.ts';
import type { PatientTabProps } from './patient-page.tsx';

const kinds = {
  journal: 'From the journal',
  intention: 'Intention',
  letter: 'Letter',
  stuck: 'What feels stuck',
} as const;

export function SharedWordsTab({ patient }: PatientTabProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div className="flex max-w-[60ch] flex-col items-start gap-3">
        <p>
          Here is what {patient.preferredName ?? patient.givenName} chose to show to you, and nothing else.
          They will see that you read it.
        </p>
        <Button icon={<Eye size={22} strokeWidth={1.9} aria-hidden="true" />} onClick={() => setOpen(true)}>
          Read what was shared with me
        </Button>
      </div>
    );
  }
  return <Shared patient={patient} />;
}

function Shared({ patient }: PatientTabProps) {
  const me = useMe();
  const shared = useAnswer(['shared-words', patient.id], readSharedWords, {
    params: { patientId: patient.id },
  });
  return (
    <Heard of={shared}>
      {({ words }) =>
        words.length === 0 ? (
          <EmptyState>{nameOf(patient)} has not shown you anything. They may, or never.</EmptyState>
        ) : (
          <ul className="flex max-w-[70ch] flex-col gap-4">
            {words.map((each) => (
              <li key={each.id}>
                <OwnWordsCard
                  when={`${kinds[each.kind]}, ${formatDateTime(each.writtenAt)}`}
                  words={each.text}
                  footIcon={<Eye size={20} strokeWidth={1.9} aria-hidden="true" />}
                  foot={`Shown to ${me.name} only, ${formatDateTime(each.sharedAt)}. They can take it back.`}
                />
              </li>
            ))}
          </ul>
        )
      }
    </Heard>
  );
}

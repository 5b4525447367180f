// What this person chose to show to the one who is reading. Opening it tells them it was seen, so it is opened on purpose.
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { readSharedMedia, readSharedWords, type SharedWords } from '#api/own-words.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { MediumOnAsking } from '#web/kit/medium.tsx';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { WrittenWords } from '#web/kit/written-words.tsx';
import { nameOf } from './name-of.ts';
import type { PatientTabProps } from './patient-page.tsx';

const kinds = {
  journal: 'From the journal',
  intention: 'Intention',
  letter: 'Letter',
  stuck: 'What feels stuck',
  symbol: 'A sign of their own',
  commitment: 'What they mean to do',
} as const satisfies Record<SharedWords['kind'], string>;

const marks = {
  'new-view': 'A new view',
  insight: 'An insight',
  connection: 'A sense of connection',
  parked: 'Parked by them. Leave it until they take it up',
} as const;

const parts = { seen: 'Saw', felt: 'Felt', thought: 'Thought' } as const;

const media = { voice: 'recording', drawing: 'drawing', photo: 'photo' } as const;

const outcomes = {
  'did-it': 'Did it',
  'in-part': 'In part',
  'not-yet': 'Not yet',
  'let-go': 'Let it go',
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
                  footIcon={<Eye size={20} strokeWidth={1.9} aria-hidden="true" />}
                  foot={`${changedWords(each)}Shown to ${me.name} only, ${formatDateTime(each.sharedAt)}. They can take it back.`}
                >
                  <SharedEntry words={each} />
                </OwnWordsCard>
                {each.media.map(({ id: mediaId, kind, hasArrived }) =>
                  hasArrived ? (
                    <MediumOnAsking
                      key={mediaId}
                      name={`Their ${media[kind]}`}
                      askWords={`Open their ${media[kind]}`}
                      failedWords="It did not come."
                      ask={() =>
                        call(readSharedMedia, {
                          params: { patientId: patient.id, wordsId: each.id, mediaId },
                        })
                      }
                    />
                  ) : (
                    <p key={mediaId} className="mt-2 text-small">
                      Their {media[kind]} has not reached us yet.
                    </p>
                  ),
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Heard>
  );
}

/** Another wording than the one read before is never passed off as it. */
function changedWords({ changed }: SharedWords): string {
  return changed === undefined
    ? ''
    : `You first read it ${formatDateTime(changed.seenAt)}. They changed it ${formatDateTime(changed.at)}; this is how it stands now. `;
}

function SharedEntry({ words }: { readonly words: SharedWords }) {
  const tags = [...(words.marks ?? []).map((mark) => marks[mark]), ...(words.themes ?? [])];
  return (
    <WrittenWords words={words} labelOf={(part) => parts[part]} tags={tags}>
      {words.dueOn !== undefined && (
        <span className="mt-2 block font-sans text-small">
          Looks back on it {formatLocalDate(words.dueOn, 'medium')}
          {words.review !== undefined && `. ${outcomes[words.review.outcome]}`}
        </span>
      )}
      {words.review?.words !== undefined && <span className="mt-2 block">{words.review.words}</span>}
    </WrittenWords>
  );
}

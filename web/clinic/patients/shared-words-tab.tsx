// What this person chose to show to the one who is reading. Opening it tells them it was seen, so it is opened on purpose.
import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type MediaFile, readSharedMedia, readSharedWords, type SharedWords } from '#api/own-words.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { fromBase64 } from '#web/kit/base64.ts';
import { Button } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
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
} as const;

const parts = { seen: 'Saw', felt: 'Felt', thought: 'Thought' } as const;

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
                  foot={`Shown to ${me.name} only, ${formatDateTime(each.sharedAt)}. They can take it back.`}
                >
                  <SharedEntry words={each} />
                </OwnWordsCard>
                {each.media.map((medium) => (
                  <Medium
                    key={medium.id}
                    patientId={patient.id}
                    wordsId={each.id}
                    mediaId={medium.id}
                    kind={medium.kind}
                    hasArrived={medium.hasArrived}
                  />
                ))}
              </li>
            ))}
          </ul>
        )
      }
    </Heard>
  );
}

/** All of an entry, in the order its author gave it. */
export function SharedEntry({ words }: { readonly words: SharedWords }) {
  const tags = [...(words.marks ?? []).map((mark) => marks[mark]), ...(words.themes ?? [])];
  return (
    <>
      {words.name !== undefined && <span className="block font-[620]">{words.name}</span>}
      {words.text}
      {(['seen', 'felt', 'thought'] as const).map((part) =>
        words[part] === undefined ? null : (
          <span key={part} className="mt-3 block">
            <span className="block font-sans text-small">{parts[part]}</span>
            {words[part]}
          </span>
        ),
      )}
      {words.dueOn !== undefined && (
        <span className="mt-2 block font-sans text-small">
          Looks back on it {formatLocalDate(words.dueOn, 'medium')}
          {words.review !== undefined && `. ${outcomes[words.review.outcome]}`}
        </span>
      )}
      {words.review?.words !== undefined && <span className="mt-2 block">{words.review.words}</span>}
      {tags.length > 0 && (
        <span className="mt-3 flex flex-wrap gap-2 font-sans text-small">
          {tags.map((tag) => (
            <span key={tag} className="rounded-mark border border-sand-edge px-2 py-0.5">
              {tag}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const media = { voice: 'recording', drawing: 'drawing', photo: 'photo' } as const;

interface MediumProps {
  readonly patientId: string;
  readonly wordsId: string;
  readonly mediaId: string;
  readonly kind: MediaFile['kind'];
  readonly hasArrived: boolean;
}

function Medium({ patientId, wordsId, mediaId, kind, hasArrived }: MediumProps) {
  const [file, setFile] = useState<MediaFile | 'failed'>();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (file === undefined || file === 'failed') return;
    const made = URL.createObjectURL(new Blob([fromBase64(file.file)], { type: file.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (!hasArrived) return <p className="mt-2 text-small">Their {media[kind]} has not reached us yet.</p>;
  if (address !== undefined) {
    return kind === 'voice' ? (
      // biome-ignore lint/a11y/useMediaCaption: a person's own voice; there is no text of it
      <audio controls src={address} aria-label="Their recording" className="mt-2 w-full" />
    ) : (
      <img src={address} alt={`Their ${media[kind]}`} className="mt-2 max-w-full rounded-card" />
    );
  }
  const open = async (): Promise<void> => {
    const answered = await call(readSharedMedia, { params: { patientId, wordsId, mediaId } });
    setFile(answered.kind === 'answered' ? answered.value : 'failed');
  };
  return (
    <p className="mt-2 flex items-center gap-3">
      <Button size="row" onClick={open}>
        Open their {media[kind]}
      </Button>
      {file === 'failed' && <span role="status">It did not come.</span>}
    </p>
  );
}

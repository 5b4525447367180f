// A recording, a drawing or a photo of an entry: from the clinic once it is there, from this phone until then, and otherwise
// the truth about where it is. Nothing loads until it is asked for.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type MediaFile, type OwnWords, readWordsMedia } from '#api/own-words.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { t } from '#web/kit/locale.ts';
import { Medium as MadeMedium } from '#web/kit/medium.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { mediumName } from './entry-body.tsx';
import type { Medium } from './entry-draft.ts';
import { mediaShelf, type ShelfMedium } from './media-shelf.ts';

export type MediumOfEntry = OwnWords['media'][number];

export function mediaQuery(at: { patientId: string; wordsId: string; mediaId: string }) {
  return {
    queryKey: patientKey(at.patientId, 'own-words', at.wordsId, at.mediaId),
    queryFn: () => ask(readWordsMedia, { params: at }),
    // A photo of one's inner life is not left lying in the memory of a page.
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

export function ShownMedium({ medium }: { readonly medium: Pick<Medium, 'kind' | 'seconds'> & MediaFile }) {
  const name = mediumName(medium);
  if (medium.kind !== 'voice') return <MadeMedium file={medium} name={name} />;
  return (
    <figure className="flex flex-col gap-1">
      <MadeMedium file={medium} name={name} />
      <figcaption className="text-small text-ink-2">{name}</figcaption>
    </figure>
  );
}

interface MediaOfEntryProps {
  readonly wordsId: string;
  readonly media: readonly MediumOfEntry[];
  readonly onRemove?: ((id: string) => void) | undefined;
}

export function MediaOfEntry({ wordsId, media, onRemove }: MediaOfEntryProps) {
  if (media.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {media.map((medium) => (
        <li key={medium.id}>
          {medium.hasArrived ? (
            <FromClinic wordsId={wordsId} medium={medium} />
          ) : (
            <FromShelf medium={medium} />
          )}
          {onRemove !== undefined && (
            <Button variant="quiet" className="-ml-4" onClick={() => onRemove(medium.id)}>
              {t('media.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function FromClinic({ wordsId, medium }: { readonly wordsId: string; readonly medium: MediumOfEntry }) {
  const { patientId } = usePerson();
  const [isAsked, setIsAsked] = useState(false);
  const { data, error } = useQuery({
    ...mediaQuery({ patientId, wordsId, mediaId: medium.id }),
    enabled: isAsked,
  });
  if (data !== undefined) return <ShownMedium medium={{ ...medium, ...data }} />;
  if (isAsked && error === null) return <Loading />;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span>{mediumName(medium)}</span>
      <Button onClick={() => setIsAsked(true)}>
        {t(medium.kind === 'voice' ? 'media.listen' : 'media.look')}
      </Button>
      {error !== null && isAsked && <span role="status">{t('media.not-loaded')}</span>}
    </div>
  );
}

function FromShelf({ medium }: { readonly medium: MediumOfEntry }) {
  const [found, setFound] = useState<ShelfMedium | 'nowhere'>();
  useEffect(() => {
    mediaShelf
      .waiting()
      .then((waiting) => setFound(waiting.find((each) => each.id === medium.id) ?? 'nowhere'));
  }, [medium.id]);
  if (found === undefined) return null;
  return (
    <div className="flex flex-col gap-1">
      {found !== 'nowhere' && <ShownMedium medium={found} />}
      <p className="text-small text-ink-2">{t(found === 'nowhere' ? 'media.elsewhere' : 'media.here')}</p>
    </div>
  );
}

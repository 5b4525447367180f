// A voice, a drawing or a photo for the letter that is being written: sealed while it is made, and in view while the page is open.
import { useEffect, useState } from 'react';
import { type MediaKind, mostMediaOfAnEntry } from '#api/own-words.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { blankSheet, DrawingSheet, drawingOf } from '#web/patient/journal/drawing-pad.tsx';
import type { Medium } from '#web/patient/journal/entry-draft.ts';
import { ShownMedium } from '#web/patient/journal/media-view.tsx';
import { mediaParts, PartChips } from '#web/patient/journal/part-chips.tsx';
import { PhotoChoice } from '#web/patient/journal/photo-choice.tsx';
import { mostSeconds, VoiceRecorder } from '#web/patient/journal/voice-recorder.tsx';
import type { LetterInHand } from './letter-in-hand.ts';

interface LetterMediaProps {
  readonly letter: Pick<LetterInHand, 'add' | 'drop'>;
  readonly media: readonly Medium[];
  /** How many more this phone holds. */
  readonly roomLeft: number;
  readonly isRecording: boolean;
  readonly onRecording: (isRecording: boolean) => void;
}

export function LetterMedia({ letter, media, roomLeft, isRecording, onRecording }: LetterMediaProps) {
  const [open, setOpen] = useState<MediaKind>();
  const [drawingId, setDrawingId] = useState<string>();
  const isWhole = media.length >= mostMediaOfAnEntry;
  // The one in work stays open: it has its place already.
  const noMore = isWhole ? 'media.too-many' : roomLeft <= 0 ? 'letter.no-more-media' : undefined;
  const isShut = noMore !== undefined && !isRecording && drawingId === undefined;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-small text-ink-2">{t('parts.add')}</legend>
      <PartChips parts={mediaParts} open={open} onOpen={setOpen} />
      {open !== undefined && isShut && noMore !== undefined && <p>{t(noMore)}</p>}
      {open !== undefined && !isShut && (
        <>
          {open === 'voice' && <VoiceRecorder onHeard={letter.add} onRecording={onRecording} />}
          {open === 'drawing' && <SealedDrawing letter={letter} onInWork={setDrawingId} />}
          {open === 'photo' && <PhotoChoice onPhoto={letter.add} />}
          <p className="text-small text-ink-2">
            {t('letter.media-limits', {
              most: mostMediaOfAnEntry,
              minutes: mostSeconds / 60,
              left: roomLeft,
            })}
          </p>
        </>
      )}
      {media
        .filter(({ id }) => id !== drawingId)
        .map((medium) => (
          <div key={medium.id} className="flex flex-col gap-2">
            <ShownMedium medium={medium} />
            <Button className="self-start" onClick={() => letter.drop(medium.id)}>
              {t('media.remove')}
            </Button>
          </div>
        ))}
    </fieldset>
  );
}

interface SealedDrawingProps {
  readonly letter: Pick<LetterInHand, 'add' | 'drop'>;
  /** The id of the drawing that stands on the sheet; nothing while the sheet is blank or put away. */
  readonly onInWork: (id: string | undefined) => void;
}

/** Its lines can be kept nowhere on a shut phone, so the picture is sealed after each. */
function SealedDrawing({ letter, onInWork }: SealedDrawingProps) {
  const [sheet, setSheet] = useState(blankSheet);
  const [id, setId] = useState(newCommandId);
  useEffect(() => () => onInWork(undefined), [onInWork]);
  const soFar = (file: string | undefined): void => {
    onInWork(file === undefined ? undefined : id);
    if (file === undefined) letter.drop(id);
    else letter.add(drawingOf(id, file));
  };
  const done = (file: string): void => {
    letter.add(drawingOf(id, file));
    onInWork(undefined);
    setId(newCommandId());
    setSheet(blankSheet);
  };
  return <DrawingSheet sheet={sheet} onSheet={setSheet} onDone={done} onSoFar={soFar} />;
}

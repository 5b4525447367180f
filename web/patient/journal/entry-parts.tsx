// What may be added to an entry: a voice, a drawing, a photo, three small boxes, marks and threads, when it came. All shut until
// opened.
import { Clock, Rows3, Tag } from 'lucide-react';
import { useState } from 'react';
import {
  type EntryMark,
  entryMarks,
  type MediaKind,
  mostMediaOfAnEntry,
  parkedMark,
} from '#api/own-words.ts';
import { Checkbox, CheckboxList } from '#web/kit/checkbox-list.tsx';
import { t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { DrawingPad } from './drawing-pad.tsx';
import { type EntryDraft, isBlank, type Medium, threadNames } from './entry-draft.ts';
import { mediaParts, PartChips, type SomePart } from './part-chips.tsx';
import { PhotoChoice } from './photo-choice.tsx';
import { VoiceRecorder } from './voice-recorder.tsx';
import { WhenItCame } from './when-it-came.tsx';

export type EntryPart = MediaKind | 'three' | 'marks' | 'came';
const parts: readonly SomePart<EntryPart>[] = [
  ...mediaParts,
  { part: 'three', sign: Rows3 },
  { part: 'marks', sign: Tag },
  { part: 'came', sign: Clock },
];

export interface EntryPartsProps {
  readonly opens?: EntryPart | undefined;
  /** The session it belongs to is known and not asked. */
  readonly isOfOneSession?: boolean | undefined;
  readonly value: EntryDraft;
  readonly onChange: (value: EntryDraft) => void;
  /** Adds it, or puts a longer recording in the place of the one with its id. */
  readonly onMedium: (medium: Medium) => void;
  readonly mediaCount: number;
  /** Told while a voice is being recorded: what is kept meanwhile would lack its end. */
  readonly onRecording: (isRecording: boolean) => void;
  readonly threadsKnown: readonly string[];
}

const takesMedia: readonly (EntryPart | undefined)[] = ['voice', 'drawing', 'photo'];

export function EntryParts({
  opens,
  isOfOneSession = false,
  value,
  onChange,
  onMedium,
  mediaCount,
  onRecording,
  threadsKnown,
}: EntryPartsProps) {
  const hasThree = [value.seen, value.felt, value.thought].some((part) => part !== '');
  const [chosen, setChosen] = useState(opens);
  const open = chosen ?? (hasThree ? 'three' : undefined);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-small text-ink-2">{t('parts.add')}</legend>
      <PartChips parts={parts} open={open} onOpen={setChosen} />
      {!isBlank(value) && <Park value={value} onChange={onChange} />}
      {open === 'three' && <ThreeBoxes value={value} onChange={onChange} />}
      {open === 'marks' && <Marks value={value} onChange={onChange} threadsKnown={threadsKnown} />}
      {open === 'came' && <WhenItCame value={value} onChange={onChange} isOfOneSession={isOfOneSession} />}
      {takesMedia.includes(open) && mediaCount >= mostMediaOfAnEntry ? (
        <p>{t('media.too-many')}</p>
      ) : (
        <>
          {open === 'voice' && <VoiceRecorder onHeard={onMedium} onRecording={onRecording} />}
          {open === 'drawing' && <DrawingPad onDrawn={onMedium} />}
          {open === 'photo' && <PhotoChoice onPhoto={onMedium} />}
        </>
      )}
    </fieldset>
  );
}

type PartProps = Pick<EntryPartsProps, 'value' | 'onChange'>;

/** Not now: it rests, is not brought back, and asks to be understood by nobody. */
function Park({ value, onChange }: PartProps) {
  const isParked = value.marks.includes(parkedMark);
  return (
    <Checkbox
      label={t('parts.park')}
      detail={t('parts.park-text')}
      ticked={isParked}
      onChange={(ticked) => onChange({ ...value, marks: withPark(namedMarks(value.marks), ticked) })}
    />
  );
}

function namedMarks(marks: readonly EntryMark[]): readonly (typeof entryMarks)[number][] {
  return entryMarks.filter((mark) => marks.includes(mark));
}

function withPark(marks: readonly EntryMark[], isParked: boolean): readonly EntryMark[] {
  return isParked ? [...marks, parkedMark] : marks;
}

function ThreeBoxes({ value, onChange }: PartProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-small text-ink-2">{t('parts.three-hint')}</p>
      {(['seen', 'felt', 'thought'] as const).map((part) => (
        <TextArea
          key={part}
          own
          rows={1}
          label={t(`parts.${part}`)}
          maxLength={8_000}
          value={value[part]}
          onChange={(words) => onChange({ ...value, [part]: words })}
        />
      ))}
    </div>
  );
}

function Marks({ value, onChange, threadsKnown }: PartProps & { readonly threadsKnown: readonly string[] }) {
  const [typed, setTyped] = useState(value.themes.join(', '));
  const rename = (next: string): void => {
    setTyped(next);
    onChange({ ...value, themes: threadNames(next) });
  };
  const others = threadsKnown.filter(
    (name) => !value.themes.some((theme) => theme.toLowerCase() === name.toLowerCase()),
  );
  return (
    <div className="flex flex-col gap-4">
      <CheckboxList
        label={t('parts.mark-it')}
        hint={t('parts.mark-hint')}
        value={namedMarks(value.marks)}
        onChange={(marks) => onChange({ ...value, marks: withPark(marks, value.marks.includes(parkedMark)) })}
        choices={entryMarks.map((mark) => ({ value: mark, label: t(`parts.mark-${mark}`) }))}
      />
      <TextField
        label={t('parts.threads')}
        hint={t('parts.threads-hint')}
        optional
        value={typed}
        onChange={rename}
      />
      {others.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-small text-ink-2">{t('parts.threads-known')}</span>
          {others.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => rename([...value.themes, name].join(', '))}
              className="press min-h-12 cursor-pointer rounded-control border-[1.5px] border-sand-edge px-3 font-serif"
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

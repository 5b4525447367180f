// A few boxes for numbers and our own keys beside them, so that no keyboard slides over the room.
import type { KeyboardEvent } from 'react';
import { classNames } from '#web/kit/class-names.ts';
import { type PadEntry, type PadKey, pressPad } from './pad-entry.ts';

export interface PadBox<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly unit: string;
}

export interface NumberPadProps<Id extends string> {
  readonly label: string;
  readonly boxes: readonly PadBox<Id>[];
  readonly entry: PadEntry<Id>;
  readonly onChange: (entry: PadEntry<Id>) => void;
}

const keys: readonly { readonly key: PadKey; readonly words: string; readonly read?: string }[] = [
  ...(['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const).map((key) => ({ key, words: key })),
  { key: 'point', words: '.', read: 'Point' },
  { key: '0', words: '0' },
  { key: 'erase', words: 'Erase' },
];

const keyboard: Readonly<Record<string, PadKey>> = { '.': 'point', ',': 'point', Backspace: 'erase' };

function Empty() {
  return (
    <>
      <span className="text-ink-2" aria-hidden="true">
        –
      </span>
      <span className="only-read-aloud">empty</span>
    </>
  );
}

export function NumberPad<Id extends string>({ label, boxes, entry, onChange }: NumberPadProps<Id>) {
  const order = boxes.map((box) => box.id);
  const press = (key: PadKey): void => onChange(pressPad(entry, key, order));
  const typed = (event: KeyboardEvent): void => {
    const key = /^[0-9]$/.test(event.key) ? (event.key as PadKey) : keyboard[event.key];
    if (key !== undefined) press(key);
  };
  return (
    <fieldset className="grid min-w-0 gap-4 tablet:grid-cols-2">
      <legend className="only-read-aloud">{label}</legend>
      <div className="flex flex-col gap-2">
        {boxes.map((box) => {
          const active = entry.active === box.id;
          const text = entry.texts[box.id];
          return (
            <button
              key={box.id}
              type="button"
              aria-pressed={active}
              onClick={() => onChange({ ...entry, active: box.id, typeOver: true })}
              onKeyDown={typed}
              className={classNames(
                'press flex min-h-17 cursor-pointer flex-col items-start justify-center rounded-control px-3 py-1.5 text-left',
                active ? 'border-[3px] border-sea bg-shallow' : 'border-[1.5px] border-edge bg-transparent',
              )}
            >
              <span className="text-tag text-ink-2">{box.label}</span>
              <span className="figures text-figure-1 font-[600]">
                <span
                  className={classNames(
                    active && entry.typeOver && text !== '' && 'rounded-mark bg-sea px-1 text-on-sea',
                  )}
                >
                  {text === '' ? <Empty /> : text}
                </span>{' '}
                <span className="text-small font-normal text-ink-2">{box.unit}</span>
              </span>
            </button>
          );
        })}
      </div>
      <div className="grid grid-cols-3 gap-2">
        {keys.map(({ key, words, read }) => (
          <button
            key={key}
            type="button"
            aria-label={read}
            onClick={() => press(key)}
            className={classNames(
              'press flex min-h-15 cursor-pointer items-center justify-center rounded-control bg-shoal leading-tight text-ink',
              key === 'erase' ? 'text-body font-[540]' : 'text-figure-1 font-[600]',
            )}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

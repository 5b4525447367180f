// Our own number keys: large enough for gloves, and no keyboard that slides over the readings.
import './bedside-words.ts';
import type { Key } from './check-row-entry.ts';
import { t } from './locale.ts';

export interface KeypadProps {
  readonly onKey: (key: Key) => void;
}

const digits: readonly Key[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const keyClass =
  'press flex min-h-16 cursor-pointer items-center justify-center rounded-control bg-shoal px-1 text-ink leading-tight';

export function Keypad({ onKey }: KeypadProps) {
  return (
    <fieldset className="grid min-w-0 grid-cols-3 gap-2">
      <legend className="only-read-aloud">{t('kit.keypad')}</legend>
      {digits.map((digit) => (
        <button
          key={digit}
          type="button"
          onClick={() => onKey(digit)}
          className={`${keyClass} text-figure-1 font-[600]`}
        >
          {digit}
        </button>
      ))}
      <button type="button" onClick={() => onKey('not-read')} className={`${keyClass} text-body font-[540]`}>
        {t('kit.keypad-not-read')}
      </button>
      <button type="button" onClick={() => onKey('0')} className={`${keyClass} text-figure-1 font-[600]`}>
        0
      </button>
      <button type="button" onClick={() => onKey('next')} className={`${keyClass} text-body font-[540]`}>
        {t('kit.keypad-next')}
      </button>
    </fieldset>
  );
}

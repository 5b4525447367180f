// How a count stood against the book: the difference as it was, the shift it arose in, and who counted.
import type { CountOutcome } from '#api/medication-stock.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { differencesIn, occasionWords, outcomeWords, shiftInWords } from './stock-words.ts';

export function CountResult({ count }: { readonly count: CountOutcome }) {
  const differences = differencesIn(count);
  return (
    <div className="flex gap-3">
      <StateMark
        state={count.outcome === 'agrees' ? 'checked' : count.outcome === 'differs' ? 'not-met' : 'unknown'}
        className="mt-0.5"
      />
      <div className="flex flex-col gap-1">
        <p className="font-sub">{outcomeWords[count.outcome]}.</p>
        {differences.map((each) => (
          <p key={each} className="figures">
            {each}
          </p>
        ))}
        {count.outcome === 'differs' && differences.length === 0 && (
          <p>The numbers fit again today. A count before this one did not.</p>
        )}
        {count.shift !== undefined && <p>{shiftInWords(count.shift)}</p>}
        {count.note !== undefined && <p>Noted: {count.note}</p>}
        <p className="text-small text-ink-2">
          {occasionWords[count.occasion]}, {formatDateTime(count.at)}, by {count.by.join(' and ')}
        </p>
      </div>
    </div>
  );
}

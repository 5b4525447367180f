// What still keeps a gate shut, each line with what is known of it.
import { type GateLine, isUnsettled } from '#clinical/gate.ts';
import { conditionWords, haveInWords } from '#clinical/gate-words.ts';
import { formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';

export interface UnsettledLinesProps {
  readonly lines: readonly GateLine[];
  /** How many there is room for; the rest are counted. */
  readonly most?: number;
}

export function UnsettledLines({ lines, most = lines.length }: UnsettledLinesProps) {
  const unsettled = lines.filter(isUnsettled);
  if (unsettled.length === 0) return null;
  const left = unsettled.length - most;
  return (
    <ul className="flex flex-col gap-1.5">
      {unsettled.slice(0, most).map((line) => (
        <li key={line.condition} className="flex gap-2.5 text-small leading-snug">
          <StateMark state={line.state === 'unknown' ? 'unknown' : 'not-met'} size={22} />
          <span>
            <strong className="font-sub">{conditionWords[line.condition].name}.</strong>{' '}
            {haveInWords(line, formatTime)}
          </span>
        </li>
      ))}
      {left > 0 && <li className="text-small text-ink-2">and {left} more</li>}
    </ul>
  );
}

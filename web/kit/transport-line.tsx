// The one line at the top edge that says where words are: saved here, sent, or not accepted.
// A change of network alters its mark and its words, and nothing else on the screen moves.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { formatClock, t } from './locale.ts';
import type { OutboxState } from './outbox-queue.ts';
import { type State, StateMark } from './state-mark.tsx';

export interface TransportWords {
  readonly state: State;
  readonly words: string;
  readonly tail: string | undefined;
}

/** @param isShut whose words wait here is not known before they are in: then nothing is said of there being none. */
export function transportWords(outbox: OutboxState, isShut = false): TransportWords {
  if (outbox.refused.length > 0) {
    return {
      state: 'not-met',
      words: t('kit.transport-refused', { count: outbox.refused.length }),
      tail: outbox.refused[0]?.refusedBecause,
    };
  }
  if (outbox.waiting.length > 0) {
    const since = outbox.silentSince;
    return {
      state: outbox.onlyInMemory ? 'unknown' : 'saved',
      words: outbox.onlyInMemory
        ? t('kit.transport-memory', { count: outbox.waiting.length })
        : t('kit.transport-saved', { count: outbox.waiting.length }),
      tail: since === undefined ? undefined : t('kit.transport-silent', { time: formatClock(since) }),
    };
  }
  if (isShut) return { state: 'unknown', words: t('kit.transport-shut'), tail: undefined };
  return {
    state: 'sent',
    words:
      outbox.lastSentAt === undefined
        ? t('kit.transport-nothing')
        : t('kit.transport-sent', { time: formatClock(outbox.lastSentAt) }),
    tail: undefined,
  };
}

export interface TransportLineProps {
  readonly outbox: OutboxState;
  /** A boxed form with two lines, for the room. */
  readonly boxed?: boolean | undefined;
  /** The fewest words, for a phone. */
  readonly short?: boolean | undefined;
  /** Somebody’s device, and nobody is in: their waiting words cannot be counted. */
  readonly shut?: boolean | undefined;
  /** Something true that stands after it, for example who is signed in. */
  readonly children?: ReactNode;
}

export function TransportLine({ outbox, boxed, short, shut, children }: TransportLineProps) {
  const { state, words: full, tail } = transportWords(outbox, shut);
  const words =
    short === true && state === 'saved'
      ? t('kit.transport-saved-short', { count: outbox.waiting.length })
      : full;
  return (
    <div
      role="status"
      className={classNames(
        'flex items-center gap-2 text-small',
        boxed === true ? 'rounded-control bg-surface px-4 py-2 text-ink' : 'text-ink-2',
      )}
    >
      <StateMark state={state} size={boxed === true ? 26 : 18} />
      <span>
        <span className={classNames(boxed === true && 'block font-sub')}>{words}</span>
        {tail !== undefined && short !== true && (
          <span className={classNames(boxed === true ? 'block text-ink-2' : '')}>
            {boxed === true ? tail : `. ${tail}`}
          </span>
        )}
      </span>
      {children}
    </div>
  );
}

// One claim and its root: the sentence, its number, the source, how sure, and when it was last read.
import type { ReactNode } from 'react';
import type { LocalDate } from '#clinical/instant.ts';
import { formatLocalDate, t } from './locale.ts';

export type Sureness = 'sure' | 'fairly-sure' | 'experts-agree' | 'we-counted';

export interface ClaimProps {
  readonly number: number;
  readonly children: ReactNode;
  readonly source: ReactNode;
  readonly sureness: Sureness;
  readonly checkedOn: LocalDate;
  readonly tooOld: boolean;
}

const surenessWord: Readonly<Record<Sureness, string>> = {
  sure: 'kit.claim-sure',
  'fairly-sure': 'kit.claim-fairly-sure',
  'experts-agree': 'kit.claim-experts-agree',
  'we-counted': 'kit.claim-counted',
};

export function Claim({ number, children, source, sureness, checkedOn, tooOld }: ClaimProps) {
  return (
    <div className="border-b border-contour py-4">
      <p>
        {children}{' '}
        <span className="figures inline-flex size-6 items-center justify-center rounded-full bg-shoal text-tag font-sub">
          {number}
        </span>
      </p>
      <p className="mt-1.5 text-small text-ink-2">
        {source} <span className="mx-1 font-sub text-ink">{t(surenessWord[sureness])}</span>{' '}
        {t('kit.claim-checked', { date: formatLocalDate(checkedOn) })}
      </p>
      {tooOld && (
        <p className="mt-1.5 flex items-center gap-2 text-small font-sub">
          <span
            className="hatch-amber h-4 w-6 shrink-0 rounded-mark border-[1.5px] border-amber"
            aria-hidden="true"
          />
          {t('kit.claim-old')}
        </p>
      )}
    </div>
  );
}

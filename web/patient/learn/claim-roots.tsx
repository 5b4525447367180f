// What a guide rests on: a number in the line, and under the guide each claim with its source, how sure, who approved it and
// until when.
import { createContext, use } from 'react';
import { localDateOf } from '#clinical/instant.ts';
import { rootOf } from '#content/claim-root.ts';
import { type ClaimId, claimOf, isBeingReadAgain } from '#content/claims.ts';
import type { Review } from '#content/page.ts';
import { serverNow } from '#web/kit/clock.ts';
import { currentLanguage, currentZone, formatLocalDate, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import type { Approver } from './approver.ts';

const Cited = createContext<readonly ClaimId[]>([]);

/** Numbers the claims of one guide in reading order. */
export const ClaimNumbers = Cited.Provider;

const rootsId = 'roots';
const rootId = (id: ClaimId): string => `claim-${id}`;

const dayText = (date: Parameters<typeof formatLocalDate>[0]): string => formatLocalDate(date, 'long');
const today = () => localDateOf(serverNow(), currentZone());

/** Leads to the source under the guide, which is folded until someone asks. A thumb meets it well beyond its small round. */
export function ClaimMark({ id }: { readonly id: ClaimId }) {
  const number = use(Cited).indexOf(id) + 1;
  if (number === 0) return null;
  const show = (): void => {
    const roots = document.getElementById(rootsId);
    if (roots instanceof HTMLDetailsElement) roots.open = true;
    document.getElementById(rootId(id))?.focus();
  };
  return (
    <>
      {' '}
      <button
        type="button"
        onClick={show}
        className="on-paper relative mx-2 min-h-6 min-w-6 rounded-full before:absolute before:-inset-3 bg-shoal px-1.5 font-sans text-small text-ink"
        aria-label={t('learn.source-mark', { number })}
      >
        {number}
      </button>
    </>
  );
}

export interface ReviewLineProps {
  readonly approver: Approver;
  readonly reviewBy: Review['reviewBy'];
}

/** Who stands behind the page, and until when. */
export function ReviewLine({ approver, reviewBy }: ReviewLineProps) {
  return (
    <div className="min-h-14">
      <ApprovedBy approver={approver} />
      {isBeingReadAgain(reviewBy, today()) && <NotKnown>{t('learn.source-old')}</NotKnown>}
    </div>
  );
}

function ApprovedBy({ approver }: { readonly approver: Approver }) {
  if (approver === 'asking') return null;
  if (approver === 'not-heard') return <NotKnown>{t('learn.approver-not-heard')}</NotKnown>;
  if (approver.kind === 'example') return <NotKnown>{t('learn.example')}</NotKnown>;
  const { name, role, approvedOn } = approver;
  return <p>{t('learn.approved', { name, role: role[currentLanguage()], date: dayText(approvedOn) })}</p>;
}

function NotKnown({ children }: { readonly children: string }) {
  return <StateWord state="unknown" word={<span className="font-normal">{children}</span>} />;
}

export interface RootsProps {
  readonly ids: readonly ClaimId[];
  readonly open: boolean;
  readonly approver: Approver;
}

export function Roots({ ids, open, approver }: RootsProps) {
  if (ids.length === 0) return null;
  return (
    <details id={rootsId} className="open-on-paper rounded-card bg-surface px-5 py-2" open={open}>
      <summary className="link flex min-h-12 cursor-pointer items-center">
        {t('learn.sources', { count: ids.length })}
      </summary>
      <ol className="flex list-decimal flex-col gap-4 py-3 pl-6">
        {ids.map((id) => (
          <Root key={id} id={id} approver={approver} />
        ))}
      </ol>
    </details>
  );
}

function Root({ id, approver }: { readonly id: ClaimId; readonly approver: Approver }) {
  const language = currentLanguage();
  const claim = claimOf(id);
  // Whoever approved the guide approved what it rests on.
  const root = rootOf(typeof approver === 'string' ? claim : { ...claim, reviewer: approver }, {
    language,
    today: today(),
    dayText,
  });
  return (
    <li id={rootId(id)} tabIndex={-1}>
      <p>{claim.statement[language]}</p>
      <p className="text-small text-ink-2">
        {root.url === undefined ? (
          root.source
        ) : (
          <a href={root.url} className="link" rel="noreferrer">
            {root.source}
          </a>
        )}{' '}
        ({root.read}). {root.sureness}. {root.approval} {!root.isPast && root.readAgain}
      </p>
      {root.isPast && <NotKnown>{root.readAgain}</NotKnown>}
    </li>
  );
}

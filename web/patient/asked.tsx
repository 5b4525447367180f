// What was asked of the server, as the page shows it: the answer, the wait in words, or why there is none and a way on.
// An answer we already have stays, with its age, when a new one cannot be had.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { CallFailed } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Loading } from '#web/kit/loading.tsx';
import { formatSpan, formatTime, t } from '#web/kit/locale.ts';
import { useSurroundings } from './patient-context.ts';

export interface AskedProps<Data> {
  readonly query: UseQueryResult<Data, Error>;
  readonly children: (data: Data) => ReactNode;
}

export function Asked<Data>({ query, children }: AskedProps<Data>) {
  const { data, error } = query;
  const { person } = useSurroundings();
  if (data !== undefined) {
    return (
      <>
        {error !== null && !isSaidAbove(query.dataUpdatedAt, person?.asOf) && (
          <OldAnswer at={query.dataUpdatedAt} />
        )}
        {children(data)}
      </>
    );
  }
  if (error === null) return <Loading />;
  return (
    <ErrorState
      title={t('shared.could-not-load', { why: whyWords(error) })}
      action={
        <Button onClick={() => query.refetch()} busy={query.isFetching ? t('kit.asking') : undefined}>
          {t('shared.try-again')}
        </Button>
      }
    />
  );
}

function whyWords(error: Error): string {
  return error instanceof CallFailed ? failureWords(error.failure) : t('kit.unreadable');
}

/** Answers of one sitting are one age; the page has said it already. */
const oneSittingMs = 10 * 60_000;

function isSaidAbove(heardAt: Instant, asOf: Instant | undefined): boolean {
  return asOf !== undefined && asOf - heardAt < oneSittingMs;
}

function OldAnswer({ at }: { readonly at: Instant }) {
  return (
    <OldWords>{t('kit.last-heard', { span: formatSpan(serverNow() - at), time: formatTime(at) })}</OldWords>
  );
}

export function OldWords({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" className="flex items-stretch overflow-hidden rounded-control bg-amber-tint text-ink">
      <span className="hatch-amber w-8 shrink-0" aria-hidden="true" />
      <p className="px-4 py-2.5">{children}</p>
    </div>
  );
}

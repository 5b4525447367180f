// One question to the server, kept fresh by the live line. What was heard last stays on the screen while it is asked again.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnswerOf, Endpoint } from '#api/endpoint.ts';
import { ask, CallFailed, type CallFailure, type CallInput } from '#web/kit/api-client.ts';

export interface Asked<Answer> {
  readonly answer: Answer | undefined;
  readonly failure: CallFailure | undefined;
  readonly again: () => void;
}

/** The push says what changed; this is how often a screen makes sure that nothing was missed. */
const makeSureEveryMs = 30_000;

export interface AskedHow {
  readonly enabled?: boolean | undefined;
  /** Keep showing the last answer while another day or another name is asked for. */
  readonly keepLast?: boolean | undefined;
  /** For what changes seldom and is told when it does: asked once, and again on the push alone. */
  readonly onPushOnly?: boolean | undefined;
  /** For what no push tells of. */
  readonly everyMs?: number | undefined;
}

export function useAnswer<E extends Endpoint>(
  key: readonly unknown[],
  endpoint: E,
  input: Pick<CallInput<E>, 'params' | 'query'> = {},
  { enabled = true, keepLast = false, onPushOnly = false, everyMs = makeSureEveryMs }: AskedHow = {},
): Asked<AnswerOf<E>> {
  const query = useQuery<AnswerOf<E>>({
    queryKey: key,
    queryFn: ({ signal }) => ask(endpoint, { ...input, signal }),
    enabled,
    refetchInterval: onPushOnly ? false : everyMs,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    answer: query.data,
    failure: query.error instanceof CallFailed ? query.error.failure : undefined,
    again: () => {
      query.refetch();
    },
  };
}

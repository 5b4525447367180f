// One act of a person that may wait: it goes to the clinic at once, or is kept on this phone until there is a way. Safe either
// way, and told apart, with the same id until it is.
import { useRef, useState } from 'react';
import type { AnswerOf, Endpoint } from '#api/endpoint.ts';
import { type CallFailure, type CallInput, call, newCommandId } from '#web/kit/api-client.ts';
import { keep, outbox } from '#web/kit/outbox.ts';

export type Safe<Answer> =
  | { readonly kind: 'sent'; readonly answer: Answer }
  | { readonly kind: 'kept'; readonly answer?: undefined };

export interface KeptAct<E> {
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  /** Nothing when the clinic refused it; then `failure` says why. */
  readonly run: (
    input: Pick<CallInput<E>, 'params' | 'query' | 'body'>,
  ) => Promise<Safe<AnswerOf<E>> | undefined>;
}

export function useKeptAct<E extends Endpoint>(endpoint: E, topic: string): KeptAct<E> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const pending = useRef<{ readonly asked: string; readonly commandId: string } | undefined>(undefined);
  const running = useRef(false);

  const send = async (input: CallInput<E>): Promise<Safe<AnswerOf<E>> | CallFailure> => {
    // What waits from before goes first, or the newer words would be overwritten by the older.
    const mayGo = outbox.state.waiting.every((item) => item.topic !== topic);
    const result = mayGo ? await call(endpoint, input) : undefined;
    if (result?.kind === 'answered') return { kind: 'sent', answer: result.value };
    if (result !== undefined && result.kind !== 'offline') return result;
    await keep(endpoint, { ...input, topic });
    return { kind: 'kept' };
  };

  const run: KeptAct<E>['run'] = async (input) => {
    // A hand that shakes taps twice; the second tap is the same act.
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const asked = JSON.stringify([input.params, input.body]);
    const commandId = pending.current?.asked === asked ? pending.current.commandId : newCommandId();
    pending.current = { asked, commandId };
    const result = await send({ ...input, commandId });
    const isSafe = result.kind === 'sent' || result.kind === 'kept';
    if (isSafe) pending.current = undefined;
    setFailure(isSafe ? undefined : result);
    setBusy(false);
    running.current = false;
    return isSafe ? result : undefined;
  };
  return { busy, failure, run };
}

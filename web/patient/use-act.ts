// One act of a person against the server: under way, done, or failed in words, with the same id until it is done.
import { useRef, useState } from 'react';
import type { AnswerOf, Endpoint } from '#api/endpoint.ts';
import { type CallFailure, type CallInput, call, newCommandId } from '#web/kit/api-client.ts';

export interface Act<E> {
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  /** The answer, or nothing when it failed; then `failure` says why. */
  readonly run: (input?: Omit<CallInput<E>, 'commandId'>) => Promise<AnswerOf<E> | undefined>;
  readonly forget: () => void;
}

export function useAct<E extends Endpoint>(endpoint: E): Act<E> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const pending = useRef<{ readonly asked: string; readonly commandId: string } | undefined>(undefined);
  const running = useRef(false);

  const run: Act<E>['run'] = async (input = {}) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    // The same words again are the same act; changed words are a new one.
    const asked = JSON.stringify([input.params, input.body]);
    const commandId = pending.current?.asked === asked ? pending.current.commandId : newCommandId();
    pending.current = { asked, commandId };
    const result = await call(endpoint, { ...input, commandId } as CallInput<E>);
    running.current = false;
    setBusy(false);
    if (result.kind === 'answered') {
      pending.current = undefined;
      setFailure(undefined);
      return result.value;
    }
    setFailure(result);
    return undefined;
  };
  return { busy, failure, run, forget: () => setFailure(undefined) };
}

// One act towards the server from one place on a screen: what is under way, what came back, and nothing typed is lost.
// Trying the same again repeats the same act, so a yes that was not heard is not done twice.
import { createContext, useCallback, useContext, useRef, useState } from 'react';
import { type CallFailure, type CallResult, newCommandId } from '#web/kit/api-client.ts';

/** Asks the person to show that it is them. True once the server believes it. */
export const StepUpContext = createContext<() => Promise<boolean>>(async () => false);

export interface Act<Input, Answer> {
  readonly run: (input: Input) => Promise<Answer | undefined>;
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  readonly forget: () => void;
}

export function useAct<Input, Answer>(
  act: (input: Input, commandId: string) => Promise<CallResult<Answer>>,
  done?: (answer: Answer, input: Input) => void,
): Act<Input, Answer> {
  const stepUp = useContext(StepUpContext);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const said = useRef<{ readonly words: string; readonly commandId: string }>(undefined);
  const latest = useRef({ act, done });
  latest.current = { act, done };

  const run = useCallback(
    async (input: Input): Promise<Answer | undefined> => {
      const words = JSON.stringify(input) ?? '';
      if (said.current?.words !== words) said.current = { words, commandId: newCommandId() };
      const { commandId } = said.current;
      setBusy(true);
      setFailure(undefined);
      let result = await latest.current.act(input, commandId);
      if (result.kind === 'refusal' && result.code === 'show-it-is-you' && (await stepUp()))
        result = await latest.current.act(input, commandId);
      setBusy(false);
      if (result.kind !== 'answered') {
        setFailure(result);
        return undefined;
      }
      said.current = undefined;
      latest.current.done?.(result.value, input);
      return result.value;
    },
    [stepUp],
  );
  const forget = useCallback(() => setFailure(undefined), []);
  return { run, busy, failure, forget };
}

// The answer to something a patient asked or wrote. A draft of it is kept on this device until it is sent.

import { useAct } from '#web/clinic/use-act.ts';
import type { CallResult } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { TextArea } from '#web/kit/text-area.tsx';

export interface AnswerFormProps {
  readonly questionId: string;
  /** What the answer closes, as the clinic calls it. */
  readonly of: 'message' | 'question';
  readonly send: (answer: string, commandId: string) => Promise<CallResult<unknown>>;
  readonly onDone: () => void;
  readonly onBack?: () => void;
}

export function AnswerForm({ questionId, of, send, onDone, onBack }: AnswerFormProps) {
  const draft = useDraft(`asked/${questionId}`, '');
  const act = useAct(send, () => {
    draft.clear();
    onDone();
  });
  const isEmpty = draft.value.trim() === '';
  return (
    <Form
      onSubmit={() => {
        if (!isEmpty) act.run(draft.value);
      }}
      failure={act.failure}
      stillTrue="Not sent. What you wrote is still in the box."
      actions={
        <>
          <Button
            type="submit"
            variant="primary"
            closed={isEmpty ? 'Write the answer first' : undefined}
            busy={act.busy ? 'Sending' : undefined}
          >
            Send the answer
          </Button>
          {onBack !== undefined && <Button onClick={onBack}>Back</Button>}
        </>
      }
    >
      <TextArea
        label="What they will read"
        name="answer"
        rows={3}
        hint={`In plain words, or what you did about it. It closes the ${of}.`}
        value={draft.value}
        onChange={draft.set}
      />
    </Form>
  );
}

// The one thing to do before anything else for someone in care who has just come in.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { startShift } from '#api/sign-in.ts';
import { Failure } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { DeepBlock } from '#web/kit/deep-block.tsx';

export function StartShiftBlock() {
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const start = useAct(
    (body: { id: string }, commandId) => call(startShift, { body, commandId }),
    () => {
      queries.invalidateQueries();
    },
  );
  return (
    <>
      <DeepBlock
        kicker="You are not on shift"
        heading="Start your shift"
        action={
          <Button
            variant="deep"
            size="large"
            busy={start.busy ? 'Starting' : undefined}
            onClick={() => start.run({ id })}
          >
            Start my shift
          </Button>
        }
      >
        <p>It opens the records of today’s patients to you, and counts you among the people here.</p>
      </DeepBlock>
      <Failure failure={start.failure} />
    </>
  );
}

// For the patient who calls: my phone is gone. One press more than one, because it signs them out everywhere.
import { useState } from 'react';
import { endEverySignIn } from '#api/sign-ins.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { formatTime } from '#web/kit/locale.ts';

export function LostPhoneCard({ patientId }: { readonly patientId: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const [ended, setEnded] = useState<{ readonly ended: number; readonly at: number }>();
  const act = useAct(
    (_: undefined, commandId) => call(endEverySignIn, { params: { patientId }, commandId, body: {} }),
    setEnded,
  );
  return (
    <Card title="Lost phone">
      {ended !== undefined ? (
        <p role="status">
          {ended.ended === 0
            ? `Nothing was signed in at ${formatTime(ended.at)}. Locks and links that were sent are ended.`
            : `${ended.ended} ended at ${formatTime(ended.at)}, with locks and links that were sent. A page left open closes within seconds, or when that phone next finds a network.`}
        </p>
      ) : isAsked ? (
        <>
          <p>
            Make sure it is them. This signs them out everywhere. They come in again by a link to their mail,
            so if their mail is on that phone, they should lock it too.
          </p>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button
              variant="primary"
              onClick={() => act.run(undefined)}
              busy={act.busy ? 'Ending' : undefined}
            >
              End every sign-in
            </Button>
            <Button onClick={() => setIsAsked(false)}>Back</Button>
          </div>
        </>
      ) : (
        <Button onClick={() => setIsAsked(true)}>Their phone is lost</Button>
      )}
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
    </Card>
  );
}

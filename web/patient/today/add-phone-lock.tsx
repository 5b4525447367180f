// Adds this phone's own lock as a way in: offered on Today until it is made or declined, and always under More.
import { type ReactNode, useState } from 'react';
import { addPasskey, passkeyRegistrationOptions } from '#api/sign-in.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { askLock, makePasskey } from '#web/patient/passkey.ts';
import { meQuery, queryClient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

export function AddPhoneLock({ extra }: { readonly extra?: ReactNode }) {
  const options = useAct(passkeyRegistrationOptions);
  const add = useAct(addPasskey);
  const [result, setResult] = useState<'done' | 'done-offline' | 'failed'>();
  const begin = async (): Promise<void> => {
    setResult(undefined);
    const begun = await options.run({ body: {} });
    const made = begun === undefined ? undefined : await makePasskey(begun.options);
    const label = navigator.userAgent.match(/iPhone|iPad|Android|Mac|Windows|Linux/)?.[0] ?? 'Browser';
    const added =
      begun === undefined || made === undefined
        ? undefined
        : await add.run({ body: { challengeId: begun.challengeId, label, response: made.answer } });
    if (added === undefined || made === undefined) return setResult('failed');
    const { layUnderLock } = await import('#web/patient/kept/phone-lock.ts');
    // Many phones give the lock's secret only when it is opened, not when it is made: then it is asked once more.
    const opened = made.secret === undefined ? await askLock(made.credentialId) : made;
    const isKept = opened !== undefined && (await layUnderLock(opened));
    setResult(isKept ? 'done-offline' : 'done');
    setTimeout(() => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }), 4_000);
  };
  return (
    <Card title={t('today.lock-title')}>
      <p>{t('today.lock-text')}</p>
      {result === 'done' || result === 'done-offline' ? (
        <p role="status" className="mt-3 font-[560]">
          {t(`today.lock-${result}`)}
        </p>
      ) : (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button onClick={begin} busy={options.busy || add.busy ? t('sign-in.passkey-busy') : undefined}>
            {t('today.lock-go')}
          </Button>
          {extra}
        </div>
      )}
      {result === 'failed' && (
        <p role="status" className="mt-3">
          {t('today.lock-failed')}
        </p>
      )}
    </Card>
  );
}

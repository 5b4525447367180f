// The foot of a small form: what failed, the button, and when it was last kept.
import type { CallFailure } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';

export interface SaveRowProps {
  readonly label: string;
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  readonly onSave: () => void;
  readonly closed?: string | undefined;
  readonly keptAt?: number | undefined;
}

export function SaveRow({ label, busy, failure, onSave, closed, keptAt }: SaveRowProps) {
  const now = useNow(60_000);
  return (
    <div className="flex flex-col items-start gap-3">
      {failure !== undefined && (
        <ErrorState compact title={failureWords(failure)} stillTrue={t('prepare.not-saved')} />
      )}
      <Button variant="primary" onClick={onSave} closed={closed} busy={busy ? t('shared.saving') : undefined}>
        {label}
      </Button>
      <p role="status" className="text-small text-ink-2">
        {keptAt === undefined ? '' : say('prepare.saved', { when: whenWords(keptAt, now) })}
      </p>
    </div>
  );
}

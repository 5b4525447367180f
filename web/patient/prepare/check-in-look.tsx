// Everything said this morning, once more in view before it is told.
import type { Morning } from '#clinical/preparation/morning.ts';
import type { CallFailure } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import type { Draft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { t } from '#web/kit/locale.ts';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { type CheckInDraft, type CheckInQuestion, checkInQuestions, isSaid } from './check-in-draft.ts';
import { takenLabel } from './check-in-medicines.tsx';
import { heavyLabel, sleptLabel } from './check-in-questions.tsx';
import { feelingWords } from './feeling-words.ts';

export interface CheckInLookProps {
  readonly draft: Draft<CheckInDraft>;
  readonly zone: string;
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  readonly onTell: () => void;
}

export function CheckInLook({ draft, zone, busy, failure, onTell }: CheckInLookProps) {
  const { value, set } = draft;
  return (
    <section aria-labelledby="morning-look" className="flex flex-col gap-6">
      <h2 id="morning-look" className="text-sub font-sub">
        {t('morning.look')}
      </h2>
      <dl className="divide-y divide-contour border-y border-contour">
        {checkInQuestions.map((question, place) => (
          <div key={question} className="flex items-center justify-between gap-x-4 py-2">
            <div className="min-w-0">
              <dt className="text-small text-ink-2">{t(`morning.what.${question}`)}</dt>
              <dd className="wrap-anywhere">
                {isSaid(question, value) ? saidWords(question, value, zone) : t('morning.left-open')}
              </dd>
            </div>
            <dd>
              <Button
                variant="quiet"
                aria-label={t('morning.change', { what: t(`morning.what.${question}`) })}
                onClick={() => set({ ...value, place })}
              >
                {t('morning.change-one')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {failure !== undefined && (
        <ErrorState compact title={failureWords(failure)} stillTrue={t('prepare.not-saved')} />
      )}
      <Button
        variant="primary"
        size="large"
        wide
        onClick={onTell}
        busy={busy ? t('shared.saving') : undefined}
        closed={checkInQuestions.some((each) => isSaid(each, value)) ? undefined : t('morning.say-one')}
      >
        {t('morning.keep')}
      </Button>
      <p className="text-small text-ink-2">{t('morning.who-reads')}</p>
    </section>
  );
}

function saidWords(question: CheckInQuestion, { said, feelings = [] }: CheckInDraft, zone: string): string {
  const intake = (at: number | 'not-sure' | undefined): string =>
    typeof at === 'number' ? capitalised(whenWords(at, serverNow(), zone)) : t('shared.not-sure');
  switch (question) {
    case 'sleep':
      return said.slept === undefined ? '' : sleptLabel(said.slept);
    case 'food':
      return said.lastFoodHeavy === undefined
        ? intake(said.lastFoodAt)
        : `${intake(said.lastFoodAt)}. ${t('morning.heavy')} ${heavyLabel(said.lastFoodHeavy)}`;
    case 'drink':
      return intake(said.lastDrinkAt);
    case 'medicines':
      return medicinesWords(said);
    case 'feelings':
      return feelingWords(feelings);
    case 'intention':
      return said.intention === undefined ? '' : t(`morning.hope-${said.intention}`);
  }
}

function medicinesWords({ medicines = [], otherTaken = '' }: Morning): string {
  const list = medicines.map(({ name, said }) => `${name}: ${takenLabel(said)}`);
  const all = otherTaken.trim() === '' ? list : [...list, otherTaken.trim()];
  return all.length === 0 ? t('morning.medicines-nothing') : all.join('. ');
}

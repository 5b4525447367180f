// Before a session is booked there is no day to get ready for; what needs no day can be begun.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Go } from '#web/patient/page.tsx';
import { waitingWords } from '#web/patient/words/waiting.ts';

extendCatalog(waitingWords);

const parts = [
  { id: 'intention', to: '/prepare/intention' },
  { id: 'asked', to: '/prepare/asked' },
  { id: 'breathe', to: '/breathe' },
  { id: 'learn', to: '/learn' },
  { id: 'circle', to: '/more/circle' },
  { id: 'safety-plan', to: '/safety-plan' },
] as const;

export function EarlyParts() {
  return (
    <ul className="divide-y divide-contour rounded-card bg-surface px-5">
      {parts.map(({ id, to }) => (
        <li key={id}>
          <Go to={to} className="flex min-h-18 flex-col justify-center gap-1 py-3.5 text-ink no-underline">
            <span className="link font-sub">{t(`early.${id}`)}</span>
            <span className="text-small text-ink-2">{t(`early.${id}-text`)}</span>
          </Go>
        </li>
      ))}
    </ul>
  );
}

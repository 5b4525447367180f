// The other places, each with what it holds.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { moreWords } from '#web/patient/words/more.ts';

extendCatalog(moreWords);

const places = [
  { id: 'messages', to: '/messages' },
  { id: 'prepare', to: '/prepare' },
  { id: 'safety-plan', to: '/safety-plan' },
  { id: 'circle', to: '/more/circle' },
  { id: 'side-effects', to: '/side-effects' },
  { id: 'progress', to: '/progress' },
  { id: 'pulse', to: '/pulse' },
  { id: 'appointments', to: '/more/appointments' },
  { id: 'record', to: '/more/record' },
  { id: 'team', to: '/more/team' },
  { id: 'pain', to: '/pain' },
  { id: 'bring', to: '/bring' },
  { id: 'stories', to: '/more/stories' },
  { id: 'together', to: '/together' },
  { id: 'hand-over', to: '/more/hand-over' },
  { id: 'passport', to: '/more/passport' },
  { id: 'import', to: '/import' },
  { id: 'reminders', to: '/more/reminders' },
  { id: 'who-looked', to: '/more/who-looked' },
  { id: 'phone', to: '/more/phone' },
] as const;

function MorePage() {
  return (
    <Page place="/more" title={t('more.title')}>
      <ul className="divide-y divide-contour rounded-card bg-surface px-5">
        {places.map((place) => (
          <li key={place.id}>
            <Go to={place.to} className="flex min-h-18 flex-col justify-center py-3.5 text-ink no-underline">
              <span className="link font-sub">{t(`more.${place.id}`)}</span>
              <span className="text-small text-ink-2">{t(`more.${place.id}-text`)}</span>
            </Go>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export const page = MorePage;

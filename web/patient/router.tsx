// Every page and its address. Today comes with the app; the rest arrive when they are opened, or soon after the start.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { t } from '#web/kit/locale.ts';
import { AwayPage } from './away-page.tsx';
import { basePath, Page, useFreshPage } from './page.tsx';
import { useSurroundings } from './patient-context.ts';
import { SessionWatch } from './session/session-watch.tsx';
import { TodayPage } from './today/today-page.tsx';

function Root() {
  useFreshPage();
  const { person } = useSurroundings();
  return (
    <>
      {person !== undefined && <SessionWatch patientId={person.patientId} />}
      <Outlet />
    </>
  );
}

function NoPage() {
  return <Page place="/" title="Mooring" lead={t('shared.gone')} back={{ to: '/', label: t('place.today') }} />;
}

function TodayOrAway() {
  const { person } = useSurroundings();
  return person === undefined ? <AwayPage /> : <TodayPage />;
}

const root = createRootRoute({ component: Root, notFoundComponent: NoPage });

/** Pages that ask the clinic something are not opened while nobody could be asked who this is. */
function page<Path extends string>(path: Path, load: () => Promise<{ readonly page: () => React.ReactNode }>) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(async () => {
      const { page: Shown } = await load();
      return {
        default: function KnownOnly() {
          const { person } = useSurroundings();
          return person === undefined && !worksAway.includes(path) ? <AwayPage /> : <Shown />;
        },
      };
    }, 'default'),
  });
}

const worksAway: readonly string[] = ['/learn', '/breathe', '/journal'];

const loaders = {
  '/learn': () => import('./learn/learn-page.tsx'),
  '/breathe': () => import('./prepare/breathe-page.tsx'),
  '/journal': () => import('./journal/journal-page.tsx'),
  '/journal/$wordsId': () => import('./journal/entry-page.tsx'),
  '/more': () => import('./more/more-page.tsx'),
  '/more/record': () => import('./more/record-page.tsx'),
  '/more/who-looked': () => import('./more/who-looked-page.tsx'),
  '/more/appointments': () => import('./more/appointments-page.tsx'),
  '/more/phone': () => import('./more/phone-page.tsx'),
  '/screening': () => import('./screening/screening-page.tsx'),
  '/screening/$section': () => import('./screening/section-page.tsx'),
  '/import': () => import('./screening/import-page.tsx'),
  '/prepare': () => import('./prepare/prepare-page.tsx'),
  '/prepare/intention': () => import('./prepare/intention-page.tsx'),
  '/prepare/practice': () => import('./prepare/practice-page.tsx'),
  '/prepare/plan': () => import('./prepare/plan-page.tsx'),
  '/prepare/day': () => import('./prepare/day-page.tsx'),
  '/prepare/ride': () => import('./prepare/ride-page.tsx'),
  '/prepare/consent': () => import('./prepare/consent-page.tsx'),
  '/prepare/readiness': () => import('./prepare/readiness-page.tsx'),
  '/prepare/letter': () => import('./prepare/letter-page.tsx'),
  '/session': () => import('./session/session-page.tsx'),
  '/after/$sessionId': () => import('./after/summary-page.tsx'),
  '/evening': () => import('./after/evening-page.tsx'),
  '/questions/$instrument': () => import('./questionnaires/questionnaire-page.tsx'),
  '/pulse': () => import('./questionnaires/pulse-page.tsx'),
  '/progress': () => import('./progress/progress-page.tsx'),
} as const;

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: TodayOrAway }),
  ...Object.entries(loaders).map(([path, load]) => page(path, load)),
]);

export const router = createRouter({ routeTree, basepath: basePath, defaultPreload: false });

/** Fetches the rest of the pages while the phone is idle, so that they open with no network later. */
export async function fetchEveryPage(): Promise<void> {
  for (const load of Object.values(loaders)) await load().catch(() => undefined);
}

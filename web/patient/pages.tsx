// Every page and its address. Today, where nearly everyone comes in, comes with the app; each other page when it is opened,
// or soon after the start, so that it is there with no network.
import { type ComponentType, memo, useEffect, useLayoutEffect, useState } from 'react';
import { afterFrame } from '#web/kit/after-frame.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { t } from '#web/kit/locale.ts';
import { matchPath, PathContext, PathPartsContext, useAddress } from './address.ts';
import { WholePage } from './broken-page.tsx';
import { Page } from './page.tsx';
import { useSurroundings } from './patient-context.ts';
import { SessionWatch } from './session/session-watch.tsx';
import { page as todayPage } from './today/today-page.tsx';
import { useArrived } from './use-arrived.ts';
import { Waiting } from './waiting.tsx';

interface PageModule {
  readonly page: ComponentType;
}

interface Entry {
  readonly pattern: string;
  readonly load: (path: string) => Promise<PageModule>;
  /** Several pages behind one address with a part in it; their list comes when one of them is wanted. */
  readonly several?: () => Promise<readonly string[]>;
  /** Needs nothing of the clinic, so it opens while nobody could be asked who this is. */
  readonly worksAway?: boolean;
  /** Nothing of anyone's stands there, so it opens for a stranger who never gave a name. */
  readonly isForAnyone?: boolean;
}

const partPages = () => import('./prepare/part-pages.ts');

const entries: readonly Entry[] = [
  { pattern: '/', load: async () => ({ page: todayPage }) },
  { pattern: '/learn', load: () => import('./learn/learn-page.tsx'), worksAway: true, isForAnyone: true },
  {
    pattern: '/learn/$page',
    load: () => import('./learn/reader-page.tsx'),
    worksAway: true,
    isForAnyone: true,
  },
  {
    pattern: '/breathe',
    load: () => import('./prepare/breathe-page.tsx'),
    worksAway: true,
    isForAnyone: true,
  },
  { pattern: '/journal', load: () => import('./journal/journal-page.tsx'), worksAway: true },
  { pattern: '/journal/means', load: () => import('./journal/means-page.tsx') },
  { pattern: '/journal/threads', load: () => import('./journal/threads-page.tsx') },
  { pattern: '/journal/signs', load: () => import('./journal/signs-page.tsx') },
  { pattern: '/journal/beside', load: () => import('./journal/beside-page.tsx') },
  { pattern: '/journal/beside/$first/$second', load: () => import('./journal/beside-page.tsx') },
  { pattern: '/journal/first', load: () => import('./journal/first-impressions-page.tsx') },
  { pattern: '/journal/copy', load: () => import('./journal/copy-page.tsx') },
  { pattern: '/journal/$wordsId', load: () => import('./journal/entry-page.tsx') },
  { pattern: '/more', load: () => import('./more/more-page.tsx') },
  { pattern: '/more/record', load: () => import('./more/record-page.tsx') },
  { pattern: '/more/hand-over', load: () => import('./after/hand-over-page.tsx') },
  { pattern: '/more/passport', load: () => import('./more/passport-page.tsx') },
  { pattern: '/more/who-looked', load: () => import('./more/who-looked-page.tsx') },
  { pattern: '/more/appointments', load: () => import('./more/appointments-page.tsx') },
  { pattern: '/more/circle', load: () => import('./more/circle-page.tsx') },
  { pattern: '/more/team', load: () => import('./more/team-page.tsx') },
  { pattern: '/more/stories', load: () => import('./more/stories-page.tsx') },
  { pattern: '/messages', load: () => import('./messages/messages-page.tsx') },
  { pattern: '/more/reminders', load: () => import('./more/reminders-page.tsx') },
  { pattern: '/more/phone', load: () => import('./more/phone-page.tsx') },
  { pattern: '/together', load: () => import('./together/together-page.tsx') },
  { pattern: '/screening', load: () => import('./screening/screening-page.tsx') },
  { pattern: '/screening/$section', load: () => import('./screening/section-page.tsx') },
  { pattern: '/bring', load: () => import('./screening/bring-page.tsx') },
  { pattern: '/pain', load: () => import('./pain/pain-page.tsx') },
  { pattern: '/visit/$appointmentId', load: () => import('./visit/visit-page.tsx') },
  { pattern: '/import', load: () => import('./screening/import-page.tsx') },
  { pattern: '/safety-plan', load: () => import('./help/safety-plan-page.tsx'), worksAway: true },
  { pattern: '/prepare', load: () => import('./prepare/prepare-page.tsx') },
  { pattern: '/prepare/minute', load: () => import('./prepare/minute-page.tsx'), worksAway: true },
  {
    pattern: '/prepare/$part',
    load: async (path) => (await partPages()).partPage(path),
    several: async () => (await partPages()).partPaths,
  },
  { pattern: '/check-in', load: () => import('./prepare/check-in-page.tsx') },
  { pattern: '/session', load: () => import('./session/session-page.tsx') },
  { pattern: '/after/$sessionId', load: () => import('./after/summary-page.tsx') },
  { pattern: '/tonight', load: () => import('./after/tonight-page.tsx'), worksAway: true },
  { pattern: '/way-out', load: () => import('./after/way-out-page.tsx') },
  { pattern: '/after-check', load: () => import('./after/after-check-page.tsx') },
  { pattern: '/evening', load: () => import('./after/evening-page.tsx') },
  { pattern: '/questions/$instrument', load: () => import('./questionnaires/questionnaire-page.tsx') },
  { pattern: '/pulse', load: () => import('./questionnaires/pulse-page.tsx') },
  { pattern: '/side-effects', load: () => import('./side-effects/side-effects-page.tsx') },
  { pattern: '/progress', load: () => import('./progress/progress-page.tsx') },
];

/** In place of a page that needs the clinic, while nobody could be asked who this is. */
const away: Entry = { pattern: 'away', load: () => import('./away-page.tsx') };

const arrived = new Map<string, ComponentType>([['/', todayPage]]);

function keyOf(entry: Entry, path: string): string {
  return entry.several === undefined ? entry.pattern : path;
}

async function fetchPage(entry: Entry, path: string): Promise<ComponentType> {
  const key = keyOf(entry, path);
  const known = arrived.get(key);
  if (known !== undefined) return known;
  const { page } = await entry.load(path);
  arrived.set(key, page);
  return page;
}

function entryAt(path: string): Entry | undefined {
  return entries.find((each) => matchPath(each.pattern, path) !== undefined);
}

export function isForAnyone(path: string): boolean {
  return entryAt(path)?.isForAnyone === true;
}

/** Begins with the page of this address while it is still being asked who is here. */
export function fetchFirstPage(path: string): void {
  const entry = entryAt(path);
  // A failure is met again, and told, when the page is opened.
  if (entry !== undefined) fetchPage(entry, path).catch(() => undefined);
}

/** The places of the dock, where the next tap most often leads. */
const nearPaths = ['/learn', '/journal', '/more'];

export function nearPages(): (() => Promise<unknown>)[] {
  return entries
    .filter(({ pattern }) => nearPaths.includes(pattern))
    .map((entry) => () => fetchPage(entry, entry.pattern));
}

/** All of them, to be there with no network. */
export async function* everyPage(): AsyncGenerator<() => Promise<unknown>> {
  // Today came with the app, but for what lies under its first screen; whoever began elsewhere has not been there.
  yield () => import('./today/set-things.tsx');
  for (const entry of [...entries, away]) {
    const paths = await entry.several?.().catch(() => undefined);
    for (const path of paths ?? [entry.pattern]) yield () => fetchPage(entry, path);
  }
}

/** A tap is answered at once and the next page built behind it, so that an old phone seems awake under the finger. */
export function Pages() {
  const address = useAddress();
  const [path, setPath] = useState(address);
  // First the frame that marks the place gone to.
  useLayoutEffect(() => (address === path ? undefined : afterFrame(() => setPath(address))), [address, path]);
  const { person } = useSurroundings();
  useFreshPage(path);
  return (
    <>
      {person !== undefined && <SessionWatch patientId={person.patientId} />}
      <PageAt path={path} isKnown={person !== undefined} />
    </>
  );
}

const PageAt = memo(function PageAt({ path, isKnown }: { readonly path: string; readonly isKnown: boolean }) {
  const found = entries.flatMap((entry) => {
    const parts = matchPath(entry.pattern, path);
    return parts === undefined ? [] : [{ entry, parts }];
  })[0];
  if (found === undefined)
    return (
      <Page place="/" title="Mooring" lead={t('shared.gone')} back={{ to: '/', label: t('place.today') }} />
    );
  if (!isKnown && found.entry.worksAway !== true) return <Arriving entry={away} path={path} />;
  return (
    <PathContext value={path}>
      <PathPartsContext value={found.parts}>
        <WholePage key={path}>
          <Arriving entry={found.entry} path={path} />
        </WholePage>
      </PathPartsContext>
    </PathContext>
  );
});

function Arriving({ entry, path }: { readonly entry: Entry; readonly path: string }) {
  const {
    part: Shown,
    hasFailed,
    again,
  } = useArrived({
    known: () => arrived.get(keyOf(entry, path)),
    load: () => fetchPage(entry, path),
  });
  if (Shown !== undefined) return <Shown />;
  if (!hasFailed) return <Waiting />;
  return (
    <Page place="/" title="Mooring" back={{ to: '/', label: t('place.today') }}>
      <ErrorState
        title={t('shared.page-not-here')}
        action={<Button onClick={again}>{t('shared.try-again')}</Button>}
      />
    </Page>
  );
}

/** A new page begins at its top, for eyes and for readers alike. */
function useFreshPage(path: string): void {
  useEffect(() => {
    if (path === '') return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}

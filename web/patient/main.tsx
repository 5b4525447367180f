// Where the patient app takes hold of its page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { serverNow } from '#web/kit/clock.ts';
import { startCarryingDrafts } from '#web/kit/draft-carrier.ts';
import { keepForLater } from '#web/kit/keep-for-later.ts';
import { extendCatalog, setLocale } from '#web/kit/locale.ts';
import { languages, preferredLanguage } from '#web/kit/preferred-language.ts';
import { pathWithin } from './address.ts';
import { App } from './app.tsx';
import { secretIn, takeSecret } from './enter.ts';
import { hearTheOffer } from './home-screen.ts';
import { whenWords } from './moments.ts';
import { everyPage, fetchFirstPage, nearPages } from './pages.tsx';
import { phoneMemory, remember } from './phone-memory.ts';
import { askForToday } from './queries.ts';
import workerAddress from './service-worker.ts?worker&url';
import { firstWords } from './words/first.ts';

const { language, clinic, patientId } = phoneMemory();
extendCatalog(firstWords);
// A link on a public page says in which language it was read; what was chosen on this phone stands before it.
const asked = languages.find((each) => each === new URLSearchParams(location.search).get('lang'));
if (language === undefined && asked !== undefined) remember({ language: asked });
setLocale({
  language: language ?? asked ?? preferredLanguage(navigator.languages),
  timeZone: clinic?.zone,
});

// What takes the focus is never left behind the dock.
document.documentElement.style.scrollPaddingBottom = '7rem';

/** How long the start may wait for an answer that is on its way. */
const worthDrawingMs = 400;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

startCarryingDrafts();

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');
const at = place;
const secret = takeSecret();
hearTheOffer();
fetchFirstPage(pathWithin(location.pathname));

function draw(): void {
  createRoot(at).render(
    <StrictMode>
      <App secret={secret} />
    </StrictMode>,
  );
}

// A link decides who is here. Without one that is asked before anything is drawn, and an answer that comes at once is drawn at
// once: a page that says it waits, and then the page, would cost an old phone twice.
if (secret === undefined) {
  Promise.race([askForToday(patientId), wait(worthDrawingMs)]).then(draw);
  // Meanwhile: the first date that a phone writes in a zone takes long, and every screen writes one.
  whenWords(serverNow() + 7 * 86_400_000, serverNow());
} else draw();
keepForLater({ workerAddress, scope: '/app/', everyPage, nearPages });

// A link opened in a tab that already shows the app changes only the hash, and no page is loaded: load it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== undefined) location.reload();
});

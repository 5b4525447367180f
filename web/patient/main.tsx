// Where the patient app takes hold of its page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepForLater } from '#web/kit/keep-for-later.ts';
import { extendCatalog, preferredLanguage, setLocale } from '#web/kit/locale.ts';
import { pathWithin } from './address.ts';
import { App } from './app.tsx';
import { secretIn, takeSecret } from './enter.ts';
import { fetchEveryPage, fetchFirstPage } from './pages.tsx';
import { phoneMemory } from './phone-memory.ts';
import { askForToday } from './queries.ts';
import workerAddress from './service-worker.ts?worker&url';
import { firstWords } from './words/first.ts';

const { language, clinic, patientId } = phoneMemory();
extendCatalog(firstWords);
setLocale({ language: language ?? preferredLanguage(navigator.languages), timeZone: clinic?.zone });

// What takes the focus is never left behind the dock.
document.documentElement.style.scrollPaddingBottom = '7rem';

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');
const secret = takeSecret();
fetchFirstPage(pathWithin(location.pathname));
// A link decides who is here; without one that is asked before anything is drawn.
if (secret === undefined) askForToday(patientId);
createRoot(place).render(
  <StrictMode>
    <App secret={secret} />
  </StrictMode>,
);
keepForLater({ workerAddress, scope: '/app/', fetchEveryPage });

// A link opened in a tab that already shows the app changes only the hash, and no page is loaded: load it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== undefined) location.reload();
});

// Where the companion app takes hold of its page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startCarryingDrafts } from '#web/kit/draft-carrier.ts';
import { keepForLater } from '#web/kit/keep-for-later.ts';
import { extendCatalog, setLocale } from '#web/kit/locale.ts';
import { preferredLanguage } from '#web/kit/preferred-language.ts';
import { App } from './app.tsx';
import { everyPart } from './every-part.ts';
import { secretIn, takeSecret } from './link-secret.ts';
import workerAddress from './service-worker.ts?worker&url';
import { companionWords } from './words.ts';

extendCatalog(companionWords);
setLocale({ language: preferredLanguage(navigator.languages) });

startCarryingDrafts();

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');
createRoot(place).render(
  <StrictMode>
    <App secret={takeSecret()} />
  </StrictMode>,
);
keepForLater({ workerAddress, scope: '/companion/', everyPage: () => everyPart });

// A link opened in a tab that already shows the app changes only the hash, and no page is loaded: load it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== undefined) location.reload();
});

// Where the clinic app takes hold of its page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Loading } from '#web/kit/loading.tsx';
import { preferredLanguage, setLocale } from '#web/kit/locale.ts';

setLocale({ language: preferredLanguage(navigator.languages) });

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');
createRoot(place).render(
  <StrictMode>
    <Loading />
  </StrictMode>,
);

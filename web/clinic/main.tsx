// Where the clinic app takes hold of its page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepForLater } from '#web/kit/keep-for-later.ts';
import { setLocale } from '#web/kit/locale.ts';
import { preferredLanguage } from '#web/kit/preferred-language.ts';
import { ClinicApp } from './clinic-app.tsx';
import { bedside } from './routes.tsx';
import workerAddress from './service-worker.ts?worker&url';

setLocale({ language: preferredLanguage(['en']) });

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');
createRoot(place).render(
  <StrictMode>
    <ClinicApp />
  </StrictMode>,
);
keepForLater({ workerAddress, scope: '/clinic/', everyPage: () => bedside });

// Makes the patient app open with no network, and answers a knock in a few words that say nothing.
import { answerKnocks } from '#web/kit/knock-worker.ts';
import { keepTheShell } from '#web/kit/shell-worker.ts';

const shell = '/app/';

keepTheShell({ shell, family: 'mooring-app-', edition: 1, opensWith: 'the-kept-page' });
answerKnocks({ shell });

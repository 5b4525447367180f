// Makes the patient app open with no network, and at once with one, and answers a knock in a few words that say nothing.
import { holdWhatIsAskedAhead } from '#web/kit/ahead-worker.ts';
import { answerKnocks } from '#web/kit/knock-worker.ts';
import { keepTheShell } from '#web/kit/shell-worker.ts';

const shell = '/app/';

// Before the shell: whoever answers a navigation is the last to hear of it.
holdWhatIsAskedAhead({ shell });
keepTheShell({ shell, family: 'mooring-app-', edition: 1, opensWith: 'the-kept-page' });
answerKnocks({ shell });

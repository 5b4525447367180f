// Makes the patient app open with no network.
import { keepTheShell } from '#web/kit/shell-worker.ts';

keepTheShell({ shell: '/app/', family: 'mooring-app-', edition: 1 });

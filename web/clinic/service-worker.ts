// Makes the clinic's side open with no network, so that a tablet switched on at a bedside without one shows its room.
import { keepTheShell } from '#web/kit/shell-worker.ts';

keepTheShell({ shell: '/clinic/', family: 'mooring-clinic-', edition: 1, opensWith: 'the-fresh-page' });

// Makes a companion's page open with no signal. The secret of a link stands behind the hash sign and never reaches it.
import { keepTheShell } from '#web/kit/shell-worker.ts';

// Fresh first: a page that gave way to a newer one while it opens its link would have to be opened from the message again.
keepTheShell({ shell: '/companion/', family: 'mooring-companion-', edition: 1, opensWith: 'the-fresh-page' });

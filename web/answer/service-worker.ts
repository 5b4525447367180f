// Makes the page of one question open with no signal, the numbers to call with it. The secret of a link stands behind the hash
// sign and is never kept by it; what was asked and answered it never sees.
import { keepTheShell } from '#web/kit/shell-worker.ts';

// Fresh first: the numbers stand in the page itself, and must be the clinic's of today whenever there is a signal.
keepTheShell({ shell: '/a/', family: 'mooring-answer-', edition: 1, opensWith: 'the-fresh-page' });

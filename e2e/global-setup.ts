// Two dozen lives are lived once for the whole run, before the first story; each file then gets a copy of its own.

import { handOnLivedInClinic } from './demo-clinic.ts';

// Playwright asks for a default export.
export default handOnLivedInClinic;

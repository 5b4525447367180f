// How long before its time something is called to mind. House configuration; each thing is said once.

import { sourced } from '#clinical/sourced.ts';

/** An appointment is told a day ahead, and not any more when it is this near. */
export const appointmentToldHoursBefore = sourced(24, 'h', 'H-HOUSE', 'H');
export const appointmentTooNearHours = sourced(2, 'h', 'H-HOUSE', 'H');

/** A decision that has not stood on the person's screen is told by a message, and not any more when it is this old. */
export const decisionToldWithinDays = sourced(7, 'd', 'H-HOUSE', 'H');

/** Parts of getting ready still open this long before their day. */
export const preparationToldHoursBefore = sourced(24, 'h', 'H-HOUSE', 'H');

// The figures of the safety programme for the esketamine spray that its rules share: how long someone is watched, and
// how many days the monitoring form has. What a device holds stands with the dose.

import { asOf } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

export const watchedAtLeastMinutes = sourced(120, 'min', 'L-PDR', 'V', asOf('Two hours after dosing.'));

/** The form counts from the first device; a stricter reading counts from the last. Both are shown, the later one holds. */
export const clockFromFirstDevice = sourced('first device' as string, 'anchor', 'R-PMF21', 'V', asOf());
export const clockFromLastDevice = sourced('last device' as string, 'anchor', 'R-EHR', 'V2', asOf());

/** Calendar days after the clinic's own day of administration, to the end of that day. */
export const formDueDays = sourced(
  7,
  'd',
  'R-HCS',
  'V',
  asOf('Seven days following administration; counting from the clinic’s own calendar day is a house rule.'),
);

/** A sedation score at or below this was sedation, whatever the form says. */
export const sedationAtOrBelowMoaas = sourced(3, '{score}', 'H-HOUSE', 'H', asOf());

/** The reading at about 40 minutes counts as that reading inside these minutes from the first device. */
export const fortyMinuteReading = sourced([30, 50] as readonly number[], 'min', 'H-HOUSE', 'H', asOf());

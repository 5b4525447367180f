// What a clinic may ask more of and never less: the figures of a label or a safety program, gathered from the rules that
// read them. The examples hold these very values, and a proposed edition is held against them.

import { betweenDevicesMinutes, labelledMg } from '#clinical/dosing/esketamine-dose.ts';
import {
  sprayFoodMinutes,
  sprayLiquidsMinutes,
  sprayNasalProductMinutes,
} from '#clinical/dosing/spray-timing.ts';
import { prescriberOnSite } from '#clinical/safety-programs/enrolment.ts';
import { watchedAtLeastMinutes } from '#clinical/safety-programs/spravato-program.ts';
import { sourced } from '#clinical/sourced.ts';

/** The esketamine nasal spray, in the United States. */
export const nasalLabel = {
  foodMinutes: sprayFoodMinutes,
  clearFluidMinutes: sprayLiquidsMinutes,
  nasalProductMinutes: sprayNasalProductMinutes,
  betweenDevicesMinutes,
  stayMinutes: watchedAtLeastMinutes,
  sessionMg: labelledMg.US,
  prescriber: { ...prescriberOnSite, value: 'on-site' },
} as const;

/** Ketamine given into a vein. */
export const injectionLabel = {
  mostMgPerKgPerMinute: sourced(0.5, 'mg/kg/min', 'L-PDR', 'V'),
} as const;

// The arithmetic of a syringe, shown before anyone presses start: how many millilitres, and how fast. Nothing is rounded
// in what is kept; only what is shown is.

export interface DosePlan {
  readonly volumeMl: number;
  readonly rateMgPerMin: number;
  readonly rateMlPerHour: number;
}

/** Nothing when a number is missing or not above nought: a rate is never guessed. */
export function dosePlan(typed: {
  readonly doseMg: number | undefined;
  readonly concentrationMgPerMl: number | undefined;
  readonly plannedMinutes: number | undefined;
}): DosePlan | undefined {
  const { doseMg, concentrationMgPerMl, plannedMinutes } = typed;
  if (!isAbove(doseMg) || !isAbove(concentrationMgPerMl) || !isAbove(plannedMinutes)) return undefined;
  const volumeMl = doseMg / concentrationMgPerMl;
  return {
    volumeMl,
    rateMgPerMin: doseMg / plannedMinutes,
    rateMlPerHour: (volumeMl / plannedMinutes) * 60,
  };
}

function isAbove(value: number | undefined): value is number {
  return value !== undefined && value > 0;
}

// Single readings, in the shape the clinical rules ask for: the value, when it was true, and who said so.
import type { BloodPressure, Fact } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import type { VitalSignName } from './events.ts';
import type { Entry, EntryOf, SessionState } from './state.ts';

export const said = <Value>(entry: Entry, value: Value): Fact<Value> => ({
  value,
  at: entry.at,
  by: entry.byName,
  byRole: entry.actingRole,
});

/** The first moment any of the dose went in, on any route. */
export const doseStartedAt = (state: SessionState): Instant | undefined => {
  const moments = [state.infusion?.startedAt, state.facts.DoseGiven[0]?.at].filter((at) => at !== undefined);
  return moments.length > 0 ? Math.min(...moments) : undefined;
};

type Measured = EntryOf<'VitalSignsMeasured'>;

/** A pressure is two numbers from one measurement; half of one is not a pressure. */
export const bloodPressureOf = (entry: Measured): Fact<BloodPressure> | undefined => {
  const { systolicMmHg, diastolicMmHg } = entry.fact;
  if (systolicMmHg === undefined || diastolicMmHg === undefined) return undefined;
  return said(entry, { systolicMmHg, diastolicMmHg });
};

/** The person's own pressure before the dose, to hold later ones against. */
export const baselineBloodPressure = (state: SessionState): Fact<BloodPressure> | undefined =>
  latestBloodPressure(beforeDose(state));

export const beforeDose = (state: SessionState): readonly Measured[] => {
  const startedAt = doseStartedAt(state);
  const measured = state.facts.VitalSignsMeasured;
  return startedAt === undefined ? measured : measured.filter(({ at }) => at < startedAt);
};

// When the last attempt could not be read, the older number no longer says how the person is.

export const latestBloodPressure = (measured: readonly Measured[]): Fact<BloodPressure> | undefined => {
  const entry = measured.findLast(
    ({ fact }) =>
      (fact.systolicMmHg !== undefined && fact.diastolicMmHg !== undefined) ||
      fact.couldNotRead.includes('systolicMmHg') ||
      fact.couldNotRead.includes('diastolicMmHg'),
  );
  return entry && bloodPressureOf(entry);
};

export const latestSign = (measured: readonly Measured[], sign: VitalSignName): Fact<number> | undefined => {
  const entry = measured.findLast(({ fact }) => fact[sign] !== undefined || fact.couldNotRead.includes(sign));
  const value = entry?.fact[sign];
  return entry && value !== undefined ? said(entry, value) : undefined;
};

// How a typed medicine name is read back to the person: as what, by which brand, perhaps, or not known.
import { findMedicine } from '#clinical/screening/find-medicine.ts';

export type MedicineReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'generic'; readonly generic: string }
  | { readonly kind: 'brand'; readonly generic: string; readonly brand: string }
  | { readonly kind: 'several'; readonly generics: readonly string[] }
  | { readonly kind: 'perhaps'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

const mostOffered = 3;

export function readMedicine(typed: string): MedicineReading {
  if (typed.trim().length < 3) return { kind: 'nothing' };
  const found = findMedicine(typed);
  if (found.certainty === 'unknown') return { kind: 'unknown' };
  if (found.certainty === 'perhaps') {
    return { kind: 'perhaps', names: found.matches.slice(0, mostOffered).map((match) => match.name) };
  }
  const generics = [
    ...new Set(found.matches.flatMap((match) => match.medicines.map((medicine) => medicine.generic))),
  ];
  const [generic] = generics;
  const [match] = found.matches;
  if (generic === undefined || match === undefined) return { kind: 'unknown' };
  if (generics.length > 1) return { kind: 'several', generics };
  return match.matchedBy === 'brand' || match.matchedBy === 'combination'
    ? { kind: 'brand', generic, brand: match.name }
    : { kind: 'generic', generic };
}

/** What is kept beside the words as typed: only a name the table is sure of, and only when it is one medicine. */
export function sureGeneric(reading: MedicineReading): string | undefined {
  return reading.kind === 'generic' || reading.kind === 'brand' ? reading.generic : undefined;
}

// Who this phone speaks for. Absent when the phone is away from the clinic and nobody could be asked.
import { createContext, useContext } from 'react';
import type { Me } from '#api/me.ts';
import type { Instant } from '#clinical/instant.ts';
import type { RememberedClinic } from '#web/kit/remembered-clinic.ts';

export interface Person {
  readonly patientId: string;
  readonly me: Me;
  /** Since when the clinic was not heard, where what is shown was kept on this phone. */
  readonly asOf?: Instant | undefined;
}

export interface Surroundings {
  readonly person: Person | undefined;
  readonly clinic: RememberedClinic | undefined;
  readonly openHelp: () => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  person: undefined,
  clinic: undefined,
  openHelp: () => undefined,
});

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}

/** For pages that are only shown to someone who is signed in. */
export function usePerson(): Person {
  const { person } = useContext(SurroundingsContext);
  if (person === undefined) throw new Error('This page is only for someone who is signed in');
  return person;
}

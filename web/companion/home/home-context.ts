// What every part of the day at home is handed: the day itself, who watches, and whom to call.

import { createContext, useContext } from 'react';
import type { HomeSession } from '#api/home.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { Me } from '#web/companion/me.ts';
import type { Home } from './use-home.ts';

export interface Day extends Home {
  readonly shown: HomeSession;
  readonly me: Me;
}
export interface RunningDay extends Day {
  readonly state: SessionState;
}

export const DayContext = createContext<Day | undefined>(undefined);

export function useDay(): Day {
  const day = useContext(DayContext);
  if (day === undefined) throw new Error('Only inside the day at home');
  return day;
}

export function useRunningDay(): RunningDay {
  const day = useDay();
  if (day.state === undefined) throw new Error('Only inside a session');
  return { ...day, state: day.state };
}

/** The number that answers where the clinic is; undefined where we know none, and none is made up. */
export function emergencyNumber(me: Me): string | undefined {
  return crisisPlace(me.clinic.crisisPlace)?.emergency.number;
}

export function crisisNumber(me: Me): string | undefined {
  return crisisPlace(me.clinic.crisisPlace)?.lines[0]?.number;
}

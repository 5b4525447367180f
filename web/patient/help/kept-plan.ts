// The safety plan as it lies on this phone, only for whoever switched that on. Taken away when it is switched off, on signing
// out, and when another person comes in on this phone.
import { useEffect, useState } from 'react';
import type { SafetyPlan } from '#api/safety-plan.ts';
import { keptOnPhone } from '#web/patient/kept-on-phone.ts';

export interface KeptPlan {
  readonly patientId: string;
  readonly plan: SafetyPlan;
}

const shelf = keptOnPhone<KeptPlan>('mooring-safety-plan');

export const keepPlan = shelf.keep;
export const forgetPlan = shelf.forget;

/** Undefined until the phone has been asked. */
export function useKeptPlan(): KeptPlan | 'none' | undefined {
  const [kept, setKept] = useState<KeptPlan | 'none'>();
  useEffect(() => {
    shelf.read().then((found) => setKept(found ?? 'none'));
  }, []);
  return kept;
}

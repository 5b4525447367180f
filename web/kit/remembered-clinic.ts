// Whom to call, as a phone may know it before anyone was let in: no name of a person, no health word.
import type { OnCall } from '#api/me.ts';

export interface RememberedClinic {
  readonly name: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly openingHoursEs?: string | undefined;
  readonly crisisPlace: string;
  readonly zone: string;
  readonly onCall?: OnCall | undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Takes only what it understands of what an older version may have written; half a number is none. */
export function readClinic(found: unknown): RememberedClinic | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const { name, phone, openingHours, openingHoursEs, crisisPlace, zone, onCall } = found as Record<
    string,
    unknown
  >;
  if (!isText(name) || !isText(phone) || !isText(openingHours) || !isText(crisisPlace) || !isText(zone))
    return undefined;
  const answers = readOnCall(onCall);
  return {
    name,
    phone,
    openingHours,
    crisisPlace,
    zone,
    ...(isText(openingHoursEs) && { openingHoursEs }),
    ...(answers && { onCall: answers }),
  };
}

function readOnCall(found: unknown): OnCall | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const { phone, en, es } = found as Record<string, unknown>;
  return isText(phone) && isText(en) && isText(es) ? { phone, en, es } : undefined;
}

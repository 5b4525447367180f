// Who is asking, as the sign-in tells it. Nothing here comes from the request but the cookie.

import type { CompanionScope, RoleName } from './policy.ts';

export type Actor = {
  readonly kind: 'staff' | 'patient' | 'companion';
  /** The account, or the companion's link. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly clinicId: string;
  readonly signInId: string;
  /** The patient this actor is, or is a companion of. */
  readonly patientId?: string | undefined;
  readonly scopes: ReadonlySet<CompanionScope>;
  readonly onShift: boolean;
  readonly steppedUpAt: number;
  readonly expiresAt: number;
};

// The EMDR bench: targets and sittings under the patient's seal, the licence that lets a therapist work, and sets on two screens.

import type { Route } from '#server/access';
import type { Ports } from '#server/ports';
import { bilateralRoutes } from './bilateral.ts';
import { benchRoutes } from './routes.ts';

export { licencesOf, sittingBound, targetBound } from './store.ts';

export function emdrRoutes(ports: Ports): readonly Route[] {
  return [...benchRoutes(ports), ...bilateralRoutes(ports)];
}

// The consent texts that come with the software, by edition id. A clinic adds its own beside the example.

import { consentIvExample1 } from './consent-iv-example-1.ts';
import type { ConsentEdition } from './edition.ts';

export { type ConsentEdition, consentText } from './edition.ts';

export const consentEditions: readonly ConsentEdition[] = [consentIvExample1];

export function consentEdition(id: string): ConsentEdition | undefined {
  return consentEditions.find((edition) => edition.id === id);
}

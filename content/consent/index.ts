// The consent texts that come with the software, by edition id. A clinic adds its own beside the example.

import { consentHomeExample1 } from './consent-home-example-1.ts';
import { consentImExample1 } from './consent-im-example-1.ts';
import { consentIvExample1 } from './consent-iv-example-1.ts';
import { consentNasalExample1 } from './consent-nasal-example-1.ts';
import { consentSublingualExample1 } from './consent-sublingual-example-1.ts';
import type { ConsentEdition } from './edition.ts';

export { type ConsentEdition, consentIn, consentText } from './edition.ts';

export const consentEditions: readonly ConsentEdition[] = [
  consentIvExample1,
  consentImExample1,
  consentSublingualExample1,
  consentHomeExample1,
  consentNasalExample1,
];

export function consentEdition(id: string): ConsentEdition | undefined {
  return consentEditions.find((edition) => edition.id === id);
}

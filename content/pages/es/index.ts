// The pages that are all words, in Spanish, in the same order as in English.

import type { Page } from '#content/page.ts';
import { companions } from './companions.ts';
import { conditions } from './conditions.ts';
import { howItWorks } from './how-it-works.ts';
import { privacy } from './privacy.ts';
import { questions } from './questions.ts';
import { resources } from './resources.ts';
import { risks } from './risks.ts';
import { whatPeopleFeel } from './what-people-feel.ts';

export const spanishPages: readonly Page[] = [
  whatPeopleFeel,
  conditions,
  howItWorks,
  risks,
  questions,
  companions,
  resources,
  privacy,
];

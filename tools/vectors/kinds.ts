// Which of our rules answers which kind of reference case. Only what is asked is put to the rule, and only what it
// answers is given back; nothing is decided here.

import { dosingKinds } from './dosing.ts';
import type { Input } from './input.ts';
import { medicineKinds } from './medicines.ts';
import { programmeKinds } from './programme.ts';
import { questionnaireKinds } from './questionnaires.ts';
import { scenarioKinds } from './scenario.ts';
import { sessionKinds } from './session.ts';

export const kinds: Readonly<Record<string, ((input: Input) => unknown) | undefined>> = {
  ...questionnaireKinds,
  ...sessionKinds,
  ...medicineKinds,
  ...dosingKinds,
  ...programmeKinds,
  ...scenarioKinds,
};

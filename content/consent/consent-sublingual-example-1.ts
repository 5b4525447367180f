// Example consent for a ketamine lozenge in a clinic. No clinician and no lawyer has approved it.

import type { ConsentEdition } from './edition.ts';
import {
  drivingAndTheRestOfTheDay,
  ifYouNeedUs,
  offLabel,
  otherWays,
  tellUsFirst,
  thisIsAnExample,
  whatCanGoWrong,
  whatYourNameMeans,
  whoSeesWhat,
} from './shared-sections.ts';

export const consentSublingualExample1: ConsentEdition = {
  id: 'consent-sublingual-example-1',
  title: 'Your yes to a ketamine lozenge here (example text, not approved)',
  approved: false,
  sections: [
    thisIsAnExample,
    {
      heading: 'What it is',
      text: 'Ketamine is a drug that puts people to sleep for surgery. Here you get a small dose that melts in your mouth. You hold it there for a while, then spit it out or swallow it, as we tell you. You stay awake or drift. A trained person watches you the whole time. You may feel far from your body, see odd things, or lose track of time. It wears off.',
    },
    offLabel,
    otherWays,
    whatCanGoWrong,
    tellUsFirst,
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. You can spit it out. What you took in by then still acts, and we stay with you until it eases. You do not need a reason. It will not change how we treat you.',
    },
    drivingAndTheRestOfTheDay,
    whoSeesWhat,
    ifYouNeedUs,
    whatYourNameMeans,
  ],
};

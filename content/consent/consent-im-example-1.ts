// Example consent for a ketamine injection in a clinic. No clinician and no lawyer has approved it.

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

export const consentImExample1: ConsentEdition = {
  id: 'consent-im-example-1',
  title: 'Your yes to a ketamine shot (example text, not approved)',
  approved: false,
  sections: [
    thisIsAnExample,
    {
      heading: 'What it is',
      text: 'Ketamine is a drug that puts people to sleep for surgery. Here you get a small dose as a shot in your arm or leg. It starts in a few minutes. You stay awake or drift. A trained person watches you the whole time. You may feel far from your body, see odd things, or lose track of time. It wears off.',
    },
    offLabel,
    otherWays,
    whatCanGoWrong,
    tellUsFirst,
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. Once the shot is given we cannot take it back or slow it. We stay with you until it eases. If a second shot was planned, you can say no to it. You do not need a reason. It will not change how we treat you.',
    },
    drivingAndTheRestOfTheDay,
    whoSeesWhat,
    ifYouNeedUs,
    whatYourNameMeans,
  ],
};

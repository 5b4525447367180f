// How ketamine may work, at three depths, opened by the reader. What is not known is said at each depth.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const howItWorks: Page = {
  path: '/how-it-works',
  title: 'How it works, as far as we know',
  lead: 'One line, then more, then the most. Stop where you like.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'mood',
      heading: 'What it does in the brain',
      blocks: [
        {
          kind: 'text',
          text: '**In one line.** Ketamine changes how nerve cells talk for a short time, and for some people mood lifts after. {{some-nothing}}',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'A bit more',
              texts: [
                'Nerve cells pass signals with small chemicals. One of the main ones is called glutamate. Ketamine blocks one place where it docks. {{nmda}} For an hour or so, signals run in a new way.',
                'When the drug has gone, some cells seem to link up better than before. {{new-links}} This may be why a change can last longer than the drug.',
              ],
            },
            {
              summary: 'The most we can say',
              texts: [
                'The docking place is the NMDA receptor. Blocking it on some cells may set other cells free to send more. That may then wake up other docking places and start growth inside the cell.',
                'There are other ideas. The body turns ketamine into other things, and those may act too. There are two mirror forms of it, and they may not do the same. {{not-settled}}',
                'You may read that ketamine works by serotonin or dopamine. It touches both a little. We know of no proof that this is what lifts mood. {{not-settled}}',
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'route',
      heading: 'Why the way you take it matters',
      blocks: [
        {
          kind: 'text',
          text: '**In one line.** The same amount by a new way is a new dose.',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'A bit more',
              texts: [
                'A drip goes right into the blood. Under the tongue, most is lost on the way. {{lozenge-absorbed}} A spray is in between. {{spray-absorbed}}',
                'A drip can be slowed. An injection cannot. See the [four ways side by side](/routes).',
              ],
            },
            {
              summary: 'The most we can say',
              texts: [
                'Our curves come from a math model with two parts: blood, and the rest of the body. {{shape}} Real people differ a lot. Liver, age, other drugs and grapefruit can all shift it when it is swallowed.',
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'window',
      heading: 'Why we talk to you in the days after',
      blocks: [
        {
          kind: 'text',
          text: '**In one line.** The first days may be a good time to try one small new thing.',
        },
        {
          kind: 'layers',
          byDepth: true,
          layers: [
            {
              summary: 'A bit more',
              texts: [
                'Many clinics book a talk one to three days after. The thought is that the brain may be more ready to change then. This comes from animals. {{new-links}} In people it is an idea, not a fact.',
              ],
            },
          ],
        },
      ],
    },
  ],
};

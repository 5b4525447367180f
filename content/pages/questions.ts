// Things people have heard, and what we can honestly say to each.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const questions: Page = {
  path: '/questions',
  title: 'Things you may have heard',
  lead: 'Ten things people ask us, with short answers. Yours is not here? Ask it.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'heard',
      heading: 'Short answers',
      blocks: [
        {
          kind: 'layers',
          layers: [
            {
              summary: '“It is a horse drug.”',
              texts: ['Vets use it. So do hospitals, for people, since 1970 or so. {{approved-for-sleep}}'],
            },
            {
              summary: '“It is approved, so it must be fine.”',
              texts: [
                'The spray is approved for some kinds of depression. {{spray-approved}} The drip, the injection and the lozenge are not. {{off-label}} Doctors may use a drug off-label. It means no agency has checked that use.',
              ],
            },
            {
              summary: '“It works in hours.”',
              texts: [
                'For some people mood lifts within a day. For others it does not lift at all. {{some-nothing}}',
              ],
            },
            {
              summary: '“One time fixes it.”',
              texts: [
                'One dose often fades. Many plans have six or more. {{six-drips}} We look at it with you on set dates, and stop if it does not help.',
              ],
            },
            {
              summary: '“You lose control.”',
              texts: [
                'You can speak, move and say stop. Your limits, such as touch, are written down before. During a session we can make them tighter, never looser.',
              ],
            },
            {
              summary: '“You get hooked.”',
              texts: [
                'Some people do come to want it. {{misuse}} We ask about it each time. If you have had trouble with drugs or drink, tell us. We plan with you.',
              ],
            },
            {
              summary: '“I should stop my tablets first.”',
              texts: [
                'No. Do not stop any medicine on your own. {{benzodiazepines}} We look at your list with you, and one person decides.',
              ],
            },
            {
              summary: '“I can drive if I feel clear.”',
              texts: ['You may feel clear and still be slow. {{driving}}'],
            },
            {
              summary: '“At home is the same, only cheaper.”',
              texts: [
                'It is not the same. No one trained is in the room. {{breathing}} {{home-case}} If you do it at home with us, an adult you trust watches, a guide is on video, and there is a blood pressure limit to start.',
              ],
            },
            {
              summary: '“If I feel nothing, I failed.”',
              texts: ['No. What you see or feel during a dose says little about how your weeks will go.'],
            },
          ],
        },
      ],
    },
    {
      id: 'yours',
      heading: 'Yours is not here?',
      blocks: [{ kind: 'text', text: 'Ask it in private. No account, and no name needed. [Ask us](/ask).' }],
    },
  ],
};

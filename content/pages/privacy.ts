// What this site keeps about a reader. The page must stay true of the software: when that changes, this changes first.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const privacy: Page = {
  path: '/privacy',
  title: 'What we keep',
  lead: 'You can read all of this site and leave no trace with us but a line in a server log.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'reading',
      heading: 'When you read',
      blocks: [
        {
          kind: 'list',
          items: [
            'No account. No cookies. No counting of people.',
            'No code in the page. It works with scripts turned off.',
            'Type, pictures and style come from this clinic only. No other company is told you were here.',
            'Your web address may stand in a log for a short time, to keep the site up.',
          ],
        },
      ],
    },
    {
      id: 'asking',
      heading: 'When you ask us something',
      blocks: [
        {
          kind: 'list',
          items: [
            'We keep what you typed, the day, and how to reach you. Next to each box it says who sees it.',
            'We do not look you up. We do not sell it, share it or use it to show you ads.',
            'If you become a patient, it joins your record, so you need not say it twice.',
            'If you do not, we delete it. The [question page](/ask) says after how many days.',
            'You can ask us to delete it sooner. Just say so.',
          ],
        },
      ],
    },
    {
      id: 'patient',
      heading: 'If you become a patient',
      blocks: [
        {
          kind: 'text',
          text: 'Then the law on health records holds. You can read your own record and see who opened it. Your journal is yours: no one here reads a line of it until you share that line.',
        },
      ],
    },
    {
      id: 'limits',
      heading: 'What we cannot promise',
      blocks: [
        {
          kind: 'text',
          text: 'Your phone keeps a list of pages you opened. Someone who holds your phone may see it. Email and text can be read on the way. If that is a risk for you, call us.',
        },
      ],
    },
  ],
};

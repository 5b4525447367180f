// What can go wrong, what we do about it, and what we do not know.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';
import { riskTable } from '#content/risk-table.ts';

export const risks: Page = {
  path: '/risks',
  title: 'What can go wrong',
  lead: 'The plain list, with where each line comes from. What we do not know is here too.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    { id: 'counted', heading: 'How often, and how long', blocks: [riskTable('en')] },
    {
      id: 'same-day',
      heading: 'On the day',
      blocks: [
        {
          kind: 'claims',
          ids: [
            'blood-pressure',
            'blood-pressure-severe',
            'blood-pressure-milder',
            'sick-and-dizzy',
            'breathing',
            'home-case',
            'spray-sleepy',
            'spray-detached',
            'hard-waking',
          ],
        },
      ],
    },
    {
      id: 'after',
      heading: 'In the days after',
      blocks: [{ kind: 'claims', ids: ['driving', 'days-after', 'young-people', 'some-nothing'] }],
    },
    {
      id: 'long',
      heading: 'Over months',
      blocks: [
        { kind: 'claims', ids: ['bladder', 'liver', 'misuse'] },
        {
          kind: 'text',
          text: 'Tell us if you pee more often, if it burns, or if you see blood. We ask each time. We also count your doses, so no one loses track.',
        },
      ],
    },
    {
      id: 'who',
      heading: 'Who should not have it, or not yet',
      blocks: [
        { kind: 'claims', ids: ['not-for', 'need-a-doctor-first', 'benzodiazepines'] },
        {
          kind: 'text',
          text: 'Thoughts of suicide do not shut the door. They change where and how fast you get care. {{not-shown-to-prevent}}',
        },
      ],
    },
    {
      id: 'what-we-do',
      heading: 'What we do about it',
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              title: 'Before',
              text: 'We ask about your heart, liver, bladder, sleep, drugs, drink and past. We take your blood pressure. What we do not know stops the dose until a person decides.',
            },
            {
              title: 'During',
              text: 'A trained person is with you or in sight, and their name is in your record. You have a call button, and we test it with you.',
            },
            {
              title: 'If it goes wrong',
              text: 'The dose is stopped if it can be. There is oxygen in the building and someone trained to use it. If that is not enough we call an ambulance.',
            },
            {
              title: 'After',
              text: 'You leave on fresh checks, not on the clock, and with a person. You get a number that is answered at night.',
            },
          ],
        },
      ],
    },
    {
      id: 'unknown',
      heading: 'What no one knows yet',
      blocks: [
        {
          kind: 'list',
          items: [
            'How people do after years of it. {{some-nothing}}',
            'Who it will help and who it will not.',
            'How often is too often for the bladder and for memory.',
            'How it mixes with many common drugs. Bring us the full list.',
          ],
        },
      ],
    },
  ],
};

// For the person who drives, sits near, or watches at home. Short, because it is read in a car park.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const companions: Page = {
  path: '/companions',
  title: 'If you are the one who comes along',
  lead: 'You do not need to know about ketamine. You need to be there, be calm, and know whom to call.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'driver',
      heading: 'If you drive',
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              title: 'Say yes by the link',
              text: 'You get a text with a link. No account. One tap says you will be there.',
            },
            {
              title: 'Bring your ID and your phone',
              text: 'At the door we ask for a code word. It is how we know we hand your person to you.',
            },
            {
              title: 'Be early and be free',
              text: 'No one can say the minute. Plan for the whole time on the card, and half an hour more.',
            },
            {
              title: 'Drive home, door to door',
              text: 'Slow and quiet. No shops. They may feel sick, so have a bag.',
            },
          ],
        },
        { kind: 'text', text: 'They must not drive until the next day, after a night of sleep. {{driving}}' },
      ],
    },
    {
      id: 'evening',
      heading: 'That evening',
      blocks: [
        {
          kind: 'list',
          items: [
            'Stay in the home, or have someone who can.',
            'Water, light food, an early night.',
            'No drink, no other drugs, no stove, no baths alone.',
            'No big talks and no big choices. No signing things.',
            'You take the children and the dog.',
          ],
        },
      ],
    },
    {
      id: 'say',
      heading: 'What to say',
      blocks: [
        {
          kind: 'pairs',
          items: [
            { term: 'Helps', text: '“I am here.” “You do not have to explain.” “Shall we be quiet?”' },
            { term: 'Does not help', text: '“So, did it work?” “What did you see?” “You look better.”' },
          ],
        },
        {
          kind: 'text',
          text: 'If they cry, let them. If they want to tell you, listen. You do not have to make sense of it.',
        },
      ],
    },
    {
      id: 'home-watch',
      heading: 'If you watch at home',
      blocks: [
        {
          kind: 'text',
          text: 'You stay in the room the whole time, sober, with a phone that works. Your link tells you when to look and what to tap.',
        },
        {
          kind: 'list',
          items: [
            'Before: the cuff reading goes in. If it is over the limit, nothing starts.',
            'Every time it asks: look at the chest move, say their name, tap what you see.',
            'They lie on their side if they are sick or very sleepy.',
            'They do not stand up or walk alone.',
          ],
        },
      ],
    },
    {
      id: 'call',
      heading: 'Call for help',
      blocks: [
        {
          kind: 'note',
          heading: 'Call an ambulance now',
          text: 'They do not wake when you shake them. They breathe slowly, oddly, or not at all. Chest pain. A fit. A sudden, very bad headache. Then call us.',
        },
        {
          kind: 'note',
          heading: 'Call us',
          text: 'They are very afraid and it does not ease. They keep being sick. They say things that worry you. You are not sure. You do not have to be sure to call.',
        },
      ],
    },
  ],
};

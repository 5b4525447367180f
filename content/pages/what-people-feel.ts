// What people say it was like: good, neutral and hard, in that order on no page but with equal room.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const whatPeopleFeel: Page = {
  path: '/what-people-feel',
  title: 'What people feel',
  lead: 'Some of it is good, some is nothing much, some is hard. No one can tell you which will be yours.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'before',
      heading: 'Before',
      blocks: [
        {
          kind: 'text',
          text: 'People come in hopeful, scared, flat, or all three. You do not have to feel ready. You do have to say yes, and you can take it back.',
        },
      ],
    },
    {
      id: 'during',
      heading: 'While it works',
      blocks: [
        {
          kind: 'pairs',
          items: [
            {
              term: 'Good',
              text: 'Some people feel light, warm or calm. Old thoughts go quiet for a while. A problem can look smaller from far away. {{spray-high-counted}}',
            },
            {
              term: 'Neutral',
              text: 'Some see colors or shapes with their eyes shut. Sounds seem close. Time stretches. Some just feel drowsy and wait. {{spray-detached}} {{spray-sleepy}}',
            },
            {
              term: 'Hard',
              text: 'Some feel sick or very afraid. Some feel they are gone, or that it will not end. Old memories can come up. It does end. {{sick-and-dizzy}} {{spray-fear-counted}}',
            },
          ],
        },
        {
          kind: 'text',
          text: 'This is what people tell. Where someone counted, the count is named. The rest we know of no count for. Feeling cut off from your body is common. {{spray-detached}} It can feel odd or frightening, and it wears off. One touch on the call button brings a person.',
        },
      ],
    },
    {
      id: 'senses',
      heading: 'Seeing and sensing',
      blocks: [
        {
          kind: 'text',
          text: 'Ketamine changes what you see and feel for a while. Lines may move. Colors may be brighter. Your hands may seem large, small or far away. Sounds may seem near. This is expected, and it wears off with the dose.',
        },
        {
          kind: 'text',
          text: 'Two things can look the same and are not. If you get migraine, an aura can bring zigzags or blind spots. If you ever saw or heard things others did not, that can come back. So we ask about both before the first dose, and the prescriber reads your answer.',
        },
        {
          kind: 'pairs',
          items: [
            {
              term: 'Tell the nurse at once',
              text: 'It looks like your own aura, or one side of you goes weak or numb, or you cannot find words.',
            },
            {
              term: 'Call us the same day',
              text: 'You still see or hear things the day after, or it comes back by itself.',
            },
          ],
        },
      ],
    },
    {
      id: 'after',
      heading: 'The same day',
      blocks: [
        {
          kind: 'pairs',
          items: [
            {
              term: 'Good',
              text: 'Calm, a quiet head. Wanting to call someone. Sleep that comes by itself.',
            },
            {
              term: 'Neutral',
              text: 'Tired, slow, a bit clumsy. Turned inward. Hungry. No words for it yet, and none needed.',
            },
            {
              term: 'Hard',
              text: 'A headache or an upset stomach. Feeling raw. Feeling let down that nothing happened.',
            },
          ],
        },
      ],
    },
    {
      id: 'days',
      heading: 'The days after',
      blocks: [
        {
          kind: 'text',
          text: 'Some people feel better within a day. Some feel nothing. Some feel worse. {{some-nothing}} A good day can be followed by a bad one. That tells you little about the rest.',
        },
        {
          kind: 'text',
          text: 'Low mood, fear or odd thoughts can last longer in some people. {{days-after}} If that is you, call us. You do not have to wait for your next date.',
        },
        {
          kind: 'note',
          heading: 'If it gets dark',
          text: 'If thoughts of dying come or grow, call the line at the foot of this page. Then call us. Both are open to you before, during and after care.',
        },
      ],
    },
    {
      id: 'own',
      heading: 'We do not rank it',
      blocks: [
        {
          kind: 'text',
          text: 'A strong session is not a better one. A dull one is not a failed one. We look at how your weeks go, and only next to your own weeks before.',
        },
      ],
    },
  ],
};

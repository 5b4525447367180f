// Other places to read or to call, each with the day a person last looked at it. Being listed is not praise.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

const checkedOn = firstReading.checkedOn;

export const resources: Page = {
  path: '/resources',
  title: 'Other places to look',
  lead: 'A short list. We have no deal with any of them. Each has the day it was last looked at.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'call',
      heading: 'To talk to someone',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: '988 Lifeline, US',
              href: 'https://988lifeline.org',
              text: 'Call or text 988. Press 2 for Spanish. Press 1 if you served. For any crisis of mood, drugs or drink.',
              checkedOn,
            },
            {
              name: 'SAMHSA helpline, US',
              href: 'https://www.samhsa.gov',
              text: 'Call 1-800-662-4357. Where to find care near you for mood, drugs or drink.',
              checkedOn,
            },
          ],
        },
      ],
    },
    {
      id: 'read',
      heading: 'To read from the source',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'FDA on compounded drugs',
              href: 'https://www.fda.gov/drugs/human-drug-compounding',
              text: 'Who it suits: you were offered lozenges by post. Its warning on ketamine is from 10 October 2023.',
              checkedOn,
            },
            {
              name: 'Safety program for the spray',
              href: 'https://www.spravatorems.com',
              text: 'Who it suits: you think about the spray. The rules for you and for us. It is run for the maker.',
              checkedOn,
            },
            {
              name: 'Expert advice from Canada',
              href: 'https://pubmed.ncbi.nlm.nih.gov/33174760/',
              text: 'Who it suits: you like to read papers. What a group of doctors think is proved.',
              checkedOn,
            },
            {
              name: 'A trial in veterans with PTSD',
              href: 'https://pubmed.ncbi.nlm.nih.gov/35046508/',
              text: 'Who it suits: you come for PTSD. It found no gain for PTSD over salt water.',
              checkedOn,
            },
          ],
        },
      ],
    },
    {
      id: 'groups',
      heading: 'Groups',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'MAPS',
              href: 'https://maps.org',
              text: 'Who it suits: you want to know about research. It speaks for this kind of care, so read it with that in mind.',
            },
            {
              name: 'Ketamine Advocacy Network',
              href: 'https://www.ketamineadvocacynetwork.org',
              text: 'Who it suits: you want to hear other patients. It is made by people it helped, so the rest are missing.',
            },
          ],
        },
      ],
    },
    {
      id: 'books',
      heading: 'Books',
      blocks: [
        {
          kind: 'resources',
          items: [
            {
              name: 'The Mindful Way Through Depression, by Mark Williams and others',
              text: 'Who it suits: you want to learn calm bit by bit. It is not about drugs.',
            },
            {
              name: 'The Body Keeps the Score, by Bessel van der Kolk',
              text: 'Who it suits: you come for trauma and like to read. It tells hard things. Put it down if it stirs you up.',
            },
            {
              name: 'The Ketamine Papers, by Wolfson and Hartelius',
              text: 'Who it suits: therapists, and you if you want all the detail. It is from 2016 and speaks for this kind of care.',
            },
          ],
        },
      ],
    },
    {
      id: 'voices',
      heading: 'Podcasts, forums and stories',
      blocks: [
        {
          kind: 'note',
          heading: 'Before you read or listen',
          text: 'People tell what was strong, not what is usual. In a forum no one checks a dose. Do not take or change a thing because of what you read there. If it scares you, call us.',
        },
        {
          kind: 'resources',
          items: [
            {
              name: 'Psychedelics Today, a podcast',
              href: 'https://psychedelicstoday.com',
              text: 'Who it suits: you like to hear people talk. It sells courses and speaks for this kind of care.',
            },
            {
              name: 'The forum r/TherapeuticKetamine',
              href: 'https://www.reddit.com/r/TherapeuticKetamine/',
              text: 'Who it suits: you want many voices, and those it did not help too. People speak of doses at home there. That is not advice.',
            },
          ],
        },
        {
          kind: 'text',
          text: 'There is no forum of our own. One that no one looks after can do harm, and we do not have those people yet.',
        },
      ],
    },
    {
      id: 'care',
      heading: 'How to read about ketamine',
      blocks: [
        {
          kind: 'list',
          items: [
            'Look for a date. Old pages are often wrong.',
            'Look for who pays. A clinic that sells one way will praise that way. So may we.',
            'Look for the people it did not help. If there are none, stop reading.',
          ],
        },
      ],
    },
  ],
};

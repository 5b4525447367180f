// The front door: what this clinic does, one next step, and the whole way ahead, open before anyone signs up.

import type { ClaimId } from '#content/claims.ts';

export const home = {
  title: 'Ketamine care, told straight',
  lead: 'We look after people who try ketamine for low mood, fear or pain. Read it all first. Nothing here asks for your name.',
  offLabelClaims: ['off-label', 'spray-approved'] as readonly ClaimId[],
  next: {
    heading: 'See what a first session is like',
    text: 'The whole day, hour by hour, for all four ways. About five minutes to read.',
    button: 'Read a first session',
    href: '/first-session',
    after: 'Then you can stop, or ask us something.',
  },
  wayHeading: 'The way, step by step',
  wayText: 'Each step is open to read before you sign up. You can stop at any of them.',
  steps: [
    {
      title: 'You read',
      text: 'Here. No account and no name.',
      links: [
        ['What people feel', '/what-people-feel'],
        ['What can go wrong', '/risks'],
        ['What it costs', '/costs'],
      ],
    },
    { title: 'You ask', text: 'One question or ten. A person answers.', links: [['Ask us', '/ask']] },
    {
      title: 'We ask you',
      text: 'About your health, your medicines and what you have tried. You can leave gaps and come back. A clinician reads each line.',
      links: [['When the answer is no', '/conditions#not-now']],
    },
    {
      title: 'You meet the prescriber',
      text: 'Your questions first. Then a plan you both agree on, or a plain no with a reason.',
      links: [['Our team', '/team']],
    },
    {
      title: 'You get ready',
      text: 'A ride home, when to eat, what you hope for, what scares you. You do it in small parts.',
      links: [['For the one who comes along', '/companions']],
    },
    {
      title: 'The session',
      text: 'A trained person beside you. You can say no at any time.',
      links: [
        ['Hour by hour', '/first-session'],
        ['Four ways', '/routes'],
      ],
    },
    {
      title: 'The days after',
      text: 'Rest, then a talk. Small changes, in your own words. Your notes are yours.',
      links: [['How it works', '/how-it-works']],
    },
    {
      title: 'You decide what next',
      text: 'Go on, wait longer between, or stop. We look at your own weeks with you, on dates set before you start.',
      links: [],
    },
  ] as readonly { title: string; text: string; links: readonly (readonly [string, string])[] }[],
  factsHeading: 'Three things to know first',
  facts: [
    {
      heading: 'Most of it is off-label',
      text: 'Only the spray is approved for depression. That does not make the rest wrong. It means no agency has checked that use.',
      link: ['Uses and how well tested', '/conditions'],
    },
    {
      heading: 'It does not help everyone',
      text: 'Some feel better in a day. Some feel nothing. Some feel worse.',
      link: ['What people feel', '/what-people-feel'],
    },
    {
      heading: 'You need a ride and a free day',
      text: 'No driving until the next day, after a night of sleep.',
      link: ['For the one who comes along', '/companions'],
    },
  ] as readonly { heading: string; text: string; link: readonly [string, string] }[],
};

// What people come for, how well each is tested, and whether it is approved. Burnout leads to a talk, not to a label.

import { firstReading, notYetApproved } from '#content/claims.ts';
import type { Page } from '#content/page.ts';

export const conditions: Page = {
  path: '/conditions',
  title: 'What people come for',
  lead: 'How well each use is tested, and if it is approved in the US. This page cannot tell you what you have.',
  review: { reviewer: notYetApproved, ...firstReading },
  sections: [
    {
      id: 'table',
      heading: 'At a glance',
      blocks: [
        {
          kind: 'table',
          caption: 'Uses, how well tested, and approved or not',
          head: ['What for', 'How well tested', 'Approved in the US'],
          rows: [
            [
              'Depression that other care did not help',
              'Best tested of all {{evidence-order}}',
              'Spray: yes. {{spray-approved}} Other ways: no {{off-label}}',
            ],
            [
              'Depression with urgent thoughts of suicide',
              'Tested for mood, not shown to save lives {{not-shown-to-prevent}}',
              'Spray: yes, with a tablet too. Other ways: no',
            ],
            ['PTSD', 'Mixed {{trauma-small}} {{trauma-veterans}}', 'No'],
            ['Anxiety', 'Few small trials {{anxiety}}', 'No'],
            ['OCD', 'Small studies {{ocd-addiction}}', 'No'],
            ['Addiction', 'Small studies {{ocd-addiction}}', 'No'],
            ['Long-lasting pain', 'Mixed {{pain}}', 'No'],
            ['Burnout', 'Not tested that we know of', 'No'],
          ],
        },
      ],
    },
    {
      id: 'depression',
      heading: 'Depression',
      blocks: [
        {
          kind: 'text',
          text: 'Most people who come here have tried two or more medicines first. We ask which, how much and how long. It helps us, and your insurer asks too.',
        },
        {
          kind: 'text',
          text: 'If you have had high, sped-up times as well as low ones, say so. That may be bipolar, and it changes the plan. {{need-a-doctor-first}}',
        },
      ],
    },
    {
      id: 'ptsd',
      heading: 'PTSD',
      blocks: [
        {
          kind: 'text',
          text: 'One small trial found clear help. A larger one in veterans did not. We say both, because both are true. You choose who may touch you, and how, before any dose.',
        },
      ],
    },
    {
      id: 'anxiety',
      heading: 'Anxiety and OCD',
      blocks: [
        {
          kind: 'text',
          text: 'There are small trials. We would first ask what talking care and medicines you have tried. Fear can also rise for a while during a session. {{sick-and-dizzy}}',
        },
      ],
    },
    {
      id: 'addiction',
      heading: 'Addiction',
      blocks: [
        {
          kind: 'text',
          text: 'Ketamine itself can be misused. {{misuse}} So we ask more before we start, and more often as we go. An honest answer does not get you thrown out. It gets you a safer plan.',
        },
      ],
    },
    {
      id: 'pain',
      heading: 'Pain',
      blocks: [
        {
          kind: 'text',
          text: 'Drips for pain run longer than drips for mood and are planned in a different way. Ask us if this clinic does them.',
        },
      ],
    },
    {
      id: 'burnout',
      heading: 'Burnout',
      blocks: [
        {
          kind: 'text',
          text: 'Being worn out by work is real, and it is not one illness. Under it may be low mood, poor sleep, a sick body or a bad job. A dose may be the wrong answer. So here the next step is a talk. [Ask for a talk](/ask).',
        },
      ],
    },
    {
      id: 'not-now',
      heading: 'When the answer is no, or not yet',
      blocks: [{ kind: 'claims', ids: ['not-for', 'need-a-doctor-first'] }],
    },
  ],
};

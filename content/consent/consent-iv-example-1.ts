// Example consent for a ketamine infusion in a clinic. No clinician and no lawyer has approved it; every surface says so.

import type { ConsentEdition } from './edition.ts';

export const consentIvExample1: ConsentEdition = {
  id: 'consent-iv-example-1',
  title: 'Your yes to a ketamine drip (example text, not approved)',
  approved: false,
  sections: [
    {
      heading: 'This is an example',
      text: 'This text shows what a clinic may ask you to sign. No clinician has approved it. Your clinic must use its own text.',
    },
    {
      heading: 'What it is',
      text: 'Ketamine is a drug that puts people to sleep for surgery. Here you get a small dose through a thin tube in your arm. You stay awake or drift. A trained person watches you the whole time. You may feel far from your body, see odd things, or lose track of time. It wears off.',
    },
    {
      heading: 'It is off-label',
      text: 'The FDA has not approved ketamine for low mood, fear or pain of the mind. Doctors may still give it. That is called off-label use. It helps some people and not others. For many it wears off in days or weeks. No one can say now if it will help you.',
    },
    {
      heading: 'Other ways',
      text: 'There are other ways to get help. Talk care, other drugs, and doing nothing new right now are some. Ask us about them. You do not have to choose this one.',
    },
    {
      heading: 'What can go wrong',
      text: 'Your blood pressure will likely go up for a while. You may feel sick, dizzy, or very afraid, or get a headache. Most of this ends the same day. Rarely, breathing slows or the heart is strained, and we call an ambulance. Used often, ketamine can hurt the bladder and the liver. Some people come to want it too much. Tell us if you pee more, if it burns, or if you want more of the drug.',
    },
    {
      heading: 'Tell us first',
      text: 'Tell us each drug, pill and drink you take. Tell us if you are or may be pregnant. Tell us about your heart, your blood pressure, and any time you heard or saw things that were not there. If you leave it out, the dose may not be safe.',
    },
    {
      heading: 'You can say no or stop at any time',
      text: 'You can say no now. You can say yes and change your mind later. You can stop while the drip runs: say stop, raise a hand, or press the button. We stop the drip. You do not need a reason. It will not change how we treat you.',
    },
    {
      heading: 'Driving and the rest of the day',
      text: 'Do not drive until tomorrow, after a full night of sleep. The same goes for machines, ladders and big decisions. An adult you trust must take you home. If no one can come, we do not start.',
    },
    {
      heading: 'Who sees what',
      text: 'Your care team sees your health record. The front desk sees your name, your times and how far along you are. The one who drives you sees when to come and how far along you are, and no health facts. What you write for yourself is yours. No one reads it unless you show it to them, and you can take it back. You can see who looked at your record.',
    },
    {
      heading: 'If you need us',
      text: 'Call the clinic with any question, before or after. The number is on every page. If you may harm yourself, or you cannot breathe well, or your chest hurts, call your emergency number now. Do not wait for us.',
    },
    {
      heading: 'What your name means',
      text: 'With your name you say: I read this or had it read to me. I could ask what I wanted to ask. I say yes to this care for now. I know I can take my yes back at any time.',
    },
  ],
};

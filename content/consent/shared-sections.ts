// Parts of the example consents that are the same on every route. A word changed here is another text to sign for all.

import type { ConsentEdition } from './edition.ts';

type Section = ConsentEdition['sections'][number];

export const thisIsAnExample: Section = {
  heading: 'This is an example',
  text: 'This text shows what a clinic may ask you to sign. No clinician has approved it. Your clinic must use its own text.',
};

export const offLabel: Section = {
  heading: 'It is off-label',
  text: 'The FDA has not approved ketamine for low mood, fear or pain of the mind. Doctors may still give it. That is called off-label use. It helps some people and not others. For many it wears off in days or weeks. No one can say now if it will help you.',
};

export const otherWays: Section = {
  heading: 'Other ways',
  text: 'There are other ways to get help. Talk care, other drugs, and doing nothing new right now are some. Ask us about them. You do not have to choose this one.',
};

export const whatCanGoWrong: Section = {
  heading: 'What can go wrong',
  text: 'Your blood pressure will likely go up for a while. You may feel sick, dizzy, or very afraid, or get a headache. Most of this ends the same day. Rarely, breathing slows or the heart is strained, and we call an ambulance. Used often, ketamine can hurt the bladder and the liver. Some people come to want it too much. Tell us if you pee more, if it burns, or if you want more of the drug.',
};

export const tellUsFirst: Section = {
  heading: 'Tell us first',
  text: 'Tell us each drug, pill and drink you take. Tell us if you are or may be pregnant. Tell us about your heart, your blood pressure, and any time you heard or saw things that were not there. If you leave it out, the dose may not be safe.',
};

export const drivingAndTheRestOfTheDay: Section = {
  heading: 'Driving and the rest of the day',
  text: 'Do not drive until tomorrow, after a full night of sleep. The same goes for machines, ladders and big decisions. An adult you trust must take you home. If no one can come, we do not start.',
};

export const whoSeesWhat: Section = {
  heading: 'Who sees what',
  text: 'Your care team sees your health record. The front desk sees your name, your times and how far along you are. The one who drives you sees when to come and how far along you are, and no health facts. What you write for yourself is yours. No one reads it unless you show it to them, and you can take it back. You can see who looked at your record.',
};

export const ifYouNeedUs: Section = {
  heading: 'If you need us',
  text: 'Call the clinic with any question, before or after. The number is on every page. If you may harm yourself, or you cannot breathe well, or your chest hurts, call your emergency number now. Do not wait for us.',
};

export const whatYourNameMeans: Section = {
  heading: 'What your name means',
  text: 'With your name you say: I read this or had it read to me. I could ask what I wanted to ask. I say yes to this care for now. I know I can take my yes back at any time.',
};

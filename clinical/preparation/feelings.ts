// What people feel before a session. None of them is wrong, and none is better than another.

export const feelings = [
  'hopeful',
  'excited',
  'calm',
  'curious',
  'nervous',
  'cautious',
  'scared',
  'sad',
  'flat',
  'unsure',
] as const;
export type Feeling = (typeof feelings)[number];

// The names of what is gone through before someone leaves, with them and with whoever takes them home. The words stand apart, so
// that a device which only keeps the facts need not hold them.

export const leavingTalkParts = [
  'how-it-was',
  'their-questions',
  'how-they-may-feel',
  'tonight',
  'whom-to-call',
  'what-comes-next',
] as const;
export type LeavingTalkPart = (typeof leavingTalkParts)[number];

/** Which question a sentence of the aftercare answers. */
export const afterCareTopics = ['driving', 'tonight', 'food', 'normal', 'call', 'emergency'] as const;
export type AfterCareTopic = (typeof afterCareTopics)[number];

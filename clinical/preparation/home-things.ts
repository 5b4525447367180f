// What makes the home calm and safe for the evening, as things a person or their companion can set out.

export const homeThings = [
  'bed-made',
  'water',
  'light-meal',
  'quiet-room',
  'low-light',
  'clear-stairs',
  'phone-charged',
  'keys-away',
  'children',
  'pets',
] as const;
export type HomeThing = (typeof homeThings)[number];
